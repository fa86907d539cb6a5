"""A storm's calendar file is what RFC 5545 asks for, in every language."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.pages import samples
from toolkit.pages.calendar import Event, calendar, escaped, folded
from toolkit.pages.storm import storm, storm_calendar

EVENT = Event(
    "storm-1@example.org",
    dt.datetime(2021, 12, 18, 18, tzinfo=dt.timezone(dt.timedelta(hours=-6))),
    dt.datetime(2021, 12, 18, 19, tzinfo=dt.timezone(dt.timedelta(hours=-6))),
    "An hour, for all; with a \\ in it",
    "First line\nhttps://example.org/",
    "https://example.org/",
)
assert samples.CAMPAIGN.storm
STORM = storm_calendar(samples.SITE, samples.CAMPAIGN, samples.CAMPAIGN.storm, "en")


def unfolded(body: bytes) -> list[str]:
    return body.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_every_line_ends_as_the_standard_says_and_moments_are_in_utc() -> None:
    body = calendar(EVENT)

    assert body.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in body.replace(b"\r\n", b"")
    rows = unfolded(body)
    assert rows[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Social Toolkit//Storm//EN"]
    assert "DTSTART:20211219T000000Z" in rows
    assert "DTEND:20211219T010000Z" in rows
    assert "DTSTAMP:20211219T000000Z" in rows
    assert rows.count("BEGIN:VEVENT") == rows.count("END:VEVENT") == 1


def test_a_reminder_rings_a_quarter_of_an_hour_before() -> None:
    rows = unfolded(calendar(EVENT))

    alarm = rows[rows.index("BEGIN:VALARM") : rows.index("END:VALARM")]
    assert "ACTION:DISPLAY" in alarm
    assert "TRIGGER:-PT15M" in alarm, "a minus sign is before the beginning (RFC 5545, 3.8.6.3)"


def test_a_storm_says_its_own_name_what_it_asks_and_where_it_is() -> None:
    rows = unfolded(STORM)

    assert "SUMMARY:One hour for all" in rows
    (text,) = (row for row in rows if row.startswith("DESCRIPTION:") and "kit" in row)
    assert text.endswith("\\nhttps://voces.example/kit/free-them-all/storm/")
    assert text.startswith(f"DESCRIPTION:{escaped(str(samples.CAMPAIGN.call.best('en')))}")


def test_another_hour_and_another_campaign_are_other_events() -> None:
    found = samples.CAMPAIGN.storm
    assert found
    later = replace(found, starts=found.starts + dt.timedelta(days=7))
    other = replace(samples.CAMPAIGN, id="other")
    made = (
        STORM,
        storm_calendar(samples.SITE, samples.CAMPAIGN, later, "en"),
        storm_calendar(samples.SITE, other, found, "en"),
    )

    uids = [row for body in made for row in unfolded(body) if row.startswith("UID:")]
    assert len(set(uids)) == len(made)


def test_the_page_of_a_storm_offers_its_calendar_to_keep() -> None:
    found = samples.CAMPAIGN.storm
    assert found
    page = storm(samples.SITE, samples.CAMPAIGN, found, "es")

    assert re.search('href="../storm.ics" download>Agregar a mi calendario<', page.body)


def test_signs_that_mean_something_are_escaped() -> None:
    rows = unfolded(calendar(EVENT))

    assert "SUMMARY:An hour\\, for all\\; with a \\\\ in it" in rows
    assert "DESCRIPTION:First line\\nhttps://example.org/" in rows
    assert escaped("a\r\nb\nc") == "a\\nb\\nc"


@example("a" * 200)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=300))
def test_long_lines_are_folded_between_characters_and_come_back_whole(text: str) -> None:
    pieces = folded(f"SUMMARY:{text}").split("\r\n")

    assert all(len(piece.encode()) <= 75 for piece in pieces), "RFC 5545, 3.1"
    assert "".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == f"SUMMARY:{text}"
    assert all(piece.startswith(" ") for piece in pieces[1:])


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_same_storm_gives_the_same_bytes_and_its_own_page(language: str) -> None:
    found = samples.CAMPAIGN.storm
    assert found
    body = storm_calendar(samples.SITE, samples.CAMPAIGN, found, language)

    assert body == storm_calendar(
        replace(samples.SITE, today=dt.date(2031, 1, 1)), samples.CAMPAIGN, found, language
    )
    tree = "" if language == "en" else f"{language}/"
    assert f"URL:https://voces.example/kit/{tree}free-them-all/storm/" in unfolded(body)
