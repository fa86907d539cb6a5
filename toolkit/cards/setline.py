"""One line of words into glyphs in the order in which they are seen, placed in px."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import regex

from toolkit.cards.glyphs import Glyph, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.cards.shape import Piece, Shaper

_UNIT = regex.compile(r"[ \t\u200b]+|[^ \t\u200b]+")
_SHY = "\u00ad"
_OPENING = "«»“”„‟‘’‚‹›\"'「『"
_CLOSING = ".,;:!?-‐–—«»“”‘’‹›\"'。、，．」』"


class Unit(NamedTuple):
    """A word, or the spaces between two, all on one embedding level."""

    text: str
    level: int


def set_line(
    text: str, levels: Sequence[int] | None, shaper: Shaper, size: float
) -> tuple[tuple[Run, ...], float]:
    """Return the runs from left to right and the width of the line, both in px."""
    placed: list[tuple[Piece, float]] = []
    at = 0.0
    for unit in _seen(_units(_hyphenated(text), levels)):
        word = shaper.word(unit.text, rtl=bool(unit.level % 2))
        placed += ((piece, at) for piece in word.pieces if not unit.text.isspace())
        at += word.advance
    return _runs(placed, size), max(0.0, at - shaper.tracking) * size


def hanging(text: str, shaper: Shaper, size: float) -> tuple[float, float]:
    """Return how far quotes and stops at the start and end may stand outside the margin, in px."""
    if len(text) < 2:  # noqa: PLR2004
        return 0.0, 0.0
    first = shaper.word(text[0]).advance if text[0] in _OPENING else 0.0
    last = shaper.word(text[-1]).advance if text[-1] in _CLOSING else 0.0
    return first * size, last * size


def _hyphenated(text: str) -> str:
    return text[:-1] + "-" if text.endswith(_SHY) else text


def _units(text: str, levels: Sequence[int] | None) -> list[Unit]:
    words = ((m.start(), m[0]) for m in _UNIT.finditer(text))
    if levels is None:
        return [Unit(word, 0) for _, word in words]
    return [unit for start, word in words for unit in _by_level(word, levels[start:])]


def _by_level(word: str, levels: Sequence[int]) -> Iterator[Unit]:
    pairs = zip(word, levels, strict=False)
    for level, group in groupby(pairs, key=lambda pair: pair[1]):
        yield Unit("".join(char for char, _ in group), level)


def _seen(units: list[Unit]) -> list[Unit]:
    """Turn around what runs right to left (UAX #9, rule L2)."""
    highest = max((unit.level for unit in units), default=0)
    for level in range(highest, 0, -1):
        turned: list[Unit] = []
        for run in _runs_at(units, level):
            turned += reversed(run) if run[0].level >= level else run
        units = turned
    return units


def _runs_at(units: list[Unit], level: int) -> list[list[Unit]]:
    return [list(run) for _, run in groupby(units, key=lambda unit: unit.level >= level)]


def _runs(placed: list[tuple[Piece, float]], size: float) -> tuple[Run, ...]:
    runs: list[Run] = []
    glyphs: list[Glyph] = []
    for i, (piece, at) in enumerate(placed):
        xs = [(at + x) * size for x in piece.xs]
        glyphs += map(Glyph, piece.gids, xs, [y * size for y in piece.ys])
        if i + 1 == len(placed) or placed[i + 1][0].font != piece.font:
            runs.append(Run(piece.font, size, tuple(glyphs), piece.in_colour))
            glyphs = []
    return tuple(runs)
