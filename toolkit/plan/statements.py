"""Write petitions and press releases out as PDF, to print, to sign below, to hand to a newsroom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.desk.blocks import Block
from toolkit.load.fields import as_id
from toolkit.pages import paths
from toolkit.pages.frame import frame
from toolkit.pages.letters import Paper
from toolkit.pages.petition import signatories
from toolkit.pages.press import parts, quoted, reached, speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.model import Campaign, Translated
    from toolkit.model.petition import Petition
    from toolkit.model.press import Press
    from toolkit.pages import SiteInfo
    from toolkit.pages.frame import Frame

Made = tuple[Paper, bytes]


def petition_papers(site: SiteInfo, campaign: Campaign) -> dict[str, tuple[Made, ...]]:
    """Return the petition of a campaign as files, by language of the site."""
    asked = campaign.petition
    if asked is None:
        return {}
    return _by_tree(site, campaign, asked.preamble, "petition")


def release_papers(site: SiteInfo, campaign: Campaign) -> dict[str, tuple[Made, ...]]:
    """Return the press release of a campaign as files, by language of the site.

    There are none while the release may not be seen.
    """
    release = campaign.press
    if release is None or (release.secret(site.today) and not site.preview):
        return {}
    return _by_tree(site, campaign, release.body, "release")


def _by_tree(
    site: SiteInfo, campaign: Campaign, body: Translated, kind: str
) -> dict[str, tuple[Made, ...]]:
    """Make each language's files once; a tree without a text of its own gets those it shows."""
    shown = {tag: body.best(tag, site.languages[0]) for tag in site.languages}
    spoken = {tag: words.language for tag, words in shown.items() if words}
    made = {tag: tuple(_made(site, campaign, tag, kind)) for tag in set(spoken.values())}
    return {tree: made[tag] for tree, tag in spoken.items()}


def _made(site: SiteInfo, campaign: Campaign, language: str, kind: str) -> Iterator[Made]:
    from toolkit.desk.flow import flow_pdf  # noqa: PLC0415 - takes half a second
    from toolkit.desk.paper import SIZES  # noqa: PLC0415 - as above

    page = frame(site, language, "")
    blocks = tuple(_petition(page, campaign) if kind == "petition" else _release(page, campaign))
    start = as_id(campaign.number) if campaign.number else campaign.id
    folder = f"{paths.campaign(site, site.languages[0], campaign.id)}files/"
    for size in SIZES:
        body = flow_pdf(page.text(campaign.title), language, blocks, size)
        if body:
            name = f"{start}-{kind}-{language}-{size.id}.pdf"
            yield Paper(f"pdf_{size.id}", folder + name, name, len(body)), body


def _petition(page: Frame, campaign: Campaign) -> Iterator[Block]:
    asked = campaign.petition
    if asked is None:
        return
    to = ", ".join(page.text(a.name) for a in asked.to)
    yield Block("label", page.text(campaign.label))
    yield Block("title", page.text(campaign.title))
    yield Block("note", f"{page.say('petition_to')}: {to}")
    yield from _paragraphs("text", page.text(asked.preamble))
    yield Block("appeal", page.text(asked.appeal))
    yield from _facts(page, asked)
    yield Block("heading", page.say("petition_demands"))
    for number, demand in enumerate(asked.demands, 1):
        yield Block("point", page.text(demand.core), f"{number}.")
        yield Block("detail", page.text(demand.detail))
    yield Block("closing", page.text(asked.closing))
    for sender in signatories(campaign):
        role = page.text(sender.role)
        yield Block("name", f"{sender.name}, {role}" if role else sender.name)


def _facts(page: Frame, asked: Petition) -> Iterator[Block]:
    if asked.claims:
        yield Block("heading", page.say("petition_facts"))
    for claim in asked.claims:
        yield Block("text", page.text(claim.text))
        source, day = page.text(claim.source), claim.as_of
        told = [page.say("petition_source", source=source)] if source else []
        told += [page.say("petition_as_of", date=page.words.date(day))] if day else []
        yield Block("note", " ".join(told))


def _release(page: Frame, campaign: Campaign) -> Iterator[Block]:
    release = campaign.press
    if release is None:
        return
    where = (page.text(release.where), page.words.date(release.date))
    if release.secret(page.site.today):
        yield Block("note", page.say("press_embargo", date=release.embargo))
    yield Block("label", page.text(release.kind))
    yield Block("title", page.text(release.headline))
    yield Block("note", ", ".join(part for part in where if part))
    for part in parts(page, release):
        if part.quotation:
            yield Block("quote", quoted(page.text(part.quotation.text), page.tag))
            yield Block("speaker", f"— {speaker(page, part.quotation)}")
        else:
            yield Block("text", part.text)
    yield from _below(page, release)


def _below(page: Frame, release: Press) -> Iterator[Block]:
    """Yield what stands below a release: notes, whom to call, what belongs to it."""
    sections = (
        ("press_notes", [page.text(note) for note in release.notes]),
        ("press_contact", [reached(contact, page) for contact in release.contacts]),
        ("press_related", [f"{page.text(r.label)}: {r.url}" for r in release.related]),
    )
    for heading, lines in sections:
        if lines:
            yield Block("heading", page.say(heading))
        for line in lines:
            yield from _paragraphs("text", line)


def _paragraphs(style: str, text: str) -> Iterable[Block]:
    return [Block(style, part.strip()) for part in text.split("\n\n")]
