"""A letter is addressed, greeted and filled for one target, and handed over unchanged."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.desk import samples
from toolkit import desk
from toolkit.desk.sheet import with_sign
from toolkit.model import Account, Channels, Day
from toolkit.pages.letters import sheet_of, sheets

EN = sheet_of(samples.CAMPAIGN, samples.AMBASSADOR, "en")


def test_one_text_greets_each_target_in_its_own_way() -> None:
    begins = {(s.target.id, s.language): s.text.split("\n")[0] for s in sheets(samples.CAMPAIGN)}

    assert begins == {
        ("president", "es"): "A la atención de Andrés Manuel López Obrador:",
        ("president", "en"): "Dear President López Obrador,",
        ("ambassador", "es"): "Estimado embajador:",
        ("ambassador", "en"): "Dear Ambassador,",
    }


def test_the_language_a_target_reads_comes_first() -> None:
    assert desk.languages_of(samples.LETTER, samples.PRESIDENT) == ("es", "en")
    wanted = replace(samples.LETTER, languages=("en",))
    assert desk.languages_of(wanted, samples.PRESIDENT) == ("en", "es")


@pytest.mark.parametrize(
    ("salutation", "language", "written"),
    [
        ("Dear Ambassador", "en", "Dear Ambassador,"),
        ("Dear Ambassador,", "en", "Dear Ambassador,"),
        ("Estimado embajador", "es-MX", "Estimado embajador:"),
    ],
)
def test_a_salutation_ends_as_its_language_ends_it(
    salutation: str, language: str, written: str
) -> None:
    assert with_sign(salutation, language) == written


def test_the_case_number_is_in_the_subject_once() -> None:
    assert EN.subject == "Stop deportations (100.21)"
    named = samples.without(subject=samples.said(en="UA 100.21: stop"))
    assert sheet_of(named, samples.AMBASSADOR, "en").subject == "UA 100.21: stop"


def test_an_address_stands_as_its_country_writes_it_and_may_go_through_an_embassy() -> None:
    president = sheet_of(samples.CAMPAIGN, samples.PRESIDENT, "en")

    assert EN.address == (
        *("Esteban Moctezuma", "Ambassador of Mexico", "Embassy of Mexico"),
        *("1911 Pennsylvania Avenue NW", "Washington, DC 20006"),
    )
    assert EN.through == (), "the embassy needs no embassy"
    assert president.through[:3] == (
        *("Andrés Manuel López Obrador", "President of Mexico", "c/o Embassy of Mexico"),
    )


def test_a_name_that_the_address_begins_with_is_not_said_twice() -> None:
    address = "Esteban Moctezuma\n1911 Pennsylvania Avenue NW"
    own = replace(samples.AMBASSADOR, channels=Channels(address=address))

    assert "\n".join(sheet_of(samples.CAMPAIGN, own, "en").address) == address


def test_copies_go_where_the_campaign_says() -> None:
    campaign = samples.without(copies=("desk@ally.example", "b@ally.example"))
    version = sheet_of(campaign, samples.AMBASSADOR, "en")

    assert version.copies == ("desk@ally.example", "b@ally.example")
    assert "cc=desk@ally.example,b@ally.example" in desk.mailto(
        version.email, version.subject, version.text, version.copies
    )


def test_a_channel_that_is_not_known_is_absent() -> None:
    president = sheet_of(samples.CAMPAIGN, samples.PRESIDENT, "en")

    assert (president.email, president.dial, president.fax) == ("", "", "")
    assert (EN.email, EN.dial, EN.fax) == ("mexembusa@sre.gob.mx", "+12027281600", "")
    assert [h.name for h in EN.handles] == ["emoctezumab", "EmbamexEUA"]


@pytest.mark.parametrize(
    ("number", "country", "dial"),
    [
        ("(202) 728 – 1600", "US", "+12027281600"),
        ("202 728 1600", "us", "+12027281600"),
        ("+1 202 728 1600", "", "+12027281600"),
        ("202 728 1600", "", ""),
        ("030 18681-0", "DE", "+4930186810"),
        ("12", "US", ""),
    ],
)
def test_a_number_is_dialled_by_the_country_it_stands_in(
    number: str, country: str, dial: str
) -> None:
    assert desk.dialled(number, country) == dial


def test_a_number_taken_from_the_office_belongs_to_the_offices_country() -> None:
    own = replace(samples.AMBASSADOR, channels=Channels(phone="55 1234 5678"))

    assert sheet_of(samples.CAMPAIGN, own, "en").dial == "+525512345678"


def test_places_are_found_and_those_left_empty_leave_no_hole() -> None:
    assert [(g.id, g.required, g.long) for g in EN.gaps] == [
        *(("reason", False, True), ("name", True, False), ("city", False, False)),
    ]
    text = desk.filled(EN.text, EN.gaps, lambda gap: "Ana" if gap.id == "name" else "")
    assert text.endswith("Sincerely,\n\nAna")
    assert "\n\n\n" not in text
    assert "{" not in text


def test_braces_that_are_no_place_stay_as_they_are() -> None:
    assert desk.filled("{unknown} {name}", EN.gaps, lambda _: "x") == "{unknown} x"


def test_a_mail_decodes_to_the_letter_with_network_line_ends() -> None:
    link = desk.mailto("a@b.org", "Á & ñ", EN.text, ("c@d.org", "e@f.org"))
    parts = parse_qs(urlsplit(link).query)

    assert urlsplit(link).path == "a@b.org"
    assert parts["subject"] == ["Á & ñ"]
    assert parts["cc"] == ["c@d.org,e@f.org"]
    assert parts["body"] == [EN.text.replace("\n", "\r\n")]
    assert "+" not in link


def test_no_header_can_be_smuggled_into_a_mail() -> None:
    evil = "Hi\r\nBcc: everyone@example.org\u2028X: y\x00"
    link = desk.mailto("a@b.org?bcc=x@y.org&body=z", evil, "text")

    assert list(parse_qs(urlsplit(link).query)) == ["subject", "body"]
    assert "bcc=" not in link.lower().split("?", 1)[1]
    assert "\n" not in unquote(link.split("subject=")[1].split("&")[0])


@pytest.mark.parametrize("way", [desk.gmail, desk.outlook])
def test_web_mail_gets_the_same_letter(way: object) -> None:
    assert callable(way)
    parts = parse_qs(urlsplit(way("a@b.org", "Subject", EN.text)).query)

    assert parts["to"] == ["a@b.org"]
    assert parts["body"] == [EN.text.replace("\n", "\r\n")]


@pytest.mark.parametrize(
    ("day", "zone", "moment"),
    [
        (Day(2021, 12, None, samples.HERE), "America/Mexico_City", "2022-01-01T06:00:00Z"),
        (Day(2019, 7, 30, samples.HERE), "America/Mexico_City", "2019-07-31T05:00:00Z"),
        (Day(2024, 2, None, samples.HERE), "", "2024-03-01T00:00:00Z"),
        (Day(2024, 2, 28, samples.HERE), "Pacific/Kiritimati", "2024-02-28T10:00:00Z"),
    ],
)
def test_a_deadline_ends_with_its_day_or_month_in_its_zone(
    day: Day, zone: str, moment: str
) -> None:
    assert desk.ends(day, zone) == moment


def test_reading_and_speaking_times_grow_with_the_text() -> None:
    assert desk.minutes("word") == 1
    assert desk.minutes("word " * 500) == 3
    assert desk.seconds_to_say("word " * 75) == 30
    assert desk.seconds_to_say("移民" * 75) == 30


def test_hostile_names_stay_text() -> None:
    evil: Account = replace(
        samples.AMBASSADOR,
        name=samples.said(en="<script>alert(1)</script>"),
        salutation=samples.said(),
    )

    assert sheet_of(samples.CAMPAIGN, evil, "en").text.startswith("To <script>alert(1)</script>,")
