"""Take out of a campaign's file what happens at a moment, and what people may report of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.load.moments import moment_in
from toolkit.model.moments import Report, Storm, Totals

if TYPE_CHECKING:
    import datetime as dt

    from toolkit.load.reader import Written
    from toolkit.load.shapes import CampaignShape

COUNTED = ("posts", "letters", "signatures", "calls")


def moment(value: str | None, zone: str) -> dt.datetime | None:
    """Return a moment written in a zone's time, in UTC; None if there is none."""
    return moment_in(value, zone) if value else None


def storm(written: Written, shape: CampaignShape, language: str) -> Storm | None:
    """Return the storm of a campaign; words without a language are in `language`."""
    said = shape.storm
    if said is None:
        return None
    zone = said.zone or shape.zone
    return Storm(
        starts=moment_in(said.starts, zone),
        zone=zone,
        place=written.key_at("storm"),
        minutes=max(1, said.minutes),
        every=max(1, said.every),
        title=written.translated(said.title, ("storm", "title"), language),
        thanks=written.translated(said.thanks, ("storm", "thanks"), language),
    )


def totals(written: Written, shape: CampaignShape) -> Totals | None:
    """Return what was counted; a kind nobody counted is left out."""
    said = shape.totals
    if said is None:
        return None
    rows = ((kind, getattr(said, kind)) for kind in COUNTED)
    found = tuple((kind, count) for kind, count in rows if count is not None)
    return Totals(found, written.day(said.on, ("totals", "on")))


def report(shape: CampaignShape, id_: str) -> Report | None:
    """Return where people report; its code is the campaign's number, else its folder's name."""
    said = shape.report
    return Report(shape.number or id_, said.email, said.link or "") if said else None
