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
    """A post with the ways to its own page in other languages.

    `view` is in this page's language, or in the first one there is where that is missing; then
    `href` and `share_url` are empty.
    """

    post: Post
    view: PostView
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
    items = _items(page, campaign, views)
    return rich(
        page,
        about,
        "posts.html",
        campaign=campaign,
        campaign_href=page.to(paths.campaign(site, language, campaign.id)),
        items=tuple(i for i in items if i.href),
        missing=tuple(i for i in items if not i.href),
    )


def _items(page: Frame, campaign: Campaign, views: Sequence[PostView]) -> list[_Item]:
    """Return the posts that have a view, in the campaign's order."""
    by_post: dict[str, list[PostView]] = {}
    for view in views:
        by_post.setdefault(view.post.id, []).append(view)
    return [_item(page, p, by_post[p.id]) for p in campaign.posts if p.id in by_post]


def _item(page: Frame, post: Post, views: Sequence[PostView]) -> _Item:
    ways = tuple((view.language, paths.landing_of(page.site, view)) for view in views)
    own = dict(ways).get(page.tag, "")
    return _Item(
        post=post,
        view=next((v for v in views if v.language == page.tag), views[0]),
        href=page.to(own) if own else "",
        others=page.versions(ways),
        share_url=paths.absolute(page.site, own) if own else "",
    )
