"""Every layout in every theme and format with texts that try it: short, long, and other scripts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pydantic

from toolkit.cards.formats import FORMATS
from toolkit.cards.request import CardRequest, PictureFile
from toolkit.read import Shape, parse, shaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.cards.library import Layout, Library
    from toolkit.cards.request import Direction

FILE = Path(__file__).parent / "samples.yml"
RTL = frozenset({"ar"})
BARE = "base"
"""The layout that others extend; it says nothing by itself."""


class _Sample(Shape):
    language: str
    words: dict[str, str]
    instead: dict[str, dict[str, str]] = pydantic.Field(default_factory=dict)

    def on(self, layout: str) -> tuple[tuple[str, str], ...]:
        """Return the words that a layout is tried with."""
        return tuple({**self.words, **self.instead.get(layout, {})}.items())


@dataclass(frozen=True, slots=True)
class Choice:
    """What is wanted of all there is; an empty tuple wants all. `texts` are names of samples."""

    layouts: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Specimen:
    """A card that nobody asked for, and the name of the text that is on it."""

    text: str
    request: CardRequest


def specimens(
    library: Library, choice: Choice, pictures: Iterable[PictureFile] = ()
) -> Iterator[Specimen]:
    """Yield the chosen specimens, layout by layout; `pictures` fill the places of photographs."""
    shown = tuple(pictures)
    for layout, theme in pairs(library, choice):
        yield from tried(library.layouts[layout], theme, choice, shown)


def pairs(library: Library, choice: Choice) -> Iterator[tuple[str, str]]:
    """Yield the chosen layouts, each with the chosen themes, by name, in the order of a sheet."""
    layouts = [name for name in library.layouts if name != BARE]
    return product(_chosen(choice.layouts, layouts), _chosen(choice.themes, library.themes))


def tried(
    layout: Layout, theme: str, choice: Choice, pictures: tuple[PictureFile, ...]
) -> Iterator[Specimen]:
    """Yield the chosen specimens of one layout in one theme: each text in all formats."""
    wanted = _places(layout)
    shown = tuple(picture for picture in pictures if picture.name in wanted)
    for (text, sample), format_ in product(_samples().items(), _chosen(choice.formats, FORMATS)):
        if (choice.languages and sample.language not in choice.languages) or (
            choice.texts and text not in choice.texts
        ):
            continue
        direction: Direction = "rtl" if sample.language in RTL else "ltr"
        words = sample.on(layout.name)
        yield Specimen(
            text,
            CardRequest(
                layout.name, theme, format_, sample.language, direction, words, pictures=shown
            ),
        )


def places(library: Library) -> tuple[str, ...]:
    """Return the names under which layouts ask for photographs."""
    found = (name for layout in library.layouts.values() for name in _places(layout))
    return tuple(sorted(set(found)))


def languages() -> tuple[str, ...]:
    """Return the languages that there are samples in."""
    return tuple(dict.fromkeys(sample.language for sample in _samples().values()))


def _places(layout: Layout) -> set[str]:
    shape = layout.shape
    layers = [*shape.layers.values()]
    for edit in (*shape.formats.values(), *shape.languages.values()):
        layers += edit.layers.values()
    return {layer.picture for layer in layers if layer.picture} - {"logo", "item"}


def _chosen(wanted: tuple[str, ...], known: Iterable[str]) -> list[str]:
    return [name for name in known if not wanted or name in wanted]


@cache
def _samples() -> dict[str, _Sample]:
    document, problems = parse(FILE.read_bytes(), FILE.name)
    found = None
    if document is not None:
        found, more = shaped(document, pydantic.TypeAdapter(dict[str, _Sample]))
        problems += more
    if found is None or problems:
        raise ValueError("\n".join(map(str, problems)))
    return found
