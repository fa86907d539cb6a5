"""Nineteen accounts share the load: each post names one to three, and each person others."""

from __future__ import annotations

from collections import Counter

from tests.compose.samples import FREE, GUARD, HERE, INM, URL, WHO, account, composed, translated
from toolkit.compose import targets_for
from toolkit.model import Campaign, Post

MANY = tuple(account(f"a{n}", translated(en=f"Account {n}"), x=f"acc{n}") for n in range(19))


def campaign(*accounts: object) -> Campaign:
    return Campaign("free", HERE, translated(en="Free"), ("en",), accounts=accounts)  # type: ignore[arg-type]


def post(*targets: object) -> Post:
    return Post("dry", HERE, translated(en="Free them"), targets=targets)  # type: ignore[arg-type]


def test_targets_go_where_their_place_is() -> None:
    named = composed("We ask {target} to act.", targets=(INM, GUARD))

    assert named.text == "We ask @INAMI_mx @GN_MEXICO_ to act."


def test_where_one_has_no_handle_all_stand_in_a_list() -> None:
    text = "We ask {target} to act."

    english = composed(text, "bluesky", targets=(INM, GUARD)).text
    japanese = composed(text, "whatsapp", language="ja", targets=(INM, GUARD)).text
    assert english == "We ask @inami.example.org, National Guard to act."
    assert japanese == "We ask National Institute of Migration、National Guard to act."


def test_without_a_place_mentions_stand_before_the_hashtags() -> None:
    added = composed("Act now. #FreeThemAll", targets=(INM, GUARD), url=URL)

    assert added.whole == f"Act now. @INAMI_mx @GN_MEXICO_ #FreeThemAll\n{URL}"


def test_names_are_not_added_to_a_text_that_has_no_place_for_them() -> None:
    assert composed("Act now.", "whatsapp", targets=(INM,)).text == "Act now."


def test_an_account_that_is_mentioned_already_is_not_added_again() -> None:
    text = "The @GN_MEXICO_ must not do this. #FreeThemAll"

    assert composed(text, targets=(GUARD,)).text == text
    assert composed(f"{text} {{target}}", targets=(GUARD,)).text == f"{text} National Guard"


def test_a_mention_stays_out_where_it_would_not_fit_and_that_is_said() -> None:
    text = "w" * 271
    (note,) = composed(text, targets=(INM,)).notes

    assert (note.note, note.what) == ("no_room", ("@INAMI_mx",))


def test_what_is_needed_least_goes_first() -> None:
    text = "w" * 256

    found = composed(text, targets=(GUARD,), tags=(FREE,))
    assert found.text == f"{text} #FreeThemAll"
    assert found.fits


def test_a_posts_own_targets_come_before_the_campaigns_and_allies_only_when_named() -> None:
    all_ = campaign(INM, GUARD, WHO)

    assert targets_for(post(), all_, count=3) == (INM, GUARD)
    assert targets_for(post(WHO), all_, count=3) == (WHO,)
    assert targets_for(post(), campaign(WHO)) == ()


def test_never_more_than_three_are_addressed_at_once() -> None:
    assert len(targets_for(post(), campaign(*MANY), count=19)) == 3


def test_somebody_who_sends_every_post_reaches_everybody_alike() -> None:
    for seed in (0, 1, 12345):
        reached = Counter(
            a.id
            for turn in range(19)
            for a in targets_for(post(), campaign(*MANY), seed=seed, count=2, turn=turn)
        )
        assert set(reached.values()) == {2}
        assert len(reached) == 19


def test_people_begin_with_different_accounts_and_each_with_the_same() -> None:
    first = [targets_for(post(), campaign(*MANY), seed=seed)[0].id for seed in range(1, 3000)]

    assert first == [
        targets_for(post(), campaign(*MANY), seed=seed)[0].id for seed in range(1, 3000)
    ]
    assert len(Counter(first)) == 19
    assert max(Counter(first).values()) < 230
