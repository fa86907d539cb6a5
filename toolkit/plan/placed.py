"""Put pages where they belong: each in its language's own tree, with the picture it is shown by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.plan.plan import PlannedPage

if TYPE_CHECKING:
    from toolkit.model import Campaign
    from toolkit.pages import CardFile, RichPage, SiteInfo
    from toolkit.plan.finished import Cards


def planned(
    site: SiteInfo, page: RichPage, found: str = "", insert: str = "", marker: str = ""
) -> PlannedPage:
    """Name a page inside its tree: other languages than the first live in a folder of their own."""
    prefix = "" if page.language == site.languages[0] else f"{page.language}/"
    return PlannedPage(page.source.removeprefix(prefix), page.language, page, found, insert, marker)


def cover(cards: Cards, campaign: Campaign, language: str) -> CardFile | None:
    """Return a campaign's own card in a language, else in the first one it has."""
    tags = (language, *campaign.title.languages)
    rows = (cards.get((campaign.id, "", tag)) for tag in tags)
    return next((row[0] for row in rows if row), None)
