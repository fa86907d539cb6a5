"""The posts of a campaign on one page, each ready to be taken."""

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

    from toolkit.model import Campaign, Post
    from toolkit.pages.site import CardFile, PostView, RichPage, SiteInfo


@dataclass(frozen=True, slots=True)
class _Version:
    """A post's own page in one language."""

    language: Language
    href: str


@dataclass(frozen=True, slots=True)
class _Item:
    """A post: `view` is None where it is not written in this page's language."""

    post: Post
    view: PostView | None
    href: str
    others: tuple[_Version, ...]


def posts(
    site: SiteInfo,
    campaign: Campaign,
    language: str,
    views: Sequence[PostView],
    image: CardFile | None = None,
) -> RichPage:
    """Return a campaign's posts in a language; `views` are its posts in all their languages."""
    path = paths.posts(site, language, campaign.id)
    page = frame(site, language, path)
    about = head.About(
        path=path,
        language=language,
        title=page.say("posts_of", campaign=page.text(campaign.title)),
        description=page.text(campaign.call) or page.say("posts_lead"),
        image=image,
        versions=tuple((tag, paths.posts(site, tag, campaign.id)) for tag in site.languages),
    )
    return rich(
        page,
        about,
        "posts.html",
        campaign=campaign,
        campaign_href=page.to(paths.campaign(site, language, campaign.id)),
        items=tuple(_item(page, campaign, post, views) for post in campaign.posts),
    )


def _item(page: Frame, campaign: Campaign, post: Post, views: Sequence[PostView]) -> _Item:
    ways = {
        tag: page.to(paths.landing(page.site, tag, campaign.id, post.id)) for tag in post.languages
    }
    return _Item(
        post,
        next((v for v in views if v.post.id == post.id and v.language == page.tag), None),
        ways.get(page.tag, ""),
        tuple(_Version(about_language(t), w) for t, w in ways.items() if t != page.tag),
    )
