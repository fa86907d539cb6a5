"""The kinds of value that say when: a moment, the zone it is in, and what belongs to it."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Annotated, Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from toolkit.load.fields import Email, PartialDay, TranslatedText, Url
from toolkit.problems import did_you_mean
from toolkit.read import Shape

MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})")
MOST_MINUTES, MOST_COUNT = 24 * 60, 1_000_000_000
YES, NO = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})


@cache
def _zones() -> frozenset[str]:
    return frozenset(z for z in available_timezones() if "/" in z) | {"UTC"}


def _zone(value: str) -> str:
    if value not in _zones():
        hint = did_you_mean(value, _zones()) or "write it like America/Mexico_City, or UTC"
        raise ValueError(f'there is no time zone "{value}"', hint)
    return value


def _moment(value: str) -> str:
    match = MOMENT.fullmatch(value)
    if not match:
        raise ValueError(
            f'"{value}" is not a day and an hour as we write them',
            "write year-month-day, then the hour from 00:00 to 23:59: 2026-04-02 18:00",
        )
    try:
        dt.datetime.fromisoformat(f"{match[1]}T{int(match[2]):02}:{match[3]}")
    except ValueError:
        message = f'the calendar has no moment "{value}"'
        raise ValueError(message, "correct the day or the hour") from None
    return value


def moment_in(value: str, zone: str) -> dt.datetime:
    """Return a checked moment, written in a zone's own time, in UTC."""
    match = MOMENT.fullmatch(value)
    if not match:
        raise ValueError(value)
    local = dt.datetime.fromisoformat(f"{match[1]}T{int(match[2]):02}:{match[3]}")
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(dt.UTC)


def _flag(value: Any) -> Any:  # noqa: ANN401 - a validator sees whatever was written
    word = str(value).casefold()
    if word not in YES | NO:
        raise ValueError(f'"{value}" is neither true nor false', "write true or false")
    return word in YES


def _whole(most: int) -> BeforeValidator:
    def check(value: Any) -> Any:  # noqa: ANN401 - as above
        written = str(value)
        if not re.fullmatch(r"[0-9]{1,12}", written) or int(written) > most:
            digits = "".join(re.findall(r"[0-9]+", written))
            message = f'"{written}" is not a whole number from 0 to {most:,}'
            hint = f"write it in digits alone, without points or commas: {digits or 45}"
            raise ValueError(message, hint)
        return int(written)

    return BeforeValidator(check)


Zone = Annotated[str, AfterValidator(_zone)]
Moment = Annotated[str, AfterValidator(_moment)]
_WORD = WithJsonSchema({"type": "string", "pattern": "^(true|false|yes|no|on|off)$"})
Flag = Annotated[bool, BeforeValidator(_flag), _WORD]
_DIGITS = WithJsonSchema({"type": "string", "pattern": "^[0-9]+$"})
Minutes = Annotated[int, _whole(MOST_MINUTES), _DIGITS]
Count = Annotated[int, _whole(MOST_COUNT), _DIGITS]


class StormShape(Shape):
    """An hour in which many people post at once, each by hand and in their own words."""

    starts: Moment
    """Day and hour in the zone: 2026-04-02 18:00"""
    zone: Zone | None = None
    """Where that is the time; left out, the campaign's zone"""
    minutes: Minutes = 60
    """How long it lasts"""
    every: Minutes = 10
    """Minutes that one person leaves between two posts"""
    title: TranslatedText = {}
    thanks: TranslatedText = {}
    """What the page says when it is over"""


class TotalsShape(Shape):
    """What people have done so far, counted by you: nothing on the site counts anybody."""

    posts: Count | None = None
    letters: Count | None = None
    signatures: Count | None = None
    calls: Count | None = None
    on: PartialDay | None = None
    """The day these were counted"""


class ReportShape(Shape):
    """Where people may tell you what they did, if they want to."""

    email: Email = ""
    link: Url | None = None
    """A form of yours; {report} in it is where the line goes"""
