"""Know to the second when a deadline has passed, wherever the reader is."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from toolkit.model import Day

UTC = "UTC"


def zone(name: str) -> ZoneInfo | None:
    """Return a time zone by its IANA name, None if there is none of that name."""
    try:
        return ZoneInfo(name or UTC)
    except (KeyError, ValueError, OSError):
        return None


def ends(day: Day, zone_name: str = "") -> str:
    """Return the first moment after a day (or month) in a zone, in UTC: `2022-01-01T06:00:00Z`.

    An unknown zone counts as UTC; checks complain about it elsewhere.
    """
    where = zone(zone_name) or ZoneInfo(UTC)
    after = dt.datetime.combine(day.last + dt.timedelta(days=1), dt.time(), tzinfo=where)
    return after.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
