"""A thread goes out in parts where people answer themselves, and as one text everywhere else."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from tests.compose.samples import FREE, HERE, INM, KNOWN, NETWORKS, URL, translated
from toolkit.compose import Setting, compose, following, later_parts
from toolkit.model import Choice, Post, Variation, Words

CHOSEN = Variation(("Third: ", Choice(0, (("now",), ("today",))), "."), HERE)
LATER = (
    Words("Second: @GN_MEXICO_ and {target}.", "en", HERE),
    Words("Third: now.", "en", HERE, (CHOSEN,)),
)
OWN = "All of it, for Mastodon."
POST = Post(
    "three",
    HERE,
    translated(en="First: open the doors.", es="Primero: abran."),
    networks=(("mastodon", translated(en=OWN)),),
    hashtags=(FREE,),
    thread=(("en", LATER),),
)


def setting(network: str, language: str = "en") -> Setting:
    return Setting(NETWORKS[network], language, KNOWN, URL, "Free them all", (INM,))


def test_the_first_part_is_a_post_like_any_other() -> None:
    first = compose(POST, setting("x"))

    assert first
    assert first.whole == f"First: open the doors. @INAMI_mx #FreeThemAll\n{URL}"


def test_the_others_go_out_as_written_to_whom_they_name() -> None:
    second, third = later_parts(POST, setting("x"))

    assert second.whole == "Second: @GN_MEXICO_ and @INAMI_mx."
    assert third.whole == "Third: now."
    arrived = parse_qs(urlsplit(second.link.href or "").query)
    assert arrived == {"text": [second.whole]}
    (there, _) = later_parts(POST, setting("bluesky"))
    assert there.whole == "Second: National Guard and @inami.example.org."


def test_where_nobody_answers_themselves_it_is_one_text() -> None:
    whole = compose(POST, setting("whatsapp"))

    assert whole
    assert whole.whole == (
        "First: open the doors.\n\nSecond: National Guard and National Institute of Migration."
        f"\n\nThird: now.\n{URL}"
    )
    assert later_parts(POST, setting("whatsapp")) == ()


def test_a_network_with_a_text_of_its_own_gets_that_and_no_more() -> None:
    own = compose(POST, setting("mastodon"))

    assert own
    assert own.text.startswith(OWN)
    assert later_parts(POST, setting("mastodon")) == ()


def test_in_a_language_without_more_parts_there_is_one() -> None:
    assert later_parts(POST, setting("x", "es")) == ()
    assert following(POST, "es") == ()


def test_each_part_varies_by_itself_and_stays_the_same_for_a_person() -> None:
    said = [following(POST, "en", seed=seed)[1] for seed in range(1, 60)]

    assert set(said) == {"Third: now.", "Third: today."}
    assert said == [following(POST, "en", seed=seed)[1] for seed in range(1, 60)]
