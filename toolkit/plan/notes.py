"""What is wrong with drawn cards, told at the line that causes it: a design's or a post's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.cards.formats import FORMATS
from toolkit.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from toolkit.cards.inspect import Note
    from toolkit.cards.library import Layout, Library, Theme
    from toolkit.cards.render import Result
    from toolkit.cards.request import CardRequest
    from toolkit.networks import Table
    from toolkit.plan.cards import Asked
    from toolkit.problems import Place
    from toolkit.read import Path

KEYS = {"contrast": "colour", "small-type": "min", "safe-zone": "within"}
"""Which line of a layer or a type style is to blame."""
OURS = "toolkit/"
"""How the names of our own design files begin."""
IN_PICTURES = ("contrast-picture", "enlarged")


def note_problems(
    drawn: Sequence[tuple[Asked, Result]], library: Library, networks: Table
) -> Iterator[Problem]:
    """Yield a warning for each thing to mend, once for all cards that show it."""
    found: dict[tuple[Place, str, str, str], list[str]] = {}
    for card, result in drawn:
        notes = result.card.notes if result.card else ()
        for note in notes:
            key = (_place(note, card, library), note.rule, note.message, note.hint)
            found.setdefault(key, []).append(FORMATS[card.request.format].size)
        for network, most in _too_large(result, networks):
            message = f"the file is larger than the {most / 1e6:g} MB that {network} takes"
            key = (_picture(card), "file-size", message, "use a calmer picture, or another format")
            found.setdefault(key, []).append(FORMATS[card.request.format].size)
    for (place, rule, message, hint), sizes in found.items():
        told = f"card {', '.join(dict.fromkeys(sizes))}: {message}"
        yield Problem(place, told, hint, rule, Severity.WARNING)


def specimen_problems(
    noted: Iterable[tuple[CardRequest, Sequence[Note]]], library: Library
) -> Iterator[Problem]:
    """Yield a warning for each thing to mend on specimens, at the line of the design."""
    found: dict[tuple[Place, str, str, str], list[str]] = {}
    for request, notes in noted:
        layout, theme = library.layouts[request.layout], library.themes[request.theme]
        for note in notes:
            key = (_in_design(note, layout, theme), note.rule, note.message, note.hint)
            found.setdefault(key, []).append(FORMATS[request.format].size)
    for (place, rule, message, hint), sizes in found.items():
        told = f"card {', '.join(dict.fromkeys(sizes))}: {message}"
        yield Problem(place, told, hint, rule, Severity.WARNING)


def _too_large(result: Result, networks: Table) -> Iterator[tuple[str, int]]:
    """Yield the networks that show this size of card but refuse a file as large as this."""
    if result.card is None:
        return
    size = (result.card.width, result.card.height)
    for row in networks.values():
        if row.image_bytes and size in row.cards and result.card.size > row.image_bytes:
            yield row.name, row.image_bytes


def _place(note: Note, card: Asked, library: Library) -> Place:
    request = card.request
    layout, theme = library.layouts[request.layout], library.themes[request.theme]
    if note.rule in IN_PICTURES:
        shape = layout.shape.layers.get(note.layer)
        return _picture(card, (shape.picture if shape else None) or "image")
    return _in_design(note, layout, theme)


def _in_design(note: Note, layout: Layout, theme: Theme) -> Place:
    layer = _outermost(layout, note.layer) if note.rule == "safe-zone" else note.layer
    return design_place(layout, theme, layer, KEYS.get(note.rule, ""))


def _outermost(layout: Layout, layer: str) -> str:
    """Return the stack or row that decides where a layer stands, itself if none holds it."""
    for name, shape in layout.shape.layers.items():
        if layer in (*(shape.stack or ()), *(shape.row or ())):
            return _outermost(layout, name)
    return layer


def _picture(card: Asked, slot: str = "image") -> Place:
    places = {picture.slot: picture.place for picture in card.pictures}
    return places.get(slot) or next(iter(places.values()), card.place)


def design_place(layout: Layout, theme: Theme, layer: str, key: str) -> Place:
    """Return where a design says `key` of a layer: in the layer, in its type style, in a colour.

    What the project's own files say comes before what is said in ours, where nobody can mend it.
    """
    own = layout.shape.layers.get(layer) or theme.shape.layers.get(layer)
    style = own.style if own and own.style else "text"
    paths: list[Path] = [("layers", layer, key), ("type", style, key)]
    if key == "colour":
        step = theme.shape.type.get(style)
        paths.append(("colours", (own and own.colour) or (step.colour if step else "ink")))
    paths.append(("layers", layer))
    documents = (*layout.documents, *theme.documents)
    documents = tuple(sorted(documents, key=lambda document: document.file.startswith(OURS)))
    places = ((d, path) for path in paths for d in documents if path in d.values)
    found = sorted(places, key=lambda place: place[0].file.startswith(OURS))
    document, path = next(iter(found), (layout.documents[0], ()))
    return document.at(path)
