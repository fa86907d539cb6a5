"""Whatever is written: it fits or says by how much it does not, and no word of it is lost."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compose.samples import (
    FREE,
    GUARD,
    INM,
    KNOWN,
    NETWORKS,
    RIGHTS,
    SPANISH,
    URL,
    WHO,
    composed,
    translated,
)
from toolkit.compose import Composed, Note, Setting, compose, plain
from toolkit.model import Hashtag, Post, TagRole
from toolkit.networks import count
from toolkit.problems import Place

WORDS = st.sampled_from(
    [
        "free",
        "them",
        "всех",
        "自由",
        "حرية",
        "👩\u200d👩\u200d👧",
        "#FreeThemAll",
        "#DDHH",
        "@INAMI_mx",
        "@nobody",
        "(@WHO)",
        "https://example.org/a?b=c&d#e",
        "50%",
        "a+b",
        "\n",
        "\n\n",
        "{target}",
        "“quoted”",
        "é",
        "🇲🇽",
        "…",
    ]
)
TEXTS = st.one_of(
    st.lists(WORDS, min_size=1, max_size=90).map(" ".join),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=400),
)
IDS = st.sampled_from(sorted(NETWORKS))


def anything(text: str, network: str, url: str = URL) -> Composed:
    return composed(text, network, url=url, tags=(FREE, RIGHTS), targets=(INM, GUARD))


@settings(deadline=None, max_examples=150)
@given(TEXTS, IDS)
def test_a_post_fits_or_says_by_how_much_it_does_not(text: str, network: str) -> None:
    found = anything(text, network)
    counted = count(found.whole, NETWORKS[network])

    assert found.count == counted
    told = [said.many for said in found.notes if said.note is Note.TOO_LONG]
    assert told == ([counted.over] if counted.over and counted.hard else [])
    assert found.fits == (not told)


@settings(deadline=None, max_examples=150)
@given(TEXTS, IDS)
def test_no_word_of_the_author_is_lost(text: str, network: str) -> None:
    found = anything(text, network)
    kept = iter(found.whole.split())

    assert all(word in kept for word in text.split() if not re.search(r"[@＠{}]", word)), (
        found.whole
    )


@settings(deadline=None, max_examples=150)
@given(TEXTS, IDS, st.sampled_from([URL, ""]))
def test_what_is_too_long_with_tags_and_mentions_goes_without_them(
    text: str, network: str, url: str
) -> None:
    found = anything(text, network, url)
    bare = composed(text, network, url=url, targets=(INM, GUARD) if "{target}" in text else ())

    assert found.fits == bare.fits


@settings(deadline=None, max_examples=150)
@given(TEXTS, IDS, st.sampled_from([URL, ""]))
def test_a_compose_link_decodes_to_exactly_what_was_composed(
    text: str, network: str, url: str
) -> None:
    found = anything(text, network, url)
    link = found.link
    if not link.href or "text" not in (NETWORKS[network].share or ""):
        return
    arrived = decoded(link.href)
    whole = arrived.get("text", arrived.get("body", "")).replace("\r\n", "\n")
    if "url" in arrived:
        assert (whole, arrived["url"]) == (found.text, url)
        assert found.whole in (f"{whole}\n{url}", whole)
    else:
        assert whole == found.whole


def decoded(href: str) -> dict[str, str]:
    """Take a link apart as its network would."""
    parts = urlsplit(href)
    found = parse_qs(
        (parts.query or parts.fragment).lstrip("&").replace("+", "%2B"),
        strict_parsing=True,
        max_num_fields=5,
    )
    return {name: values[0] for name, values in found.items()}


def test_links_carry_text_as_percent_encoded_utf_8() -> None:
    href = composed("50% & más\n#FreeThemAll", "whatsapp").link.href

    assert href == "https://wa.me/?text=50%25%20%26%20m%C3%A1s%0A%23FreeThemAll"
    assert unquote(href.partition("text=")[2]) == "50% & más\n#FreeThemAll"


def test_a_link_in_the_text_is_not_sent_a_second_time() -> None:
    found = composed(f"Read {URL}.", url=URL)

    assert found.whole == f"Read {URL}."
    assert decoded(found.link.href or "") == {"text": f"Read {URL}."}


def test_a_longer_link_in_the_text_is_another_link() -> None:
    found = composed(f"Read {URL}more", "whatsapp", url=URL)

    assert found.whole == f"Read {URL}more\n{URL}"


@pytest.mark.parametrize(
    ("network", "expected"),
    [
        ("x", "Act. #FreeThemAll #HumanRights"),
        ("threads", "Act. #FreeThemAll"),
        ("whatsapp", "Act."),
        ("email", "Act."),
        ("linkedin", "Act. #FreeThemAll #HumanRights"),
    ],
)
def test_hashtags_are_added_as_each_network_takes_them(network: str, expected: str) -> None:
    assert composed("Act.", network, tags=(RIGHTS, FREE)).text == expected


def test_instagram_takes_five_hashtags_the_main_ones_first_and_says_so() -> None:
    many = tuple(Hashtag(f"Tag{n}", Place("hashtags.yml")) for n in "ABCDE")
    found = composed("Act.", "instagram", tags=(*many, FREE))

    assert found.text == "Act. #FreeThemAll #TagA #TagB #TagC #TagD"
    assert [(s.note, s.what) for s in found.notes] == [(Note.TAGS_MANY, ("#TagE",))]


def test_hashtags_that_nothing_links_stay_out_and_that_is_said() -> None:
    found = composed("Act.", "whatsapp", tags=(FREE,))

    assert [(s.note, s.what) for s in found.notes] == [(Note.TAGS_UNLINKED, ("#FreeThemAll",))]


def test_hashtags_speak_the_language_of_the_post() -> None:
    english = composed("Act.", tags=(RIGHTS, SPANISH)).text
    spanish = composed("Actúen.", language="es", tags=(RIGHTS, SPANISH)).text

    assert (english, spanish) == ("Act. #HumanRights", "Actúen. #DDHH #LibertadYa")


def test_a_tag_that_stands_in_the_text_in_any_form_is_not_added() -> None:
    assert composed("For #humanrights.", tags=(RIGHTS,)).text == "For #humanrights."


def test_the_link_is_paid_for_as_the_network_does() -> None:
    assert composed("Act.", url=URL).count.used == len("Act.") + 1 + 23
    assert composed("Act.", "threads", url=URL).count.used == len("Act.") + 1 + len(URL)


def test_a_text_too_long_opens_with_its_link_alone() -> None:
    found = composed("w" * 300, url=URL)

    assert not found.fits
    assert decoded(found.link_alone.href or "") == {"url": URL}
    assert [(s.note, s.many) for s in found.notes] == [(Note.TOO_LONG, 44)]


def test_a_long_text_message_says_in_how_many_parts_it_goes() -> None:
    found = composed("w" * 300, "sms")

    assert found.fits
    assert [(s.note, s.many) for s in found.notes] == [(Note.PARTS, 2)]


def test_the_subject_of_a_mail_is_the_title() -> None:
    assert decoded(composed("Act.", "email").link.href or "")["subject"] == "Free them all"


def test_a_networks_own_text_comes_first_and_only_in_its_language() -> None:
    own = translated(en="Short.")
    post = Post("dry", Place("posts.yml"), translated(en="Long.", es="Largo."), (("x", own),))

    def text(network: str, language: str) -> str:
        found = compose(post, Setting(NETWORKS[network], language, KNOWN))
        return found.text if found else "nothing"

    assert text("x", "en") == "Short."
    assert text("x", "es") == "Largo."
    assert text("bluesky", "en") == "Long."
    assert text("x", "ja") == "nothing"


def test_for_no_network_in_particular_accounts_go_by_their_names() -> None:
    text = plain("We ask {target}, with @WHO.", (FREE,), "en", (INM, WHO))

    assert text == (
        "We ask National Institute of Migration, World Health Organization, with @WHO. #FreeThemAll"
    )


def test_main_tags_come_first() -> None:
    assert FREE.role is TagRole.MAIN
    assert composed("Act.", tags=(RIGHTS, FREE)).text == "Act. #FreeThemAll #HumanRights"
