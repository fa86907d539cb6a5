"""Set text as values: glyphs in runs, runs in lines, lines in a block, all in px."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Glyph(NamedTuple):
    """One glyph of a font, its origin relative to its line's origin, in px (y grows downwards).

    A named tuple, because a card has hundreds and a frozen dataclass takes three times as long.
    """

    gid: int
    x: float
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one font at one size (px per em), in visual order from left to right."""

    font: str
    size: float
    glyphs: tuple[Glyph, ...]
    in_colour: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One set line. `text` is the logical text; the origin is at (x, baseline) in the block, px."""

    text: str
    runs: tuple[Run, ...]
    x: float
    baseline: float
    width: float


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that were fitted to a box: type size (px per em), extent (px).

    `width` is that of the box the lines are aligned in; `height` reaches from the top of accented
    capitals of the first line to the lowest descender of the last.
    """

    lines: tuple[Line, ...]
    size: float
    width: float
    height: float
