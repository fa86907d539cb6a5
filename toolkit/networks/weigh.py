"""Weigh a text as X does: letters weigh 1 or 2, a link 23, an emoji 2 in all."""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import regex

from toolkit.networks.lookup import emoji, emoji_of_x
from toolkit.networks.measure import emoji_spans, utf16
from toolkit.networks.spec import NEVER, X_LINKS, X_WEIGHTS
from toolkit.networks.urls import find_urls

if TYPE_CHECKING:
    from toolkit.networks.spec import Spec

# What is weighed as a whole: where it begins, where it ends, what it weighs.
Whole: TypeAlias = tuple[int, int, int]


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


def weights_of(text: str) -> tuple[int, int]:
    """Return what a text weighs on X today, the smaller and the larger reading of emoji.

    X's documentation says every emoji weighs 2, its library knows only those of 2018; nobody
    outside can tell which decides (docs.x.com/fundamentals/counting-characters, twitter-text).
    """
    normal = unicodedata.normalize("NFC", text)
    links = _links(normal, X_WEIGHTS)
    readings = emoji_spans(normal, emoji()), emoji_spans(normal, emoji_of_x())
    first = _total(normal, X_WEIGHTS, _with(links, readings[0], X_WEIGHTS))
    if readings[0] == readings[1]:
        return first, first
    second = _total(normal, X_WEIGHTS, _with(links, readings[1], X_WEIGHTS))
    return min(first, second), max(first, second)


def weigh(text: str, weights: Spec, known: regex.Pattern[str]) -> Weight:
    """Weigh a text and say how far it may go. `known` is what counts as one emoji.

    `weights` is a configuration of X (`spec.X_WEIGHTS` is today's). Source: twitter-text
    `parseTweet` (github.com/twitter/twitter-text, js/src/parseTweet.js).
    """
    normal = unicodedata.normalize("NFC", text)
    scale, limit = weights["scale"], weights["maxWeightedTweetLength"]
    wholes = {whole[0]: whole for whole in _wholes(normal, weights, known)}
    index = unit = total = last = 0
    valid = True
    while index < len(normal):
        whole = wholes.get(index)
        end = whole[1] if whole else index + 1
        total += whole[2] if whole else _plain(normal[index], weights)
        unit += utf16(normal[index:end])
        index = end
        valid = valid and normal[index - 1] not in NEVER
        if valid and total <= limit * scale:
            last = unit - 1
    return Weight(
        total // scale,
        valid and 0 < total <= limit * scale,
        total * 1000 // (limit * scale),
        last + utf16(text) - utf16(normal),
        max(utf16(text) - 1, 0),
    )


def _wholes(text: str, weights: Spec, known: regex.Pattern[str]) -> list[Whole]:
    """Return links and emoji in order; where both begin, the link."""
    spans = emoji_spans(text, known) if weights.get("emojiParsingEnabled") else []
    return _with(_links(text, weights), spans, weights)


def _links(text: str, weights: Spec) -> list[Whole]:
    price = weights["transformedURLLength"] * weights["scale"]
    return [(url.start, url.end, price) for url in find_urls(text, X_LINKS)]


def _with(links: list[Whole], spans: list[tuple[int, int]], weights: Spec) -> list[Whole]:
    """Put emoji among the links."""
    taken = {whole[0] for whole in links}
    price = weights["defaultWeight"]
    return sorted(links + [(*span, price) for span in spans if span[0] not in taken])


def _total(text: str, weights: Spec, wholes: list[Whole]) -> int:
    """Add up a text, its links and emoji as wholes."""
    total = position = 0
    plain = []
    for start, end, weight in wholes:
        if start >= position:
            plain.append(text[position:start])
            total += weight
            position = end
    plain.append(text[position:])
    return int((total + _plain("".join(plain), weights)) // weights["scale"])


def _plain(text: str, weights: Spec) -> int:
    """Weigh letters one by one: those in a range of the configuration are lighter."""
    if not weights["ranges"]:
        return len(text) * int(weights["defaultWeight"])
    heavy = len(_light(weights).sub("", text))
    price = weights["ranges"][0]["weight"]
    return int((len(text) - heavy) * price + heavy * weights["defaultWeight"])


def _light(weights: Spec) -> regex.Pattern[str]:
    return _class(tuple((span["start"], span["end"]) for span in weights["ranges"]))


@functools.cache
def _class(spans: tuple[tuple[int, int], ...]) -> regex.Pattern[str]:
    return regex.compile("[" + "".join(f"{_escaped(a)}-{_escaped(b)}" for a, b in spans) + "]+")


def _escaped(point: int) -> str:
    return f"\\U{point:08x}"
