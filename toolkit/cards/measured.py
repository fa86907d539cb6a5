"""A text that was measured once: how many lines it makes of any width, and those lines in any box.

While a card is dressed, the same text tries many boxes and sizes, and so it remembers what came
of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import regex

from toolkit.cards.bidi import levels
from toolkit.cards.breaks import paragraphs
from toolkit.cards.glyphs import Block, Line, Run
from toolkit.cards.setline import hanging, seen, set_line
from toolkit.cards.textstyle import Align, room_for
from toolkit.cards.wrap import Ruler, Span, balanced, greedy, ruler
from toolkit.model import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from toolkit.cards.fonts import MissingGlyph
    from toolkit.cards.shape import Shaper

TOLERANCE = 0.01
"""Px that rounding may add to a line."""
MOST_TEXTS, MOST_KNOWN = 128, 256
"""How many texts are remembered, and what of each; a card has some twenty."""
# A figure has no accents to keep room for: it takes what its signs take, and a little air, in em.
_FIGURES = regex.compile(r"[\p{Nd}\p{P}\p{Sc}\p{Sm}\s]*\p{Nd}[\p{Nd}\p{P}\p{Sc}\p{Sm}\s]*")
_AIR = 0.03


@dataclass(frozen=True, slots=True)
class Room:
    """The box for a text in px, and how the text is to be set in it; see `typeset.fit`.

    The sizes begin with the smallest.
    """

    width: float
    height: float
    sizes: Sequence[float]
    align: Align = Align.START
    max_lines: int | None = None
    balance: bool = True
    hang: bool = False
    tight: bool = True


@dataclass(frozen=True, slots=True)
class Measured:
    """What is the same in every box: a measured text, its reach in em, and what it lacks."""

    voice: Shaper
    rtl: bool
    rulers: tuple[Ruler, ...]
    turns: tuple[tuple[int, ...] | None, ...]
    missing: tuple[MissingGlyph, ...]
    rise: float
    fall: float
    leading: float
    known: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def filled(self, width: float) -> tuple[int | None, bool]:
        """Return how many lines `width` em make, and whether one ends inside a word or phrase.

        None if something is too wide for any line.
        """
        found: tuple[int | None, bool] | None = self.known.get(width)
        return self._keep(width, self._filled(width)) if found is None else found

    def extent(self, lines: int, size: float) -> float:
        """Return how high so many lines are, in px."""
        return ((lines - 1) * self.leading + self.rise + self.fall) * size

    def fits(self, room: Room, size: float) -> bool:
        """Return whether all lines have room at a size."""
        lines, _ = self.filled(room.width / size)
        if lines is None or (room.max_lines is not None and lines > room.max_lines):
            return False
        return self.extent(lines, size) <= room.height + TOLERANCE

    def block(self, room: Room, size: float) -> Block:
        """Return the lines at a size, whether that fits or not."""
        key = (room.width, size, room.align, room.balance, room.hang)
        found: Block | None = self.known.get(key)
        return self._keep(key, self._block(room, size)) if found is None else found

    def _keep(self, key: Hashable, made: Any) -> Any:  # noqa: ANN401 - whatever it is
        """Remember something; after some hundred of them all is forgotten."""
        if len(self.known) >= MOST_KNOWN:
            self.known.clear()
        self.known[key] = made
        return made

    def _filled(self, width: float) -> tuple[int | None, bool]:
        wrapped = [greedy(r, width) for r in self.rulers]
        broken = any(
            end not in r.firm
            for r, spans in zip(self.rulers, wrapped, strict=True)
            for _, end in spans or ()
            if end
        )
        count = None if None in wrapped else sum(len(spans) for spans in wrapped if spans)
        return count, broken

    def _block(self, room: Room, size: float) -> Block:
        lines: list[Line] = []
        for part, turns in self._parts(room, size):
            rows, em = set_line(part, turns, self.voice)
            wide = em * size
            outside = hanging(part, self.voice, size) if room.hang else (0.0, 0.0)
            x = _x(room.width, wide, outside, room.align, rtl=self.rtl)
            baseline = (self.rise + len(lines) * self.leading) * size
            lines.append(Line(part, tuple(Run(size, row) for row in rows), x, baseline, wide))
        return Block(tuple(lines), size, room.width, self.extent(len(lines), size))

    def _parts(self, room: Room, size: float) -> Iterator[tuple[str, tuple[int, ...] | None]]:
        """Yield each line's text with the levels it has in its paragraph."""
        wrapped = balanced if room.balance else greedy
        for paragraph, turns in zip(self.rulers, self.turns, strict=True):
            spans = wrapped(paragraph, room.width / size) or ()
            yield from _texts(paragraph, spans, turns)


@lru_cache(maxsize=MOST_TEXTS)
def measured(voice: Shaper, text: str, language: str, tight: bool) -> Measured:  # noqa: FBT001
    """Measure a text; see `typeset.fit` for what decides it."""
    found = [_paragraph(voice, p, language) for p in paragraphs(text)]
    rulers = tuple(r for r, _ in found)
    missing = tuple(dict.fromkeys(glyph for _, faults in found for glyph in faults))
    rise, fall, leading = room_for(text, voice.cap_height, voice.style)
    if not missing and tight and _FIGURES.fullmatch(text):
        rise, fall = (reach + _AIR for reach in voice.ink(text))
    rtl = is_right_to_left(language)
    turns = tuple(levels("".join(c.text + c.space for c in r.chunks), rtl=rtl) for r in rulers)
    return Measured(voice, rtl, rulers, turns, missing, rise, fall, leading)


@lru_cache(maxsize=4096)
def _paragraph(voice: Shaper, text: str, language: str) -> tuple[Ruler, tuple[MissingGlyph, ...]]:
    rule = ruler(text, language, lambda part: _width(voice, part)[0])
    faults = [fault for c in rule.chunks for fault in _width(voice, c.text)[1]]
    return rule, tuple(faults)


@lru_cache(maxsize=32768)
def _width(voice: Shaper, part: str) -> tuple[float, tuple[MissingGlyph, ...]]:
    """Return the width of some text as it will be set, in em, and what it lacks."""
    units = seen(part, levels(part, rtl=False))
    words = [voice.word(unit, rtl=level % 2 == 1) for unit, level in units]
    return sum(w.advance for w in words), tuple(fault for w in words for fault in w.missing)


def _texts(
    paragraph: Ruler, spans: Sequence[Span], turns: tuple[int, ...] | None
) -> Iterator[tuple[str, tuple[int, ...] | None]]:
    at = 0
    for first, last in spans:
        text = paragraph.text((first, last))
        yield text, turns and turns[at : at + len(text)]
        if turns:
            at += sum(len(c.text) + len(c.space) for c in paragraph.chunks[first:last])


def _x(
    width: float, wide: float, outside: tuple[float, float], align: Align, *, rtl: bool
) -> float:
    """Return the left edge of a line; what hangs stands outside the edge that is aligned."""
    first, last = outside
    left, right = (last, first) if rtl else (first, last)
    if align is Align.CENTRE:
        return (width - wide + right - left) / 2
    at_left = (align is Align.START) != rtl
    return -left if at_left else width - wide + right
