"""Brackets hold choices only where somebody wrote a choice; everything else stays text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.network_ids import NETWORKS
from toolkit.load import Files, Loaded, load
from toolkit.load.variation import pieces_of
from toolkit.model import Post, Variation, combinations
from toolkit.problems import Place


def texts(written: str) -> list[str]:
    pieces, faults = pieces_of(written)
    assert not faults
    return list(combinations(pieces))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Free them all", ["Free them all"]),
        ("Free them [now|today]!", ["Free them now!", "Free them today!"]),
        ("[Please |]act", ["Please act", "act"]),
        ("[a|b] [c|d]", ["a c", "a d", "b c", "b d"]),
        ("[now|[this|next] week]", ["now", "this week", "next week"]),
        ("[now|now]", ["now"]),
    ],
)
def test_a_choice_is_written_in_brackets(written: str, expected: list[str]) -> None:
    assert texts(written) == expected


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("She said […] no", "She said […] no"),
        ("Sincerely, [YOUR NAME]", "Sincerely, [YOUR NAME]"),
        ("a | b", "a | b"),
        (r"\[now|today\]", "[now|today]"),
        (r"\o/ ¯\_(ツ)_/¯", r"\o/ ¯\_(ツ)_/¯"),
        ("a ] b [ c", "a ] b [ c"),
    ],
)
def test_brackets_without_a_choice_stay_as_they_are(written: str, same: str) -> None:
    assert texts(written) == [same]


@given(st.text(alphabet=r"ab []|\{}", max_size=40))
def test_any_text_can_be_written_with_backslashes(text: str) -> None:
    escaped = "".join(f"\\{c}" if c in "[]|" else c for c in text)

    assert texts(escaped) == [text]


def first_of(posts: str) -> Post:
    files = {
        "campaigns/river/campaign.yml": b"title: A\nlanguages: [en, es]\ntopics: {fish: Fish}\n",
        "campaigns/river/posts.yml": posts.encode(),
    }
    found = load(Files(files), NETWORKS)
    assert found.problems == ()
    return found.toolkit.campaigns[0].posts[0]


def test_a_thread_is_a_list_of_parts_each_with_its_place() -> None:
    post = first_of(
        "- id: one\n  topics: [fish]\n  text: {en: First., es: Primero.}\n  thread:\n"
        "    en:\n      - Second [now|today].\n      - Third.\n    es: Segundo.\n"
    )

    second, third = post.following("en")
    assert (second.text, third.text) == ("Second now.", "Third.")
    assert [v.ways for v in second.variations] == [2]
    assert not third.variations
    assert (third.place.line, third.place.column) == (7, 9)
    assert [words.text for words in post.following("es")] == ["Segundo."]
    assert post.topics == ("fish",)


def test_parts_under_no_language_are_in_the_first_one() -> None:
    post = first_of("- id: one\n  text: First.\n  thread: [Second., Third.]\n")

    assert [(w.text, w.language) for w in post.following("en")] == [
        ("Second.", "en"),
        ("Third.", "en"),
    ]


@given(st.text(alphabet="ab [|]\\", max_size=60))
def test_no_text_is_refused_without_a_reason(text: str) -> None:
    pieces, faults = pieces_of(text)

    assert faults or Variation(pieces, Place("posts.yml")).ways == 1 or "|" in text


def test_choices_are_numbered_in_the_order_they_are_written() -> None:
    pieces, _ = pieces_of("[a|[b|c]] [d|e]")
    outer, _, last = pieces

    assert not isinstance(outer, str)
    assert not isinstance(last, str)
    inner = outer.options[1][0]
    assert not isinstance(inner, str)
    assert (outer.number, inner.number, last.number) == (0, 1, 2)


def test_a_choice_that_never_ends_is_named() -> None:
    _, (fault,) = pieces_of("Free them [now|today!")

    assert fault == (
        'the choice that begins with "[now|" never ends',
        r"close it with ], or write \[ if no choice is meant",
    )


def test_choices_too_deep_are_refused() -> None:
    _, (fault,) = pieces_of("[a|[b|[c|[d|e]]]]")

    assert fault == (
        "choices stand inside choices here, more than 3 deep",
        "write a second version of the whole text instead",
    )


def test_a_text_of_nothing_but_choices_is_refused() -> None:
    pieces, (fault,) = pieces_of("[a|b]" * 4000)

    assert fault == (
        "this text has 4000 choices, and it may have 100 at most",
        "write several versions of the text, with fewer choices each",
    )
    assert len(pieces) == 1


def loaded(posts: str) -> Loaded:
    campaign = "title: Save the river\nlanguages: [en, es]\n"
    folder = "campaigns/river"
    files = {f"{folder}/campaign.yml": campaign, f"{folder}/posts.yml": posts}
    return load(Files({name: text.encode() for name, text in files.items()}), NETWORKS)


def post(posts: str) -> Post:
    found = loaded(posts)
    assert found.problems == (), "\n".join(map(str, found.problems))
    return found.toolkit.campaigns[0].posts[0]


def test_a_text_without_choices_does_not_vary() -> None:
    (words,) = post("- id: dry\n  text: The river is dry.\n").text

    assert (words.text, words.language, words.variations) == ("The river is dry.", "en", ())


def test_the_text_that_stands_for_all_is_the_first_of_each() -> None:
    (words,) = post("- id: dry\n  text: The river is [dry|empty].\n").text

    assert words.text == "The river is dry."
    assert words.variations[0].ways == 2


def test_a_list_holds_versions_of_one_text() -> None:
    written = post(
        "- id: dry\n  text:\n    en:\n      - The river is dry.\n      - We walked across it.\n"
        "    es: El río está seco.\n"
    )
    english, spanish = written.text

    assert [v.first for v in english.variations] == ["The river is dry.", "We walked across it."]
    assert [v.place.line for v in english.variations] == [4, 5]
    assert spanish.text == "El río está seco."
    assert written.text.languages == ("en", "es")


def test_own_texts_of_a_network_vary_as_well() -> None:
    written = post("- id: dry\n  text: The river is dry.\n  networks:\n    x: Dry. [Why|How]?\n")

    words = written.words_on("x", "en")
    assert words
    assert words.variations[0].ways == 2


def test_facts_hold_in_every_language_or_in_their_own() -> None:
    everywhere = post("- id: dry\n  text: {en: 14 fish, es: 14 peces}\n  facts: '14'\n")
    apart = post("- id: dry\n  text: {en: 14 fish, es: 14 peces}\n  facts: {en: [14 fish]}\n")

    assert [(f.text, f.language) for f in everywhere.facts] == [("14", "en"), ("14", "es")]
    assert [(f.text, f.language) for f in apart.facts] == [("14 fish", "en")]


def test_a_fault_in_a_choice_stands_where_the_text_stands() -> None:
    (problem,) = loaded("- id: dry\n  text: The river is [dry|empty\n").problems

    assert str(problem) == (
        'campaigns/river/posts.yml:2:9: the choice that begins with "[dry|" never ends\n'
        r"  hint: close it with ], or write \[ if no choice is meant"
    )
