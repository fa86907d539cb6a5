"""The specimen sheet: every layout as it is now, drawn again only where a file was saved."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from toolkit.cards.crew import Crew
from toolkit.cards.fonts import load_fonts
from toolkit.cards.formats import FORMATS
from toolkit.cards.library import Library, load_library
from toolkit.cards.paint.compare import photograph
from toolkit.cards.request import PictureFile
from toolkit.cards.sketch import Sketcher
from toolkit.cards.specimen import Choice, languages, pairs, places, tried
from toolkit.kit.store import key_of
from toolkit.memory import Memory
from toolkit.plan.choice import known
from toolkit.plan.drawing import CACHE, ROOM, store
from toolkit.plan.looks import Look
from toolkit.plan.notes import specimen_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    from toolkit.cards.library import Layout, Theme
    from toolkit.cards.sketch import Sketch
    from toolkit.cards.specimen import Specimen
    from toolkit.problems import Problem


class Slice(NamedTuple):
    """The looks of a sheet by name, how many are still to be drawn, and what is to be mended."""

    looks: dict[str, Look]
    waiting: int
    problems: tuple[Problem, ...] = ()


class Tried(NamedTuple):
    """A specimen with its name on the sheet, and the key of how it looks now."""

    name: str
    key: str
    card: Specimen


class SpecimenRoom:
    """Knows a project's designs and fonts, and keeps what it drew from one look to the next.

    With `workers` above 1, as many processes draw where there is enough to do. Close it at the end.
    """

    def __init__(self, root: Path, workers: int = 1) -> None:
        self._root = root
        fonts, cache = load_fonts([root / ROOM / "fonts"]), root / CACHE / "cards"
        self._sketcher = Sketcher(fonts, cache)
        self._crew = Crew(self._sketcher, fonts, cache, workers)
        self._memory = Memory()
        self._drawn: dict[str, Look] = {}
        self._last: dict[str, Look] = {}

    def close(self) -> None:
        """Send away the processes that helped."""
        self._crew.close()

    def library(self) -> tuple[Library, tuple[Problem, ...]]:
        """Read all layouts and themes as they are on disk now."""
        folder = self._root / ROOM
        return load_library(folder if folder.is_dir() else None, memory=self._memory)

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
        of a changed layout at once. What is not drawn yet looks as it did before, or is a look
        without a picture.
        """
        known(choice.layouts, library.layouts, "layout")
        known(choice.themes, library.themes, "theme")
        known(choice.formats, FORMATS, "format")
        known(choice.languages, languages(), "language")
        asked = self._asked(library, choice)
        there = {one.key for one in asked if self._sketcher.seen(one.key)}
        waiting = {one.key: one for one in asked if one.key not in there}
        left = len(waiting)
        cards = [(one.key, one.card.request) for one in _in_order(waiting.values())]
        for key, sketch in self._crew.sketched(cards, library):
            self._drawn[key] = _look(waiting[key], sketch)
            left -= 1
            if left and late():
                yield Slice(self._known(asked), left)
        yield Slice(self._known(asked), 0, self._noted(asked, library))
        self._settle(asked)

    def _asked(self, library: Library, choice: Choice) -> list[Tried]:
        """Return all chosen specimens; those of designs that did not change are the same again."""
        pictures = tuple(photographs(self._root, places(library)))
        found: list[Tried] = []
        for layout, theme in pairs(library, choice):
            designs = (library.layouts[layout], library.themes[theme])
            name = ("tried", layout, theme)
            found += self._memory.recall(name, self._tried, *designs, choice, pictures)
        return found

    def _tried(
        self, layout: Layout, theme: Theme, choice: Choice, pictures: tuple[PictureFile, ...]
    ) -> list[Tried]:
        both = Library({layout.name: layout}, {theme.name: theme})
        return [
            Tried(
                f"{layout.name}, {theme.name}@{one.text}@{one.request.format}",
                self._sketcher.key(one.request, both),
                one,
            )
            for one in tried(layout, theme.name, choice, pictures)
        ]

    def _noted(self, asked: Sequence[Tried], library: Library) -> tuple[Problem, ...]:
        done = ((one.card, self._sketcher.seen(one.key)) for one in asked)
        noted = [(one.request, seen.card.notes) for one, seen in done if seen and seen.card]
        return tuple(specimen_problems(noted, library))

    def _known(self, asked: Sequence[Tried]) -> dict[str, Look]:
        found = {}
        for one in asked:
            look = self._drawn.get(one.key) or self._last.get(one.name)
            found[one.name] = look or Look(one.name, one.card.request.format, one.card.text)
        self._last = found
        return found

    def _settle(self, asked: Sequence[Tried]) -> None:
        """Forget how the sheet looked before."""
        keys = {one.key for one in asked}
        self._drawn = {key: look for key, look in self._drawn.items() if key in keys}
        self._sketcher.forget(keys)
        self._memory.settle()


def _in_order(waiting: Collection[Tried]) -> list[Tried]:
    """Return what is to be drawn: format by format, in each of them all short texts first."""
    formats, texts = list(FORMATS), list(dict.fromkeys(one.card.text for one in waiting))
    return sorted(
        waiting, key=lambda t: (formats.index(t.card.request.format), texts.index(t.card.text))
    )


def _look(one: Tried, done: Sketch) -> Look:
    picture = done.card.path if done.card else None
    faults = tuple(f"{fault.message}; {fault.hint}" for fault in done.faults)
    return Look(one.name, one.card.request.format, one.card.text, picture, done.facts, faults)


def photographs(root: Path, names: Sequence[str]) -> list[PictureFile]:
    """Return a picture for each place that a layout has for a photograph."""
    if not names:
        return []
    kept = store(root).kept(key_of("photograph", "2"), ".jpg", photograph)
    digest = hashlib.sha256(kept.path.read_bytes()).hexdigest()
    return [PictureFile(name, kept.path, digest) for name in names]


def designs(root: Path) -> tuple[tuple[str, int], ...]:
    """Return what a watcher compares: the design files of a project and when they were saved."""
    found = sorted((root / ROOM).glob("*/*"))
    own = (path for path in found if path.parent.name in {"layouts", "themes"})
    return tuple((path.name, path.stat().st_mtime_ns) for path in own if path.is_file())
