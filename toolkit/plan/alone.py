"""List the pages that stand without the theme: each post's own, and further pages of posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit import pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.model import Toolkit
    from toolkit.pages import Landing, PostView, SiteInfo
    from toolkit.plan.bank import Banks


def light_pages(
    site: SiteInfo, toolkit: Toolkit, seen: Mapping[str, tuple[PostView, ...]], stock: Banks
) -> Iterator[Landing]:
    """Yield every page outside the theme; `seen` are the posts by campaign."""
    for campaign in toolkit.campaigns:
        views = seen[campaign.id]
        spoken = dict.fromkeys(view.language for view in views)
        # Nothing composes where taking part can be dangerous: such a campaign has no bank.
        own = {tag: stock.banks.get((campaign.id, tag)) for tag in spoken}
        banks = {tag: bank for tag, bank in own.items() if bank}
        yield from pages.landings(site, views, banks)
        for tag in spoken:
            if tag in site.languages:
                yield from pages.more_posts(site, campaign, tag, views)
