"""What a campaign offers to do, each with where it is done and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.pages import paths
from toolkit.pages.letters import sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.model import Campaign
    from toolkit.pages.site import SiteInfo

# Minutes that a first attempt takes on a phone, by our own trials, rounded up.
MINUTES = {"share": 1, "sign": 1, "write": 5, "call": 5}
KINDS = ("share", "write", "sign", "call", "storm")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do: its kind, the path of its page from the root, and minutes it takes.

    `fragment` is where on that page.
    """

    kind: str
    path: str
    minutes: int
    fragment: str = ""


def actions(site: SiteInfo, campaign: Campaign, language: str) -> Iterator[Action]:
    """Yield what a campaign offers in a language, the quickest first."""
    if campaign.posts:
        yield Action("share", paths.posts(site, language, campaign.id), MINUTES["share"])
    if campaign.petition:
        yield Action("sign", paths.petition(site, language, campaign.id), MINUTES["sign"])
    if campaign.letter:
        yield Action("write", paths.letters(site, language, campaign.id), MINUTES["write"])
    if dialled := _dialled(campaign):
        desk = paths.letters(site, language, campaign.id)
        yield Action("call", desk, MINUTES["call"], f"to-{dialled}")
    if campaign.storm:
        yield Action("storm", paths.storm(site, language, campaign.id), campaign.storm.minutes)


def _dialled(campaign: Campaign) -> str:
    """Return the first target of the letter that can be called, empty if nobody can."""
    return next((sheet.target.id for sheet in sheets(campaign) if sheet.dial), "")
