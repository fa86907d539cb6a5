"""The posts of a campaign on one page, each ready to be taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.pages import head, paths
from toolkit.pages.frame import Frame, Version, frame
from toolkit.pages.rich import rich

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.model import Campaign, Post
    from toolkit.pages.site import CardFile, PostView, RichPage, SiteInfo


@dataclass(frozen=True, slots=True)
class _Item:
    """A post: `view` is None where it is not written in this page's language."""

    post: Post
    view: PostView | None
    href: str
    others: tuple[Version, ...]
    share_url: str


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
    ways = tuple(
        (tag, paths.landing(page.site, tag, campaign.id, post.id)) for tag in post.languages
    )
    own = dict(ways).get(page.tag)
    return _Item(
        post=post,
        view=next((v for v in views if v.post.id == post.id and v.language == page.tag), None),
        href=page.to(own) if own else "",
        others=page.versions(ways),
        share_url=paths.absolute(page.site, own) if own else "",
    )
