"""A campaign's page: what is asked, of whom, by whom, and the way to its posts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.model import Role
from toolkit.pages import head, paths
from toolkit.pages.actions import KINDS
from toolkit.pages.actions import actions as offered
from toolkit.pages.addressed import addressed
from toolkit.pages.frame import Frame, frame
from toolkit.pages.markup import bare
from toolkit.pages.rich import rich
from toolkit.pages.site import first_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from toolkit.model import Account, Campaign, Handle, Toolkit
    from toolkit.pages.actions import Action
    from toolkit.pages.site import CardFile, PostView, Profile, RichPage, SiteInfo

TEASERS = 4
WHY = 150
ONGOING = 3


@dataclass(frozen=True, slots=True)
class _Person:
    account: Account
    profiles: tuple[Profile, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    role: Role
    people: tuple[_Person, ...]


@dataclass(frozen=True, slots=True)
class _Related:
    campaign: Campaign
    href: str


def campaign(
    toolkit: Toolkit,
    site: SiteInfo,
    campaign: Campaign,
    language: str,
    *,
    views: Sequence[PostView] = (),
    image: CardFile | None = None,
    more: Sequence[Action] = (),
    profile_of: Callable[[Handle], Profile],
    with_kit: bool = False,
) -> RichPage:
    """Return a campaign's page; `views` are its posts in any languages, `image` its own card.

    `with_kit` says that it has a page of downloads.
    `more` are actions beside sharing posts and the storm.
    """
    path = paths.campaign(site, language, campaign.id)
    page = frame(site, language, path)
    about = head.About(
        path=path,
        language=language,
        title=page.text(campaign.title),
        description=page.text(campaign.call) or page.text(campaign.summary),
        image=image,
        versions=tuple((tag, paths.campaign(site, tag, campaign.id)) for tag in site.languages),
    )
    return rich(
        page,
        about,
        "campaign.html",
        campaign=campaign,
        more_href=bare(campaign.link) if campaign.sensitive else campaign.link,
        actions=tuple(sorted((*offered(site, campaign, language), *more), key=_order)),
        why=first_sentences(page.text(campaign.summary).partition("\n\n")[0], WHY),
        ongoing=_ongoing(page, toolkit, campaign),
        posts_href=page.to(paths.posts(site, language, campaign.id)),
        kit_href=page.to(paths.kit(site, language, campaign.id)) if with_kit else "",
        plain_href=page.to(paths.plain(site, language, campaign.id)),
        whole_href=page.to(paths.whole(site, language, campaign.id)),
        teasers=_teasers(page, views),
        groups=_groups(campaign, profile_of),
        post_to=addressed(page, campaign),
        related=_related(page, toolkit, campaign),
        deeds=_deeds(page, campaign),
    )


def _deeds(page: Frame, campaign: Campaign) -> tuple[tuple[str, str], ...]:
    """Return what else people can do here: the words of a button and where it leads."""
    press = campaign.press
    public = press and (page.site.preview or not press.secret(page.site.today))
    ways = ((public, page.say("press_room"), paths.press),)
    return tuple(
        (words, page.to(way(page.site, page.tree, campaign.id)))
        for there, words, way in ways
        if there
    )


def _teasers(page: Frame, views: Sequence[PostView]) -> tuple[tuple[PostView, str], ...]:
    """Return the first posts that have a card in this language, with the way to each."""
    with_card = [v for v in views if v.language == page.tag and v.cards][:TEASERS]
    return tuple((v, page.to(paths.landing_of(page.site, v))) for v in with_card)


def _order(action: Action) -> int:
    return KINDS.index(action.kind)


def _ongoing(page: Frame, toolkit: Toolkit, campaign: Campaign) -> tuple[_Related, ...]:
    """Return campaigns that go on, the related ones first, for when this one is over."""
    others = [c for c in toolkit.campaigns if c.id != campaign.id and not page.ended(c)]
    others.sort(key=lambda c: c.id not in campaign.related)
    tree = page.tree
    return tuple(
        _Related(c, page.to(paths.campaign(page.site, tree, c.id))) for c in others[:ONGOING]
    )


def _groups(campaign: Campaign, profile_of: Callable[[Handle], Profile]) -> tuple[_Group, ...]:
    """Return the accounts by role, targets first, each with its profiles."""
    people = [_Person(a, tuple(profile_of(h) for h in a.handles)) for a in campaign.accounts]
    groups = (_Group(r, tuple(p for p in people if p.account.role is r)) for r in Role)
    return tuple(group for group in groups if group.people)


def _related(page: Frame, toolkit: Toolkit, campaign: Campaign) -> tuple[_Related, ...]:
    by_id = {c.id: c for c in toolkit.campaigns}
    return tuple(
        _Related(by_id[i], page.to(paths.campaign(page.site, page.tree, i)))
        for i in campaign.related
        if i in by_id
    )
