"""Marks as coverage: every shape becomes a grey mask and the place where it goes."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageDraw

from toolkit.cards.paint.gradients import graded
from toolkit.cards.paint.letters import LineOfLetters

if TYPE_CHECKING:
    from toolkit.cards.paint.glyphs import GlyphMasks
    from toolkit.cards.paint.letters import Letter
    from toolkit.cards.scene import Code, Disc, Fill, Polygon, Text, Veil

Draw = Callable[[ImageDraw.ImageDraw, int, int], None]
FINE = 4
"""Shapes are drawn this many times larger and shrunk, which smooths their edges."""


class Stencil(NamedTuple):
    """How much of each pixel is covered (L), and the left top corner of the mask on the card."""

    mask: Image.Image
    left: int
    top: int


class Sticker(NamedTuple):
    """A small coloured picture with transparency (RGBA), and its left top corner on the card."""

    image: Image.Image
    left: int
    top: int


def rounded(mark: Fill) -> Stencil:
    """Return the mask of a rectangle with rounded corners."""
    left, top, right, bottom = mark.box
    wide, high = right - left, bottom - top
    mask = Image.new("L", (wide * FINE, high * FINE), 0)
    box = (0, 0, wide * FINE - 1, high * FINE - 1)
    ImageDraw.Draw(mask).rounded_rectangle(box, mark.radius * FINE, fill=255)
    return Stencil(mask.reduce(FINE), left, top)


def veil(mark: Veil) -> Stencil:
    """Return the mask of a colour that is as dense as its place along an angle says."""
    left, top, right, bottom = mark.box
    steps = [mark.first + (mark.last - mark.first) * i / 255 for i in range(256)]
    dense = bytes(round(255 * step) for step in steps)
    return Stencil(graded(right - left, bottom - top, mark.angle, dense), left, top)


def disc(mark: Disc, width: int, height: int) -> Stencil | None:
    """Return the mask of a circle or ring, as far as it lies on the card."""
    box = (mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius)

    def draw(pen: ImageDraw.ImageDraw, left: int, top: int) -> None:
        for radius, value in ((mark.radius, 255), (mark.hole, 0)):
            x, y, r = (mark.x - left) * FINE, (mark.y - top) * FINE, radius * FINE
            if r:
                pen.ellipse((x - r, y - r, x + r - 1, y + r - 1), fill=value)

    return _fine(box, width, height, draw)


def polygon(mark: Polygon, width: int, height: int) -> Stencil | None:
    """Return the mask of a polygon, as far as it lies on the card."""
    xs, ys = zip(*mark.points, strict=True)

    def draw(pen: ImageDraw.ImageDraw, left: int, top: int) -> None:
        points = [((x - left) * FINE, (y - top) * FINE) for x, y in mark.points]
        pen.polygon(points, fill=255)

    return _fine((min(xs), min(ys), max(xs), max(ys)), width, height, draw)


def code(mark: Code) -> Stencil:
    """Return the mask of a QR code: whole pixels, no smoothing."""
    size = len(mark.rows)
    bits = bytes(255 if bit == "1" else 0 for row in mark.rows for bit in row)
    small = Image.frombytes("L", (size, size), bits)
    wide = size * mark.module
    return Stencil(small.resize((wide, wide), Image.Resampling.NEAREST), mark.x, mark.y)


def _fine(
    box: tuple[float, float, float, float], width: int, height: int, draw: Draw
) -> Stencil | None:
    """Draw at a multiple of the size, on no more than the part of the card that is touched."""
    left, top = max(0, math.floor(box[0])), max(0, math.floor(box[1]))
    right, bottom = min(width, math.ceil(box[2])), min(height, math.ceil(box[3]))
    if right <= left or bottom <= top:
        return None
    mask = Image.new("L", ((right - left) * FINE, (bottom - top) * FINE), 0)
    draw(ImageDraw.Draw(mask), left, top)
    return Stencil(mask.reduce(FINE), left, top)


def text(mark: Text, masks: GlyphMasks) -> tuple[list[LineOfLetters], list[Sticker]]:
    """Return the letters of each line of a text, and its emoji as stickers."""
    lines: list[LineOfLetters] = []
    stickers: list[Sticker] = []
    for line in mark.lines:
        letters: list[Letter] = []
        for run in line.runs:
            found = masks.of(run, mark.x + line.x, mark.y + line.baseline)
            if run.in_colour:
                stickers += [Sticker(emoji.image, left, top) for emoji, left, top, _, _ in found]
            else:
                letters += found
        if letters:
            lines.append(LineOfLetters(letters))
    return lines, stickers
