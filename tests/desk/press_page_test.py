"""A release says who spoke, whom to call and what stands for what; a petition ends when it ends."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from html import unescape

from tests.desk import samples
from toolkit.model import Day
from toolkit.model.press import Contact, Picture, Press, Quotation
from toolkit.pages import SiteInfo
from toolkit.pages.frame import frame
from toolkit.pages.petition import petition
from toolkit.pages.press import plain, press

SITE = SiteInfo("Voices", "https://v.example/", ("en", "es"), dt.date(2021, 10, 1))
BARE = replace(samples.RELEASE, acronyms=(), quotations=())


def shown(release: Press) -> str:
    campaign = replace(samples.CAMPAIGN, letter=None, press=release)
    return unescape(press(SITE, campaign, "en", ()).body)


def written(release: Press) -> str:
    return plain(frame(SITE, "en", ""), release)


def test_journalists_find_whom_to_call_and_a_number_that_can_be_dialled() -> None:
    known = Contact("Ana Ruiz", samples.HERE, samples.said(en="Press"), "a@b.org", "55 1234 5678")
    release = replace(BARE, contacts=(known, Contact("Ben", samples.HERE, phone="12345")))
    html = shown(release)

    assert '<a href="tel:+525512345678"><bdi dir="ltr">55 1234 5678</bdi></a>' in html
    assert '<a href="mailto:a%40b.org"><bdi dir="ltr">a@b.org</bdi></a>' in html
    assert '<bdi dir="ltr">12345</bdi>' in html
    assert "tel:12345" not in html
    assert "Ana Ruiz, Press, a@b.org, 55 1234 5678\n\nBen, 12345" in written(release)
    assert "Contact</h2>" not in shown(BARE)


def test_notes_for_editors_stand_below_and_are_copied() -> None:
    release = replace(BARE, notes=(samples.said(en="More than 2,000 in nine days."),))

    assert "Notes to editors</h2><ul" in shown(release)
    assert "Notes to editors\n\nMore than 2,000 in nine days." in written(release)
    assert "Notes to editors" not in shown(BARE) + written(BARE)


def test_a_short_form_is_shown_and_copied_for_networks() -> None:
    said = Quotation(
        *(samples.HERE, samples.said(en="We must not do it"), samples.said(en="Ana Ruiz")),
        short=samples.said(en="We must not"),
    )
    html = shown(replace(BARE, quotations=(said,)))

    assert "For networks: <span>“We must not”</span>" in html
    assert 'data-tk-copy="“We must not” — Ana Ruiz"' in html
    whole = shown(replace(BARE, quotations=(replace(said, short=samples.said()),)))
    assert "For networks" not in whole
    assert 'data-tk-copy="“We must not do it” — Ana Ruiz"' in whole


def test_a_quotation_without_a_place_stands_at_the_end() -> None:
    one, two = (
        Quotation(samples.HERE, samples.said(en=text), samples.said(en="Ana"))
        for text in ("First", "Second")
    )
    body = samples.said(en="It began.\n\n{2}\n\nIt ended.\n\n{9}")
    text = written(replace(BARE, quotations=(one, two), body=body))

    assert text.endswith("It began.\n\n“Second”\n— Ana\n\nIt ended.\n\n{9}\n\n“First”\n— Ana")


def test_an_acronym_is_written_out_where_it_first_stands_and_only_there() -> None:
    inm = (("INM", samples.said(en="National Institute of Migration")),)
    release = replace(BARE, acronyms=inm, body=samples.said(en="INMATES.\n\nThe INM.\n\nThe INM."))

    assert written(release).endswith(
        "INMATES.\n\nThe National Institute of Migration (INM).\n\nThe INM."
    )
    assert "<dt>INM</dt><dd>National Institute of Migration</dd>" in shown(release)
    known = samples.said(en="The national institute of migration.\n\nThe INM.")
    assert "(INM)" not in written(replace(release, body=known))
    assert "Abbreviations" not in shown(BARE)


def test_a_picture_that_nobody_has_found_yet_is_described_and_missed() -> None:
    fence = Picture(samples.HERE, samples.said(en="A fence."), credit="Li Wei")
    html = shown(replace(BARE, pictures=(fence,)))

    assert "A fence.</p>" in html
    assert "Credit: Li Wei." in html
    assert "The picture itself is not here yet." in html


def test_nobody_signs_a_petition_that_has_ended() -> None:
    asked = samples.PETITIONED.petition
    assert asked
    signed = replace(
        samples.PETITIONED,
        petition=replace(asked, sign_url="https://sign.example/"),
        deadline=Day(2021, 9, 30, samples.HERE),
        call=samples.said(en="Sign today."),
    )
    over = unescape(petition(SITE, signed, "en", ()).body)
    running = unescape(petition(replace(SITE, today=dt.date(2021, 9, 30)), signed, "en", ()).body)

    for html, state in ((over, " hidden"), (running, "")):
        assert html.count(f'<div class="tk-doing" data-tk-during{state}>') == 2
        assert html.count("https://sign.example/") == 2
        assert f'<p class="tk-lead" data-tk-during{state}>Sign today.</p>' in html
    assert "30 September 2021" in over
    assert "Release everyone." in over, "it stays as a record"


def test_a_release_is_called_one_so_that_search_tells_it_from_its_campaign() -> None:
    campaign = replace(samples.CAMPAIGN, letter=None, press=BARE)
    title = press(SITE, campaign, "es", ()).title

    assert title.startswith("Comunicado de prensa: ")
    assert title.endswith(str(BARE.headline.best("es")))
    assert "Comunicado de prensa: " not in press(SITE, campaign, "es", ()).body
