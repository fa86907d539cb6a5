"""What changed on a card is said in words, and only that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cards.samples import sample
from toolkit.cards.dress import dress
from toolkit.cards.facts import Facts, changes, facts, load_facts
from toolkit.cards.fonts import load_fonts
from toolkit.cards.library import load_library
from toolkit.cards.scene import Text

FONTS = load_fonts()
LIBRARY = load_library()[0]


def told(**changed: str) -> Facts:
    request = sample("statement", "ember", "square", "en")
    values = {**dict(request.values), **changed}
    scene = dress(
        replace(request, values=tuple(values.items())), library=LIBRARY, fonts=FONTS
    ).scene
    assert scene
    return facts(scene)


BEFORE = told()


def with_mark(layer: str, **edit: object) -> Facts:
    marks = tuple(replace(m, **edit) if m.layer == layer else m for m in BEFORE.marks)  # type: ignore[arg-type]
    return replace(BEFORE, marks=marks)


def test_nothing_changed_says_nothing() -> None:
    assert changes(BEFORE, told()) == ()


def test_another_word_is_named_with_both_texts_and_nothing_else_is() -> None:
    (said,) = changes(BEFORE, told(campaign="Free them now"))

    assert said.startswith("campaign: “Free them all” → “Free them now”")


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ({"colour": "#000000"}, "hashtags: colour #ffdb6e → #000000"),
        ({"type_size": 99}, "hashtags: type 41 → 99 px"),
        ({"font": "Other"}, "hashtags: font NotoSans-Bold → Other"),
    ],
)
def test_each_kind_of_change_has_its_words(edit: dict[str, object], said: str) -> None:
    assert changes(BEFORE, with_mark("hashtags", **edit)) == (said,)


def test_a_move_is_named_by_how_far_and_which_way() -> None:
    (old,) = (m for m in BEFORE.marks if m.layer == "hashtags")

    after = with_mark("hashtags", left=old.left + 12, top=old.top - 4)

    assert changes(BEFORE, after) == ("hashtags: moved 12 px right and 4 px up",)


def test_what_came_and_what_went_is_named() -> None:
    after = replace(BEFORE, marks=tuple(m for m in BEFORE.marks if m.layer != "address"))

    assert changes(BEFORE, after) == ("address: text “freethemall.example/act” is gone",)
    assert changes(after, BEFORE) == ("address: new text “freethemall.example/act”",)


def test_another_order_is_a_change_too() -> None:
    after = replace(BEFORE, marks=BEFORE.marks[::-1])

    assert changes(BEFORE, after) == ("card: the same things in another order, from back to front",)


def test_facts_come_back_from_their_file_as_they_were() -> None:
    assert load_facts(BEFORE.dump()) == BEFORE


def test_every_text_of_a_scene_is_a_fact() -> None:
    scene = dress(sample("quotation", "paper", "story", "ar"), library=LIBRARY, fonts=FONTS).scene
    assert scene

    texts = [m for m in scene.marks if isinstance(m, Text)]

    assert [m.kind for m in facts(scene).marks].count("text") == len(texts)
