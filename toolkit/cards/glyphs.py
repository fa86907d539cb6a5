"""Set text as values: glyphs in pieces of words, pieces in runs, runs in lines, lines in a block.

Pieces and where they are put are in em, so that one setting of a line serves every size; a run
has a size, and from there on everything is in px.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Piece(NamedTuple):
    """Glyphs of one font in visual order, positions in em from the word's left edge."""

    font: str
    in_colour: bool
    gids: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    def parted(self, count: int) -> tuple[Piece, Piece]:
        """Return the first `count` glyphs, which stay where they are, and the others."""
        first = Piece(*self[:2], self.gids[:count], self.xs[:count], self.ys[:count])
        return first, Piece(*self[:2], self.gids[count:], self.xs[count:], self.ys[count:])


class Put(NamedTuple):
    """A piece, and how far from the line's origin its word begins, in em."""

    piece: Piece
    at: float


Row = tuple[Put, ...]
"""Neighbouring pieces of one font, from left to right; there is at least one."""


class Glyph(NamedTuple):
    """One glyph of a font, its origin relative to its line's origin, in px (y grows downwards)."""

    gid: int
    x: float
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """A row of pieces at one size (px per em)."""

    size: float
    row: Row

    @property
    def font(self) -> str:
        """The name of the font."""
        return self.row[0].piece.font

    @property
    def in_colour(self) -> bool:
        """Whether the font brings pictures instead of outlines."""
        return self.row[0].piece.in_colour

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """Return the glyphs in visual order from left to right."""
        size = self.size
        return tuple(
            Glyph(gid, (at + x) * size, y * size)
            for piece, at in self.row
            for gid, x, y in zip(piece.gids, piece.xs, piece.ys, strict=True)
        )

    def parted(self, count: int) -> tuple[Run | None, Run | None]:
        """Return the first `count` glyphs and the others; None for what has no glyphs."""
        first: list[Put] = []
        rest: list[Put] = []
        for piece, at in self.row:
            left = count - sum(len(put.piece.gids) for put in first)
            near, far = piece.parted(max(0, left))
            first += [Put(near, at)] if near.gids else []
            rest += [Put(far, at)] if far.gids else []
        return self._of(first), self._of(rest)

    def _of(self, puts: list[Put]) -> Run | None:
        return Run(self.size, tuple(puts)) if puts else None


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

    def padded(self, aside: float, above: float) -> Block:
        """Return the same lines moved inwards from all sides, by px."""
        lines = tuple(
            Line(line.text, line.runs, line.x + aside, line.baseline + above, line.width)
            for line in self.lines
        )
        return Block(lines, self.size, self.width + 2 * aside, self.height + 2 * above)
