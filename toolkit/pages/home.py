"""The front page: which campaigns there are, and what each asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.pages import head, paths, templating
from toolkit.pages.frame import Frame, frame
from toolkit.pages.markup import for_markdown
from toolkit.pages.rich import rich

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.model import Campaign, Toolkit
    from toolkit.pages.site import CardFile, RichPage, SiteInfo

MARKER = "<!-- campaigns -->"


@dataclass(frozen=True, slots=True)
class _Entry:
    campaign: Campaign
    href: str
    image: CardFile | None


def home(
    toolkit: Toolkit, site: SiteInfo, language: str, images: Mapping[str, CardFile]
) -> RichPage:
    """Return the front page in a language; `images` are the campaigns' own cards by id."""
    path = paths.home(site, language)
    page = frame(site, language, path)
    about = head.About(
        path=path,
        language=language,
        title=site.name,
        description=", ".join(page.text(c.title) for c in toolkit.campaigns),
        image=next((images[c.id] for c in toolkit.campaigns if c.id in images), None),
        versions=tuple((tag, paths.home(site, tag)) for tag in site.languages),
    )
    return rich(
        page,
        about,
        "home.html",
        entries=_entries(page, toolkit, images),
    )


def campaigns_block(
    toolkit: Toolkit, site: SiteInfo, language: str, images: Mapping[str, CardFile]
) -> str:
    """Return the list of campaigns alone, to stand in a written front page for MARKER."""
    page = frame(site, language, paths.home(site, language))
    html = templating.render(
        "campaigns.html",
        page=page,
        versions=page.versions(tuple((tag, paths.home(site, tag)) for tag in site.languages)),
        entries=_entries(page, toolkit, images),
    )
    return for_markdown(html)


def _entries(page: Frame, toolkit: Toolkit, images: Mapping[str, CardFile]) -> tuple[_Entry, ...]:
    """Return the campaigns in the order in which they need people."""
    entries = (
        _Entry(c, page.to(paths.campaign(page.site, page.tree, c.id)), images.get(c.id))
        for c in toolkit.campaigns
    )
    return tuple(sorted(entries, key=lambda e: _turn(page, e.campaign)))


def _turn(page: Frame, campaign: Campaign) -> tuple[int, float]:
    """Say when it is a campaign's turn: what ends soonest, then the newest, what is over last."""
    closes = campaign.closes.timestamp() if campaign.closes else 0
    if page.ended(campaign):
        return 2, -closes
    if closes:
        return 0, closes
    return 1, -campaign.issued.first.toordinal() if campaign.issued else 0
