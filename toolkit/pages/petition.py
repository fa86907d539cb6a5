"""The petition: to whom, why, what is demanded, and ways to sign that do not pass through us."""

from __future__ import annotations

import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

from toolkit import desk
from toolkit.model import Day
from toolkit.model.words import NO_WORDS
from toolkit.pages import assets, head, paths
from toolkit.pages.frame import Frame, frame
from toolkit.pages.rich import rich

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toolkit.model import Campaign, Sender, Translated
    from toolkit.model.petition import Petition
    from toolkit.pages.letters import Paper
    from toolkit.pages.site import CardFile, Photo, PostView, RichPage, SiteInfo

TEASERS = 4
NO_LOGOS: Mapping[str, Photo] = MappingProxyType({})


def petition(
    site: SiteInfo,
    campaign: Campaign,
    language: str,
    views: Sequence[PostView],
    *,
    image: CardFile | None = None,
    papers: Sequence[Paper] = (),
    prints: Sequence[Paper] = (),
    logos: Mapping[str, Photo] = NO_LOGOS,
) -> RichPage:
    """Return a campaign's petition; `papers` are sheets to sign, `views` its posts.

    `prints` are the petition itself as files, `logos` marks by the names that senders give.

    Raises ValueError for a campaign without a petition.
    """
    asked = campaign.petition
    if asked is None:
        raise ValueError(f"{campaign.id} has no petition")
    path = paths.petition(site, language, campaign.id)
    page = frame(site, language, path)
    about = head.About(
        path=path,
        language=language,
        title=page.say("petition_of", campaign=page.text(campaign.title)),
        description=page.text(_call(campaign)) or page.text(asked.preamble),
        image=image,
        versions=tuple((tag, paths.petition(site, tag, campaign.id)) for tag in site.languages),
    )
    body = page.best(asked.preamble)
    tongues = (page.tag, body.language if body else "")
    own = next((row for t in tongues if (row := [v for v in views if v.language == t])), [])
    style = page.to(assets.desk_assets()[0].path)
    return rich(
        page,
        about,
        "petition.html",
        label=page.say("do_sign"),
        early=(("style", style),),
        campaign=campaign,
        petition=asked,
        campaign_href=page.to(paths.campaign(site, language, campaign.id)),
        posts_href=page.to(paths.posts(site, language, campaign.id)) if campaign.posts else "",
        posts=tuple((v, page.to(paths.landing_of(site, v))) for v in own[:TEASERS]),
        call=_call(campaign),
        senders=signatories(campaign),
        papers=papers,
        prints=prints,
        logos=logos,
        plain=plain(page, campaign),
        sign_mail=_sign_mail(page, campaign),
        counted=_counted(page, asked),
        style=style,
    )


def _call(campaign: Campaign) -> Translated:
    """Return what the campaign calls to, which where there are letters is to write, not to sign."""
    return NO_WORDS if campaign.letter else campaign.call


def signatories(campaign: Campaign) -> tuple[Sender, ...]:
    """Return the organisations that sign, as given or by name without regard to accents."""
    if campaign.petition and campaign.petition.alphabetical:
        return tuple(sorted(campaign.senders, key=lambda s: _folded(s.name)))
    return campaign.senders


def _folded(name: str) -> str:
    plain_ = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain_ if not unicodedata.combining(c))


def plain(page: Frame, campaign: Campaign) -> str:
    """Return the petition as plain text: addressee, preamble, numbered demands, signatories."""
    asked = campaign.petition
    if asked is None:
        return ""
    demands = [
        f"{n}. {page.text(d.core)} {page.text(d.detail)}".rstrip()
        for n, d in enumerate(asked.demands, 1)
    ]
    parts = [
        page.text(campaign.title),
        f"{page.say('petition_to')}: " + ", ".join(page.text(a.name) for a in asked.to),
        page.text(asked.preamble),
        page.text(asked.appeal),
        "\n".join(demands),
        page.text(asked.closing),
        "\n".join(s.name for s in signatories(campaign)),
    ]
    return "\n\n".join(part for part in parts if part)


def _sign_mail(page: Frame, campaign: Campaign) -> str:
    """Return a link that signs by mail, nothing when nobody receives such mail."""
    asked = campaign.petition
    if asked is None or not asked.sign_email:
        return ""
    name, city = (f"[{page.say(f'blank_{i}')}]" for i in ("name", "city"))
    body = f"{page.text(asked.statement)}\n\n{name}\n{city}"
    return desk.mailto(asked.sign_email, page.text(campaign.short_title or campaign.title), body)


def _counted(page: Frame, asked: Petition) -> str:
    day = asked.counted_on
    return page.words.date(Day(day.year, day.month, day.day, asked.place)) if day else ""
