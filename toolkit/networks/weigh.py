"""Weigh a text as X does: letters weigh 1 or 2, a link 23, an emoji 2 in all."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.networks.lookup import pattern
from toolkit.networks.measure import utf16
from toolkit.networks.spec import NEVER, X_LINKS
from toolkit.networks.urls import find_urls

if TYPE_CHECKING:
    from collections.abc import Mapping

    import regex

    from toolkit.networks.spec import Spec


@dataclass(frozen=True, slots=True)
class Weight:
    """A text on X's scales. Ends are the last UTF-16 code unit, as X's own library gives them.

    `valid_end` is how far the text may go, `display_end` how far it goes; `permillage` is the
    weight in thousandths of the limit.
    """

    weight: int
    valid: bool
    permillage: int
    valid_end: int
    display_end: int


def weigh(text: str, weights: Spec, emoji: regex.Pattern[str]) -> Weight:
    """Weigh a text. `weights` is X's configuration (`spec.X_WEIGHTS`), `emoji` what counts as one.

    Source: twitter-text `parseTweet` (github.com/twitter/twitter-text, js/src/parseTweet.js).
    """
    normal = text if text.isascii() else unicodedata.normalize("NFC", text)
    scale, limit = weights["scale"], weights["maxWeightedTweetLength"]
    whole = _whole(normal, weights, emoji)
    index = unit = total = last = 0
    valid = True
    never = pattern(f"[{NEVER}]")
    while index < len(normal):
        end, weight = whole.get(index) or (index + 1, _weight_of(normal[index], weights))
        unit += utf16(normal[index:end])
        total += weight
        index = end
        valid = valid and not never.match(normal, index - 1)
        if valid and total <= limit * scale:
            last = unit - 1
    weight = total // scale
    return Weight(
        weight,
        valid and weight > 0 and total <= limit * scale,
        weight * 1000 // limit,
        last + utf16(text) - utf16(normal),
        max(utf16(text) - 1, 0),
    )


def _whole(text: str, weights: Spec, emoji: regex.Pattern[str]) -> Mapping[int, tuple[int, int]]:
    """Return what is weighed as a whole: where it begins, where it ends, what it weighs."""
    found: dict[int, tuple[int, int]] = {}
    if weights.get("emojiParsingEnabled") and not text.isascii():
        for match in emoji.finditer(text):
            found[match.start()] = (match.end(), weights["defaultWeight"])
    for url in find_urls(text, X_LINKS):
        found[url.start] = (url.end, weights["transformedURLLength"] * weights["scale"])
    return found


def _weight_of(character: str, weights: Spec) -> int:
    point = ord(character)
    for span in weights["ranges"]:
        if span["start"] <= point <= span["end"]:
            return int(span["weight"])
    return int(weights["defaultWeight"])
