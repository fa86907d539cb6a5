"""The kit of each campaign: its downloads as files, and the pages that offer them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit import pages
from toolkit.kit import downloads
from toolkit.pages import paths
from toolkit.plan import prints
from toolkit.plan.drawing import store
from toolkit.plan.placed import cover, planned

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from toolkit.kit.downloads import Made
    from toolkit.kit.store import Kept
    from toolkit.memory import Memory
    from toolkit.model import Campaign, Toolkit
    from toolkit.pages import PostView, SiteInfo
    from toolkit.plan.drawing import Drawn
    from toolkit.plan.plan import PlannedPage
    from toolkit.plan.shares import Sharing


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where posts are read."""

    site: SiteInfo

    def __call__(self, view: PostView) -> str:
        return paths.absolute(self.site, paths.landing_of(self.site, view))


@dataclass(frozen=True, slots=True)
class Kits:
    """Pages, and files by their path in the site."""

    pages: tuple[PlannedPage, ...]
    files: Mapping[str, Kept]


def kits(
    root: Path,
    sharing: Sharing,
    toolkit: Toolkit,
    drawn: Drawn,
    views: Mapping[str, tuple[PostView, ...]],
    *,
    memory: Memory,
) -> Kits:
    """Return the kits of all campaigns that have posts, made from the values their pages show."""
    found: list[PlannedPage] = []
    files: dict[str, Kept] = {}
    for campaign in toolkit.campaigns:
        if views[campaign.id]:
            made = _made(root, sharing, campaign, drawn, views[campaign.id], memory=memory)
            files |= {download.path: kept for download, kept in made}
            found += _pages(sharing, campaign, drawn, made)
    return Kits(tuple(found), files)


def _made(
    root: Path,
    sharing: Sharing,
    campaign: Campaign,
    drawn: Drawn,
    views: tuple[PostView, ...],
    *,
    memory: Memory,
) -> list[Made]:
    address = Addresses(sharing.site)
    kept = store(root)
    return [
        *downloads.zips(campaign, views, drawn.files, address, kept, memory=memory),
        *prints.sheets(campaign, views, drawn.order, address, kept),
        *prints.frames(campaign, drawn.order, kept),
    ]


def _pages(
    sharing: Sharing, campaign: Campaign, drawn: Drawn, made: list[Made]
) -> list[PlannedPage]:
    site, offered = sharing.site, [download for download, _ in made]
    frames = [download for download in offered if download.kind == "frame"]
    found: list[PlannedPage] = []
    for language in site.languages:
        image = cover(drawn.cards, campaign, language)
        found.append(planned(site, pages.kit(site, campaign, language, offered, image)))
        if frames:
            found.append(planned(site, pages.maker(site, campaign, language, frames)))
    return found
