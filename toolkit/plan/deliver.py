"""Make the file that is handed over with a petition, from a platform's table."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toolkit import pages
from toolkit.desk.delivery import signatures
from toolkit.load import load, read_files
from toolkit.networks import builtin
from toolkit.pages.frame import frame
from toolkit.plan.papers import petitioned

if TYPE_CHECKING:
    from pathlib import Path

# Nothing on the paper depends on the day it is made.
NO_DAY = dt.date.min


@dataclass(frozen=True, slots=True)
class Delivery:
    """A petition with everybody who signed: the PDF, and how many they are.

    `unreadable` counts names with signs that the paper's font lacks.
    """

    pdf: bytes
    count: int
    unreadable: int


def deliver(root: Path, table: bytes, campaign_id: str, language: str) -> Delivery:
    """Return what is handed over; nothing is written, and nothing of it belongs on a site.

    Raises ValueError with a sentence for people when the campaign has no petition, or the table
    no names.
    """
    from toolkit.desk.paper import A4, writable  # noqa: PLC0415 - takes half a second
    from toolkit.desk.signatures import delivery_pdf  # noqa: PLC0415 - as above

    files, _ = read_files(root)
    toolkit = load(files, builtin()).toolkit
    with_petition = {c.id: c for c in toolkit.campaigns if c.petition}
    campaign = with_petition.get(campaign_id)
    if campaign is None:
        known = ", ".join(with_petition) or "none"
        raise ValueError(f'"{campaign_id}" has no petition.yml; campaigns that have one: {known}')
    signed = signatures(table)
    site = pages.SiteInfo("", "", (language or campaign.languages[0],), NO_DAY)
    page = frame(site, site.languages[0], "")
    asked = replace(petitioned(site, campaign, site.languages[0]), note="")
    total = page.say("petition_count", count=f"{len(signed):,}")
    body = delivery_pdf(asked, signed, A4, total)
    strange = sum(not writable(one.name, one.city) for one in signed)
    return Delivery(body, len(signed), strange)
