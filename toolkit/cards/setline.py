"""One line of words into glyphs in the order in which they are seen, placed in px."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

import regex

from toolkit.cards.glyphs import Glyph, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.cards.shape import Piece, Shaper

_UNIT = regex.compile(r"[ \t\u200b]+|[^ \t\u200b]+")
_BLANK = " \t\u200b"
_SHY = "\u00ad"
_OPENING = "«»“”„‟‘’‚‹›\"'「『"
_FULL_WIDTH = "「『」』。、，．"
_CLOSING = ".,;:!?-‐–—«»“”‘’‹›\"'。、，．」』"


Unit = tuple[str, int]  # a word, or the spaces between two, and its embedding level


def set_line(
    text: str, levels: Sequence[int] | None, shaper: Shaper, size: float
) -> tuple[tuple[Run, ...], float]:
    """Return the runs from left to right and the width of the line, both in px."""
    runs: list[Run] = []
    row = _Row("", in_colour=False)
    at = 0.0
    for unit, level in seen(_hyphenated(text), levels):
        word = shaper.word(unit, rtl=level % 2 == 1)
        if unit[0] not in _BLANK:
            for piece in word.pieces:
                if piece.font != row.font:
                    runs += row.run(size)
                    row = _Row(piece.font, in_colour=piece.in_colour)
                row.add(piece, at, size)
        at += word.advance
    runs += row.run(size)
    return tuple(runs), max(0.0, at - shaper.tracking) * size


@lru_cache(maxsize=8192)
def width_of(text: str, levels: tuple[int, ...] | None, shaper: Shaper) -> float:
    """Return how wide `set_line` sets a line, in em."""
    at = 0.0
    for unit, level in seen(_hyphenated(text), levels):
        at += shaper.word(unit, rtl=level % 2 == 1).advance
    return max(0.0, at - shaper.tracking)


class _Row:
    """Glyphs of one font, being gathered."""

    def __init__(self, font: str, *, in_colour: bool) -> None:
        self.font, self.in_colour = font, in_colour
        self.gids: list[int] = []
        self.xs: list[float] = []
        self.ys: list[float] = []

    def add(self, piece: Piece, at: float, size: float) -> None:
        self.gids += piece.gids
        self.xs += [(at + x) * size for x in piece.xs]
        self.ys += [y * size for y in piece.ys] if any(piece.ys) else piece.ys

    def run(self, size: float) -> tuple[Run, ...]:
        glyphs = tuple(map(Glyph, self.gids, self.xs, self.ys))
        return (Run(self.font, size, glyphs, self.in_colour),) if glyphs else ()


def hanging(text: str, shaper: Shaper, size: float) -> tuple[float, float]:
    """Return how far quotes and stops at the start and end may stand outside the margin, in px."""
    if len(text) < 2:  # noqa: PLR2004
        return 0.0, 0.0
    first = _outside(text[0], shaper) if text[0] in _OPENING else 0.0
    last = _outside(text[-1], shaper) if text[-1] in _CLOSING else 0.0
    return first * size, last * size


def _outside(sign: str, shaper: Shaper) -> float:
    """Full-width signs fill half their square; the other half is the margin."""
    return shaper.word(sign).advance / (2 if sign in _FULL_WIDTH else 1)


def _hyphenated(text: str) -> str:
    return text[:-1] + "-" if text.endswith(_SHY) else text


def seen(text: str, levels: Sequence[int] | None) -> list[Unit]:
    """Take a line apart and turn around what runs right to left (UAX #9, rule L2)."""
    if levels is None:
        return [(word, 0) for word in _UNIT.findall(text)]
    words = ((m[0], levels[m.start() : m.end()]) for m in _UNIT.finditer(text))
    units = [unit for word, turns in words for unit in _by_level(word, turns)]
    for level in range(max((level for _, level in units), default=0), 0, -1):
        units = [unit for run in _turned(units, level) for unit in run]
    return units


def _by_level(word: str, levels: Sequence[int]) -> list[Unit]:
    if levels.count(levels[0]) == len(levels):
        return [(word, levels[0])]
    pairs = groupby(zip(word, levels, strict=True), key=itemgetter(1))
    return [("".join(char for char, _ in group), level) for level, group in pairs]


def _turned(units: list[Unit], level: int) -> Iterator[list[Unit]]:
    for high, group in groupby(units, key=lambda unit: unit[1] >= level):
        run = list(group)
        yield run[::-1] if high else run
