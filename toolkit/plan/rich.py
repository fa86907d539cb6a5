"""List the pages in the theme: of each language, the front page, then each campaign's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit import pages
from toolkit.pages.home import MARKER, campaigns_block
from toolkit.plan import search
from toolkit.plan.placed import cover, planned

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.model import Campaign
    from toolkit.pages import CardFile, PostView
    from toolkit.plan.bank import Banks
    from toolkit.plan.desk import Desk
    from toolkit.plan.finished import Cards
    from toolkit.plan.plan import PlannedPage

Seen = tuple["PostView", ...]


def rich_pages(
    writing: Desk, cards: Cards, seen: Mapping[str, Seen], stock: Banks
) -> Iterator[PlannedPage]:
    """Yield the pages in the theme, language by language; `seen` are the posts by campaign."""
    toolkit, site = writing.toolkit, writing.sharing.site
    for language in site.languages:
        images = {c.id: i for c in toolkit.campaigns if (i := cover(cards, c, language))}
        block = campaigns_block(toolkit, site, language, images)
        home = pages.home(toolkit, site, language, images)
        yield planned(site, home, insert=block, marker=MARKER)
        yield planned(site, pages.privacy(site, language))
        for campaign in toolkit.campaigns:
            yield from _of_campaign(
                writing, campaign, language, seen[campaign.id], images.get(campaign.id), stock=stock
            )


def _of_campaign(
    writing: Desk,
    campaign: Campaign,
    language: str,
    shown: Seen,
    image: CardFile | None,
    *,
    stock: Banks,
) -> Iterator[PlannedPage]:
    site = writing.sharing.site
    front = pages.campaign(
        writing.toolkit,
        site,
        campaign,
        language,
        views=shown,
        image=image,
        profile_of=writing.sharing.profile,
        with_kit=bool(shown),
    )
    yield planned(site, front, search.campaign_words(campaign, language))
    banks = stock.of(campaign.id)
    posts = pages.posts(site, campaign, language, shown, image, banks=banks)
    yield planned(site, posts, search.post_words(shown, language))
    for page, words in writing.pages_of(campaign, language, shown, image):
        yield planned(site, page, words)
    if campaign.storm:
        hour = pages.storm(site, campaign, campaign.storm, language, views=shown, image=image)
        yield planned(site, hour)
