"""Keep out of a public build what may not be known yet; a preview shows it, marked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from toolkit.model import Campaign, Toolkit


def released(toolkit: Toolkit, now: dt.datetime) -> Toolkit:
    """Return the toolkit without campaigns and posts whose hour has not come.

    Nothing that stays names what is left out.
    """
    kept = [campaign for campaign in toolkit.campaigns if _open(campaign.embargo, now)]
    ids = {campaign.id for campaign in kept}
    return replace(toolkit, campaigns=tuple(_without(c, ids, now) for c in kept))


def _without(campaign: Campaign, ids: set[str], now: dt.datetime) -> Campaign:
    return replace(
        campaign,
        posts=tuple(post for post in campaign.posts if _open(post.embargo, now)),
        related=tuple(id_ for id_ in campaign.related if id_ in ids),
    )


def _open(embargo: dt.datetime | None, now: dt.datetime) -> bool:
    return embargo is None or embargo <= now
