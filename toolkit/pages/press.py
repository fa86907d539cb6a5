"""The press room: a release that can be copied, printed and quoted, or kept back until its day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from toolkit import desk
from toolkit.cards.punctuation import nested, quotation_marks
from toolkit.pages import assets, head, paths
from toolkit.pages.frame import Frame, frame
from toolkit.pages.rich import rich

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toolkit.model import Campaign
    from toolkit.model.press import Contact, Press, Quotation
    from toolkit.pages.letters import Paper
    from toolkit.pages.site import CardFile, Download, Photo, PostView, RichPage, SiteInfo

# Where a quotation goes: its number in braces, on a line of its own.
SLOT = re.compile(r"\{(\d{1,2})\}")
NO_PHOTOS: Mapping[str, Photo] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the release: a paragraph, or a quotation with its number."""

    text: str = ""
    quotation: Quotation | None = None
    number: int = 0


def press(
    site: SiteInfo,
    campaign: Campaign,
    language: str,
    views: Sequence[PostView],
    *,
    image: CardFile | None = None,
    prints: Sequence[Paper] = (),
    photos: Mapping[str, Photo] = NO_PHOTOS,
    kit: Download | None = None,
) -> RichPage:
    """Return a campaign's press release; `views` are its posts, whose quotation cards are shown.

    `prints` are the release as files, `photos` its pictures by the names the release gives, `kit`
    is all of it in one file.

    Raises ValueError for a campaign without one.
    """
    release = campaign.press
    if release is None:
        raise ValueError(f"{campaign.id} has no press release")
    path = paths.press(site, language, campaign.id)
    page = frame(site, language, path)
    about = head.About(
        path=path,
        language=language,
        title=page.say("press_of", headline=page.text(release.headline)),
        description=page.text(campaign.call) or page.text(release.headline),
        image=image,
        versions=tuple((tag, paths.press(site, tag, campaign.id)) for tag in site.languages),
    )
    tongue = spoken(page, release)
    own = [v for v in views if v.language == tongue and v.card("square")]
    style = page.to(assets.desk_assets()[0].path)
    return rich(
        page,
        about,
        "press.html",
        label=page.say("press_room"),
        early=(("style", style),),
        campaign=campaign,
        press=release,
        secret=release.secret(site.today),
        campaign_href=page.to(paths.campaign(site, language, campaign.id)),
        parts=tuple(parts(page, release)),
        quoted=lambda text: quoted(text, tongue),
        acronyms=tuple((s, t) for s, t in release.acronyms if t.get(tongue)),
        cards=tuple((v, page.to(paths.landing_of(site, v))) for v in own),
        plain=plain(page, release),
        dial=_dial,
        prints=prints,
        photos=photos,
        kit=kit,
        style=style,
    )


def parts(page: Frame, release: Press) -> Iterator[Part]:
    """Yield paragraphs with the quotations in their places, and those without one at the end."""
    used: set[int] = set()
    start = 0
    for text in page.text(release.body).split("\n\n"):
        slot = SLOT.fullmatch(text.strip())
        number = int(slot[1]) if slot else 0
        if 0 < number <= len(release.quotations):
            used.add(number)
            yield Part(quotation=release.quotations[number - 1], number=number)
        elif text.strip():
            yield Part(written_out(text, start, page, release).strip())
        start += len(text) + 2
    for number, quotation in enumerate(release.quotations, 1):
        if number not in used:
            yield Part(quotation=quotation, number=number)


def spoken(page: Frame, release: Press) -> str:
    """Return the language in which a page shows the release: its own, else the site's first."""
    body = page.best(release.body)
    return body.language if body else page.tag


def written_out(text: str, start: int, page: Frame, release: Press) -> str:
    """Return a paragraph with each acronym written out where the release first uses it.

    `start` is where the paragraph begins in the body.
    """
    whole = page.text(release.body)
    found: list[tuple[int, str, str]] = []
    for short, meaning in release.acronyms:
        words = meaning.get(spoken(page, release))
        first = re.search(rf"\b{re.escape(short)}\b", whole)
        known = words and words.text.casefold() in whole.casefold()
        if words and first and not known and start <= first.start() < start + len(text):
            found.append((first.start() - start, short, words.text))
    for place, short, words_ in sorted(found, reverse=True):
        text = f"{text[:place]}{words_} ({short}){text[place + len(short) :]}"
    return text


def quoted(text: str, language: str) -> str:
    """Return a quotation in its language's marks; those already inside become the inner ones.

    Marks that stand around the whole text are taken off first, so that none is doubled.
    """
    opening, closing = quotation_marks(language)
    return f"{opening}{nested(text, language)}{closing}"


def plain(page: Frame, release: Press) -> str:
    """Return the release as plain text, as journalists paste it."""
    language = spoken(page, release)
    where = ", ".join(p for p in (page.text(release.where), page.words.date(release.date)) if p)
    text = [page.text(release.kind), page.text(release.headline), where]
    for part in parts(page, release):
        said = part.quotation
        if not said:
            text.append(part.text)
            continue
        text.append(f"{quoted(page.text(said.text), language)}\n— {speaker(page, said)}")
    if release.notes:
        text.append(page.say("press_notes"))
        text += [page.text(note) for note in release.notes]
    text += [reached(c, page) for c in release.contacts]
    text += [f"{page.text(r.label)}: {r.url}" for r in release.related]
    return "\n\n".join(t for t in text if t)


def speaker(page: Frame, said: Quotation) -> str:
    """Return who said it: name, role and organisation as far as known."""
    names = (said.speaker, said.role, said.organisation)
    return ", ".join(t for t in (page.text(n) for n in names) if t)


def reached(contact: Contact, page: Frame) -> str:
    """Return whom to reach, in one line."""
    parts_ = (contact.name, page.text(contact.role), contact.email, contact.phone)
    return ", ".join(p for p in parts_ if p)


def _dial(contact: Contact, country: str) -> str:
    return desk.dialled(contact.phone, country)
