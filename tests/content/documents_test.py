"""Letters, petition and release carry the facts of their documents, in English and in Spanish."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.content.own_words_test import documents_of
from toolkit.desk import mailto
from toolkit.model import Channels
from toolkit.pages.letters import sheet_of

if TYPE_CHECKING:
    from toolkit.model import Campaign

FACTS = {
    "ua-84-19-mass-detentions": (
        *("5 June 2019", "Metapa", "400", "6,000", "30 May 2019", "5%", "Siglo XXI", "48 hours"),
        *("at least 8 hours", "400,000 to 500,000", "El Salvador", "Honduras", "Guatemala"),
    ),
    "ua-100-21-stop-deportations": (
        *("Haiti", "Honduras", "Guatemala", "El Salvador", "(INM)", "(GN)", "August 2021"),
        *("due process", "December 2021"),
    ),
    "petition-release-migrants": (
        *("3,000", "more than 50", "time bomb", "(WHO)", "temporary humanitarian visa", "COVID-19"),
    ),
    "press-access-to-detention-centres": (
        *("“rescheduled”", "2,000", "nine days", "Honduras", "open letter", "Ministry of the"),
    ),
}


@pytest.mark.parametrize("id_", FACTS)
def test_each_document_holds_its_facts(campaigns: dict[str, Campaign], id_: str) -> None:
    said = "\n".join(w.text for t in documents_of(campaigns[id_]) if (w := t.get("en")))

    assert [fact for fact in FACTS[id_] if fact not in said] == []


@pytest.mark.parametrize("id_", FACTS)
def test_both_languages_hold_the_same_figures(campaigns: dict[str, Campaign], id_: str) -> None:
    for texts in documents_of(campaigns[id_]):
        figures = [sorted(re.findall(r"\d[\d,]*\d|\d", w.text)) for w in texts]
        assert not texts or figures[0] == figures[1], texts.versions[1].place


def test_urgent_actions_ask_three_things_of_two_targets(campaigns: dict[str, Campaign]) -> None:
    for id_ in ("ua-84-19-mass-detentions", "ua-100-21-stop-deportations"):
        letter = campaigns[id_].letter
        assert letter
        assert (len(letter.asks), len(letter.targets), letter.languages) == (3, 2, ("es", "en"))
        assert letter.report
        assert letter.report.reason


def test_minister_and_ambassador_are_greeted_as_their_documents_greet_them(
    campaigns: dict[str, Campaign],
) -> None:
    begins = []
    for id_ in ("ua-84-19-mass-detentions", "ua-100-21-stop-deportations"):
        letter = campaigns[id_].letter
        assert letter
        begins += [sheet_of(campaigns[id_], t, "en").text.split("\n")[0] for t in letter.targets]

    assert begins == [
        *("Dear Minister Sánchez Cordero,", "Dear Ambassador,"),
        *("Dear President López Obrador,", "Dear Ambassador,"),
    ]


def test_two_ambassadors_are_called_at_one_number(campaigns: dict[str, Campaign]) -> None:
    numbers = set()
    for id_ in ("ua-84-19-mass-detentions", "ua-100-21-stop-deportations"):
        letter = campaigns[id_].letter
        assert letter
        numbers.add(sheet_of(campaigns[id_], letter.targets[1], "en").dial)
        assert sheet_of(campaigns[id_], letter.targets[0], "en").dial == ""

    assert numbers == {"+12027281600"}


def test_every_letter_fits_into_a_mail(campaigns: dict[str, Campaign]) -> None:
    for campaign in campaigns.values():
        letter = campaign.letter
        for target in letter.targets if letter else ():
            for tag in ("en", "es"):
                one = sheet_of(campaign, target, tag)
                assert len(mailto("mexembusa@sre.gob.mx", one.subject, one.text)) < 2000


def test_a_petition_without_a_date_or_an_address_is_whole(campaigns: dict[str, Campaign]) -> None:
    campaign = campaigns["petition-release-migrants"]
    assert campaign.petition
    (addressee,) = campaign.petition.to

    assert (campaign.deadline, campaign.issued, campaign.closes) == (None, None, None)
    assert addressee.channels == Channels()


def test_a_release_names_the_very_targets_that_other_campaigns_address(
    campaigns: dict[str, Campaign],
) -> None:
    kit, release = campaigns["free-them-all"], campaigns["press-access-to-detention-centres"]
    shared = {account.id for account in release.accounts if account in kit.accounts}

    assert {"inm", "segob"} <= shared


def test_what_documents_do_not_say_is_not_made_up(campaigns: dict[str, Campaign]) -> None:
    for campaign in campaigns.values():
        assert campaign.storm is None, campaign.id
        assert campaign.report is None, campaign.id


def test_three_demands_keep_their_order(campaigns: dict[str, Campaign]) -> None:
    petition = campaigns["petition-release-migrants"].petition
    assert petition
    cores = [d.core.best("en") for d in petition.demands]

    assert [str(core).split()[0] for core in cores] == ["Release", "Suspend", "Inform"]


def test_three_quotations_have_their_places(campaigns: dict[str, Campaign]) -> None:
    press = campaigns["press-access-to-detention-centres"].press
    assert press
    for words in press.body:
        assert re.findall(r"^\{(\d)\}$", words.text, re.MULTILINE) == ["1", "2", "3"]
