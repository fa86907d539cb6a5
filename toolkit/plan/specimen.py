"""The specimen sheet: every layout as it is now, drawn again only where a file was saved."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

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
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from toolkit.cards.inspect import Note
    from toolkit.cards.library import Library
    from toolkit.cards.request import CardRequest
    from toolkit.problems import Problem

PICTURE = re.compile(r"[0-9a-f]{64}\.(png|jpg)")
VERSION_FILE = "version.js"


class SpecimenRoom:
    """Knows a project's designs and fonts, and keeps what it drew from one look to the next."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._fonts = load_fonts([root / ROOM / "fonts"])
        self._sketcher = Sketcher(self._fonts, root / CACHE / "cards")

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
        known(choice.layouts, library.layouts, "layout")
        known(choice.themes, library.themes, "theme")
        known(choice.formats, FORMATS, "format")
        known(choice.languages, languages(), "language")
        pictures = photographs(self._root, places(library))
        found: dict[str, Look] = {}
        noted: list[tuple[CardRequest, Sequence[Note]]] = []
        for one in specimens(library, choice, pictures):
            asked = one.request
            done = self._sketcher.sketch(asked, library)
            name = f"{asked.layout}, {asked.theme}@{one.text}@{asked.format}"
            picture = done.card.path if done.card else None
            faults = tuple(f"{fault.message}; {fault.hint}" for fault in done.faults)
            found[name] = Look(name, asked.format, one.text, picture, done.facts, faults)
            noted.append((asked, done.card.notes if done.card else ()))
        return found, tuple(specimen_problems(noted, library))


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
