"""List the pages that stand without the theme: each post's own, and further pages of posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.pages.landing import landing, parts, with_next
from toolkit.pages.posts import further, further_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.memory import Memory
    from toolkit.model import Campaign, Toolkit
    from toolkit.pages import Landing, PostView, SiteInfo
    from toolkit.plan.bank import Banks


def light_pages(
    site: SiteInfo,
    toolkit: Toolkit,
    seen: Mapping[str, tuple[PostView, ...]],
    stock: Banks,
    memory: Memory,
) -> Iterator[Landing]:
    """Yield every page outside the theme; `seen` are the posts by campaign."""
    site = memory.same("site", site)
    for campaign in toolkit.campaigns:
        front = memory.same(f"front of {campaign.id}", campaign.front)
        views = seen[campaign.id]
        for view, following in with_next(views):
            made = parts(site, view, following, stock.banks.get((campaign.id, view.language)))
            name = ("landing", campaign.id, view.post.id, view.language)
            yield memory.recall(name, landing, site, *made)
        yield from _further(site, front, views, memory)


def _further(
    site: SiteInfo, front: Campaign, views: tuple[PostView, ...], memory: Memory
) -> Iterator[Landing]:
    for tag in dict.fromkeys(view.language for view in views):
        if tag in site.languages:
            for row, number, last in further(views, tag):
                name = ("posts", front.id, tag, str(number))
                yield memory.recall(name, further_page, site, front, row, number, last)
