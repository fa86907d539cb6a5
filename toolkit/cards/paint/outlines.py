"""Outlines as PDF paths: letters from their fonts, circles and rounded corners from arithmetic."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import uharfbuzz as hb
from PIL import Image

from toolkit.cards.paint.vectors import number

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.cards.scene import Box

ROUND = 0.5522847498
"""How far a curve's handles reach for a quarter of a circle, of its radius: 4/3 (√2 − 1)."""
Path = list[str]


class Outlines:
    """Draws the glyphs of fonts. `font_of` returns the HarfBuzz font that stands under a name."""

    def __init__(self, font_of: Callable[[str], hb.Font]) -> None:
        self._font_of = font_of
        self._pen = hb.DrawFuncs()
        self._pen.set_move_to_func(lambda x, y, path: _add(path, "m", x, y))
        self._pen.set_line_to_func(lambda x, y, path: _add(path, "l", x, y))
        self._pen.set_cubic_to_func(
            lambda a, b, c, d, x, y, path: _add(path, "c", a, b, c, d, x, y)
        )
        self._pen.set_quadratic_to_func(_quadratic)
        self._pen.set_close_path_func(lambda path: path.append("h"))

    def units(self, font: str) -> float:
        """Return how many of its units a font has to the em."""
        return float(self._font_of(font).scale[0])

    def path(self, font: str, gid: int) -> str:
        """Return a glyph's outline in the font's units, y upwards; empty for a blank."""
        path: Path = []
        self._font_of(font).draw_glyph(gid, self._pen, path)
        return " ".join(path)

    def bitmap(self, font: str, gid: int) -> tuple[Image.Image, tuple[int, int, int, int]] | None:
        """Return a colour glyph (RGBA), and its left, top, width and height in font units."""
        one = self._font_of(font)
        blob, extents = one.get_glyph_color_png(gid), one.get_glyph_extents(gid)
        if not blob or extents is None:
            return None
        with Image.open(io.BytesIO(bytes(blob.data)), formats=("PNG",)) as image:
            box = (extents.x_bearing, extents.y_bearing, extents.width, abs(extents.height))
            return image.convert("RGBA"), box


def _quadratic(a: float, b: float, x: float, y: float, path: Path) -> None:
    """Write a curve with one handle as one with two, which is all that PDF knows."""
    start_x, start_y = _end(path)
    first = (start_x + (a - start_x) * 2 / 3, start_y + (b - start_y) * 2 / 3)
    second = (x + (a - x) * 2 / 3, y + (b - y) * 2 / 3)
    _add(path, "c", *first, *second, x, y)


def _add(path: Path, operator: str, *values: float) -> None:
    path.append(" ".join((*map(number, values), operator)))


def _end(path: Path) -> tuple[float, float]:
    """Return the point that a path has come to."""
    x, y = path[-1].split()[-3:-1]
    return float(x), float(y)


def circle(x: float, y: float, radius: float) -> str:
    """Return a circle around (x, y)."""
    box = (x - radius, y - radius, x + radius, y + radius)
    return _corners(box, radius)


def rounded(box: Box, radius: float) -> str:
    """Return a rectangle, its corners rounded by `radius` px."""
    left, top, right, bottom = box
    if not radius:
        return f"{left} {top} {right - left} {bottom - top} re"
    return _corners(box, min(radius, (right - left) / 2, (bottom - top) / 2))


def _corners(box: tuple[float, float, float, float], r: float) -> str:
    left, top, right, bottom = box
    k = r * (1 - ROUND)
    path: Path = []
    _add(path, "m", left + r, top)
    _add(path, "l", right - r, top)
    _add(path, "c", right - k, top, right, top + k, right, top + r)
    _add(path, "l", right, bottom - r)
    _add(path, "c", right, bottom - k, right - k, bottom, right - r, bottom)
    _add(path, "l", left + r, bottom)
    _add(path, "c", left + k, bottom, left, bottom - k, left, bottom - r)
    _add(path, "l", left, top + r)
    _add(path, "c", left, top + k, left + k, top, left + r, top)
    path.append("h")
    return " ".join(path)
