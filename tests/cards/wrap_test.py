"""Lines are filled and evened by arithmetic; here each letter is half as wide as it is tall."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.cards.wrap import Ruler, balanced, greedy, ruler, widest


def half(text: str) -> float:
    return len(text) / 2


def measured(text: str, language: str = "en") -> Ruler:
    return ruler(text, language, half)


def filled(text: str, letters: int, language: str = "en") -> list[str] | None:
    lines = greedy(measured(text, language), letters / 2)
    return None if lines is None else [measured(text, language).text(line) for line in lines]


def evened(text: str, letters: int, language: str = "en") -> list[str] | None:
    lines = balanced(measured(text, language), letters / 2)
    return None if lines is None else [measured(text, language).text(line) for line in lines]


def test_lines_are_filled_as_far_as_words_go() -> None:
    assert filled("Clean air is a right", 9) == ["Clean air", "is a", "right"]


def test_spaces_at_a_line_s_end_take_no_room() -> None:
    assert filled("Clean air    now", 9) == ["Clean air", "now"]


def test_a_word_wider_than_the_line_does_not_fit() -> None:
    assert filled("unconditionally", 14) is None
    assert widest(measured("free them unconditionally")) == (7.5, "unconditionally")


def test_a_link_wider_than_the_line_is_broken_after_a_slash_but_only_then() -> None:
    text = "see https://example.org/letters"
    assert filled(text, 27) == ["see", "https://example.org/letters"]
    assert filled(text, 20) == ["see", "https://example.org/", "letters"]


def test_a_soft_hyphen_needs_room_for_its_hyphen_only_where_a_line_ends() -> None:
    assert filled("uncon\u00additionally", 16) == ["uncon\u00additionally"]
    assert filled("uncon\u00additionally", 11) == ["uncon\u00ad", "ditionally"]


def test_balanced_lines_are_as_few_but_as_even_as_can_be() -> None:
    text = "Every prisoner of conscience must be free today"
    assert filled(text, 28) == ["Every prisoner of conscience", "must be free today"]
    assert evened("The river belongs to all of us", 22) == ["The river belongs", "to all of us"]


def test_no_short_word_is_left_alone_on_the_last_line() -> None:
    text = "Release them all without any condition now"
    assert filled(text, 38) == ["Release them all without any condition", "now"]
    assert evened(text, 38) == ["Release them all without", "any condition now"]


def test_a_ragged_line_is_better_than_a_widow() -> None:
    text = "We unconditionally now"
    assert filled(text, 18) == ["We unconditionally", "now"]
    assert evened(text, 19) == ["We", "unconditionally now"]


def test_a_word_of_one_letter_goes_to_the_next_line() -> None:
    assert evened("Wolność w kraju", 10, "pl") == ["Wolność", "w kraju"]


def test_no_text_is_one_empty_line() -> None:
    assert filled("", 10) == [""]


@given(st.text("ab -/#@é。字한ก", max_size=120), st.integers(1, 40), st.sampled_from(["en", "ja"]))
def test_balancing_never_adds_a_line_loses_a_word_or_overflows(
    text: str, letters: int, language: str
) -> None:
    rule = measured(text, language)
    few, even = greedy(rule, letters / 2), balanced(rule, letters / 2)
    if few is None or even is None:
        assert few == even
        return
    assert len(few) == len(even)
    for lines in (few, even):
        assert all(half(rule.text(line)) <= letters / 2 + 1e-6 for line in lines)
        assert "".join(map(rule.text, lines)).replace(" ", "") == text.replace(" ", "")
