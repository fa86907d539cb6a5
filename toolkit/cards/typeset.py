"""Where words go: the largest size at which all of them fit a box, and never one word fewer."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import regex

from toolkit.cards.bidi import levels
from toolkit.cards.breaks import paragraphs
from toolkit.cards.draft import Draft, DraftLine
from toolkit.cards.setline import hanging, seen, width_of
from toolkit.cards.shape import Shaper, shaper
from toolkit.cards.textstyle import Align, TextStyle, room_for
from toolkit.cards.wrap import Ruler, Span, balanced, greedy, ruler, widest
from toolkit.model import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from toolkit.cards.fonts import Fonts, MissingGlyph
    from toolkit.cards.glyphs import Block

_TOLERANCE = 0.01  # px; what rounding may add to a line
# Up to so many lines, one is alone that is shorter than this share of the longest (the last one may
# be shorter still); of more lines, the first or the last if it is a stray word.
_FEW, _ALONE, _ALONE_LAST, _STRAY = 4, 0.6, 0.4, 0.3
# Then a smaller size is better, down to this share of the largest; it may be smaller still where
# that keeps a hashtag, a link or a phrase whole.
_WORTH, _WORTH_WORDS = 0.78, 0.55


_DAY_ALONE = regex.compile(r"(?<!\S)\d{1,2}(?: de)?$")  # its month is on the next line

# A figure has no accents to keep room for: it takes what its signs take, and a little air, in em.
_FIGURES = regex.compile(r"[\p{Nd}\p{P}\p{Sc}\p{Sm}\s]*\p{Nd}[\p{Nd}\p{P}\p{Sc}\p{Sm}\s]*")
_AIR = 0.03
MOST_TEXTS, MOST_KNOWN = 128, 256
"""How many texts are remembered, and what of each; a card has some twenty."""


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
class Room:
    """The box for a text in px, and how the text is to be set in it; see `fit`."""

    width: float
    height: float
    sizes: Sequence[float]
    align: Align = Align.START
    max_lines: int | None = None
    balance: bool = True
    hang: bool = False
    tight: bool = True


@dataclass(frozen=True, slots=True)
class _Text:
    """What is the same in every box: a measured text, its reach in em, and what it lacks.

    `known` remembers lines and drafts: while a card is dressed, the same text tries many boxes.
    """

    voice: Shaper
    rtl: bool
    rulers: tuple[Ruler, ...]
    turns: tuple[tuple[int, ...] | None, ...]
    missing: tuple[MissingGlyph, ...]
    rise: float
    fall: float
    leading: float
    known: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def keep(self, key: Hashable, made: Any) -> Any:  # noqa: ANN401 - whatever it is
        """Remember something; after some hundred of them all is forgotten."""
        if len(self.known) >= MOST_KNOWN:
            self.known.clear()
        self.known[key] = made
        return made

    def filled(self, width: float) -> tuple[int | None, bool]:
        """Return how many lines `width` em make, and whether one ends inside a word or phrase.

        None if something is too wide for any line.
        """
        found: tuple[int | None, bool] | None = self.known.get(width)
        if found is None:
            found = self.keep(width, self._filled(width))
        return found

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

    def extent(self, lines: int, size: float) -> float:
        return ((lines - 1) * self.leading + self.rise + self.fall) * size

    def fits(self, room: Room, size: float) -> bool:
        lines, _ = self.filled(room.width / size)
        if lines is None or (room.max_lines is not None and lines > room.max_lines):
            return False
        return self.extent(lines, size) <= room.height + _TOLERANCE

    def draft(self, room: Room, size: float) -> Draft:
        """Return the lines at a size, whether that fits or not."""
        key = (room.width, size, room.align, room.balance, room.hang)
        found: Draft | None = self.known.get(key)
        return self.keep(key, _draft(self, room, size)) if found is None else found


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
    room = Room(width, height, sorted(sizes), align, max_lines, balance, hang, tight)
    found = drafted(text, room, style=style, fonts=fonts, language=language)
    return found.block() if isinstance(found, Draft) else found


def drafted(
    text: str, room: Room, *, style: TextStyle, fonts: Fonts, language: str
) -> Draft | Misfit | Missing:
    """Return what `fit` does, its glyphs not placed yet; the sizes begin with the smallest."""
    whole = _text(shaper(fonts, style, language), text, language, room.tight)
    if whole.missing:
        return Missing(whole.missing)
    found, worth = None, 1.0
    for size in _largest_first(whole, room):
        if found and size < found.size * worth:
            break
        draft = whole.draft(room, size)
        if any(line.width > room.width + _TOLERANCE for line in draft.lines):
            continue
        _, broken = whole.filled(room.width / size)
        if not broken and (not room.balance or len(whole.rulers) > 1 or not _ragged(draft)):
            return draft
        if found is None:
            found, worth = draft, _WORTH_WORDS if broken else _WORTH
    return found or _misfit(whole, room)


def _ragged(draft: Draft) -> bool:
    """Return whether a line stands there alone, far shorter than another, or a day does."""
    *others, last = (line.width for line in draft.lines)
    if not others:
        return False
    whole = max(others)
    if len(others) < _FEW and any(_DAY_ALONE.search(line.text) for line in draft.lines[:-1]):
        return True
    if len(others) >= _FEW:
        return min(others[0], last) < _STRAY * whole
    return min(others) < _ALONE * whole or last < _ALONE_LAST * whole


@lru_cache(maxsize=MOST_TEXTS)
def _text(voice: Shaper, text: str, language: str, tight: bool) -> _Text:  # noqa: FBT001
    measured = [_measured(voice, p, language) for p in paragraphs(text)]
    rulers = tuple(r for r, _ in measured)
    missing = tuple(dict.fromkeys(glyph for _, faults in measured for glyph in faults))
    rise, fall, leading = room_for(text, voice.cap_height, voice.style)
    if not missing and tight and _FIGURES.fullmatch(text):
        rise, fall = (reach + _AIR for reach in voice.ink(text))
    rtl = is_right_to_left(language)
    turns = tuple(levels("".join(c.text + c.space for c in r.chunks), rtl=rtl) for r in rulers)
    return _Text(voice, rtl, rulers, turns, missing, rise, fall, leading)


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


def _largest_first(text: _Text, room: Room) -> Sequence[float]:
    """Halve until the largest size that fits is found; below it the others, largest first.

    Bigger type needs at least as many lines, so that whether it fits changes only once.
    """
    low, high = 0, len(room.sizes)
    while low < high:
        middle = (low + high) // 2
        if text.fits(room, room.sizes[middle]):
            low = middle + 1
        else:
            high = middle
    return room.sizes[:low][::-1]


def _draft(text: _Text, room: Room, size: float) -> Draft:
    wrapped = balanced if room.balance else greedy
    voice, rtl = text.voice, text.rtl
    lines: list[DraftLine] = []
    for paragraph, levels_ in zip(text.rulers, text.turns, strict=True):
        spans = wrapped(paragraph, room.width / size) or ()
        for part, turns in _texts(paragraph, spans, levels_):
            baseline = (text.rise + len(lines) * text.leading) * size
            wide = width_of(part, turns, voice) * size
            outside = hanging(part, voice, size) if room.hang else (0.0, 0.0)
            x = _x(room.width, wide, outside, room.align, rtl=rtl)
            lines.append(DraftLine(part, turns, x, baseline, wide))
    return Draft(tuple(lines), size, room.width, text.extent(len(lines), size), voice)


def _texts(
    paragraph: Ruler, spans: Sequence[Span], turns: tuple[int, ...] | None
) -> Iterator[tuple[str, tuple[int, ...] | None]]:
    """Yield each line's text with the levels it has in its paragraph."""
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


def _misfit(text: _Text, room: Room) -> Misfit:
    size = room.sizes[0]
    over, word = max((_over(r, room.width, size) for r in text.rulers), default=(0.0, ""))
    lines, _ = text.filled(room.width / size)
    if lines is None:
        return Misfit(size, over, 0.0, 0, word)
    over_height = max(0.0, text.extent(lines, size) - room.height)
    over_lines = max(0, lines - room.max_lines) if room.max_lines is not None else 0
    return Misfit(size, 0.0, over_height, over_lines)


def _over(paragraph: Ruler, width: float, size: float) -> tuple[float, str]:
    wide, word = widest(paragraph)
    return wide * size - width, word
