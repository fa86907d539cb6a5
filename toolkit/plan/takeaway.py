"""Plan what works beside the pages: calendars, plain texts, kits in one file, installing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit import pages
from toolkit.pages import paths
from toolkit.pages.offline import ICON_SIZES, icon_path
from toolkit.plan.icons import icon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.kit.store import Kept
    from toolkit.memory import Memory
    from toolkit.model import Campaign, Toolkit
    from toolkit.pages import PostView, SiteInfo


def takeaways(
    site: SiteInfo,
    toolkit: Toolkit,
    views: Mapping[str, tuple[PostView, ...]],
    pictures: Mapping[str, Kept],
    memory: Memory,
) -> dict[str, bytes]:
    """Return the files by path; `views` are by campaign, `pictures` are the files of cards."""
    found: dict[str, bytes] = {}
    for language in site.languages:
        found |= _tree(site, language)
        for campaign in toolkit.campaigns:
            found |= _campaign(
                site, campaign, language, views[campaign.id], pictures, memory=memory
            )
    return found


def _tree(site: SiteInfo, language: str) -> Iterator[tuple[str, bytes]]:
    named = pages.manifest(site, language)
    yield named.path, named.body
    for size in ICON_SIZES:
        yield f"{paths.home(site, language)}{icon_path(size)}", icon(size)


def _campaign(
    site: SiteInfo,
    campaign: Campaign,
    language: str,
    views: tuple[PostView, ...],
    pictures: Mapping[str, Kept],
    *,
    memory: Memory,
) -> Iterator[tuple[str, bytes]]:
    if campaign.storm:
        text = pages.storm_calendar(site, campaign, campaign.storm, language)
        yield paths.calendar(site, language, campaign.id), text
    if campaign.posts:
        yield (
            paths.plain(site, language, campaign.id),
            pages.plain(site, campaign, language, views),
        )
        own = tuple(view for view in views if view.language == language)
        cards = (view.card("link", "wide") for view in own)
        kept = tuple((c.path, pictures[c.path]) for c in cards if c and c.path in pictures)
        # A text edited in one language leaves the file of another as it is.
        own = tuple(replace(view, post=view.post.bare) for view in own)
        name = ("whole", campaign.id, language)
        kit = memory.recall(name, _whole, site, campaign.front, language, own, kept)
        yield kit.path, kit.body


def _whole(
    site: SiteInfo,
    front: Campaign,
    language: str,
    views: tuple[PostView, ...],
    kept: tuple[tuple[str, Kept], ...],
) -> pages.Asset:
    """Return a campaign in one file; what a picture shows is known by the key it is kept under."""
    bodies = {path: picture.path.read_bytes() for path, picture in kept}
    return pages.whole_kit(site, front, language, views, bodies)
