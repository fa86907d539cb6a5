"""Find what begins with a sign: hashtags, mentions and cashtags, by the rules of a network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.networks.lookup import domains, pattern
from toolkit.networks.measure import graphemes, utf16

if TYPE_CHECKING:
    from toolkit.networks.spec import Spec

WINDOW = 3


@dataclass(frozen=True, slots=True)
class Entity:
    """What a network makes of part of a text: `kind` is link, hashtag, mention, list or cashtag.

    `start` and `end` count code points, the sign included; `value` is without the sign, for a link
    the address as the network takes it.
    """

    kind: str
    start: int
    end: int
    value: str


def find_signed(text: str, rule: Spec) -> list[Entity]:
    """Return everything in a text that begins with the sign of a rule and keeps to it."""
    found: list[Entity] = []
    free = 0
    for sign in pattern(rule["sign"]).finditer(text):
        start, inside = sign.span()
        # What stands in front must not belong to the match before.
        if start < free or (start == free and start):
            continue
        if not pattern(rule["before"]).search(text[max(0, start - WINDOW) : start]):
            continue
        body = pattern(rule["body"]).match(text, inside)
        if not body:
            continue
        free = body.end()
        if not _refused(text, body[0], free, rule):
            found += _entity(text, start, inside, body[0], rule)
    return found[:1] if rule.get("first") else found


def _refused(text: str, body: str, end: int, rule: Spec) -> bool:
    """Tell whether what follows a match, or the match itself, breaks the rule."""
    if "not_after" in rule and pattern(rule["not_after"]).match(text, end):
        return True
    if "needs" in rule and not pattern(rule["needs"]).search(body):
        return True
    if rule.get("known_domain"):
        last = body.rpartition(".")
        return not (last[1] and (last[2] in domains() or last[2] == "test"))
    return "host" in rule and len(body.partition("@")[2]) > rule["host"]


def _entity(text: str, start: int, inside: int, body: str, rule: Spec) -> list[Entity]:
    kind = rule["kind"]
    if rule.get("trim"):
        body = _without_punctuation(body)
        if not body or (utf16(body) > rule["graphemes"] and graphemes(body) > rule["graphemes"]):
            return []
    if rule.get("unlink") and text.startswith("://", inside + len(body)):
        body = _without_scheme(body)
    value = body.upper() if rule.get("upper") else body
    if kind == "mention" and "/" in body:
        kind = "list"
    return [Entity(kind, start, inside + len(body), value)]


def _without_punctuation(body: str) -> str:
    end = len(body)
    while end and pattern(r"\p{P}").match(body[end - 1]):
        end -= 1
    return body[:end]


def _without_scheme(body: str) -> str:
    """Give back the `http` of `#taghttp://…` to the link that begins there."""
    for scheme in ("https", "http"):
        if body.endswith(scheme) and len(body) > len(scheme):
            return body.removesuffix(scheme)
    return body
