"""What is known about each network, as values, so that no code branches on a name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from toolkit.problems import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

A_YEAR = dt.timedelta(days=365)


class Grade(StrEnum):
    """Primary source, secondary source, or general knowledge, which warns and never fails."""

    PRIMARY = "P"
    SECONDARY = "S"
    KNOWLEDGE = "K"


class Unit(StrEnum):
    """What a network counts in."""

    WEIGHTED = "weighted"
    GRAPHEMES = "graphemes"
    CODE_POINTS = "code-points"
    UTF_16 = "utf-16"
    UTF_8 = "utf-8"
    EMOJI_BYTES = "emoji-bytes"
    EITHER = "either"
    SMS = "sms"


@dataclass(frozen=True, slots=True)
class Fact:
    """Where some values of a row come from, how good that is, and when somebody looked."""

    of: tuple[str, ...]
    grade: Grade
    checked: dt.date
    source: str


@dataclass(frozen=True, slots=True)
class Network:
    """One row of the table. None means: no such limit is known.

    `limit` is in `count`, `bytes` in UTF-8 bytes, `caption`, `title` and `shown` in the same unit
    as `limit`; `link` is what a link costs (`full`, `shortened` or a number), `mention` what a
    remote mention costs (`full` or `user`); with `threads` people answer their own posts, so that a
    long text goes out in parts; `hashtags`, `links`, `mentions`, `images` are the most
    a post may have; `alt` is in characters, `image_bytes` in bytes; `cards` are sizes in px, the
    best first; `share` is the template of the compose link and `ceiling` its length in characters,
    `server_share` the same at a server that somebody names, `profile` the template of the page of a
    handle;
    `says` names the sentence that tells what the network will do with a post.
    """

    id: str
    name: str
    place: Place
    reads: str = "nothing"
    count: Unit = Unit.CODE_POINTS
    limit: int | None = None
    soft: bool = False
    bytes: int | None = None
    link: int | str = "full"
    mention: str = "full"
    threads: bool = False
    caption: int | None = None
    title: int | None = None
    shown: int | None = None
    hashtags: int | None = None
    links: int | None = None
    mentions: int | None = None
    images: int | None = None
    alt: int | None = None
    formats: tuple[str, ...] = ()
    image_bytes: int | None = None
    cards: tuple[tuple[int, int], ...] = ()
    share: str | None = None
    server_share: str | None = None
    profile: str | None = None
    needs: tuple[str, ...] = ()
    ceiling: int = 8000
    drops: tuple[str, ...] = ()
    app: str = "no"
    says: str = "copy"
    facts: tuple[Fact, ...] = ()

    def fact(self, value: str) -> Fact | None:
        """Return where a value comes from, None if nobody says."""
        return next((fact for fact in self.facts if value in fact.of), None)

    def grade(self, value: str) -> Grade:
        """Return how well a value is known; what has no source is general knowledge."""
        fact = self.fact(value)
        return fact.grade if fact else Grade.KNOWLEDGE

    def hard(self, value: str = "limit") -> bool:
        """Tell whether going over a value is an error, not a warning."""
        return not self.soft and self.grade(value) is not Grade.KNOWLEDGE


Table: TypeAlias = "Mapping[str, Network]"


def stale(table: Table, today: dt.date) -> tuple[Problem, ...]:
    """Return a warning for each row with a value that nobody has checked for a year."""
    return tuple(p for network in table.values() for p in _stale(network, today))


def _stale(network: Network, today: dt.date) -> list[Problem]:
    old = [fact for fact in network.facts if today - fact.checked > A_YEAR]
    if not old:
        return []
    values = ", ".join(value for fact in old for value in fact.of)
    day = min(fact.checked for fact in old)
    message = f"what we know of {network.name} was last checked on {day} ({values})"
    hint = "look it up at its source, and write the value and the day into your networks.yml"
    return [Problem(network.place, message, hint, "network-stale", Severity.WARNING)]
