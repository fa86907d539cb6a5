"""What the five campaigns must hold, by the facts of their documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from toolkit.model import Role, TagRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.load import Loaded
    from toolkit.model import Campaign, Post, Translated

KIT = "free-them-all"
NINETEEN = [
    "INAMI_mx",
    "GN_MEXICO_",
    "SEGOB_mx",
    "SRE_mx",
    "lopezobrador_",
    "UNODCmexico",
    "M_OlgaSCordero",
    "A_Encinas_R",
    "ACNURamericas",
    "AcnurMexico",
    "m_ebrard",
    "OPSOMSMexico",
    "WHO",
    "fgymexico",
    "OIM_Mexico",
    "OIMCentroAmer",
    "UNmigration",
    "HLGatell",
    "GovernmentMX",
]
TEN = (
    "Bloque Latinoamericano Pacto Mundial sobre Migración",
    "ALMA Migrante, AC",
    "Sin Fronteras, IAP",
    "Pueblo Sin Fronteras",
    "ODA, Otros Dreams en Acción",
    "Fundación para la Justicia y el Estado Democrático de Derecho, AC",
    "Asylum Access México",
    "Coalición Internacional contra la Detención (IDC)",
    "Instituto de Geografía para la Paz, A.C.",
    "Instituto para las Mujeres en la Migración, AC",
)
FIGURES = {
    KIT: ("at least 14", "Tenosique", "COVID-19", "‘INAMI’", "‘GN’"),
    "petition-release-migrants": ("about 3,000", "more than 50", "(INM)", "(WHO)", "visa"),
    "press-access-to-detention-centres": ("more than 2,000", "nine days", "“rescheduled”", "(NGO)"),
    "ua-84-19-mass-detentions": (
        *("5 June", "6 June", "30 May", "30 July 2019", "Metapa", "Chiapas", "Tapachula"),
        *(
            "400 people",
            "6,000",
            "5% tariff",
            "at least 8 hours",
            "400,000 to 500,000",
            "Siglo XXI",
        ),
    ),
    "ua-100-21-stop-deportations": ("August 2021", "Haiti", "Honduras", "Guatemala", "El Salvador"),
}
HEADLINE_ROOM = 64
POST_ROOM = 280


def posts(loaded: Loaded) -> Iterator[Post]:
    return (post for campaign in loaded.toolkit.campaigns for post in campaign.posts)


def words_of(campaign: Campaign) -> Iterator[Translated]:
    """Everything a campaign says that people read."""
    yield from (campaign.title, campaign.short_title, campaign.label, campaign.summary)
    yield campaign.call
    for card in (campaign.card, *(post.card for post in campaign.posts)):
        # A bare figure or an account is the same in every language.
        words = card.words if card else ()
        yield from (texts for name, texts in words if name not in {"number", "handle"})
    yield from (post.text for post in campaign.posts)


def test_the_repository_is_a_site_without_a_problem(loaded: Loaded) -> None:
    assert not loaded.problems, "\n".join(map(str, loaded.problems))
    assert len(loaded.toolkit.campaigns) == 5


def test_the_kit_addresses_its_nineteen_accounts_in_their_order(
    campaigns: dict[str, Campaign],
) -> None:
    accounts = campaigns[KIT].accounts

    assert [handle.name for a in accounts for handle in a.on("x")] == NINETEEN
    assert {a.role for a in accounts} == {Role.TARGET, Role.ALLY}
    assert {a.id for a in accounts if a.role is Role.ALLY} >= {"who", "iom", "unhcr-mexico"}


def test_every_handle_says_when_it_was_checked(campaigns: dict[str, Campaign]) -> None:
    for campaign in campaigns.values():
        assert all(a.checked_on for a in campaign.accounts if a.handles), campaign.id


def test_the_kit_has_its_four_tags_two_of_them_main(campaigns: dict[str, Campaign]) -> None:
    tags = campaigns[KIT].hashtags

    assert [tag.tag for tag in tags] == ["FreeThemAll", "COVID19", "DDHH", "Mexico"]
    assert [tag.role for tag in tags] == [TagRole.MAIN] * 2 + [TagRole.SECONDARY] * 2
    meaning = tags[2].meaning.get("es")
    assert meaning, "DDHH is not explained"
    assert "derechos humanos" in meaning.text


def test_the_kit_has_at_least_eight_posts_that_exercise_the_traps(
    campaigns: dict[str, Campaign],
) -> None:
    texts = [words.text for post in campaigns[KIT].posts if (words := post.text.get("en"))]

    assert len(texts) >= 8
    assert sum(text.startswith("#FreeThemAll") for text in texts) >= 5
    assert sum(" @GN_MEXICO_ " in text for text in texts) == 1


def test_the_kit_is_dated_as_its_document(campaigns: dict[str, Campaign]) -> None:
    assert str(campaigns[KIT].issued) == "2020-04-02"
    assert campaigns[KIT].link == ""


def test_ten_organizations_sign_the_petition_commas_and_all(campaigns: dict[str, Campaign]) -> None:
    senders = campaigns["petition-release-migrants"].senders

    assert tuple(sender.name for sender in senders) == TEN
    assert {sender.language for sender in senders} == {"es", "en"}


def test_the_urgent_actions_keep_number_deadline_and_each_other(
    campaigns: dict[str, Campaign],
) -> None:
    first, second = (
        campaigns["ua-84-19-mass-detentions"],
        campaigns["ua-100-21-stop-deportations"],
    )

    assert (first.number, str(first.deadline), first.issued) == ("84.19", "2019-07-30", None)
    assert (second.number, str(second.issued), str(second.deadline)) == (
        *("100.21", "2021-09-30", "2021-12"),
    )
    assert (first.related, second.related) == ((second.id,), (first.id,))


def test_two_ambassadors_share_one_embassy(campaigns: dict[str, Campaign]) -> None:
    people = [a for c in campaigns.values() for a in c.accounts if a.id in {"barcena", "moctezuma"}]

    assert [a.on("x")[0].name for a in people] == ["emoctezumab", "Martha_Barcena"]
    for person in people:
        office = person.office
        assert office, person.id
        assert [h.name for h in office.handles] == ["EmbamexEUA", "EmbamexEUA", "embamexeua"]
        assert person.channels.phone.endswith("202 728 1600")
        assert person.channels.email == "mexembusa@sre.gob.mx"
        assert "1911 Pennsylvania Avenue NW" in person.channels.address


def test_an_address_that_was_hidden_from_robots_stays_unknown(
    campaigns: dict[str, Campaign],
) -> None:
    president = next(a for a in campaigns[KIT].accounts if a.id == "lopez-obrador")

    assert president.channels.email == ""
    assert "Palacio Nacional" in president.channels.address


@pytest.mark.parametrize("id_", FIGURES)
def test_figures_names_and_dates_carry_over(campaigns: dict[str, Campaign], id_: str) -> None:
    said = "\n".join(w.text for texts in words_of(campaigns[id_]) if (w := texts.get("en")))

    missing = [fact for fact in FIGURES[id_] if fact.casefold() not in said.casefold()]
    assert not missing


def test_everything_is_said_in_english_and_in_spanish(campaigns: dict[str, Campaign]) -> None:
    for campaign in campaigns.values():
        assert campaign.languages[:2] == ("en", "es")
        for texts in words_of(campaign):
            assert {"en", "es"} <= set(texts.languages), texts


def test_what_is_said_in_spanish_says_the_same_figures(campaigns: dict[str, Campaign]) -> None:
    for campaign in campaigns.values():
        for texts in words_of(campaign):
            english, spanish = texts.get("en"), texts.get("es")
            assert english, texts
            assert spanish, texts
            numbers = [
                sorted(
                    re.findall(r"\d[\d,.]*\d|\d", w.text.replace("2019", "").replace("2020", ""))
                )
                for w in (english, spanish)
            ]
            assert numbers[0] == numbers[1], spanish.place


def test_one_post_at_least_is_in_arabic_and_in_japanese(campaigns: dict[str, Campaign]) -> None:
    languages = [set(post.languages) for post in campaigns[KIT].posts]

    assert sum({"ar", "ja"} <= spoken for spoken in languages) >= 1


def test_posts_leave_room_and_end_without_a_stray_line(loaded: Loaded) -> None:
    for post in posts(loaded):
        for words in post.text:
            assert words.text == words.text.strip(), post.id
            assert len(words.text) <= POST_ROOM, f"{post.id} {words.language}"


def test_every_card_has_few_words(loaded: Loaded) -> None:
    for post in posts(loaded):
        assert post.card, post.id
        for words in post.card.word("headline"):
            assert len(words.text) <= HEADLINE_ROOM, f"{post.id} {words.language}"


def test_three_quotations_name_who_said_them(campaigns: dict[str, Campaign]) -> None:
    posts = campaigns["press-access-to-detention-centres"].posts
    cards = [post.card for post in posts if post.card and post.card.layout == "quotation"]

    assert len(cards) == 3
    for card in cards:
        assert {w.text for w in card.word("speaker")} == {"Erika Guevara-Rosas"}
        assert card.word("role"), card.place
