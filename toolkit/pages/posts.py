"""The posts of a campaign: one to begin with, the first of all of them, and pages for the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.pages import assets, head, paths, templating
from toolkit.pages.bank import NO_BANKS, composer, shelves
from toolkit.pages.frame import Frame, Version, frame
from toolkit.pages.landing import alone
from toolkit.pages.rich import rich
from toolkit.pages.site import Landing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toolkit.model import Campaign, Post
    from toolkit.pages.bank import Bank
    from toolkit.pages.site import CardFile, PostView, RichPage, SiteInfo

# So many posts are on the page itself and on each further one: the rest would be weight that
# nobody reads, 2,000 of them 2 MB.
FIRST, FURTHER = 20, 50


@dataclass(frozen=True, slots=True)
class _Item:
    """A post with the ways to its own page in other languages.

    `view` is in this page's language, or in the first one there is where that is missing; then
    `href` is empty.
    """

    post: Post
    view: PostView
    href: str
    others: tuple[Version, ...]


def posts(
    site: SiteInfo,
    campaign: Campaign,
    language: str,
    views: Sequence[PostView],
    image: CardFile | None = None,
    *,
    banks: Mapping[str, Bank] = NO_BANKS,
) -> RichPage:
    """Return a campaign's posts in a language; `views` are its posts in all their languages.

    Only the first 20 stand on it; `banks` hold all of them for the composer, by language.
    """
    path = paths.posts(site, language, campaign.id)
    page = frame(site, language, path)
    items = _items(page, views)
    here = tuple(item for item in items if item.href)
    made = composer(page, banks.get(language), here[0].view if here else None, fixed=False)
    return rich(
        page,
        _about(page, campaign, image),
        "posts.html",
        label=page.say("posts"),
        early=made.early if made else (),
        campaign=campaign,
        campaign_href=page.to(paths.campaign(site, language, campaign.id)),
        items=here[:FIRST],
        missing=tuple(item for item in items if not item.href)[:FIRST],
        composer=made,
        shelves=shelves(page, banks),
        more_href=_number(page, campaign, 2) if len(here) > FIRST else "",
    )


def more_posts(
    site: SiteInfo, campaign: Campaign, language: str, views: Sequence[PostView]
) -> Iterator[Landing]:
    """Yield the pages with the posts that have no room on the first, for those without script."""
    for views_, number, last in further(views, language):
        yield further_page(site, campaign, views_, number, last)


def further(
    views: Sequence[PostView], language: str
) -> Iterator[tuple[tuple[PostView, ...], int, bool]]:
    """Yield the posts of each further page, its number, and whether it is the last."""
    own = [view for view in views if view.language == language][FIRST:]
    parts = [own[at : at + FURTHER] for at in range(0, len(own), FURTHER)]
    for number, part in enumerate(parts, start=2):
        yield tuple(part), number, number == len(parts) + 1


def further_page(
    site: SiteInfo,
    campaign: Campaign,
    views: Sequence[PostView],
    number: int,
    last: bool,  # noqa: FBT001 - one of the values a page is kept by
) -> Landing:
    """Return a further page of posts; of the campaign only its front is shown."""
    language = views[0].language
    path = paths.more_posts(site, language, campaign.id, number)
    page = frame(site, language, path)
    title = page.say("posts_of", campaign=page.text(campaign.title))
    about = head.About(path, language, f"{title} ({number})", page.say("posts_lead"))
    html = templating.render(
        "more_posts.html",
        page=page,
        campaign=campaign,
        about=about,
        items=_items(page, views),
        **alone(page, about),
        inline=assets.inline(site.accent(campaign.theme), closes=bool(campaign.closes)),
        posts_href=page.to(paths.posts(site, page.tree, campaign.id)),
        before_href=_number(page, campaign, number - 1),
        after_href="" if last else _number(page, campaign, number + 1),
    )
    return Landing(path, language, html)


def _number(page: Frame, campaign: Campaign, number: int) -> str:
    return page.to(paths.more_posts(page.site, page.tag, campaign.id, number))


def _about(page: Frame, campaign: Campaign, image: CardFile | None) -> head.About:
    site = page.site
    return head.About(
        path=page.path,
        language=page.tag,
        title=page.say("posts_of", campaign=page.text(campaign.title)),
        description=page.text(campaign.call) or page.say("posts_lead"),
        image=image,
        versions=tuple((tag, paths.posts(site, tag, campaign.id)) for tag in site.languages),
    )


def _items(page: Frame, views: Sequence[PostView]) -> list[_Item]:
    """Return the posts of some views, in their order."""
    by_post: dict[str, list[PostView]] = {}
    for view in views:
        by_post.setdefault(view.post.id, []).append(view)
    return [_item(page, rows[0].post, rows) for rows in by_post.values()]


def _item(page: Frame, post: Post, views: Sequence[PostView]) -> _Item:
    ways = tuple((view.language, paths.landing_of(page.site, view)) for view in views)
    own = dict(ways).get(page.tag, "")
    return _Item(
        post=post,
        view=next((v for v in views if v.language == page.tag), views[0]),
        href=page.to(own) if own else "",
        others=page.versions(ways),
    )
