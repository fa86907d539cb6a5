"""Where words go: the largest size at which all of them fit a box, and never one word fewer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from toolkit.cards.bidi import levels
from toolkit.cards.breaks import paragraphs
from toolkit.cards.glyphs import Block, Line
from toolkit.cards.setline import hanging, seen, set_line
from toolkit.cards.shape import Shaper, shaper
from toolkit.cards.textstyle import Align, TextStyle, room_for
from toolkit.cards.wrap import Ruler, Span, balanced, greedy, ruler, widest
from toolkit.model import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.cards.fonts import Fonts, MissingGlyph

_TOLERANCE = 0.01  # px; what rounding may add to a line
# Up to so many lines, one is alone that is shorter than this share of the longest (the last one may
# be shorter still); of more lines, the first or the last if it is a stray word.
_FEW, _ALONE, _ALONE_LAST, _STRAY = 4, 0.6, 0.4, 0.3
# Then a smaller size is better, down to this share of the largest; it may be smaller still where
# that keeps a hashtag, a link or a phrase whole.
_WORTH, _WORTH_WORDS = 0.78, 0.55


# A figure has no accents to keep room for: it takes what its signs take, and a little air, in em.
_FIGURES = regex.compile(r"[\p{Nd}\p{P}\p{Sc}\p{Sm}\s]*\p{Nd}[\p{Nd}\p{P}\p{Sc}\p{Sm}\s]*")
_AIR = 0.03


@dataclass(frozen=True, slots=True)
class Missing:
    """Characters that no font has, each once, in the order in which they are met."""

    glyphs: tuple[MissingGlyph, ...]


@dataclass(frozen=True, slots=True)
class Misfit:
    """What did not fit at the smallest size, in px, and by how much (0 where it did fit).

    `widest` is the word that is broader than the box, if there is one: then no other number
    counts, since there are no lines.
    """

    size: float
    over_width: float
    over_height: float
    over_lines: int
    widest: str = ""


@dataclass(frozen=True, slots=True)
class _Job:
    """What stays the same while sizes are tried."""

    width: float
    height: float
    rulers: tuple[Ruler, ...]
    shaper: Shaper
    rise: float
    fall: float
    leading: float
    max_lines: int | None

    def count(self, size: float) -> int | None:
        counted = [greedy(r, self.width / size) for r in self.rulers]
        return None if None in counted else sum(len(lines) for lines in counted if lines)

    def breaks_words(self, size: float) -> bool:
        """Whether a line ends where it should not: inside a hashtag, a link or a phrase."""
        lines = ((r, greedy(r, self.width / size) or ()) for r in self.rulers)
        return any(end not in r.firm for r, spans in lines for _, end in spans if end)

    def extent(self, lines: int, size: float) -> float:
        return ((lines - 1) * self.leading + self.rise + self.fall) * size

    def fits(self, size: float) -> bool:
        lines = self.count(size)
        if lines is None or (self.max_lines is not None and lines > self.max_lines):
            return False
        return self.extent(lines, size) <= self.height + _TOLERANCE


def fit(
    text: str,
    *,
    width: float,
    height: float,
    sizes: Sequence[float],
    style: TextStyle,
    fonts: Fonts,
    language: str,
    align: Align = Align.START,
    max_lines: int | None = None,
    balance: bool = True,
    hang: bool = False,
    tight: bool = True,
) -> Block | Misfit | Missing:
    """Set the whole text at the largest of `sizes` at which it fits `width` × `height` px.

    `sizes` are px per em in any order. Line ends in the text are kept. `language` is a BCP 47 tag;
    it decides the direction, the line breaks and the shapes of letters. `hang` lets quotation
    marks stand outside the margin. `width` is the block's width: lines are aligned within it.
    The block's height runs from the top of accented capitals to the lowest descender, that of a
    figure from its top to its foot if `tight`.
    """
    voice = shaper(fonts, style, language)
    measured = [_measured(voice, p, language) for p in paragraphs(text)]
    missing = dict.fromkeys(glyph for _, faults in measured for glyph in faults)
    if missing:
        return Missing(tuple(missing))
    rise, fall, leading = room_for(text, fonts.metrics(voice.primary.id).cap_height, style)
    if tight and _FIGURES.fullmatch(text):
        rise, fall = (reach + _AIR for reach in voice.ink(text))
    rulers = tuple(r for r, _ in measured)
    job = _Job(width, height, rulers, voice, rise, fall, leading, max_lines)
    rtl = is_right_to_left(language)
    found, worth = None, 1.0
    for size in _largest_first(job, sorted(sizes)):
        if found and size < found.size * worth:
            break
        block = _set(job, size, balance=balance, align=align, rtl=rtl, hang=hang)
        if any(line.width > width + _TOLERANCE for line in block.lines):
            continue
        broken = job.breaks_words(size)
        if not broken and (not balance or len(rulers) > 1 or not _ragged(block)):
            return block
        if found is None:
            found, worth = block, _WORTH_WORDS if broken else _WORTH
    return found or _misfit(job, min(sizes))


def _ragged(block: Block) -> bool:
    """Return whether a line stands there alone, since it is far shorter than another."""
    *others, last = (line.width for line in block.lines)
    if not others:
        return False
    whole = max(others)
    if len(others) >= _FEW:
        return min(others[0], last) < _STRAY * whole
    return min(others) < _ALONE * whole or last < _ALONE_LAST * whole


@lru_cache(maxsize=4096)
def _measured(voice: Shaper, text: str, language: str) -> tuple[Ruler, tuple[MissingGlyph, ...]]:
    rule = ruler(text, language, lambda part: _width(voice, part)[0])
    faults = [fault for c in rule.chunks for fault in _width(voice, c.text)[1]]
    return rule, tuple(faults)


@lru_cache(maxsize=32768)
def _width(voice: Shaper, part: str) -> tuple[float, tuple[MissingGlyph, ...]]:
    """Return the width of some text as it will be set, in em, and what it lacks."""
    units = seen(part, levels(part, rtl=False))
    words = [voice.word(unit, rtl=level % 2 == 1) for unit, level in units]
    return sum(w.advance for w in words), tuple(fault for w in words for fault in w.missing)


def _largest_first(job: _Job, sizes: Sequence[float]) -> Sequence[float]:
    """Halve until the largest size that fits is found; below it the others, largest first.

    Bigger type needs at least as many lines, so that whether it fits changes only once.
    """
    low, high = 0, len(sizes)
    while low < high:
        middle = (low + high) // 2
        if job.fits(sizes[middle]):
            low = middle + 1
        else:
            high = middle
    return sizes[:low][::-1]


def _set(job: _Job, size: float, *, balance: bool, align: Align, rtl: bool, hang: bool) -> Block:
    wrapped = balanced if balance else greedy
    lines: list[Line] = []
    for paragraph in job.rulers:
        spans = wrapped(paragraph, job.width / size) or ()
        for text, turns in _texts(paragraph, spans, rtl=rtl):
            baseline = (job.rise + len(lines) * job.leading) * size
            runs, wide = set_line(text, turns, job.shaper, size)
            outside = hanging(text, job.shaper, size) if hang else (0.0, 0.0)
            x = _x(job.width, wide, outside, align, rtl=rtl)
            lines.append(Line(text, runs, x, baseline, wide))
    return Block(tuple(lines), size, job.width, job.extent(len(lines), size))


def _texts(
    paragraph: Ruler, spans: Sequence[Span], *, rtl: bool
) -> list[tuple[str, Sequence[int] | None]]:
    """Return each line's text with the levels it has in its paragraph."""
    whole = "".join(c.text + c.space for c in paragraph.chunks)
    turns = levels(whole, rtl=rtl)
    found: list[tuple[str, Sequence[int] | None]] = []
    at = 0
    for first, last in spans:
        text = paragraph.text((first, last))
        found.append((text, turns and turns[at : at + len(text)]))
        at += sum(len(c.text) + len(c.space) for c in paragraph.chunks[first:last])
    return found


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


def _misfit(job: _Job, size: float) -> Misfit:
    over, word = max((_over(r, job.width, size) for r in job.rulers), default=(0.0, ""))
    lines = job.count(size)
    if lines is None:
        return Misfit(size, over, 0.0, 0, word)
    over_height = max(0.0, job.extent(lines, size) - job.height)
    over_lines = max(0, lines - job.max_lines) if job.max_lines is not None else 0
    return Misfit(size, 0.0, over_height, over_lines)


def _over(paragraph: Ruler, width: float, size: float) -> tuple[float, str]:
    wide, word = widest(paragraph)
    return wide * size - width, word
