"""Rules that a layout or a theme keeps beyond its shape: what it names has to exist."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from toolkit.cards.formats import FORMATS
from toolkit.cards.lengths import NAME
from toolkit.cards.request import LISTS, MADE, PICTURES, PLACEHOLDERS
from toolkit.problems import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.cards.shapes import EditShape, LayerShape, LayoutShape, ThemeShape
    from toolkit.read import Document, Path

BRACES = re.compile(r"\{([^{}]*)\}")
KINDS = ("text", "shape", "picture", "code", "stack", "row")
NEEDED = ("ground", "ink", "soft", "accent")
"""Colours that every theme has."""
LENGTHS = ("gap", "max", "min", "pad", "radius")


def merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Return both, the second winning; mappings are merged, lists are replaced.

    A layer that becomes another kind loses what it was.
    """
    result = dict(base)
    for key, value in over.items():
        old = result.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            if any(kind in value for kind in KINDS):
                old = {k: v for k, v in old.items() if k not in KINDS}
            result[key] = merged(old, value)
        else:
            result[key] = value
    return result


Found = "Iterator[tuple[Path, str, str]]"


def layout_problems(
    shape: LayoutShape, documents: tuple[Document, ...], themes: list[ThemeShape]
) -> Iterator[Problem]:
    """Yield a problem for every name in a layout that nothing stands behind."""
    colours = {name for theme in themes for name in theme.colours}
    styles = {name for theme in themes for name in theme.type}
    spaces = {name for theme in themes for name in theme.spaces}
    known = {str(path[-1]) for path, _ in _layers(shape)}
    for path, layer in _layers(shape):
        found = [*_names(layer, known), *_tokens(layer, colours, styles, spaces)]
        yield from (_problem(documents, (*path, *at), *rest) for at, *rest in found)
    for name, layer in shape.layers.items():
        if _kind_count(layer) != 1:
            message = f'the layer "{name}" should be one of ' + ", ".join(KINDS)
            yield _problem(documents, ("layers", name), message, 'for example text: "{headline}"')
    for at, name in enumerate(shape.needs or ()):
        if name not in PLACEHOLDERS | PICTURES:
            said = _unknown("placeholder", name, PLACEHOLDERS | PICTURES)
            yield _problem(documents, ("needs", at), *said)
    yield from _format_problems(shape.formats, documents)


def circle(shape: LayoutShape, documents: tuple[Document, ...]) -> Problem | None:
    """Return a problem if a layer stands in a stack or row that stands in itself."""
    inside: dict[str, set[str]] = {}
    for path, layer in _layers(shape):
        inside.setdefault(str(path[-1]), set()).update(layer.stack or (), layer.row or ())
    for name, own in inside.items():
        seen, waiting = set[str](), list(own)
        while waiting:
            held = waiting.pop()
            if held not in seen:
                seen.add(held)
                waiting += inside.get(held, ())
        if name in seen:
            message = f'the layer "{name}" stands inside itself'
            hint = "take it out of the stack or row that it holds"
            return _problem(documents, ("layers", name), message, hint)
    return None


def theme_problems(shape: ThemeShape, documents: tuple[Document, ...]) -> Iterator[Problem]:
    """Yield a problem for every name in a theme that nothing stands behind."""
    for name in NEEDED:
        if name not in shape.colours:
            message = f'the colour "{name}" is missing here'
            yield _problem(documents, ("colours",), message, f'add a line {name}: "#…"')
    for name in shape.dark:
        if name not in shape.colours:
            yield _problem(documents, ("dark", name), *_unknown("colour", name, shape.colours))
    for name, style in shape.type.items():
        for key, word, known in (
            ("font", style.font, shape.fonts),
            ("colour", style.colour, shape.colours),
        ):
            if word not in known:
                yield _problem(documents, ("type", name, key), *_unknown(key, word, known))
    known_names = (set(shape.colours), set(shape.type), set(shape.spaces))
    for path, layer in _layers(shape):
        for at, *rest in _tokens(layer, *known_names):
            yield _problem(documents, (*path, *at), *rest)
    yield from _format_problems(shape.formats, documents)


def _layers(shape: LayoutShape | ThemeShape) -> Iterator[tuple[Path, LayerShape]]:
    for name, layer in shape.layers.items():
        yield ("layers", name), layer
    groups: list[tuple[str, dict[str, EditShape]]] = [("formats", shape.formats)]
    groups.append(("languages", getattr(shape, "languages", {})))
    for group, edits in groups:
        for key, edit in edits.items():
            for name, layer in edit.layers.items():
                yield (group, key, "layers", name), layer


def _names(layer: LayerShape, layers: set[str]) -> Iterator[tuple[Path, str, str]]:
    for key in ("stack", "row"):
        for at, name in enumerate(getattr(layer, key) or ()):
            if name not in layers:
                yield (key, at), *_unknown("layer", name, layers)
    for key in ("text", "code"):
        for name in BRACES.findall(getattr(layer, key) or ""):
            if name not in PLACEHOLDERS and name not in MADE:
                yield (key,), *_unknown("placeholder", name, PLACEHOLDERS)
    named: tuple[tuple[str, str, Iterable[str]], ...] = (
        ("picture", "picture", (*PICTURES, "item")),
        ("each", "list", (*LISTS, "logos")),
        ("when", "placeholder", (*PLACEHOLDERS, *MADE, *PICTURES)),
    )
    for key, kind, known in named:
        name = getattr(layer, key)
        if name is not None and name not in known:
            yield (key,), *_unknown(kind, name, known)


def _tokens(
    layer: LayerShape, colours: set[str], styles: set[str], spaces: set[str]
) -> Iterator[tuple[Path, str, str]]:
    for key, kind, known in (
        ("colour", "colour", colours),
        ("to", "colour", colours),
        ("plate", "colour", colours),
        ("style", "type style", styles),
    ):
        name = getattr(layer, key)
        if name is not None and name not in known:
            yield (key,), *_unknown(kind, name, known)
    lengths: list[tuple[Path, str | None]] = [((key,), getattr(layer, key)) for key in LENGTHS]
    if layer.box:
        lengths += [(("box", key), value) for key, value in layer.box]
    for path, length in lengths:
        if length and NAME.fullmatch(length) and length not in spaces:
            yield path, *_unknown("space", length, spaces)


def _format_problems(
    edits: dict[str, EditShape], documents: tuple[Document, ...]
) -> Iterator[Problem]:
    for name in edits:
        if name not in FORMATS:
            yield _problem(documents, ("formats", name), *_unknown("format", name, FORMATS))


def _kind_count(layer: LayerShape) -> int:
    return sum(getattr(layer, kind) is not None for kind in KINDS)


def _unknown(kind: str, name: str, known: Iterable[str]) -> tuple[str, str]:
    names = sorted(known)
    hint = did_you_mean(name, names) or "there are: " + ", ".join(names)
    return f'there is no {kind} called "{name}"', hint


def _problem(documents: tuple[Document, ...], path: Path, message: str, hint: str) -> Problem:
    """Place a problem in the file that wrote it: the nearest one that has the path."""
    home = next((d for d in documents if path in d.values), documents[0])
    return Problem(home.at(path), message, hint, "design")
