"""The hour in which many people post at once: when that is for you, and which posts are yours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.pages import head, paths
from toolkit.pages.calendar import Event, calendar
from toolkit.pages.frame import Frame, frame
from toolkit.pages.rich import rich

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.model import Campaign, Storm
    from toolkit.pages.site import CardFile, PostView, RichPage, SiteInfo


@dataclass(frozen=True, slots=True)
class _Item:
    view: PostView
    href: str


def storm(
    site: SiteInfo,
    campaign: Campaign,
    found: Storm,
    language: str,
    *,
    views: Sequence[PostView] = (),
    image: CardFile | None = None,
) -> RichPage:
    """Return the page of a campaign's storm; `views` are its posts in any languages."""
    path = paths.storm(site, language, campaign.id)
    page = frame(site, language, path)
    about = head.About(
        path=path,
        language=language,
        title=_title(page, campaign, found),
        description=page.text(campaign.call) or page.say("storm_lead"),
        image=image,
        versions=tuple((tag, paths.storm(site, tag, campaign.id)) for tag in site.languages),
    )
    own = [view for view in views if view.language == language]
    return rich(
        page,
        about,
        "storm.html",
        label=page.say("storm"),
        campaign=campaign,
        storm=found,
        phase=phase(site, found),
        campaign_href=page.to(paths.campaign(site, language, campaign.id)),
        posts_href=page.to(paths.posts(site, language, campaign.id)),
        calendar_href=page.to(paths.calendar(site, language, campaign.id)),
        items=[_Item(view, page.to(paths.landing_of(site, view))) for view in own],
    )


def phase(site: SiteInfo, found: Storm) -> str:
    """Return whether a storm is `before` its hour, `now` in it or `over`, as the site is built."""
    if site.moment < found.starts:
        return "before"
    return "now" if site.moment < found.ends else "over"


def storm_calendar(site: SiteInfo, campaign: Campaign, found: Storm, language: str) -> bytes:
    """Return the storm as a calendar file; every word of it is in one language."""
    page = frame(site, language, paths.storm(site, language, campaign.id))
    address = paths.absolute(site, page.path)
    event = Event(
        uid=f"storm-{campaign.id}-{found.starts:%Y%m%dT%H%M}@{_host(site)}",
        starts=found.starts,
        ends=found.ends,
        title=_title(page, campaign, found),
        text="\n".join(filter(None, (page.text(campaign.call), address))),
        url=address,
    )
    return calendar(event)


def _title(page: Frame, campaign: Campaign, found: Storm) -> str:
    return page.text(found.title) or f"{page.say('storm')}: {page.text(campaign.title)}"


def _host(site: SiteInfo) -> str:
    return site.url.partition("://")[2].partition("/")[0] or "toolkit.invalid"
