"""A text in lines before its glyphs are placed: all that fitting asks, for much less work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from toolkit.cards.glyphs import Block, Line
from toolkit.cards.setline import set_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.cards.shape import Shaper


class DraftLine(NamedTuple):
    """One line, as `Line` is, with the embedding levels of its characters instead of glyphs."""

    text: str
    turns: Sequence[int] | None
    x: float
    baseline: float
    width: float


@dataclass(frozen=True, slots=True)
class Draft:
    """What `Block` is, in px, without glyphs; a card tries many drafts and sets one of them."""

    lines: tuple[DraftLine, ...]
    size: float
    width: float
    height: float
    voice: Shaper

    def padded(self, aside: float, above: float) -> Draft:
        """Return the same lines moved inwards from all sides, by px."""
        lines = tuple(
            DraftLine(line.text, line.turns, line.x + aside, line.baseline + above, line.width)
            for line in self.lines
        )
        width, height = self.width + 2 * aside, self.height + 2 * above
        return Draft(lines, self.size, width, height, self.voice)

    def block(self) -> Block:
        """Place the glyphs."""
        lines = tuple(
            Line(text, set_line(text, turns, self.voice, self.size)[0], x, baseline, width)
            for text, turns, x, baseline, width in self.lines
        )
        return Block(lines, self.size, self.width, self.height)
