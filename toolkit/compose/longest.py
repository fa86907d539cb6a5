"""Find the longest of a text's many wordings, without writing every one of them out."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from toolkit.model import combinations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from toolkit.model import Choice, Pieces

# So many wordings are simply tried; more only where choices do not touch each other.
TRIED = 500
# What could become part of a link, a tag, a mention or a place, and then costs something else.
SIGNS = re.compile(r"[#＃@＠$＄{}]|://|[.。．｡]\w")
BEFORE = re.compile(r"(?:^|[\s(“‘\"'])$")
AFTER = re.compile(r"[.,;:!?)”’\"'…]*(?:\s|$)")
# Letters, digits, punctuation, money and pictures; no mark that joins on to what stands in front.
STARTS = ("L", "N", "P", "Sc", "So")


class Longest(NamedTuple):
    """The longest wording and its length; `sure` is False where not all could be tried."""

    text: str
    used: int
    sure: bool


def longest(pieces: Pieces, used: Callable[[str], int]) -> Longest:
    """Return the wording that a network counts the most for; `used` is its way of counting.

    Where no choice touches another (each stands between spaces or punctuation, and no option holds
    a sign), lengths add up, and it is enough to try each option once. Else up to 500 wordings are
    tried.
    """
    parts = [_alternatives(piece) for piece in pieces]
    found = [part for part in parts if part]
    if len(found) == len(parts) and _apart(found):
        return _by_parts(found, used)
    tried = list(islice(combinations(pieces), TRIED + 1))
    best = max(tried[:TRIED], key=used)
    return Longest(best, used(best), len(tried) <= TRIED)


def _alternatives(piece: str | Choice) -> tuple[str, ...] | None:
    """Return every text a piece can be, None if they are too many."""
    if isinstance(piece, str):
        return (piece,)
    found = tuple(islice((t for o in piece.options for t in combinations(o)), TRIED + 1))
    return found if len(found) <= TRIED else None


def _apart(parts: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether no option can change what the text around it costs."""
    for number, options in enumerate(parts):
        if len(options) == 1:
            continue
        before = parts[number - 1] if number else ("",)
        after = parts[number + 1] if number + 1 < len(parts) else ("",)
        fixed = len(before) == 1 and len(after) == 1
        if not (fixed and BEFORE.search(before[0]) and AFTER.match(after[0])):
            return False
        if any(SIGNS.search(option) or not _begins_alone(option) for option in options):
            return False
    return True


def _begins_alone(option: str) -> bool:
    """Tell whether an option begins with a character of its own; an empty one never does."""
    return bool(option) and unicodedata.category(option[0]).startswith(STARTS)


def _by_parts(parts: Sequence[tuple[str, ...]], used: Callable[[str], int]) -> Longest:
    chosen = [options[0] for options in parts]
    base = total = used("".join(chosen))
    best = list(chosen)
    for number, options in enumerate(parts):
        if len(options) == 1:
            continue
        lengths = [(used("".join(t)), o) for t, o in _with(chosen, number, options)]
        length, best[number] = max(lengths, key=lambda found: found[0])
        total += length - base
    text = "".join(best)
    return Longest(text, used(text), used(text) == total)


def _with(
    chosen: list[str], number: int, options: Sequence[str]
) -> Iterator[tuple[list[str], str]]:
    for option in options:
        yield [*chosen[:number], option, *chosen[number + 1 :]], option
