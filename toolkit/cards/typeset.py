"""Where words go: the largest size at which all of them fit a box, and never one word fewer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from toolkit.cards.measured import TOLERANCE, Measured, Room, measured
from toolkit.cards.shape import shaper
from toolkit.cards.textstyle import Align
from toolkit.cards.wrap import widest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.cards.fonts import Fonts, MissingGlyph
    from toolkit.cards.glyphs import Block
    from toolkit.cards.textstyle import TextStyle

# Up to so many lines, one is alone that is shorter than this share of the longest (the last one may
# be shorter still); of more lines, the first or the last if it is a stray word.
_FEW, _ALONE, _ALONE_LAST, _STRAY = 4, 0.6, 0.4, 0.3
# Then a smaller size is better, down to this share of the largest; it may be smaller still where
# that keeps a hashtag, a link or a phrase whole.
_WORTH, _WORTH_WORDS = 0.78, 0.55


_DAY_ALONE = regex.compile(r"(?<!\S)\d{1,2}(?: de)?$")  # its month is on the next line


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
    return fitted(text, room, style=style, fonts=fonts, language=language)


def fitted(
    text: str, room: Room, *, style: TextStyle, fonts: Fonts, language: str
) -> Block | Misfit | Missing:
    """Do what `fit` does."""
    whole = measured(shaper(fonts, style, language), text, language, room.tight)
    if whole.missing:
        return Missing(whole.missing)
    found, worth = None, 1.0
    for size in _largest_first(whole, room):
        if found and size < found.size * worth:
            break
        block = whole.block(room, size)
        if any(line.width > room.width + TOLERANCE for line in block.lines):
            continue
        _, broken = whole.filled(room.width / size)
        if not broken and (not room.balance or len(whole.rulers) > 1 or not _ragged(block)):
            return block
        if found is None:
            found, worth = block, _WORTH_WORDS if broken else _WORTH
    return found or _misfit(whole, room)


def _ragged(block: Block) -> bool:
    """Return whether a line stands there alone, far shorter than another, or a day does."""
    *others, last = (line.width for line in block.lines)
    if not others:
        return False
    whole = max(others)
    if len(others) < _FEW and any(_DAY_ALONE.search(line.text) for line in block.lines[:-1]):
        return True
    if len(others) >= _FEW:
        return min(others[0], last) < _STRAY * whole
    return min(others) < _ALONE * whole or last < _ALONE_LAST * whole


def _largest_first(text: Measured, room: Room) -> Sequence[float]:
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


def _misfit(text: Measured, room: Room) -> Misfit:
    size = room.sizes[0]
    over, word = max(
        ((wide * size - room.width, word) for wide, word in map(widest, text.rulers)),
        default=(0.0, ""),
    )
    lines, _ = text.filled(room.width / size)
    if lines is None:
        return Misfit(size, over, 0.0, 0, word)
    over_height = max(0.0, text.extent(lines, size) - room.height)
    over_lines = max(0, lines - room.max_lines) if room.max_lines is not None else 0
    return Misfit(size, 0.0, over_height, over_lines)
