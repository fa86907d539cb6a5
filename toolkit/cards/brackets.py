"""Both brackets of a pair turn the same way, or `(NATO) 12%` falls apart in Hebrew.

This is rule N0 of the bidirectional algorithm (UAX #9, since Unicode 6.3), which python-bidi
leaves out. It works on python-bidi's own character records, after the weak types are resolved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unicodedata import category

from bidi.mirror import MIRRORED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_OPEN = 63  # brackets open at once; with more, the rule stops pairing (BD16)
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}


def turn_pairs(chars: Sequence[dict[str, Any]], before: str) -> None:
    """Give each pair in one level run its direction. `before` is the run's start-of-sequence."""
    for opening, closing in sorted(_pairs(chars)):
        along = "LR"[chars[opening]["level"] % 2]
        inside = set(_strong(chars[opening + 1 : closing]))
        if not inside:
            continue
        if along in inside:
            turned = along
        else:
            earlier = [before, *_strong(chars[:opening])]
            turned = earlier[-1]
        chars[opening]["type"] = chars[closing]["type"] = turned


def _strong(chars: Iterable[dict[str, Any]]) -> list[str]:
    return [_STRONG[char["type"]] for char in chars if char["type"] in _STRONG]


def _pairs(chars: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for i, char in enumerate(chars):
        sign = char["ch"]
        if char["type"] != "ON" or sign not in MIRRORED:
            continue
        if category(sign) == "Ps":
            opened.append((MIRRORED[sign], i))
            if len(opened) > MOST_OPEN:
                return pairs
        elif (at := _innermost(opened, sign)) is not None:
            pairs.append((opened[at][1], i))
            del opened[at:]
    return pairs


def _innermost(opened: Sequence[tuple[str, int]], sign: str) -> int | None:
    return next((n for n in reversed(range(len(opened))) if opened[n][0] == sign), None)
