"""Masks of glyphs and of whole words, drawn once per font, size and part of a px, then pasted."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING

import uharfbuzz as hb
from PIL import Image

from toolkit.cards.paint.letters import Letter, Mask, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from toolkit.cards.glyphs import Piece, Run

QUARTERS = 4
LARGE = 40
"""Px per em from which half pixels are fine enough."""
FINER = 2
"""How much finer the letters of a word are placed in it than the word is on its line."""
LONG = 24
"""Glyphs of a word from which it hardly comes again: a line of Thai or Japanese, a link."""
ROOM = 20_000_000
"""Bytes of glyphs, and of words, kept before all of them are dropped: a long run has its limits."""
COPIES = 6
"""How many bytes a pixel of a mask takes: it is kept in several looks, an emoji in colour."""


class GlyphMasks:
    """A cache of masks. `font_of` returns the HarfBuzz font that stands under a name."""

    def __init__(self, font_of: Callable[[str], hb.Font]) -> None:
        self._font_of = font_of
        self._glyphs, self._words = _Masks(), _Masks()
        self._pen = hb.RasterDraw()

    def of(self, run: Run, x: float, y: float) -> list[Letter]:
        """Return the masks of a run's words, each with its box on the card.

        (x, y) is the origin of the run's line; a mask stands at the nearest part of a px across,
        and the nearest px down. Emoji, and the letters of a long word, come one by one.
        """
        size, level = run.size, round(y)
        parts = 1 if run.in_colour else QUARTERS if size < LARGE else 2
        known, fine = self._words.of(run.font, size), max(1, parts // FINER)
        found: list[Letter] = []
        for piece, at in run.row:
            left = x + at * size
            if run.in_colour or len(piece.gids) > LONG:
                place = math.floor(left * parts + 0.5), level
                found += self._letters(piece, size, place, parts)
                continue
            across, part = divmod(math.floor(left * fine + 0.5), fine)
            key = (piece, part)
            if key not in known:
                letters = self._letters(piece, size, (part * FINER, 0), parts)
                self._words.keep(known, key, joined(letters) if letters else None)
            mask = known[key]
            if mask is not None:
                found.append(mask.at(across, level))
        return found

    def _letters(
        self, piece: Piece, size: float, place: tuple[int, int], parts: int
    ) -> list[Letter]:
        """Return each glyph's mask; `place` is in parts of a px across, and in px down."""
        known, scale = self._glyphs.of(piece.font, size), size * parts
        found = []
        for gid, dx, dy in zip(piece.gids, piece.xs, piece.ys, strict=True):
            across, part = divmod(place[0] + math.floor(dx * scale + 0.5), parts)
            key = (gid, part)
            if key not in known:
                self._glyphs.keep(known, key, self._drawn(piece, size, gid, part / parts))
            mask = known[key]
            if mask is not None:
                found.append(mask.at(across, place[1] + round(dy * size)))
        return found

    def _drawn(self, piece: Piece, size: float, gid: int, shift: float) -> Mask | None:
        draw = _emoji if piece.in_colour else self._outline
        return draw(self._font_of(piece.font), size, gid, shift)

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


class _Masks:
    """Masks by font and size, then by what they show; never more than there is room for."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, float], dict[Hashable, Mask | None]] = {}
        self._bytes = 0

    def of(self, font: str, size: float) -> dict[Hashable, Mask | None]:
        """Return what is known of a font at a size."""
        if self._bytes > ROOM:
            self._kept.clear()
            self._bytes = 0
        return self._kept.setdefault((font, size), {})

    def keep(self, known: dict[Hashable, Mask | None], key: Hashable, mask: Mask | None) -> None:
        """Put a mask among those of its font and size."""
        known[key] = mask
        if mask is not None:
            self._bytes += mask.image.width * mask.image.height * COPIES


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
