"""Petition and press pages say what their documents say, as text, and keep what is to be kept."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from html import unescape

import pytest

from tests.desk import samples
from toolkit.model import Campaign, Channels, Day, Post, Toolkit
from toolkit.model.petition import Claim
from toolkit.pages import PostView, SiteInfo
from toolkit.pages.frame import frame
from toolkit.pages.letters import letters
from toolkit.pages.petition import petition, signatories
from toolkit.pages.petition import plain as copied
from toolkit.pages.press import plain, press, quoted

SITE = SiteInfo("Voices", "https://v.example/", ("en", "es"), dt.date(2021, 10, 1))
POST = Post("the-post", samples.HERE, samples.said(en="Pass it on."))
HOSTILE = '</textarea><script>alert(1)</script>"&amp;\u2028'


def petitioned(**changes: object) -> Campaign:
    asked = samples.PETITIONED.petition
    assert asked
    return replace(samples.PETITIONED, petition=replace(asked, **changes))  # type: ignore[arg-type]


def desk_html(campaign: Campaign, site: SiteInfo = SITE, language: str = "en") -> str:
    toolkit = Toolkit((), (), (campaign,))
    page = letters(toolkit, site, campaign, language, papers={}, profile_of=lambda _: None)  # type: ignore[arg-type,return-value]
    return page.body


def without_handles(campaign: Campaign = samples.CAMPAIGN) -> Campaign:
    embassy = replace(samples.EMBASSY, handles=())
    people = (
        replace(samples.PRESIDENT, handles=()),
        replace(samples.AMBASSADOR, handles=(), office=embassy),
    )
    assert campaign.letter
    return replace(campaign, letter=replace(campaign.letter, targets=people))


def desk_page(campaign: Campaign, language: str = "en") -> str:
    return unescape(desk_html(without_handles(campaign), language=language))


def test_a_link_to_sign_stands_at_the_top_and_at_the_bottom() -> None:
    html = unescape(petition(SITE, petitioned(sign_url="https://sign.example/"), "en", ()).body)

    assert html.count('href="https://sign.example/"') == 2


def test_without_a_link_people_sign_by_mail_and_on_paper() -> None:
    html = unescape(petition(SITE, petitioned(sign_email="us@example.org"), "en", ()).body)

    assert html.count("mailto:us@example.org?subject=") == 2
    assert "Sign by e-mail" in html


def test_where_it_is_dangerous_people_sign_by_copying() -> None:
    careful = replace(petitioned(sign_email="us@example.org"), sensitive=True)
    html = unescape(petition(SITE, careful, "en", ()).body)

    assert "mailto:" not in html
    assert html.count('data-tk-copy="us@example.org"') == 2
    assert html.index("Take care of yourself first") < html.index('data-tk-copy="us@example.org"')
    assert "send it in the way that is safe for you" in html


def test_one_organisation_is_not_several_and_one_signature_neither() -> None:
    alone = replace(petitioned(count=1), senders=samples.PETITIONED.senders[:1])
    html = unescape(petition(SITE, alone, "en", ()).body)

    assert "Organisations that sign: 1<" in html
    assert "Signed so far: 1." in html


def test_a_petition_may_be_urgent_without_a_day_and_address_somebody_without_an_address() -> None:
    campaign = replace(
        petitioned(to=(replace(samples.EMBASSY, channels=Channels(), handles=()),)),
        deadline=None,
        call=samples.said(en="Sign today."),
    )
    html = unescape(petition(SITE, campaign, "en", ()).body)

    assert '<p class="tk-lead">Sign today.</p>' in html
    assert "To: <span>Embassy of Mexico</span>" in html
    assert "mailto:" not in html
    assert "tk-ended" not in html


def test_a_claim_says_who_says_so_and_as_of_when() -> None:
    claim = Claim(
        samples.HERE,
        samples.said(en="No case to date."),
        samples.said(en="INM"),
        "https://inm.example/",
        Day(2020, 4, 2, samples.HERE),
    )
    html = unescape(petition(SITE, petitioned(claims=(claim,)), "en", ()).body)

    source = '<a href="https://inm.example/" rel="noopener noreferrer">Source: INM.</a>'
    assert f'No case to date.</p><p class="tk-note">{source} As of 2 April 2020.</p>' in html
    bare = replace(claim, source=samples.said(), url="", as_of=None)
    assert "Source" not in unescape(petition(SITE, petitioned(claims=(bare,)), "en", ()).body)


def test_a_petition_is_copied_from_addressee_to_signatories() -> None:
    closing = samples.said(en="Sincerely,")
    campaign = petitioned(closing=closing, appeal=samples.said(en="A bomb."))

    assert copied(frame(SITE, "en", ""), campaign) == (
        "Stop mass deportations\n\nTo: Embassy of Mexico\n\nPeople are locked up.\n\nA bomb.\n\n"
        "1. Release everyone. With a visa.\n\nSincerely,\n\nÖdland, e.V.\nAid, AC\noda"
    )


def test_what_is_remembered_is_shown_large_and_demands_open_it() -> None:
    html = unescape(petition(SITE, petitioned(appeal=samples.said(en="A bomb.")), "en", ()).body)

    assert '<blockquote class="tk-appeal">A bomb.</blockquote>' in html


def test_after_signing_people_pass_it_on() -> None:
    view = PostView(petitioned(), POST, "en", "Pass it on.", title="Free them")
    html = unescape(petition(SITE, petitioned(), "en", (view,)).body)

    assert 'id="thanks"' in html
    assert 'href="../the-post/"' in html
    assert 'id="thanks"' not in unescape(petition(SITE, petitioned(), "en", ()).body)


def test_where_it_is_dangerous_nobody_is_asked_to_pass_it_on_in_their_own_name() -> None:
    view = PostView(petitioned(), POST, "en", "Pass it on.", title="Free them")
    careful = petition(SITE, replace(petitioned(), sensitive=True), "en", (view,)).body

    assert "only where that is safe for you" in careful
    assert "in your own name" not in careful
    assert "in your own name" in petition(SITE, petitioned(), "en", (view,)).body


def test_a_call_to_write_letters_is_not_said_where_people_sign() -> None:
    called = replace(petitioned(), call=samples.said(en="Write to the board."))
    with_letters = replace(called, letter=samples.LETTER)

    assert "Write to the board." in petition(SITE, called, "en", ()).body
    page = petition(SITE, with_letters, "en", ())
    assert "Write to the board." not in page.body
    assert page.description == "People are locked up."


def test_a_heading_does_not_repeat_its_button() -> None:
    linked = petition(SITE, petitioned(sign_url="https://sign.example/"), "en", ()).body

    assert ">Add your name</h2>" in linked
    assert ">Sign now</h2>" not in linked
    assert ">Sign now</h2>" in petition(SITE, petitioned(), "en", ()).body


def test_demands_in_another_language_have_their_numbers_where_they_begin() -> None:
    assert (
        '<ol class="tk-demands" lang="en" dir="ltr">' in petition(SITE, petitioned(), "ar", ()).body
    )
    assert '<ol class="tk-demands">' in petition(SITE, petitioned(), "en", ()).body


def test_demands_are_numbered_with_a_bold_core() -> None:
    html = unescape(petition(SITE, petitioned(), "en", ()).body)

    assert "<b>Release everyone.</b></p><p>With a visa.</p>" in html
    assert "As of 2 April 2020." in html


def test_a_count_never_overflows_its_goal() -> None:
    html = unescape(petition(SITE, petitioned(count=1500, goal=1000), "en", ()).body)

    assert 'max="1000" value="1000"' in html
    assert "Signed so far: 1,500." in html


def test_organisations_stand_as_given_or_by_name_without_regard_to_accents() -> None:
    assert [s.name for s in signatories(petitioned())] == ["Ödland, e.V.", "Aid, AC", "oda"]
    ordered = signatories(petitioned(alphabetical=True))
    assert [s.name for s in ordered] == ["Aid, AC", "oda", "Ödland, e.V."]


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("They “rescheduled” it", "en", "“They ‘rescheduled’ it”"),
        ("“They went”", "en", "“They went”"),
        ("“Never” is not “not now”", "en", "“‘Never’ is not ‘not now’”"),
        ('"They went"', "en", "“They went”"),
        ("Ya «basta»", "es-MX", "“Ya ‘basta’”"),
        ("言った「自由」", "ja", "「言った『自由』」"),
        ("Sie sagen „nie“.", "de", "„Sie sagen ‚nie‘.“"),
        ("„Wir gingen“", "de", "„Wir gingen“"),
        ("Ils disent « non »", "fr", "«\u202fIls disent “non”\u202f»"),
        ("قالوا «لا»", "ar", "«قالوا “لا”»"),
    ],
)
def test_quotation_marks_nest(text: str, language: str, written: str) -> None:
    assert quoted(text, language) == written


def test_a_release_as_plain_text_has_its_quotation_in_place_and_acronyms_written_out() -> None:
    text = plain(frame(SITE, "en", ""), samples.RELEASE)

    assert text == (
        "Press release\n\nLet NGOs in\n\nJanuary 2020\n\n"
        "The National Institute of Migration (INM) shut the doors.\n\n"
        "“They ‘rescheduled’ it”\n— Erika Guevara-Rosas\n\n"
        "The INM said visits would be “rescheduled”."
    )


def test_a_release_shown_in_another_language_is_marked_and_written_out_in_its_own() -> None:
    said = samples.RELEASE.quotations[0]
    spoken = replace(said, role=samples.said(en="director"), short=samples.said(en="“rescheduled”"))
    release = replace(samples.RELEASE, quotations=(spoken,))
    body = unescape(press(SITE, replace(samples.CAMPAIGN, press=release), "es", ()).body)

    assert (
        '<p class="tk-prose" lang="en" dir="ltr">The National Institute of Migration (INM)' in body
    )
    assert '<blockquote class="tk-quote__text" lang="en" dir="ltr">“They' in body
    assert '<dd lang="en" dir="ltr">National Institute of Migration</dd>' in body
    assert "Para redes: <span" in body
    assert '<a href="../"' in body, "it leads to the campaign in the language of the page"
    assert '<section class="tk-section tk-release">' in body, "the buttons in it are Spanish"


def test_a_release_after_its_embargo_says_nothing_of_it() -> None:
    release = replace(samples.RELEASE, embargo=dt.date(2021, 10, 1))
    page = press(SITE, replace(samples.CAMPAIGN, press=release), "en", ())

    assert "embargo" not in unescape(page.body)


def test_a_desk_closes_after_the_last_day_of_its_month() -> None:
    last, after = (dt.datetime(2022, 1, 1, hour, tzinfo=dt.UTC) for hour in (5, 6))

    assert "tk-desk tk-ended" not in desk_html(without_handles(), replace(SITE, now=last))
    assert "tk-desk tk-ended" in desk_html(without_handles(), replace(SITE, now=after))


def test_a_letter_without_a_zone_of_its_own_ends_in_that_of_its_campaign() -> None:
    letter = replace(samples.LETTER, zone="")
    campaign = replace(without_handles(), letter=replace(letter, targets=()), zone="Asia/Tokyo")

    assert 'data-tk-ends="2021-12-31T15:00:00Z"' in desk_html(campaign)
    assert "Until the end of December 2021 (Tokyo time)" in desk_html(campaign)


def test_where_it_is_dangerous_the_desk_opens_nothing_and_asks_for_initials() -> None:
    html = desk_html(replace(samples.CAMPAIGN, sensitive=True))

    assert not re.findall(r'(?:href|action)="(?:mailto|tel|https?):', html)
    assert "@" not in re.sub(r'data-[\w-]+="[^"]*"|\w+@\w', "", html), "no handles"
    assert "[your initials]" in html
    assert "[your name]" not in html
    assert "Take care of yourself first" in html
    assert "forgotten when you leave" in html
    assert "tk-report" not in html
    typed = re.findall(r"<input[^>]*data-tk-gap[^>]*>", html)
    assert typed
    assert all('autocomplete="off"' in field for field in typed), "no browser keeps it either"
    assert "<dt>Phone</dt>" in html, "who may call finds the number to read"
    assert 'href="mailto:' in desk_html(without_handles())


@pytest.mark.parametrize(
    ("of_letter", "of_campaign", "moment"),
    [
        ("America/Mexico_City", "UTC", "2022-01-01T06:00:00Z"),
        ("", "America/Mexico_City", "2022-01-01T06:00:00Z"),
        ("", "UTC", "2022-01-01T00:00:00Z"),
    ],
)
def test_the_browser_is_told_the_moment_in_the_zone_that_was_named(
    of_letter: str, of_campaign: str, moment: str
) -> None:
    campaign = replace(samples.without(zone=of_letter), zone=of_campaign)

    assert f'data-tk-ends="{moment}"' in desk_page(campaign)


def test_those_it_is_about_go_by_their_own_name_and_pronouns() -> None:
    people = samples.said(en="Asylum seekers at risk", es="Solicitantes de asilo en riesgo")
    pronouns = samples.said(en="they, them, theirs", es="elles, ellas, ellos")
    named = samples.without(people=people, pronouns=pronouns)

    assert "Asylum seekers at risk (they, them, theirs)</span>" in desk_page(named)
    assert "Solicitantes de asilo en riesgo (elles, ellas, ellos)" in desk_page(named, "es")
    assert "Asylum seekers at risk</span>" in desk_page(samples.without(people=people))
    assert "tk-howto" not in desk_page(samples.CAMPAIGN), "nothing is said where nothing is known"


def test_what_lies_behind_is_folded_away_whole() -> None:
    told = samples.without(background=samples.said(en="One.\n\nTwo <b>bold</b>.\n\nThree."))
    body = desk_page(told)

    assert '<details class="tk-more tk-background">' in body
    assert "One.\n\nTwo <b>bold</b>.\n\nThree.</p></details>" in body
    assert "tk-background" not in desk_page(samples.CAMPAIGN)


def test_a_way_that_does_not_exist_has_no_button() -> None:
    html = unescape(desk_html(without_handles()))
    president = html.split('id="to-ambassador"')[0]

    assert "mailto:" not in president
    assert "tel:" not in html.split('id="to-ambassador"')[0]
    assert 'href="tel:+12027281600"' in html
    assert "Fax" not in html


def test_hostile_words_are_only_ever_words() -> None:
    wording = replace(samples.LETTER.wordings[0], body=samples.said(en=HOSTILE + "{name}"))
    people = tuple(replace(t, handles=(), office=None) for t in samples.LETTER.targets)
    campaign = samples.without(
        wordings=(wording,), targets=people, tips=(samples.said(en=HOSTILE),)
    )
    html = desk_html(replace(campaign, title=samples.said(en=HOSTILE)))

    assert "<script>" not in html
    assert html.count("<script") == 1, "ours alone"
    assert html.count("</textarea>") == html.count("<textarea")
    assert HOSTILE in unescape(html)
