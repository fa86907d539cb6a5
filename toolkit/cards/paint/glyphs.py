"""Masks of single glyphs, drawn once per font, size and quarter pixel, then only pasted."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING, NamedTuple

import uharfbuzz as hb
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.cards.glyphs import Run

QUARTERS = 4
LARGE = 40
"""Px per em from which half pixels are fine enough."""
ROOM = 40_000_000
"""Bytes of masks kept before all are dropped, so that a long run stays within its memory."""


class Mask(NamedTuple):
    """Coverage (L) or colour (RGBA) of one glyph, and where it stands from the glyph's origin."""

    image: Image.Image | None
    left: int
    top: int


NOTHING = Mask(None, 0, 0)
Key = tuple[str, float, int, int]


class GlyphMasks:
    """A cache of glyph masks. `font_of` returns the HarfBuzz font that stands under a name."""

    def __init__(self, font_of: Callable[[str], hb.Font]) -> None:
        self._font_of = font_of
        self._masks: dict[Key, Mask] = {}
        self._bytes = 0
        self._pen = hb.RasterDraw()

    def at(self, run: Run, gid: int, x: float) -> tuple[Mask, int]:
        """Return the mask for a glyph whose origin is at `x`, and the whole px it is drawn from."""
        step = 1 if run.in_colour else QUARTERS if run.size < LARGE else 2
        steps = math.floor(x * step + 0.5)
        key = (run.font, run.size, gid, steps % step * QUARTERS // step)
        mask = self._masks.get(key)
        if mask is None:
            mask = self._kept(key, coloured=run.in_colour)
        return mask, steps // step

    def _kept(self, key: Key, *, coloured: bool) -> Mask:
        font, size, gid, quarter = key
        draw = _emoji if coloured else self._outline
        mask = draw(self._font_of(font), size, gid, quarter / QUARTERS)
        if self._bytes > ROOM:
            self._masks.clear()
            self._bytes = 0
        if mask.image is not None:
            self._bytes += mask.image.width * mask.image.height * len(mask.image.getbands())
        self._masks[key] = mask
        return mask

    def _outline(self, font: hb.Font, size: float, gid: int, shift: float) -> Mask:
        """Rasterise an outline; y is turned over so that the first row is the top one."""
        scale = size / font.scale[0]
        self._pen.reset()
        self._pen.transform = (scale, 0, 0, -scale, shift, 0)
        self._pen.draw_glyph(font, gid)
        drawn = self._pen.render()
        if drawn is None or not drawn.extents.width or not drawn.extents.height:
            return NOTHING
        box = drawn.extents
        image = Image.frombytes(
            "L", (box.width, box.height), bytes(drawn.buffer), "raw", "L", box.stride, 1
        )
        return Mask(image, box.x_origin, box.y_origin)


def _emoji(font: hb.Font, size: float, gid: int, _shift: float) -> Mask:
    """Scale the bitmap that the colour font brings to the size it is set in."""
    blob = font.get_glyph_color_png(gid)
    extents = font.get_glyph_extents(gid)
    if not blob or extents is None:
        return NOTHING
    scale = size / font.scale[0]
    wide, high = (max(1, round(abs(v) * scale)) for v in (extents.width, extents.height))
    with Image.open(io.BytesIO(bytes(blob.data)), formats=("PNG",)) as bitmap:
        image = bitmap.convert("RGBA").resize((wide, high), Image.Resampling.LANCZOS)
    return Mask(image, round(extents.x_bearing * scale), round(-extents.y_bearing * scale))
