"""Some things happen at a moment, somewhere: when a campaign closes, storms or may be shown."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from toolkit.model.words import NO_WORDS, Translated

if TYPE_CHECKING:
    from toolkit.model.days import Day
    from toolkit.problems import Place


@dataclass(frozen=True, slots=True)
class Storm:
    """An hour in which many people post at once, by hand.

    `starts` is in UTC, `zone` (IANA) is where it was announced; `minutes` long, a post of each
    person every `every` minutes.
    """

    starts: dt.datetime
    zone: str
    place: Place = field(compare=False)
    minutes: int = 60
    every: int = 10
    title: Translated = NO_WORDS
    thanks: Translated = NO_WORDS

    @property
    def ends(self) -> dt.datetime:
        return self.starts + dt.timedelta(minutes=self.minutes)

    @property
    def posts(self) -> int:
        """How many posts one person can send at this pace, at least one."""
        return max(1, self.minutes // self.every)


@dataclass(frozen=True, slots=True)
class Totals:
    """What people have done so far, as the organisers counted it; `rows` are kinds and counts."""

    rows: tuple[tuple[str, int], ...]
    on: Day | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Where supporters may report what they did, each in a few characters: nothing is automatic.

    `link` is the https page of a form; `{report}` in it is where the line goes.
    """

    code: str
    email: str = ""
    link: str = ""


def end_of(day: Day, zone: str) -> dt.datetime:
    """Return the moment (UTC) at which a day ends in a zone; of a month, its last day."""
    following = day.last + dt.timedelta(days=1)
    return dt.datetime.combine(following, dt.time(), ZoneInfo(zone)).astimezone(dt.UTC)
