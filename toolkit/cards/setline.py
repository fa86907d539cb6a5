"""One line of words into pieces in the order in which they are seen, placed in em."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

import regex

from toolkit.cards.glyphs import Put

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.cards.glyphs import Row
    from toolkit.cards.shape import Shaper

_UNIT = regex.compile(r"[ \t\u200b]+|[^ \t\u200b]+")
_BLANK = " \t\u200b"
_SHY = "\u00ad"
_OPENING = "«»“”„‟‘’‚‹›\"'「『"
_FULL_WIDTH = "「『」』。、，．"
_CLOSING = ".,;:!?-‐–—«»“”‘’‹›\"'。、，．」』"


Unit = tuple[str, int]  # a word, or the spaces between two, and its embedding level


@lru_cache(maxsize=4096)
def set_line(
    text: str, levels: tuple[int, ...] | None, shaper: Shaper
) -> tuple[tuple[Row, ...], float]:
    """Return the pieces of a line from left to right, in rows of one font, and its width in em."""
    rows: list[list[Put]] = []
    font, at = "", 0.0
    for unit, level in seen(_hyphenated(text), levels):
        word = shaper.word(unit, rtl=level % 2 == 1)
        if unit[0] not in _BLANK:
            for piece in word.pieces:
                if not piece.gids:
                    continue  # all of it is invisible
                if piece.font != font:
                    rows.append([])
                    font = piece.font
                rows[-1].append(Put(piece, at))
        at += word.advance
    return tuple(tuple(row) for row in rows), max(0.0, at - shaper.tracking)


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
