"""Words into lines by arithmetic alone: widths come in, lines go out, no font in sight.

All widths are in em, so that one measuring serves every size: a box `width` px wide is
`width / size` em at type size `size`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf

from toolkit.cards.breaks import Chunk, chunks

Measure = Callable[[str], float]  # the width of a text in em
Span = tuple[int, int]  # a line: its first chunk, and the one after its last

SHORT = 5  # characters; a last line of one word no longer than this is a widow,
NARROW = 0.35  # unless it fills this share of the width: then it is a line like any other
_DAY, _DATE = 2, 6  # digits of a day, and the words of a text that is nothing but a date
_STOPS = tuple("、。，．！？」』）・–—/")
_HYPHENS = ("-", "‐", "־")
_SHY = "\u00ad"
_ROUNDING = 1e-6
# What a line costs beyond its raggedness, which is (empty share of the line) squared.
_WIDOW, _LONE, _TORN, _PARTED, _UNSPACED = 4.0, 0.15, 1.0, 0.1, 0.05
_LINE = 1e6  # so much that no evenness is worth another line


@dataclass(frozen=True, slots=True)
class Ruler:
    """One measured paragraph: chunks i to j reach from `starts[i]` to `ends[j]`, in em."""

    chunks: tuple[Chunk, ...]
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    firm: tuple[int, ...]  # how many chunks stand before each good place for a line to end
    firm_ends: tuple[float, ...]

    def text(self, span: Span) -> str:
        """Return what stands on a line, without the spaces at its end."""
        line = self.chunks[span[0] : span[1]]
        return "".join(c.text + c.space for c in line[:-1]) + "".join(c.text for c in line[-1:])


def ruler(paragraph: str, language: str, measure: Measure) -> Ruler:
    """Measure the chunks of one paragraph, each once."""
    parts = chunks(paragraph, language)
    widths = [measure(c.text) if c.text else 0.0 for c in parts]
    spaces = [measure(c.space) if c.space else 0.0 for c in parts]
    hyphens = [measure("-") if c.text.endswith(_SHY) else 0.0 for c in parts]
    after = list(accumulate((w + s for w, s in zip(widths, spaces, strict=True)), initial=0.0))
    ends = [0.0, *(a - s + h for a, s, h in zip(after[1:], spaces, hyphens, strict=True))]
    firm = [i for i in range(1, len(parts) + 1) if parts[i - 1].firm or i == len(parts)]
    return Ruler(parts, tuple(after), tuple(ends), tuple(firm), tuple(ends[i] for i in firm))


def widest(paragraph: Ruler) -> tuple[float, str]:
    """Return the width in em of the widest chunk that nothing can break, and its text."""
    found = [
        (paragraph.ends[i + 1] - paragraph.starts[i], c.text)
        for i, c in enumerate(paragraph.chunks)
    ]
    return max(found, default=(0.0, ""))


def greedy(paragraph: Ruler, width: float) -> tuple[Span, ...] | None:
    """Fill line after line; None if a chunk is wider than `width` em. No text is one empty line."""
    lines: list[Span] = []
    start, count = 0, len(paragraph.chunks)
    while start < count:
        end = _farthest(paragraph, start, paragraph.starts[start] + width + _ROUNDING)
        if end <= start:
            return None
        lines.append((start, end))
        start = end
    return tuple(lines) or ((0, 0),)


def _farthest(paragraph: Ruler, start: int, limit: float) -> int:
    """Return where the line ends: at the last good place, else at the last place of any kind."""
    good = bisect_right(paragraph.firm_ends, limit)
    if good and paragraph.firm[good - 1] > start:
        return paragraph.firm[good - 1]
    return bisect_right(paragraph.ends, limit) - 1


def balanced(paragraph: Ruler, width: float) -> tuple[Span, ...] | None:
    """As few lines as `greedy`, but as even as can be, and no widow if it can be helped."""
    lines = greedy(paragraph, width)
    if lines is None or len(lines) == 1:
        return lines
    firm = frozenset(paragraph.firm)
    torn = any(end not in firm for _, end in lines)
    places = range(1, len(paragraph.chunks) + 1) if torn else paragraph.firm
    return _evenest(paragraph, width, (0, *places), firm)


def _evenest(
    paragraph: Ruler, width: float, places: Sequence[int], firm: frozenset[int]
) -> tuple[Span, ...]:
    """Find the lines of least cost, from each place looking back at where its line could start."""
    lefts = [paragraph.starts[i] for i in places]
    costs, before = [0.0], [0]
    for at in range(1, len(places)):
        right = paragraph.ends[places[at]] - width
        last = at + 1 == len(places)
        cost, start = inf, 0
        for k in range(bisect_left(lefts, right - _ROUNDING, 0, at), at):
            found = costs[k] + (lefts[k] - right) ** 2
            if last:
                found += _widow(paragraph, places[k], width) * width**2
            if found < cost:
                cost, start = found, k
        costs.append(cost + _extra(paragraph, places[at], firm) * width**2)
        before.append(start)
    return _walk_back(before, places)


def _walk_back(before: Sequence[int], places: Sequence[int]) -> tuple[Span, ...]:
    lines: list[Span] = []
    at = len(places) - 1
    while at:
        lines.append((places[before[at]], places[at]))
        at = before[at]
    return tuple(reversed(lines))


def _extra(paragraph: Ruler, end: int, firm: frozenset[int]) -> float:
    """One more line, a torn chunk, or one that belongs to what follows."""
    torn = 0.0 if end in firm else _TORN
    return _LINE + torn + (_clings(paragraph.chunks, end) if end < len(paragraph.chunks) else 0.0)


def _clings(chunks_: Sequence[Chunk], end: int) -> float:
    """A one-letter word (Czech, Polish, Spanish), a day before its month, a hyphen, a phrase.

    Thai and Japanese set no spaces within a phrase, but after it, or a stop; least of all a line
    ends after the first word of one.
    """
    chunk, word = chunks_[end - 1], chunks_[end - 1].text
    day = chunks_[end - 2].text if word == "de" and end > 1 else word
    if day.isdecimal() and len(day) <= _DAY:
        return _WIDOW if len(chunks_) <= _DATE else _LONE
    if len(word) == 1 and word.lower() != word.upper():
        return _LONE
    if chunk.space or word.endswith(_STOPS):
        return 0.0
    first = end > 1 and bool(chunks_[end - 2].space)
    return _PARTED if first or word.endswith(_HYPHENS) else _UNSPACED


def _widow(paragraph: Ruler, start: int, width: float) -> float:
    """A last line of one short word."""
    rest = paragraph.chunks[start:]
    if paragraph.ends[-1] - paragraph.starts[start] > NARROW * width:
        return 0.0
    alone = start > 0 and not any(c.space for c in rest[:-1])
    return _WIDOW if alone and sum(len(c.text) for c in rest) <= SHORT else 0.0
