"""A page for each post and language that stands alone: it is what people share and land on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.pages import assets, bank, head, paths, templating
from toolkit.pages.frame import frame
from toolkit.pages.site import Landing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toolkit.pages.bank import Bank
    from toolkit.pages.frame import Frame
    from toolkit.pages.site import PostView, SiteInfo

PICTURE = ("link", "wide")


def landings(
    site: SiteInfo, views: Sequence[PostView], banks: Mapping[str, Bank] = bank.NO_BANKS
) -> Iterator[Landing]:
    """Yield the landing page of each view; `views` are a campaign's posts in all languages.

    `banks` are what its composer works with, by language.
    """
    for view, following in with_next(views):
        yield landing(site, *parts(site, view, following, banks.get(view.language)))


Parts = tuple["PostView", str, "bank.Composer | None"]


def parts(
    site: SiteInfo, view: PostView, following: PostView | None, posts: Bank | None = None
) -> Parts:
    """Return what a landing page is made from beside the site, and that does not change with more.

    It is the post, the path of the `following` one (empty if there is none), and its composer.
    """
    page = frame(site, view.language, paths.landing_of(site, view))
    after = paths.landing_of(site, following) if following else ""
    return view, after, bank.composer(page, posts, view, fixed=True)


def landing(
    site: SiteInfo, view: PostView, after: str = "", composer: bank.Composer | None = None
) -> Landing:
    """Return a post's own page in one language, with the way to the post `after` it (a path)."""
    path = paths.landing_of(site, view)
    page = frame(site, view.language, path)
    about = _about(page, view)
    html = templating.render(
        "landing.html",
        page=page,
        about=about,
        view=view,
        campaign=view.campaign,
        composer=composer,
        picture=view.card(*PICTURE),
        **alone(page, about),
        inline=assets.inline(site.accent(view.campaign.theme), closes=bool(view.campaign.closes)),
        campaign_href=page.to(paths.campaign(site, page.tree, view.campaign.id)),
        posts_href=page.to(paths.posts(site, page.tree, view.campaign.id)),
        next_href=page.to(after) if after else "",
        versions=page.versions(about.versions),
    )
    return Landing(path, view.language, html)


def alone(page: Frame, about: head.About) -> dict[str, object]:
    """Return what the head of a page needs that stands without the theme."""
    return {
        "metas": head.metas(page.site, about),
        "alternates": head.alternates(page.site, about),
        "canonical": paths.absolute(page.site, about.path),
        "icon": page.to(assets.ICON),
    }


def _about(page: Frame, view: PostView) -> head.About:
    campaign = view.campaign
    return head.About(
        path=page.path,
        language=view.language,
        title=view.title or page.text(campaign.title),
        description=view.text,
        image=view.card(*PICTURE),
        versions=tuple(
            (tag, paths.landing(page.site, tag, campaign.id, view.post.id))
            for tag in view.post.languages
        ),
        kind="article",
    )


def with_next(views: Sequence[PostView]) -> Iterator[tuple[PostView, PostView | None]]:
    """Pair each view with the next one in its language, the last with the first."""
    by_language: dict[str, list[PostView]] = {}
    for view in views:
        by_language.setdefault(view.language, []).append(view)
    for row in by_language.values():
        for index, view in enumerate(row):
            following = row[(index + 1) % len(row)]
            yield view, following if following is not view else None
