"""Networks are told what a page is, in whole addresses, and nothing can break out of a tag."""

from __future__ import annotations

from dataclasses import replace

from tests.pages import samples
from tests.pages.markdown_test import read
from toolkit import pages
from toolkit.pages import head
from toolkit.pages.site import first_words

NASTY = "\"><script>alert(1)</script> ' & {{ x }}"


def tags(html: str) -> dict[str, str]:
    """Return the meta tags of a document by property or name."""
    found = (given for tag, given in read(html).tags if tag == "meta")
    return {str(g.get("property") or g.get("name")): str(g.get("content")) for g in found}


def landing(site: pages.SiteInfo = samples.SITE, index: int = 0) -> str:
    return next(iter(pages.landings(site, [samples.views()[index]]))).html


def test_a_landing_page_tells_networks_all_they_ask() -> None:
    found = tags(landing())

    assert found["og:url"] == "https://voces.example/kit/free-them-all/tenosique/"
    assert found["og:image"].startswith(
        "https://voces.example/kit/cards/free-them-all/tenosique-en"
    )
    assert found["og:image:width"] == "1200"
    assert found["og:image:height"] == "630"
    assert found["og:image:type"] == "image/png"
    assert found["og:image:alt"].startswith("Card tenosique")
    assert found["og:locale"] == "en_US"
    assert found["og:type"] == "article"
    assert found["twitter:card"] == "summary_large_image"
    assert found["twitter:image"] == found["og:image"]
    assert found["og:title"] == "Free everyone held for migrating"


def test_tags_come_early_enough_for_every_network() -> None:
    html = landing()

    assert html.index("og:image") < html.index("<style>")


def test_each_language_of_a_post_names_the_others() -> None:
    links = [g for tag, g in read(landing()).tags if tag == "link" and g.get("hreflang")]

    assert [g["hreflang"] for g in links] == ["en", "es", "ar", "ja"]
    assert links[1]["href"] == "https://voces.example/kit/es/free-them-all/tenosique/"


def test_without_an_address_no_tag_pretends_to_have_one() -> None:
    html = landing(replace(samples.SITE, url=""))

    found = tags(html)
    assert "og:image" not in found
    assert "og:url" not in found
    assert found["twitter:card"] == "summary"
    assert "canonical" not in html
    assert "Copy link" not in html


def test_words_cannot_break_out_of_tags() -> None:
    campaign = replace(samples.saying(NASTY), title=samples.said(en=NASTY))
    view = replace(samples.view(campaign, campaign.posts[0], "en"), title=NASTY)

    html = next(iter(pages.landings(samples.SITE, [view]))).html
    rich = pages.campaign(
        replace(samples.TOOLKIT, campaigns=(campaign,)),
        samples.SITE,
        campaign,
        "en",
        profile_of=samples.profile_of,
    )

    assert tags(html)["og:title"] == NASTY
    assert "<script>alert" not in html + rich.body
    assert rich.meta["title"] == NASTY


def test_titles_and_descriptions_are_cut_between_words() -> None:
    about = head.About("", "en", "word " * 40, "text " * 90)
    found = {m.key: m.value for m in head.metas(samples.SITE, about)}

    assert len(found["og:title"]) <= head.TITLE
    assert found["og:title"].endswith("word…")
    assert len(found["og:description"]) <= head.DESCRIPTION


def test_a_word_longer_than_the_limit_is_cut_inside() -> None:
    assert first_words("x" * 100, 10) == "x" * 9 + "…"
    assert first_words(" two\n\n words ", 10) == "two words"


def test_rich_pages_carry_the_same_tags_in_their_front_matter() -> None:
    page = pages.posts(samples.SITE, samples.CAMPAIGN, "es", samples.views(), samples.COVER)

    carried = page.meta["toolkit"]
    assert isinstance(carried, dict)
    metas = {key: value for _, key, value in carried["metas"]}
    assert metas["og:url"] == "https://voces.example/kit/es/free-them-all/posts/"
    assert metas["og:locale"] == "es_LA"
    assert carried["alternates"][0] == ["en", "https://voces.example/kit/free-them-all/posts/"]
