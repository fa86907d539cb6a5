"""A day may be known to the day or only to the month, and must say which."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.problems import Place


@dataclass(frozen=True, slots=True)
class Day:
    """A date as written: `2019-07-30`, or `2021-12` when only the month is known."""

    year: int
    month: int
    day: int | None
    place: Place = field(repr=False, compare=False)

    @property
    def first(self) -> dt.date:
        """The first day this can mean."""
        return dt.date(self.year, self.month, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The last day this can mean: the end of the month when only the month is known."""
        last = calendar.monthrange(self.year, self.month)[1]
        return dt.date(self.year, self.month, self.day or last)

    def __str__(self) -> str:
        """The ISO 8601 form, to the precision that is known."""
        return str(self.first) if self.day else f"{self.year:04}-{self.month:02}"
