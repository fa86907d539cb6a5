"""X's own cases: what it weighs, what it links, what it takes for valid."""

from __future__ import annotations

from typing import Any

import pytest

from tests.networks import cases
from toolkit.networks import (
    builtin,
    count,
    entities,
    reply_to,
    valid_handle,
    valid_hashtag,
    valid_url,
)
from toolkit.networks.lookup import emoji, emoji_of_x
from toolkit.networks.recognise import links, recognise
from toolkit.networks.spec import X
from toolkit.networks.weigh import weigh

pytestmark = cases.needed
ON_X = builtin()["x"]
COUNTERS = {
    "WeightedTweetsCounterTest": (2, 20),
    "WeightedTweetsWithDiscountedEmojiCounterTest": (3, 22),
    "UnicodeDirectionalMarkerCounterTest": (3, 2),
}


def weighed(text: str, version: int, *, old: bool = False) -> dict[str, Any]:
    found = weigh(text, cases.x_weights(version), emoji_of_x() if old else emoji())
    return {
        "weightedLength": found.weight,
        "valid": found.valid,
        "permillage": found.permillage,
        "displayRangeStart": 0,
        "displayRangeEnd": found.display_end,
        "validRangeStart": 0,
        "validRangeEnd": found.valid_end,
    }


def named(text: str, kind: str) -> list[str]:
    return [e.value for e in entities(text, ON_X) if e.kind == kind]


def linked(text: str) -> list[str]:
    return [link.value for link in links(text, X)]


@pytest.mark.parametrize("section", COUNTERS)
@pytest.mark.parametrize("old", [False, True], ids=["emoji of today", "emoji of X's library"])
def test_every_field_of_every_weighted_count_is_right(section: str, *, old: bool) -> None:
    version, number = COUNTERS[section]
    found = cases.x("validate", section)
    assert len(found) == number
    for case in found:
        assert weighed(case["text"], version, old=old) == case["expected"], case["description"]


@pytest.mark.parametrize("section", [s for s, (version, _) in COUNTERS.items() if version == 3])
def test_the_count_of_the_table_is_the_weight(section: str) -> None:
    for case in cases.x("validate", section):
        assert count(case["text"], ON_X).used == case["expected"]["weightedLength"]


def test_a_tweet_of_140_is_valid_and_one_of_141_is_not() -> None:
    found = cases.x("validate", "tweets")
    assert len(found) == 8
    for case in found:
        assert weighed(case["text"], 1)["valid"] is case["expected"], case["description"]


def test_handles_and_lists_are_valid_or_not() -> None:
    handles, lists = cases.x("validate", "usernames"), cases.x("validate", "lists")
    assert (len(handles), len(lists)) == (4, 5)
    for case in handles:
        assert valid_handle(case["text"].removeprefix("@"), ON_X) is case["expected"]
    for case in lists:
        whole = [(e.kind, e.end) for e in entities(case["text"], ON_X) if e.start == 0]
        assert (whole == [("list", len(case["text"]))]) is case["expected"], case["description"]


def test_hashtags_are_valid_or_not() -> None:
    found = cases.x("validate", "hashtags")
    assert len(found) == 7
    for case in found:
        assert valid_hashtag(case["text"].removeprefix("#"), ON_X) is case["expected"]


@pytest.mark.parametrize(("section", "number"), [("urls", 24), ("urls_without_protocol", 5)])
def test_addresses_are_valid_or_not(section: str, number: int) -> None:
    found = cases.x("validate", section)
    assert len(found) == number
    for case in found:
        assert valid_url(case["text"], scheme=section == "urls") is case["expected"], case


@pytest.mark.parametrize(
    ("section", "kind", "number"),
    [
        ("hashtags", "hashtag", 65),
        ("hashtags_from_astral", "hashtag", 3),
        ("mentions", "mention", 23),
        ("cashtags", "cashtag", 8),
    ],
)
def test_signs_are_found(section: str, kind: str, number: int) -> None:
    found = cases.x("extract", section)
    assert len(found) == number
    for case in found:
        assert named(case["text"], kind) == case["expected"], case["description"]


@pytest.mark.parametrize(("section", "number"), [("urls", 91), ("tco_urls_with_params", 5)])
def test_links_are_found(section: str, number: int) -> None:
    found = cases.x("extract", section)
    assert len(found) == number
    for case in found:
        assert linked(case["text"]) == case["expected"], case["description"]


@pytest.mark.parametrize(
    ("section", "name", "number"),
    [
        ("urls_with_indices", "url", 10),
        ("urls_with_directional_markers", "url", 2),
        ("hashtags_with_indices", "hashtag", 8),
        ("mentions_with_indices", "screen_name", 3),
        ("cashtags_with_indices", "cashtag", 2),
    ],
)
def test_places_are_right(section: str, name: str, number: int) -> None:
    found = cases.x("extract", section)
    assert len(found) == number
    kind = {"url": "link", "screen_name": "mention"}.get(name, name)
    for case in found:
        got = [
            {name: e.value, "indices": [e.start, e.end]}
            for e in recognise(case["text"], X, frozenset({kind}))
        ]
        assert got == case["expected"], case["description"]


def test_lists_are_found_with_their_places() -> None:
    found = cases.x("extract", "mentions_or_lists_with_indices")
    assert len(found) == 5
    for case in found:
        got = []
        for entity in recognise(case["text"], X, frozenset({"mention"})):
            name, slash, slug = entity.value.partition("/")
            span = [entity.start, entity.end]
            got.append({"screen_name": name, "list_slug": slash + slug, "indices": span})
        assert got == case["expected"], case["description"]


def test_a_reply_is_told_from_a_mention() -> None:
    found = cases.x("extract", "replies")
    assert len(found) == 13
    for case in found:
        assert reply_to(case["text"], ON_X) == case["expected"], case["description"]
