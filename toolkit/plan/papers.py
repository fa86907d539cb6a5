"""Make the files to keep: letters as PDF and Word, address labels; nobody is named in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.load.fields import as_id
from toolkit.pages import paths, wording
from toolkit.pages.frame import frame
from toolkit.pages.letters import Paper, sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.desk import Sheet
    from toolkit.desk.signatures import Petitioned
    from toolkit.model import Campaign
    from toolkit.pages import SiteInfo

Made = tuple[Paper, bytes]


def letter_papers(site: SiteInfo, campaign: Campaign) -> dict[tuple[str, str], tuple[Made, ...]]:
    """Return the files of each letter by target and language."""
    return {
        (sheet.target.id, sheet.language): tuple(_letter(site, campaign, sheet))
        for sheet in sheets(campaign)
        if sheet.address
    }


def _letter(site: SiteInfo, campaign: Campaign, sheet: Sheet) -> Iterator[Made]:
    from toolkit.desk.docx import letter_docx  # noqa: PLC0415 - half a second, only with letters
    from toolkit.desk.letterpaper import letter_pdf  # noqa: PLC0415 - as above
    from toolkit.desk.paper import SIZES  # noqa: PLC0415 - as above

    date = wording(sheet.language)[0]("desk_date")
    stem = f"{_start(campaign)}-{sheet.target.id}-{sheet.language}"
    for size in SIZES:
        body = letter_pdf(sheet, size, date)
        if body:
            yield _made(site, campaign, f"pdf_{size.id}", f"{stem}-{size.id}.pdf", body)
    yield _made(site, campaign, "docx", f"{stem}.docx", letter_docx(sheet, date))


def label_papers(site: SiteInfo, campaign: Campaign) -> tuple[Made, ...]:
    """Return sheets of address labels for a campaign's targets, each in its own language."""
    first: dict[str, tuple[str, ...]] = {}
    for sheet in sheets(campaign):
        if sheet.address:
            first.setdefault(sheet.target.id, sheet.address)
    return tuple(_labels(site, campaign, tuple(first.values()))) if first else ()


def _labels(
    site: SiteInfo, campaign: Campaign, addresses: tuple[tuple[str, ...], ...]
) -> Iterator[Made]:
    from toolkit.desk.labels import KINDS, labels_pdf  # noqa: PLC0415 - only with letters

    for kind in KINDS:
        body = labels_pdf(addresses, kind, _start(campaign))
        if body:
            name = f"{_start(campaign)}-labels-{kind.size.id}.pdf"
            yield _made(site, campaign, f"labels_{kind.size.id}", name, body)


def sheet_papers(site: SiteInfo, campaign: Campaign) -> dict[str, tuple[Made, ...]]:
    """Return sheets to sign a petition on, by language of the site.

    Where our paper fonts cannot write a language, people get the sheet in that of the petition.
    """
    words = campaign.petition.preamble if campaign.petition else None
    spoken = words.best(site.languages[0]) if words else None
    first = tuple(_sheets(site, campaign, spoken.language)) if spoken else ()
    return {tag: tuple(_sheets(site, campaign, tag)) or first for tag in site.languages}


def _sheets(site: SiteInfo, campaign: Campaign, language: str) -> Iterator[Made]:
    from toolkit.desk.paper import SIZES  # noqa: PLC0415 - only with petitions
    from toolkit.desk.signatures import sheet_pdf  # noqa: PLC0415 - as above

    asked = petitioned(site, campaign, language)
    for size in SIZES:
        body = sheet_pdf(asked, size)
        if body:
            name = f"{_start(campaign)}-sheet-{language}-{size.id}.pdf"
            yield _made(site, campaign, f"sheet_{size.id}", name, body)


def petitioned(site: SiteInfo, campaign: Campaign, language: str) -> Petitioned:
    """Return a petition as it stands on paper in a language.

    Raises ValueError for a campaign without a petition.
    """
    from toolkit.desk.signatures import Petitioned  # noqa: PLC0415 - only with petitions

    asked = campaign.petition
    if asked is None:
        raise ValueError(f"{campaign.id} has no petition")
    page = frame(site, language, "")
    to = ", ".join(page.text(a.name) for a in asked.to)
    return Petitioned(
        page.text(campaign.title),
        f"{page.say('petition_to')}: {to}",
        tuple(page.text(d.core) for d in asked.demands),
        page.text(asked.statement),
        language,
        (page.say("sheet_name"), page.say("sheet_city"), page.say("sheet_signature")),
        page.say("sheet_note"),
    )


def _made(site: SiteInfo, campaign: Campaign, kind: str, name: str, body: bytes) -> Made:
    folder = paths.campaign(site, site.languages[0], campaign.id)
    return Paper(kind, f"{folder}files/{name}", name, len(body)), body


def _start(campaign: Campaign) -> str:
    """Return how names of files begin: with the case number, where there is one."""
    return as_id(campaign.number) if campaign.number else campaign.id
