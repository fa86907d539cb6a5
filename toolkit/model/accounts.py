"""Whom a campaign addresses: offices stay, holders change, and each has its own channels."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from toolkit.model.words import NO_WORDS, Translated

if TYPE_CHECKING:
    import datetime as dt

    from toolkit.model.days import Day
    from toolkit.problems import Place


class Role(StrEnum):
    """A target is to be moved, an ally is asked to speak up, a source is quoted."""

    TARGET = "target"
    ALLY = "ally"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Handle:
    """A name on a network, without `@`, as it is written there."""

    network: str
    name: str
    place: Place = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Channels:
    """Ways to reach somebody apart from networks; what is not known is absent (empty)."""

    email: str = ""
    phone: str = ""
    fax: str = ""
    address: str = ""
    web: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """A person or a body. A person may hold an `office`, which is another account."""

    id: str
    name: Translated
    role: Role
    place: Place = field(repr=False, compare=False)
    office: Account | None = None
    title: Translated = NO_WORDS
    salutation: Translated = NO_WORDS
    handles: tuple[Handle, ...] = ()
    channels: Channels = Channels()
    since: Day | None = None
    until: Day | None = None
    languages: tuple[str, ...] = ()
    country: str = ""
    pronouns: str = ""
    source: str = ""
    checked_on: dt.date | None = None

    def on(self, network: str) -> tuple[Handle, ...]:
        """Return the handles on a network, none if this account is not there."""
        return tuple(h for h in self.handles if h.network == network)
