"""The frame that supporters put around their own picture, in the campaign's colours and word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.cards.glyphs import Block
from toolkit.cards.paint import frames as paint
from toolkit.cards.scene import Text
from toolkit.cards.textstyle import Align, TextStyle
from toolkit.cards.typeset import fit
from toolkit.kit.store import key_of

if TYPE_CHECKING:
    from toolkit.cards.fonts import Fonts
    from toolkit.cards.library import Theme
    from toolkit.kit.store import Kept, Store

WIDE, TOP, HIGH = 640, 800, 130
"""Px of the box for the word: as wide as the band still is at its foot."""
SIZES = tuple(range(96, 34, -4))


def frame(theme: Theme, word: str, language: str, fonts: Fonts, store: Store) -> Kept:
    """Return a transparent PNG; without the word where it does not fit or no font has it."""
    colours = theme.shape.colours
    key = key_of("frame", paint.VERSION, theme.digest, fonts.hash, word, language)

    def make() -> bytes:
        words = _words(word, language, colours["ink"], fonts)
        return paint.frame(colours["ground"], colours["accent"], words, fonts.units)

    return store.kept(key, ".png", make)


def _words(word: str, language: str, colour: str, fonts: Fonts) -> Text | None:
    if not word:
        return None
    block = fit(
        word,
        width=WIDE,
        height=HIGH,
        sizes=SIZES,
        style=TextStyle(weight=800),
        fonts=fonts,
        language=language,
        align=Align.CENTRE,
        max_lines=1,
    )
    if not isinstance(block, Block):
        return None
    left, top = (paint.SIDE - WIDE) / 2, TOP + (HIGH - block.height) / 2
    return Text("word", left, top, block.lines, colour)
