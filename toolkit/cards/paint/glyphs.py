"""Masks of single glyphs, drawn once per font, size and quarter pixel, then only pasted."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING

import uharfbuzz as hb
from PIL import Image

from toolkit.cards.paint.letters import Letter, Mask

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.cards.glyphs import Run

QUARTERS = 4
LARGE = 40
"""Px per em from which half pixels are fine enough."""
ROOM = 40_000_000
"""Bytes of masks kept before all are dropped, so that a long run stays within its memory."""
COPIES = 4
"""How many bytes a pixel of a mask takes: it is kept in several looks, an emoji in colour."""


class GlyphMasks:
    """A cache of glyph masks. `font_of` returns the HarfBuzz font that stands under a name."""

    def __init__(self, font_of: Callable[[str], hb.Font]) -> None:
        self._font_of = font_of
        self._masks: dict[tuple[str, float], dict[int, Mask | None]] = {}
        self._bytes = 0
        self._pen = hb.RasterDraw()

    def of(self, run: Run, x: float, y: float) -> list[Letter]:
        """Return the masks of a run's glyphs, each with its box on the card.

        (x, y) is the origin of the run's line; a mask stands at the nearest part of a px across,
        and the nearest px down.
        """
        parts = 1 if run.in_colour else QUARTERS if run.size < LARGE else 2
        known = self._of(run)
        found = []
        level = round(y)
        for gid, dx, dy in run.glyphs:
            at = math.floor((x + dx) * parts + 0.5)
            key = gid * QUARTERS + at % parts
            if key not in known:
                known[key] = self._drawn(run, gid, at % parts / parts)
            mask = known[key]
            if mask is not None:
                across, down = at // parts, round(y + dy) if dy else level
                top, bottom = down + mask.top, down + mask.bottom
                found.append((mask, across + mask.left, top, across + mask.right, bottom))
        return found

    def _of(self, run: Run) -> dict[int, Mask | None]:
        if self._bytes > ROOM:
            self._masks.clear()
            self._bytes = 0
        return self._masks.setdefault((run.font, run.size), {})

    def _drawn(self, run: Run, gid: int, shift: float) -> Mask | None:
        draw = _emoji if run.in_colour else self._outline
        mask = draw(self._font_of(run.font), run.size, gid, shift)
        if mask is not None:
            self._bytes += mask.image.width * mask.image.height * COPIES
        return mask

    def _outline(self, font: hb.Font, size: float, gid: int, shift: float) -> Mask | None:
        """Rasterise an outline; y is turned over so that the first row is the top one."""
        scale = size / font.scale[0]
        self._pen.reset()
        self._pen.transform = (scale, 0, 0, -scale, shift, 0)
        self._pen.draw_glyph(font, gid)
        drawn = self._pen.render()
        if drawn is None or not drawn.extents.width or not drawn.extents.height:
            return None
        box = drawn.extents
        image = Image.frombytes(
            "L", (box.width, box.height), bytes(drawn.buffer), "raw", "L", box.stride, 1
        )
        return Mask(image, box.x_origin, box.y_origin)


def _emoji(font: hb.Font, size: float, gid: int, _shift: float) -> Mask | None:
    """Scale the bitmap that the colour font brings to the size it is set in."""
    blob = font.get_glyph_color_png(gid)
    extents = font.get_glyph_extents(gid)
    if not blob or extents is None:
        return None
    scale = size / font.scale[0]
    wide, high = (max(1, round(abs(v) * scale)) for v in (extents.width, extents.height))
    with Image.open(io.BytesIO(bytes(blob.data)), formats=("PNG",)) as bitmap:
        image = bitmap.convert("RGBA").resize((wide, high), Image.Resampling.LANCZOS)
    return Mask(image, round(extents.x_bearing * scale), round(-extents.y_bearing * scale))
