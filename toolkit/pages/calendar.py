"""Write an event so that every calendar takes it: iCalendar, RFC 5545."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

OCTETS = 75  # RFC 5545, 3.1: lines should not be longer, without their line break
PRODUCT = "-//Social Toolkit//Storm//EN"
REMINDER = "-PT15M"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens once; `starts` and `ends` know their zone, `uid` never changes."""

    uid: str
    starts: dt.datetime
    ends: dt.datetime
    title: str
    text: str = ""
    url: str = ""


def calendar(event: Event) -> bytes:
    """Return a calendar with one event and a reminder 15 minutes before it.

    DTSTAMP (3.8.7.2) is the event's own start, so that the same event gives the same bytes.
    """
    rows = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{_utc(event.starts)}",
        f"DTSTART:{_utc(event.starts)}",
        f"DTEND:{_utc(event.ends)}",
        f"SUMMARY:{escaped(event.title)}",
        *([f"DESCRIPTION:{escaped(event.text)}"] if event.text else []),
        *([f"URL:{event.url}"] if event.url else []),
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escaped(event.title)}",
        f"TRIGGER:{REMINDER}",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(row)}\r\n" for row in rows).encode()


def escaped(text: str) -> str:
    r"""Return a TEXT value (3.3.11): `\`, `;` and `,` escaped, line breaks as `\n`."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def folded(row: str) -> str:
    """Return a line in pieces of at most 75 octets, never cut within a character (3.1)."""
    pieces: list[str] = []
    piece, size = "", 0
    for sign in row:
        octets = len(sign.encode())
        if size + octets > OCTETS:
            pieces.append(piece)
            piece, size = "", 1  # the space in front of a piece counts as well
        piece += sign
        size += octets
    return "\r\n ".join([*pieces, piece])


def _utc(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
