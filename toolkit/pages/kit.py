"""A campaign's kit: all to take away at once, for partners, printers and profiles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.pages import head, paths
from toolkit.pages.frame import Frame, frame
from toolkit.pages.languages import Language
from toolkit.pages.languages import language as about_language
from toolkit.pages.rich import rich

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.model import Campaign
    from toolkit.pages.site import CardFile, Download, RichPage, SiteInfo


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What there is in one language: its zips and its sheets for printing."""

    language: Language
    zips: tuple[Download, ...]
    sheets: tuple[Download, ...]


def kit(
    site: SiteInfo,
    campaign: Campaign,
    language: str,
    downloads: Sequence[Download],
    image: CardFile | None = None,
) -> RichPage:
    """Return the page that offers a campaign's downloads, those in its own language first."""
    path = paths.kit(site, language, campaign.id)
    page = frame(site, language, path)
    about = head.About(
        path=path,
        language=language,
        title=page.say("kit_of", campaign=page.text(campaign.title)),
        description=page.say("kit_lead"),
        image=image,
        versions=tuple((tag, paths.kit(site, tag, campaign.id)) for tag in site.languages),
    )
    frames = any(d.kind == "frame" for d in downloads)
    return rich(
        page,
        about,
        "kit.html",
        label=page.say("kit"),
        campaign=campaign,
        campaign_href=page.to(paths.campaign(site, language, campaign.id)),
        whole=next((d for d in downloads if d.kind == "cards" and not d.language), None),
        shelves=_shelves(page, downloads),
        frame_href=page.to(paths.frame(site, language, campaign.id)) if frames else "",
    )


def maker(
    site: SiteInfo, campaign: Campaign, language: str, frames: Sequence[Download]
) -> RichPage:
    """Return the page that lays a frame over a picture, on the reader's own device."""
    path = paths.frame(site, language, campaign.id)
    page = frame(site, language, path)
    about = head.About(
        path=path,
        language=language,
        title=page.say("frame_of", campaign=page.text(campaign.title)),
        description=page.say("frame_lead"),
        versions=tuple((tag, paths.frame(site, tag, campaign.id)) for tag in site.languages),
    )
    return rich(
        page,
        about,
        "maker.html",
        label=page.say("frame"),
        campaign=campaign,
        kit_href=page.to(paths.kit(site, language, campaign.id)),
        overlay=next((f for f in frames if f.language == language), frames[0]),
    )


def _shelves(page: Frame, downloads: Sequence[Download]) -> tuple[_Shelf, ...]:
    tags = sorted({d.language for d in downloads if d.language}, key=lambda t: (t != page.tag, t))
    return tuple(
        _Shelf(
            about_language(tag),
            tuple(d for d in downloads if d.language == tag and d.kind == "cards"),
            tuple(d for d in downloads if d.language == tag and d.kind in {"posters", "stickers"}),
        )
        for tag in tags
    )
