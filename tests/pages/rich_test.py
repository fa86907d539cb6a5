"""The pages in the theme say what a campaign says, in the reader's language or marked as not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.pages import samples
from tests.pages.markdown_test import read
from toolkit import pages
from toolkit.model import Campaign, Day, Toolkit
from toolkit.pages.home import campaigns_block


def campaign_page(campaign: Campaign = samples.CAMPAIGN, language: str = "en") -> pages.RichPage:
    return pages.campaign(
        replace(samples.TOOLKIT, campaigns=(campaign, samples.EARLIER)),
        samples.SITE,
        campaign,
        language,
        views=samples.views(campaign),
        image=samples.COVER,
        profile_of=samples.profile_of,
    )


def seen(page: pages.RichPage) -> str:
    """Return the words of a page as they are read."""
    import html
    import re

    return html.unescape(re.sub("<[^>]+>", "|", page.body))


def test_a_campaign_page_says_who_what_where_and_when() -> None:
    words = seen(campaign_page())

    for part in (
        "Networking kit",
        "Free everyone held for migrating",
        "Mexico, 2 April 2020",
        "Add your voice",
        "Share a post",
        "#FreeThemAll",
        "#Rights",
        "Who can change this",
        "Ministry of the Interior",
        "@SEGOB_mx",
        "Sin Fronteras",
        "Stop mass deportations",
    ):
        assert part in words, part


def test_words_in_another_language_are_marked_as_such() -> None:
    page = campaign_page(language="es")

    marked = [g for _, g in read(page.body).tags if g.get("lang") == "en"]
    assert any("tk-prose" in str(g.get("class")) for g in marked)
    assert not [g for _, g in read(campaign_page().body).tags[1:] if g.get("lang") == "en"]


def test_a_campaign_without_a_link_has_no_button_for_it() -> None:
    assert "More information" in seen(campaign_page())
    assert "More information" not in seen(campaign_page(replace(samples.CAMPAIGN, link="")))
    bad = replace(samples.CAMPAIGN, link="javascript:alert(1)")
    assert "javascript" not in campaign_page(bad).body


def test_a_campaign_ends_on_the_day_after_its_deadline() -> None:
    last = dt.date(2019, 7, 30)
    before, after = (
        pages.posts(replace(samples.SITE, today=day), samples.EARLIER, "en", ()).body
        for day in (last, last + dt.timedelta(days=1))
    )

    assert '<p class="tk-notice" data-tk-after hidden>This campaign ended on 30 July' in before
    assert '<p class="tk-notice" data-tk-after>This campaign ended on 30 July 2019.' in after


def test_campaigns_that_ended_come_last() -> None:
    toolkit = Toolkit((), (), (samples.EARLIER, samples.CAMPAIGN))

    words = seen(pages.home(toolkit, samples.SITE, "en", {}))

    assert words.index("Free everyone") < words.index("Stop mass deportations")
    assert "Ended" in words


def test_a_site_without_campaigns_says_so() -> None:
    page = pages.home(Toolkit((), (), ()), samples.SITE, "en", {})

    assert "No campaign is published here yet." in seen(page)


def test_the_list_of_campaigns_can_stand_in_a_written_page() -> None:
    block = campaigns_block(samples.TOOLKIT, samples.SITE, "es", {})

    assert block.startswith('<div class="tk"')
    assert "free-them-all/" in [g.get("href") for _, g in read(block).tags]
    assert "<h1" not in block


def test_the_campaigns_that_need_people_soonest_come_first() -> None:
    def due(name: str, end: str = "", issued: str = "") -> Campaign:
        place = samples.CAMPAIGN.place
        last = dt.date.fromisoformat(end) if end else None
        day = Day(last.year, last.month, last.day, place) if last else None
        new = Day(int(issued), 1, 1, place) if issued else None
        return replace(samples.CAMPAIGN, id=name, deadline=day, issued=new)

    shuffled = (
        due("undated"),
        due("over", "2019-01-01"),
        due("later", "2020-12-01"),
        due("old", issued="2018"),
        due("over-longest", "2018-01-01"),
        due("new", issued="2020"),
        due("soon", "2020-05-01"),
    )
    block = campaigns_block(replace(samples.TOOLKIT, campaigns=shuffled), samples.SITE, "en", {})

    ways = [str(g["href"]) for _, g in read(block).tags if g.get("class") == "tk-entry__link"]
    order = [way.strip("/").rpartition("/")[2] for way in ways]
    assert order == ["soon", "later", "new", "old", "undated", "over", "over-longest"]


def test_a_hashtag_is_named_once_and_its_button_says_whole_what_it_copies() -> None:
    buttons = [g for _, g in read(campaign_page().body).tags if "data-tk-copy" in g]

    assert ("#FreeThemAll", "Copy #FreeThemAll") in [
        (b["data-tk-copy"], b.get("aria-label")) for b in buttons
    ]
    assert "Copy #FreeThemAll" not in seen(campaign_page())


def test_posts_that_are_not_translated_are_gathered_with_ways_to_those_there_are() -> None:
    page = pages.posts(samples.SITE, samples.CAMPAIGN, "es", samples.views())

    words = seen(page)
    assert "Todavía no está en Español" in words
    assert words.index("Todavía no está") > words.index("Una persona que pedía asilo")
    ways = [g.get("href") for _, g in read(page.body).tags]
    assert "../../../free-them-all/health/" in ways


def test_a_site_language_the_campaign_does_not_speak_is_explained() -> None:
    site = replace(samples.SITE, languages=("en", "es", "ar"))
    page = pages.campaign(
        samples.TOOLKIT, site, samples.EARLIER, "ar", profile_of=samples.profile_of
    )

    assert "العربية" in seen(page)
    assert 'lang="en" dir="ltr"' in page.body


def test_sources_lie_where_their_pages_do() -> None:
    assert campaign_page(language="es").source == "es/free-them-all/index.md"
    assert pages.home(samples.TOOLKIT, samples.SITE, "en", {}).source == "index.md"
