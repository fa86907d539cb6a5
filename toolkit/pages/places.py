"""Name the place that a time zone goes by, as the readers of a page call it."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global


@cache
def place_of(zone: str, tag: str) -> str:
    """Return the city of an IANA zone in a language: `Ciudad de México`.

    Names are those of the Unicode CLDR, which knows some zones by an older name only
    (`Asia/Calcutta`). What it has no name for keeps the one in the zone: `Mexico City`.
    """
    places = _locale(tag).time_zones
    city = next((found for name in _names(zone) if (found := places.get(name, {}).get("city"))), "")
    return str(city) or zone.rsplit("/", 1)[-1].replace("_", " ")


def _names(zone: str) -> tuple[str, ...]:
    newer: dict[str, str] = dict(get_global("zone_aliases"))
    now = newer.get(zone, zone)
    return (zone, now, *sorted(old for old, new in newer.items() if new == now))


def _locale(tag: str) -> Locale:
    """Return what is known of a BCP 47 tag; `es-x-plain` speaks as `es`, an unknown one English."""
    for known in (tag, tag.split("-", maxsplit=1)[0]):
        try:
            return Locale.parse(known, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
