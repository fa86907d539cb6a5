"""A petition makes numbered demands of somebody, says why, and who stands behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toolkit.model.words import NO_WORDS, Translated

if TYPE_CHECKING:
    import datetime as dt

    from toolkit.model.accounts import Account
    from toolkit.model.days import Day
    from toolkit.problems import Place


@dataclass(frozen=True, slots=True)
class Demand:
    """What is demanded in one bold sentence, and why or how."""

    place: Place = field(compare=False)
    core: Translated
    detail: Translated = NO_WORDS


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact the petition rests on, with its source and the day it was known to be so."""

    place: Place = field(compare=False)
    text: Translated
    source: Translated = NO_WORDS
    url: str = ""
    as_of: Day | None = None


@dataclass(frozen=True, slots=True)
class Petition:
    """All that `petition.yml` says. Without `sign_url` people sign by mail or on paper.

    `count` and `goal` are numbers of signatures; `counted_on` is the day of the count.
    """

    place: Place = field(compare=False)
    to: tuple[Account, ...]
    preamble: Translated
    demands: tuple[Demand, ...]
    claims: tuple[Claim, ...] = ()
    appeal: Translated = NO_WORDS
    closing: Translated = NO_WORDS
    statement: Translated = NO_WORDS
    sign_url: str = ""
    sign_email: str = ""
    count: int = 0
    goal: int = 0
    counted_on: dt.date | None = None
    alphabetical: bool = False
