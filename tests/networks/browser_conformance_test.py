"""Other people's cases, answered by the JavaScript that runs on the page, in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.networks import cases
from toolkit.networks.measure import utf16

if TYPE_CHECKING:
    from tests.networks.conftest import Counter

pytestmark = [pytest.mark.browser, cases.needed]

# Chromium 156 knows Unicode 17. In 18.0 a sign that joins consonants (a virama) joins the next one
# whatever stands before it, and does so in Balinese and Zanabazar as well: 1 there, 2 here.
KNOWN_DIFFERENCES = {
    *("\u094d\u0915", "\u094d\u0308\u0915", "\u1cf5\u0915", "\u1cf5\u0308\u0915", "a\u094d\u0924"),
    *("?\u094d\u0924", "\u1b05\u1b44\u1b33\u1b03", "\u1cf5\u0995", "\u1cf6\u09aa"),
    "\U00011a3a\U00011a0b",
}
# What stands at the beginning of a text and is all of it, or the value of what was found.
ALL_OF_IT = """({texts, kind}) => texts.map((text) => networks.entities(text, "x").some(
  (e) => e.kind === kind && e.start === 0 && e.end === text.length))"""
FOUND = """({texts, kinds}) => texts.map((text) => networks.entities(text, "x")
  .filter((e) => kinds.includes(e.kind)).map((e) => [e.value, [e.start, e.end]]))"""
WEIGHED = """({texts, weights}) => texts.map((t) => {
  const w = networks.weigh(t, data.x.emoji, weights);
  return {weightedLength: w.weight, valid: w.valid, permillage: w.permillage,
    displayRangeStart: 0, displayRangeEnd: w.displayEnd,
    validRangeStart: 0, validRangeEnd: w.validEnd};
})"""


def answered(counter: Counter, script: str, section: str, **given: object) -> list[Any]:
    """Run a function over the texts of a section of X's `validate`."""
    found = [case["text"] for case in cases.x("validate", section)]
    return list(counter.run(script, {"texts": found, **given}))


def expected(section: str, number: int) -> list[Any]:
    found = [case["expected"] for case in cases.x("validate", section)]
    assert len(found) == number
    return found


def in_utf16(text: str, span: list[int]) -> list[int]:
    return [utf16(text[:end]) for end in span]


@pytest.mark.parametrize(
    ("section", "version", "number"),
    [
        ("WeightedTweetsCounterTest", 2, 20),
        ("WeightedTweetsWithDiscountedEmojiCounterTest", 3, 22),
        ("UnicodeDirectionalMarkerCounterTest", 3, 2),
    ],
)
def test_every_field_of_every_weighted_count_is_right(
    counter: Counter, section: str, version: int, number: int
) -> None:
    got = answered(counter, WEIGHED, section, weights=cases.x_weights(version))
    assert got == expected(section, number)


def test_a_tweet_of_140_is_valid_and_one_of_141_is_not(counter: Counter) -> None:
    got = answered(counter, WEIGHED, "tweets", weights=cases.x_weights(1))
    assert [one["valid"] for one in got] == expected("tweets", 8)


@pytest.mark.parametrize(("section", "number"), [("urls", 24), ("urls_without_protocol", 5)])
def test_addresses_are_valid_or_not(counter: Counter, section: str, number: int) -> None:
    script = "({texts, scheme}) => texts.map((t) => networks.validUrl(t, scheme))"
    assert answered(counter, script, section, scheme=section == "urls") == expected(section, number)


@pytest.mark.parametrize(
    ("section", "script", "number"),
    [
        ("usernames", "networks.validHandle(t.replace(/^@/, ''), 'x')", 4),
        ("hashtags", "networks.validHashtag(t.replace(/^#/, ''), 'x')", 7),
    ],
)
def test_handles_and_hashtags_are_valid_or_not(
    counter: Counter, section: str, script: str, number: int
) -> None:
    every = f"({{texts}}) => texts.map((t) => {script})"
    assert answered(counter, every, section) == expected(section, number)


def test_lists_are_valid_or_not(counter: Counter) -> None:
    assert answered(counter, ALL_OF_IT, "lists", kind="list") == expected("lists", 5)


@pytest.mark.parametrize(
    ("section", "kind", "number"),
    [
        ("hashtags", "hashtag", 65),
        ("hashtags_from_astral", "hashtag", 3),
        ("mentions", "mention", 23),
        ("cashtags", "cashtag", 8),
        ("urls", "link", 91),
        ("tco_urls_with_params", "link", 5),
    ],
)
def test_signs_and_links_are_found(counter: Counter, section: str, kind: str, number: int) -> None:
    found = cases.x("extract", section)
    assert len(found) == number
    given = {"texts": [case["text"] for case in found], "kinds": [kind]}
    for case, got in zip(found, counter.run(FOUND, given), strict=True):
        assert [value for value, _ in got] == case["expected"], case["description"]


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
def test_places_are_right(counter: Counter, section: str, name: str, number: int) -> None:
    found = cases.x("extract", section)
    assert len(found) == number
    kind = {"url": "link", "screen_name": "mention"}.get(name, name)
    given = {"texts": [case["text"] for case in found], "kinds": [kind]}
    for case, got in zip(found, counter.run(FOUND, given), strict=True):
        places = [[e[name], in_utf16(case["text"], e["indices"])] for e in case["expected"]]
        assert got == places, case["description"]


def test_lists_are_found_with_their_places(counter: Counter) -> None:
    found = cases.x("extract", "mentions_or_lists_with_indices")
    assert len(found) == 5
    given = {"texts": [case["text"] for case in found], "kinds": ["mention", "list"]}
    for case, got in zip(found, counter.run(FOUND, given), strict=True):
        places = [
            [e["screen_name"] + e["list_slug"], in_utf16(case["text"], e["indices"])]
            for e in case["expected"]
        ]
        assert got == places, case["description"]


def test_a_reply_is_told_from_a_mention(counter: Counter) -> None:
    found = cases.x("extract", "replies")
    assert len(found) == 13
    script = """(texts) => texts.map((text) => networks.replyTo(text, "x"))"""
    got = counter.run(script, [case["text"] for case in found])
    assert got == [case["expected"] for case in found]


def test_every_case_of_a_bluesky_handle_is_right(counter: Counter) -> None:
    script = """(names) => names.map((name) => networks.validHandle(name, "bluesky"))"""
    for validity, number in (("valid", 71), ("invalid", 48)):
        names = cases.handles(validity)
        assert counter.run(script, names) == [validity == "valid"] * number


def test_graphemes_of_the_browser_differ_only_where_we_know(counter: Counter) -> None:
    found = cases.graphemes()
    assert len(found) == 853
    script = "(texts) => texts.map((text) => networks.graphemes(text))"
    got = counter.run(script, [text for text, _ in found])
    different = {t for (t, n), g in zip(found, got, strict=True) if n != g}
    # A newer Chromium may know 18.0 already; nothing else may differ.
    assert different <= KNOWN_DIFFERENCES
