"""The specimen sheet: every layout as it is now, drawn again only where a file was saved."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple

from toolkit.cards.fonts import load_fonts
from toolkit.cards.formats import FORMATS
from toolkit.cards.library import load_library
from toolkit.cards.paint.compare import photograph
from toolkit.cards.request import PictureFile
from toolkit.cards.sketch import Sketcher
from toolkit.cards.specimen import Choice, languages, places, specimens
from toolkit.kit.store import key_of
from toolkit.plan.choice import known
from toolkit.plan.drawing import CACHE, ROOM, store
from toolkit.plan.looks import Look
from toolkit.plan.notes import specimen_problems
from toolkit.publish import publish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from toolkit.cards.library import Library
    from toolkit.cards.sketch import Sketch
    from toolkit.cards.specimen import Specimen
    from toolkit.problems import Problem

PICTURE = re.compile(r"[0-9a-f]{64}\.(png|jpg)")
VERSION_FILE = "version.js"


class Slice(NamedTuple):
    """The looks of a sheet by name, how many are still to be drawn, and what is to be mended."""

    looks: dict[str, Look]
    waiting: int
    problems: tuple[Problem, ...] = ()


class SpecimenRoom:
    """Knows a project's designs and fonts, and keeps what it drew from one look to the next."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._fonts = load_fonts([root / ROOM / "fonts"])
        self._sketcher = Sketcher(self._fonts, root / CACHE / "cards")
        self._last: dict[str, Look] = {}

    def library(self) -> tuple[Library, tuple[Problem, ...]]:
        """Read all layouts and themes as they are on disk now."""
        folder = self._root / ROOM
        return load_library(folder if folder.is_dir() else None)

    def looks(
        self, library: Library, choice: Choice
    ) -> tuple[dict[str, Look], tuple[Problem, ...]]:
        """Return the chosen specimens by name, and what is to be mended on them.

        UnknownNameError for a name that is not there. The library has no errors.
        """
        *_, last = self.slices(library, choice, lambda: False)
        return last.looks, last.problems

    def slices(self, library: Library, choice: Choice, late: Callable[[], bool]) -> Iterator[Slice]:
        """Yield the same looks as soon as `late` says that somebody has waited long enough.

        Formats come in the order of the sheet, short texts first: so a designer sees all themes
        of a changed layout at once. What is not drawn yet looks as it did before, or is left out.
        """
        known(choice.layouts, library.layouts, "layout")
        known(choice.themes, library.themes, "theme")
        known(choice.formats, FORMATS, "format")
        known(choice.languages, languages(), "language")
        pictures = photographs(self._root, places(library))
        asked = {
            self._sketcher.key(one.request, library): one
            for one in specimens(library, choice, pictures)
        }
        waiting = [one for key, one in asked.items() if not self._sketcher.seen(key)]
        formats = list(FORMATS)
        texts = list(dict.fromkeys(one.text for one in asked.values()))
        waiting.sort(key=lambda one: (formats.index(one.request.format), texts.index(one.text)))
        for done, one in enumerate(waiting, start=1):
            self._sketcher.sketch(one.request, library)
            if done < len(waiting) and late():
                yield Slice(self._known(asked), len(waiting) - done)
        yield Slice(self._known(asked), 0, self._noted(asked, library))

    def _noted(self, asked: Mapping[str, Specimen], library: Library) -> tuple[Problem, ...]:
        done = ((one, self._sketcher.seen(key)) for key, one in asked.items())
        noted = [(one.request, seen.card.notes) for one, seen in done if seen and seen.card]
        return tuple(specimen_problems(noted, library))

    def _known(self, asked: Mapping[str, Specimen]) -> dict[str, Look]:
        found: dict[str, Look] = {}
        for key, one in asked.items():
            name = f"{one.request.layout}, {one.request.theme}@{one.text}@{one.request.format}"
            done = self._sketcher.seen(key)
            look = _look(name, one, done) if done else self._last.get(name)
            if look:
                found[name] = look
        self._last = found
        return found


def _look(name: str, one: Specimen, done: Sketch) -> Look:
    picture = done.card.path if done.card else None
    faults = tuple(f"{fault.message}; {fault.hint}" for fault in done.faults)
    return Look(name, one.request.format, one.text, picture, done.facts, faults)


def photographs(root: Path, names: Sequence[str]) -> list[PictureFile]:
    """Return a picture for each place that a layout has for a photograph."""
    if not names:
        return []
    kept = store(root).kept(key_of("photograph", "1"), ".jpg", photograph)
    digest = hashlib.sha256(kept.path.read_bytes()).hexdigest()
    return [PictureFile(name, kept.path, digest) for name in names]


def designs(root: Path) -> tuple[tuple[str, int], ...]:
    """Return what a watcher compares: the design files of a project and when they were saved."""
    found = sorted((root / ROOM).glob("*/*"))
    own = (path for path in found if path.parent.name in {"layouts", "themes"})
    return tuple((path.name, path.stat().st_mtime_ns) for path in own if path.is_file())


def write_sheet(path: Path, page: str, shown: Mapping[str, Look]) -> int:
    """Write a sheet and, in a folder beside it, its pictures; return how many were new.

    Pictures of an earlier sheet that are no longer on it are removed; nothing else is touched.
    """
    folder = pictures_of(path)
    pictures = {look.picture.name: look.picture for look in shown.values() if look.picture}
    new = {n: p for n, p in pictures.items() if not (folder / n).is_file()}
    publish(new, folder, prune=False)
    body = page.encode()
    version = hashlib.sha256(body).hexdigest()
    files = {path.name: body, f"{folder.name}/{VERSION_FILE}": f'sheetIs("{version}");\n'.encode()}
    publish(files, path.parent, prune=False)
    for old in folder.iterdir():
        if PICTURE.fullmatch(old.name) and old.name not in pictures:
            old.unlink()
    return len(new)


def pictures_of(path: Path) -> Path:
    """Return the folder beside a sheet in which its pictures lie."""
    return path.with_name(f"{path.stem}-cards")
