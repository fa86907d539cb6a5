"""Placed layers as marks: from start and end to left and right, from px to the scene's facts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

import segno

from toolkit.cards.layers import Form, Group, Photo, Qr, Words
from toolkit.cards.scene import Code, Disc, Fill, Gradient, Picture, Polygon, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.cards.arrange import Placed
    from toolkit.cards.glyphs import Line, Run
    from toolkit.cards.layers import Side
    from toolkit.cards.scene import Box, Mark

MOST_HANG = 0.5
"""Em. A full-width bracket has ink only in its inner half, so only that much hangs outside."""


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
                file = photo.file
                box = _box(leaf, left)
                yield Picture(leaf.layer.name, box, file.path, file.sha256, file.focus, photo.whole)
            case Qr() as qr:
                yield _code(leaf, qr, left)
            case Group():
                continue
            case _ as never:
                assert_never(never)


def _text(leaf: Placed, words: Words, left: float, *, rtl: bool) -> Iterator[Text]:
    if leaf.block is None:
        return
    free = leaf.height - leaf.block.height
    top = leaf.top + {"start": 0.0, "centre": free / 2, "end": free}[words.place]
    lines = tuple(_aligned(line, leaf.width, words.align, rtl=rtl) for line in leaf.block.lines)
    name = leaf.layer.name
    if words.hang and words.align == "start":
        lines, mark = _hung(lines, len(words.hang), rtl=rtl)
        yield Text(name, left, top, (mark,), words.hang_colour)
    yield Text(name, left, top, lines, words.colour)


def _aligned(line: Line, width: float, align: Side, *, rtl: bool) -> Line:
    aside = {"start": 0.0, "centre": 0.5, "end": 1.0}[align]
    return replace(line, x=(width - line.width) * (1 - aside if rtl else aside))


def _hung(lines: tuple[Line, ...], count: int, *, rtl: bool) -> tuple[tuple[Line, ...], Line]:
    """Move the first line out by its opening mark, and return the mark as a line of its own."""
    first, *others = lines
    run = first.runs[-1 if rtl else 0]
    if rtl:
        inner = run.glyphs[-count].x if count <= len(run.glyphs) else first.width
        wide = first.width - inner
        mark, rest = run.glyphs[-count:], run.glyphs[:-count]
    else:
        wide = run.glyphs[count].x if count < len(run.glyphs) else first.width
        mark, rest = run.glyphs[:count], run.glyphs[count:]
    out = min(wide, MOST_HANG * run.size)
    x = first.x + out if rtl else first.x - out
    kept = _with_run(first, replace(run, glyphs=rest), rtl=rtl)
    alone = replace(first, x=x, runs=(replace(run, glyphs=mark),), text=first.text[:count])
    return (replace(kept, x=x, text=first.text[count:]), *others), alone


def _with_run(line: Line, run: Run, *, rtl: bool) -> Line:
    runs = (*line.runs[:-1], run) if rtl else (run, *line.runs[1:])
    return replace(line, runs=tuple(r for r in runs if r.glyphs))


def _form(leaf: Placed, form: Form, left: float, *, rtl: bool) -> Mark:
    name, right, bottom = leaf.layer.name, left + leaf.width, leaf.top + leaf.height
    match form.kind:
        case "block" if form.to:
            angle = 180 - form.angle if rtl else form.angle
            return Gradient(name, _box(leaf, left), form.colour, form.to, angle)
        case "block":
            return Fill(name, _box(leaf, left), form.colour, round(form.radius))
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
        case _:
            assert_never(form.kind)


def _code(leaf: Placed, qr: Qr, left: float) -> Code:
    """Return a QR code with modules of whole px, centred in its box."""
    matrix = segno.make(qr.text, micro=False, error="m").matrix
    rows = tuple("".join("1" if bit else "0" for bit in row) for row in matrix)
    module = max(1, int(min(leaf.width, leaf.height)) // len(rows))
    wide = module * len(rows)
    x, y = left + (leaf.width - wide) / 2, leaf.top + (leaf.height - wide) / 2
    return Code(leaf.layer.name, round(x), round(y), module, rows, qr.colour)


def _box(leaf: Placed, left: float) -> Box:
    right, bottom = left + leaf.width, leaf.top + leaf.height
    return round(left), round(leaf.top), round(right), round(bottom)
