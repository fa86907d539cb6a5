"""Graphemes and emoji, held to Unicode's own cases of version 18.0."""

from __future__ import annotations

from tests.networks import cases
from toolkit.networks import builtin, count
from toolkit.networks.lookup import emoji
from toolkit.networks.measure import graphemes

pytestmark = cases.needed


def test_every_case_of_unicode_has_its_number_of_graphemes() -> None:
    found = cases.graphemes()
    assert len(found) == 853
    assert [text for text, number in found if graphemes(text) != number] == []


def test_letters_of_one_script_may_be_counted_one_by_one() -> None:
    slow = sum(graphemes(chr(point) + "\u0301") == 2 for point in range(0x20, 0x7F))
    assert slow == 0, "a combining mark must leave the quick way"
    for point in (*range(0x20, 0x2FF), *range(0x400, 0x482), *range(0x3041, 0x3097)):
        assert graphemes(chr(point) * 3) == 3


def test_every_emoji_is_one_grapheme_and_one_emoji() -> None:
    found = cases.emoji()
    assert len(found) == 3963
    assert [e for e in found if graphemes(e) != 1 or not emoji().fullmatch(e)] == []


def test_every_emoji_weighs_two_as_x_says_and_never_less_as_its_library_does() -> None:
    on_x = builtin()["x"]
    counts = [(e, count(e, on_x)) for e in cases.emoji()]
    assert [e for e, c in counts if c.least != 2] == []
    assert sum(c.used == 2 for _, c in counts) == 2986
    assert count("🧏🏻‍♂️", on_x).used == 7
    assert count("🧑🏻‍❤️‍💋‍🧑🏼", on_x).used == 11


def test_every_emoji_costs_its_bytes_on_threads() -> None:
    on_threads = builtin()["threads"]
    for one in cases.emoji():
        assert count(one, on_threads).used == len(one.encode())
