"""Placed layers as marks: from start and end to left and right, from px to the scene's facts."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

import segno

from toolkit.cards.layers import Form, Group, Photo, Qr, Words
from toolkit.cards.scene import Code, Disc, Fill, Gradient, Picture, Polygon, Text, Veil

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.cards.glyphs import Line
    from toolkit.cards.placed import Placed
    from toolkit.cards.scene import Box, Mark

QUIET = 4
SHAFT = 0.28
"""How thick the shaft of an arrow is, of its height."""
ASIDE = {"start": 0.0, "centre": 0.5, "end": 1.0}


def marks(placed: Placed, *, card: float, rtl: bool) -> Iterator[Mark]:
    """Yield the marks of a placed layer; `card` is the card's width in px.

    Where writing runs to the left, the start side is the right one and everything is mirrored.
    """
    for leaf in placed.leaves():
        left = card - leaf.start - leaf.width if rtl else leaf.start
        match leaf.layer.content:
            case Words() as words:
                yield from _text(leaf, words, left, rtl=rtl)
            case Form() as form:
                yield _form(leaf, form, left, rtl=rtl)
            case Photo() as photo:
                yield _picture(leaf, photo, left)
            case Qr() as qr:
                yield from _code(leaf, qr, left)
            case Group():
                continue
            case _ as never:
                assert_never(never)


def _text(leaf: Placed, words: Words, left: float, *, rtl: bool) -> Iterator[Fill | Text]:
    """Yield the words; quotation marks that hang are a text of their own, in their colour."""
    if leaf.block is None:
        return
    free = leaf.height - leaf.block.height
    top = leaf.top + ASIDE[words.place] * free
    # The lines were aligned in the width that was offered; the box may have become another.
    aside = 1 - ASIDE[words.align] if rtl else ASIDE[words.align]
    moved = aside * (leaf.width - leaf.block.width)
    lines = leaf.block.lines
    if moved:
        lines = tuple(replace(line, x=line.x + moved) for line in lines)
    name = leaf.layer.name
    if words.plate:
        yield _plate(leaf, words, left, top, lines)
    if words.marks:
        lines, marks_alone = _without_marks(lines, words.marks, rtl=rtl)
        yield Text(name, left, top, marks_alone, words.marks_colour)
    yield Text(name, left, top, lines, words.colour)


def _plate(leaf: Placed, words: Words, left: float, top: float, lines: tuple[Line, ...]) -> Fill:
    """Return the plate behind a text: as wide as its widest line, and as high as all of them."""
    first = left + min(line.x for line in lines) - words.pad
    last = left + max(line.x + line.width for line in lines) + words.pad
    high = leaf.block.height if leaf.block else 0.0
    box = (round(first), round(top), round(last), round(top + high))
    radius = min(round(words.radius), (box[2] - box[0]) // 2, (box[3] - box[1]) // 2)
    return Fill(leaf.layer.name, box, words.plate, radius)


def _without_marks(
    lines: tuple[Line, ...], marks_: tuple[str, str], *, rtl: bool
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Take the first and the last mark off a quotation; return it, and the marks as lines."""
    first, opening = _cut(lines[0], len(marks_[0]), at_left=not rtl)
    last, closing = _cut(first if len(lines) == 1 else lines[-1], len(marks_[1]), at_left=rtl)
    kept = (last,) if len(lines) == 1 else (first, *lines[1:-1], last)
    return kept, (replace(opening, text=marks_[0]), replace(closing, text=marks_[1]))


def _cut(line: Line, count: int, *, at_left: bool) -> tuple[Line, Line]:
    """Split the outermost glyphs of one side off a line; both parts keep their place."""
    if at_left:
        off, rest = line.runs[0].parted(count)
        runs = (rest, *line.runs[1:])
    else:
        rest, off = line.runs[-1].parted(len(line.runs[-1].glyphs) - count)
        runs = (*line.runs[:-1], rest)
    whole = replace(line, runs=tuple(run for run in runs if run))
    return whole, replace(line, runs=(off,) if off else ())


def _form(leaf: Placed, form: Form, left: float, *, rtl: bool) -> Mark:
    name, right, bottom = leaf.layer.name, left + leaf.width, leaf.top + leaf.height
    match form.kind:
        case "block":
            return _block(leaf, form, left, rtl=rtl)
        case "disc":
            radius = leaf.width / 2
            hole = radius * form.hole
            return Disc(name, left + radius, leaf.top + radius, radius, form.colour, hole)
        case "wedge":
            near, far = (right, left) if rtl else (left, right)
            return Polygon(name, ((near, bottom), (far, leaf.top), (far, bottom)), form.colour)
        case "slash":
            lean = min(leaf.width / 2, leaf.height * 0.4)
            near, far, by = (right, left, -lean) if rtl else (left, right, lean)
            top, low = (near + by, leaf.top), (near, bottom)
            return Polygon(name, (top, (far, leaf.top), (far - by, bottom), low), form.colour)
        case "arrow":
            return Polygon(name, _arrow(leaf, left, rtl=rtl), form.colour)
        case _:
            assert_never(form.kind)


def _block(leaf: Placed, form: Form, left: float, *, rtl: bool) -> Fill | Gradient | Veil:
    name, box = leaf.layer.name, _box(leaf, left)
    angle = 180 - form.angle if rtl else form.angle
    if form.veil:
        return Veil(name, box, form.colour, *form.veil, angle)
    if form.to:
        return Gradient(name, box, form.colour, form.to, angle)
    return Fill(name, box, form.colour, round(form.radius))


def _arrow(leaf: Placed, left: float, *, rtl: bool) -> tuple[tuple[float, float], ...]:
    """Return an arrow towards the end side; its head takes half of it at most."""
    far, way = (left, 1) if rtl else (left + leaf.width, -1)
    near = far + way * leaf.width
    neck = far + way * min(leaf.height * 0.75, leaf.width / 2)
    middle, half = leaf.top + leaf.height / 2, leaf.height / 2
    upper, lower = middle - half * SHAFT, middle + half * SHAFT
    head = ((neck, leaf.top), (far, middle), (neck, leaf.top + leaf.height))
    return ((near, upper), (neck, upper), *head, (neck, lower), (near, lower))


def _picture(leaf: Placed, photo: Photo, left: float) -> Picture:
    file, box = photo.file, _box(leaf, left)
    most = min(box[2] - box[0], box[3] - box[1]) // 2
    return Picture(
        leaf.layer.name,
        box,
        file.path,
        file.sha256,
        file.focus,
        flat=photo.whole,
        radius=min(round(photo.radius), most),
        size=file.size,
    )


def _code(leaf: Placed, qr: Qr, left: float) -> Iterator[Fill | Code]:
    """Yield a QR code with modules of whole px, and its light ground.

    The ground reaches four modules beyond the code on every side (ISO/IEC 18004, quiet zone).
    """
    rows = _modules(qr.text)
    module = max(1, int(min(leaf.width, leaf.height)) // (len(rows) + 2 * QUIET))
    wide, around = module * len(rows), module * QUIET
    x = round(left + (leaf.width - wide) / 2)
    y = round(leaf.top + (leaf.height - wide) / 2)
    box = (x - around, y - around, x + wide + around, y + wide + around)
    yield Fill(leaf.layer.name, box, qr.light)
    yield Code(leaf.layer.name, x, y, module, rows, qr.dark)


@lru_cache(maxsize=64)
def _modules(text: str) -> tuple[str, ...]:
    """Return a QR code row by row; all formats of a post carry the same, and one takes 5 ms."""
    matrix = segno.make(text, micro=False, error="m").matrix
    return tuple("".join("1" if bit else "0" for bit in row) for row in matrix)


def _box(leaf: Placed, left: float) -> Box:
    right, bottom = left + leaf.width, leaf.top + leaf.height
    return round(left), round(leaf.top), round(right), round(bottom)
