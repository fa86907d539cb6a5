"""The other ways to count, each with its source in docs/networks.md."""

from __future__ import annotations

import pytest

from toolkit.networks import Unit, builtin, count, entities, valid_handle, valid_hashtag
from toolkit.networks.measure import segments

TABLE = builtin()


@pytest.mark.parametrize(
    ("text", "least", "used"),
    [
        ("hello é 日本", 10, 10),
        ("👨‍👩‍👧‍👧", 25, 25),
        ("😀😀", 8, 8),
        ("☎", 1, 3),
        ("☎️", 6, 6),
        ("© 2026", 6, 6),
        ("1️⃣ 🇲🇽", 16, 16),
        ("https://example.org/" + "a" * 30, 50, 50),
    ],
)
def test_an_emoji_costs_its_bytes_on_threads(text: str, least: int, used: int) -> None:
    counted = count(text, TABLE["threads"])
    assert (counted.least, counted.used) == (least, used)


def test_telegram_and_tiktok_count_utf_16() -> None:
    assert count("😀é日", TABLE["telegram"]).used == 4
    assert count("😀é日", TABLE["tiktok"]).used == 4


def test_linkedin_has_two_readings_and_the_larger_decides() -> None:
    text = "😀" * 1600
    counted = count(text, TABLE["linkedin"])
    assert (counted.least, counted.used, counted.over) == (1600, 3200, 200)


@pytest.mark.parametrize(
    ("text", "units", "single", "parts"),
    [
        ("", 0, 160, 1),
        ("a" * 160, 160, 160, 1),
        ("a" * 161, 161, 160, 2),
        ("a" * 306, 306, 160, 2),
        ("a" * 307, 307, 160, 3),
        ("€" * 80, 160, 160, 1),
        ("a" * 152 + "€" + "a" * 152, 306, 160, 3),
        ("ñ" * 160, 160, 160, 1),
        ("á", 1, 70, 1),
        ("á" * 71, 71, 70, 2),
        ("😀" * 35, 70, 70, 1),
        ("😀" * 36, 72, 70, 2),
        ("á" + "😀" * 66, 133, 70, 2),
        ("😀" * 67, 134, 70, 3),
    ],
)
def test_an_sms_is_billed_in_parts(text: str, units: int, single: int, parts: int) -> None:
    found = segments(text)
    assert (found.units, found.single, found.parts) == (units, single, parts)
    counted = count(text, TABLE["sms"])
    assert (counted.limit, counted.parts, counted.hard) == (single, parts, False)


def test_limits_that_nobody_publishes_are_soft() -> None:
    soft = {name for name, network in TABLE.items() if not network.hard()}
    assert {"youtube", "signal", "whatsapp", "sms", "email"} <= soft
    assert not soft & {"x", "bluesky", "mastodon", "threads", "instagram", "linkedin", "telegram"}


def test_no_limit_is_never_reached() -> None:
    counted = count("x" * 100_000, TABLE["email"])
    assert (counted.limit, counted.over, counted.fits) == (None, 0, True)


def test_both_readings_of_an_emoji_are_kept_for_x() -> None:
    counted = count("😶‍🌫️" * 100, TABLE["x"])
    assert (counted.least, counted.used, counted.over) == (200, 500, 220)
    assert counted.unit is Unit.WEIGHTED


@pytest.mark.parametrize(
    ("network", "text", "expected"),
    [
        ("threads", "#One #Two @a.b", [("hashtag", "One"), ("mention", "a.b")]),
        ("instagram", "#Uno @inami_mx.", [("hashtag", "Uno"), ("mention", "inami_mx")]),
        ("facebook", "#Uno @page", [("hashtag", "Uno")]),
        ("linkedin", "#Free-Them @Name #1", [("hashtag", "Free")]),
        ("telegram", "@channel_name @abc #tag", [("mention", "channel_name"), ("hashtag", "tag")]),
        ("reddit", "u/someone r/news #no", [("mention", "someone"), ("mention", "news")]),
        ("whatsapp", "#no @no example.org", [("link", "example.org")]),
        ("x", " example.org", [("link", "example.org")]),
        ("email", "a@example.org https://example.org", [("link", "https://example.org")]),
    ],
)
def test_each_network_links_what_it_links(
    network: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(e.kind, e.value) for e in entities(text, TABLE[network])] == expected


@pytest.mark.parametrize(
    ("network", "handle", "valid"),
    [
        ("x", "INAMI_mx", True),
        ("x", "lopezobrador_", True),
        ("x", "free-them", False),
        ("x", "a" * 21, False),
        ("instagram", "free.them.all", True),
        ("instagram", "free..them", False),
        ("instagram", "free.", False),
        ("tiktok", "a", False),
        ("telegram", "1abcd", False),
        ("telegram", "abcde", True),
        ("youtube", "Ab.c-d", True),
        ("reddit", "ab", False),
    ],
)
def test_a_handle_is_valid_or_not(network: str, handle: str, *, valid: bool) -> None:
    assert valid_handle(handle, TABLE[network]) is valid


def test_a_hashtag_is_valid_where_it_is_linked_as_a_whole() -> None:
    assert all(valid_hashtag("FreeThemAll", TABLE[n]) for n in ("x", "threads", "tiktok"))
    assert not any(valid_hashtag("Free-Them", TABLE[n]) for n in ("x", "facebook", "linkedin"))
    assert not any(valid_hashtag("2020", TABLE[n]) for n in ("x", "instagram", "youtube"))
    assert not any(valid_hashtag("FreeThemAll", TABLE[n]) for n in ("reddit", "sms", "whatsapp"))
