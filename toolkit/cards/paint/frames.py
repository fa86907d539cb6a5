"""A frame for profile pictures: a ring and a band with the campaign's word, see-through within."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from toolkit.cards.colour import rgb
from toolkit.cards.paint import stencils
from toolkit.cards.paint.glyphs import GlyphMasks
from toolkit.cards.paint.letters import AS_IT_IS

if TYPE_CHECKING:
    from collections.abc import Callable

    import uharfbuzz as hb

    from toolkit.cards.scene import Text

VERSION = "1"
"""Part of every key: raise it when the same frame would be drawn in another way."""
SIDE = 1080
RING, LINE = 64, 12
"""Px of the ring, and of the line inside it; networks cut the picture to the ring's outside."""
BAND = 760
"""Px from the top at which the band begins."""
FINE = 2


def frame(ground: str, accent: str, words: Text | None, font_of: Callable[[str], hb.Font]) -> bytes:
    """Return a PNG of SIDE × SIDE px, transparent but for its ring, its band and the words."""
    solid = _mask(0)
    inner = _mask(RING + LINE)
    hole = _mask(RING + 2 * LINE)
    for mask in (inner, hole):
        ImageDraw.Draw(mask).rectangle((0, BAND * FINE, SIDE * FINE, SIDE * FINE), fill=0)
    ImageDraw.Draw(hole).rectangle((0, (BAND - LINE) * FINE, SIDE * FINE, SIDE * FINE), fill=0)
    small = [mask.reduce(FINE) for mask in (solid, inner, hole)]
    image = Image.new("RGBA", (SIDE, SIDE), (*rgb(ground), 0))
    image.paste(rgb(ground), (0, 0), small[0])
    image.putalpha(small[0])
    _over(image, accent, stencils.Stencil(small[1], 0, 0))
    if words:
        lines, stickers = stencils.text(words, GlyphMasks(font_of))
        for line in lines:
            mask = line.together(AS_IT_IS)
            _over(image, words.colour, stencils.Stencil(mask, *line.box[:2]))
        for sticker in stickers:
            image.alpha_composite(sticker.image, (sticker.left, sticker.top))
    image.paste((*rgb(ground), 0), (0, 0), small[2])
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _mask(inset: int) -> Image.Image:
    mask = Image.new("L", (SIDE * FINE, SIDE * FINE), 0)
    near, far = inset * FINE, (SIDE - inset) * FINE - 1
    ImageDraw.Draw(mask).ellipse((near, near, far, far), fill=255)
    return mask


def _over(image: Image.Image, colour: str, stencil: stencils.Stencil) -> None:
    layer = Image.new("RGBA", stencil.mask.size, (*rgb(colour), 0))
    layer.putalpha(stencil.mask)
    image.alpha_composite(layer, (stencil.left, stencil.top))
