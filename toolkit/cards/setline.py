"""One line of words into glyphs in the order in which they are seen, placed in px."""

from __future__ import annotations

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
    placed: list[tuple[Piece, float]] = []
    at = 0.0
    for unit, level in seen(_hyphenated(text), levels):
        word = shaper.word(unit, rtl=level % 2 == 1)
        if unit[0] not in _BLANK:
            for piece in word.pieces:
                placed.append((piece, at))  # noqa: PERF401 - twice as fast as a generator here
        at += word.advance
    return _runs(placed, size), max(0.0, at - shaper.tracking) * size


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


def _runs(placed: list[tuple[Piece, float]], size: float) -> tuple[Run, ...]:
    runs = []
    for font, group in groupby(placed, key=lambda p: p[0].font):
        gids: list[int] = []
        xs: list[float] = []
        ys: list[float] = []
        for piece, at in group:
            gids += piece.gids
            xs += [(at + x) * size for x in piece.xs]
            ys += [y * size for y in piece.ys]
        runs.append(Run(font, size, tuple(map(Glyph, gids, xs, ys)), piece.in_colour))
    return tuple(runs)
