"""Words into lines by arithmetic alone: widths come in, lines go out, no font in sight.

All widths are in em, so that one measuring serves every size: a box `width` px wide is
`width / size` em at type size `size`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from toolkit.cards.breaks import Chunk, chunks

Measure = Callable[[str], float]  # the width of a text in em
Span = tuple[int, int]  # a line: its first chunk, and the one after its last

SHORT = 5  # characters; a last line of one word no longer than this is a widow
_SHY = "\u00ad"
_ROUNDING = 1e-6
# What a line costs beyond its raggedness, which is (empty share of the line) squared.
_WIDOW, _LONE_LETTER, _TORN = 4.0, 0.15, 1.0


@dataclass(frozen=True, slots=True)
class Ruler:
    """One measured paragraph. Chunks i to j on a line reach from `starts[i]` to `ends[j]`, in em."""

    chunks: tuple[Chunk, ...]
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    firm: tuple[int, ...]  # how many chunks stand before each good place for a line to end
    firm_ends: tuple[float, ...]

    def text(self, span: Span) -> str:
        """Return what stands on a line, without the spaces at its end."""
        *inner, last = self.chunks[span[0] : span[1]]
        return "".join(c.text + c.space for c in inner) + last.text


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
    """Return where the line ends: at the last good place, or at any place if there is no good one."""
    good = bisect_right(paragraph.firm_ends, limit)
    if good and paragraph.firm[good - 1] > start:
        return paragraph.firm[good - 1]
    return bisect_right(paragraph.ends, limit) - 1


def balanced(paragraph: Ruler, width: float) -> tuple[Span, ...] | None:
    """As few lines as `greedy`, but as even as can be, and no widow if it can be helped."""
    lines = greedy(paragraph, width)
    if lines is None or len(lines) == 1:
        return lines
    firm = set(paragraph.firm)
    torn = any(end not in firm for _, end in lines)
    places = range(1, len(paragraph.chunks) + 1) if torn else paragraph.firm
    return _cheapest(paragraph, width, [0, *places], firm)


def _cheapest(
    paragraph: Ruler, width: float, places: Sequence[int], firm: set[int]
) -> tuple[Span, ...]:
    """Find the lines of least (count, cost) by walking from each place back to possible starts."""
    best: dict[int, tuple[int, float, int]] = {0: (0, 0.0, 0)}
    for at, end in enumerate(places[1:], 1):
        extra = _extra(paragraph, end) + (0.0 if end in firm else _TORN)
        for start in reversed(places[:at]):
            room = width - (paragraph.ends[end] - paragraph.starts[start])
            if room < -_ROUNDING:
                break
            if start not in best:
                continue
            count, cost, _ = best[start]
            cost += (room / width) ** 2 + extra + _widow(paragraph, start, end)
            if end not in best or (count + 1, cost) < best[end][:2]:
                best[end] = (count + 1, cost, start)
    return _walk_back(best, places[-1])


def _walk_back(best: dict[int, tuple[int, float, int]], end: int) -> tuple[Span, ...]:
    lines: list[Span] = []
    while end:
        start = best[end][2]
        lines.append((start, end))
        end = start
    return tuple(reversed(lines))


def _extra(paragraph: Ruler, end: int) -> float:
    """A preposition of one letter should not hang at a line's end (Czech, Polish, Russian, Spanish)."""
    word = paragraph.chunks[end - 1].text
    lone = len(word) == 1 and word.isalpha() and word.lower() != word.upper()
    return _LONE_LETTER if lone and end < len(paragraph.chunks) else 0.0


def _widow(paragraph: Ruler, start: int, end: int) -> float:
    alone = end == len(paragraph.chunks) and start > 0 and not _has_space(paragraph, start, end)
    short = len("".join(c.text for c in paragraph.chunks[start:end])) <= SHORT if alone else False
    return _WIDOW if short else 0.0


def _has_space(paragraph: Ruler, start: int, end: int) -> bool:
    return any(c.space for c in paragraph.chunks[start : end - 1])
