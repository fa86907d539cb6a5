"""What changed on a card is said in words, and only that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cards.samples import sample
from toolkit.cards.changes import changes, kin, summed
from toolkit.cards.changes import told as said_of
from toolkit.cards.dress import dress
from toolkit.cards.facts import Facts, facts, load_facts
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


def words(before: Facts, after: Facts) -> tuple[str, ...]:
    return said_of(changes(before, after))


def with_mark(layer: str, **edit: object) -> Facts:
    marks = tuple(replace(m, **edit) if m.layer == layer else m for m in BEFORE.marks)  # type: ignore[arg-type]
    return replace(BEFORE, marks=marks)


def test_nothing_changed_says_nothing() -> None:
    assert words(BEFORE, told()) == ()


def test_another_word_is_named_with_both_texts_and_nothing_else_is() -> None:
    (said,) = words(BEFORE, told(campaign="Free them now"))

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
    assert words(BEFORE, with_mark("hashtags", **edit)) == (said,)


def test_a_move_is_named_by_how_far_and_which_way() -> None:
    (old,) = (m for m in BEFORE.marks if m.layer == "hashtags")

    after = with_mark("hashtags", left=old.left + 12, top=old.top - 4)

    assert words(BEFORE, after) == ("hashtags: moved 12 px right and 4 px up",)


def test_what_came_and_what_went_is_named() -> None:
    after = replace(BEFORE, marks=tuple(m for m in BEFORE.marks if m.layer != "address"))

    assert words(BEFORE, after) == ("address: text “freethemall.example/act” is gone",)
    assert words(after, BEFORE) == ("address: new text “freethemall.example/act”",)


def test_another_order_is_a_change_too() -> None:
    after = replace(BEFORE, marks=BEFORE.marks[::-1])

    assert words(BEFORE, after) == ("the same things in another order, from back to front",)


def test_facts_come_back_from_their_file_as_they_were() -> None:
    assert load_facts(BEFORE.dump()) == BEFORE


def test_every_text_of_a_scene_is_a_fact() -> None:
    scene = dress(sample("quotation", "paper", "story", "ar"), library=LIBRARY, fonts=FONTS).scene
    assert scene

    texts = [m for m in scene.marks if isinstance(m, Text)]

    assert [m.kind for m in facts(scene).marks].count("text") == len(texts)


def scaled(facts: Facts, **edit: float) -> Facts:
    """Return a card of which one text, the hashtags, changed by so much."""
    (old,) = (m for m in facts.marks if m.layer == "hashtags")
    changed = replace(old, **{name: getattr(old, name) + by for name, by in edit.items()})
    return replace(facts, marks=tuple(changed if m is old else m for m in facts.marks))


def test_the_same_change_in_other_figures_makes_kin_and_is_told_without_them() -> None:
    one, other = (changes(BEFORE, scaled(BEFORE, left=by)) for by in (5, 20))

    assert kin(one) == kin(other)
    assert summed([one, one]) == ("hashtags: moved 5 px right",)
    assert summed([one, other]) == ("hashtags: moved or resized",)


def test_room_that_follows_from_another_size_of_type_does_not_part_kin() -> None:
    one = changes(BEFORE, scaled(BEFORE, type_size=-3))
    other = changes(BEFORE, scaled(BEFORE, type_size=-7, width=-40, top=4))

    assert kin(one) == kin(other) == {"smaller type"}
    assert summed([one, other]) == ("hashtags: smaller type",)
    assert kin(one) != kin(changes(BEFORE, scaled(BEFORE, type_size=3)))


def test_colours_and_words_are_kin_only_where_they_are_equal() -> None:
    red, blue = (changes(BEFORE, with_mark("hashtags", colour=c)) for c in ("#aa0000", "#0000aa"))

    assert kin(red) != kin(blue)
    assert summed([red, red]) == ("hashtags: colour #ffdb6e → #aa0000",)


def test_layers_that_share_a_fate_are_told_together() -> None:
    """Also on different cards: a colour of a theme is not the same layer everywhere."""
    one, other = (changes(BEFORE, with_mark(m, colour="#aa0000")) for m in ("hashtags", "dash"))

    assert kin(one) == kin(other)
    assert summed([one, other]) == ("hashtags, dash: colour #ffdb6e → #aa0000",)


def test_what_a_longer_text_pushes_aside_needs_no_word_of_its_own() -> None:
    after = scaled(with_mark("campaign", says="Free them now"), top=30, width=80)

    changed = changes(BEFORE, after)

    assert kin(changed) == {"“Free them all” → “Free them now”"}
    assert said_of(changed)[1].startswith("hashtags: size")


def test_a_side_that_was_rounded_otherwise_is_no_change() -> None:
    assert changes(BEFORE, scaled(BEFORE, width=0.1, left=-0.1)) == ()
