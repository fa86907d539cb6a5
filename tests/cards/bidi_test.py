"""Arabic and Hebrew read from the right, and names inside them stay as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.cards.bidi import levels
from toolkit.cards.setline import seen


def visual(text: str, *, rtl: bool) -> str:
    """Show a line as the eye meets it from left to right, with every character turned."""
    units = seen(text, levels(text, rtl=rtl))
    turned = "".join(word[::-1] if level % 2 else word for word, level in units)
    return turned.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2069")))


@pytest.mark.parametrize(
    ("rtl", "text", "expected"),
    [
        (True, "אבג", "גבא"),
        (True, "אבג 2026 דהו", "והד 2026 גבא"),
        (True, "אבג @mayor", "@mayor גבא"),
        (True, "@mayor אבג", "גבא @mayor"),
        (True, "אבג #אבג!", "!גבא# גבא"),
        (True, "אבג https://a.org/x", "https://a.org/x גבא"),
        (True, "#FreeThem #אבג", "גבא# #FreeThem"),
        (True, "אבג (abc)", ")abc( גבא"),  # brackets are mirrored when they are drawn
        (True, "אבג (NATO) 12%", "12% )NATO( גבא"),
        (True, "אבג (abc [דה])", ")]הד[ abc( גבא"),
        (False, "see (אבג) 5 km", "see (גבא) 5 km"),
        (False, "say אבג now", "say גבא now"),
        (False, "say #אבג now", "say גבא# now"),
        (False, "אבג @mayor", "גבא @mayor"),
        (True, "אבג \u2066abc!\u2069 ד", "ד abc! גבא"),
        (True, "a\u2067אב\u2069c", "aבאc"),
    ],
)
def test_words_stand_in_the_order_in_which_they_are_read(
    rtl: bool,  # noqa: FBT001
    text: str,
    expected: str,
) -> None:
    assert visual(text, rtl=rtl) == expected


def test_text_without_right_to_left_letters_needs_no_levels() -> None:
    assert levels("plain — déjà vu 2026", rtl=False) is None


def test_joiners_and_selectors_stay_with_the_emoji_they_belong_to() -> None:
    family = "👩‍👩‍👧"
    found = levels(f"אב {family} ❤️ גד", rtl=True)
    assert found is not None
    assert set(found) == {1}


@given(st.text(max_size=200), st.booleans())
def test_every_character_of_any_text_gets_one_level(text: str, rtl: bool) -> None:  # noqa: FBT001
    found = levels(text, rtl=rtl)
    assert found is None or len(found) == len(text)


@given(
    st.text(
        st.sampled_from("אבגab12 .,()#@\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u200f"),
        max_size=60,
    )
)
def test_turning_a_line_around_loses_nothing(text: str) -> None:
    units = seen(text, levels(text, rtl=True))
    assert sorted("".join(word for word, _ in units)) == sorted(text)
