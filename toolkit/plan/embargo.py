"""Keep out of a public build what may not be known yet; a preview shows it, marked."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.model import Campaign, Toolkit


def released(toolkit: Toolkit, now: dt.datetime) -> Toolkit:
    """Return the toolkit without campaigns and posts whose hour has not come.

    Nothing that stays names what is left out.
    """
    kept = [campaign for campaign in toolkit.campaigns if _open(campaign.embargo, now)]
    ids = {campaign.id for campaign in kept}
    return replace(toolkit, campaigns=tuple(_without(c, ids, now) for c in kept))


def settled(toolkit: Toolkit, now: dt.datetime) -> dt.datetime:
    """Return the last moment at which something began or ended, or the beginning of this day.

    Pages ask only whether such a moment has come. So what is built at noon and a minute later is
    the same, and a page is made anew when its hour comes and not each time somebody saves.
    """
    midnight = now.astimezone(dt.UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    turns = (turn for campaign in toolkit.campaigns for turn in campaign.turns)
    return max((turn for turn in turns if turn <= now), default=midnight)


def _without(campaign: Campaign, ids: set[str], now: dt.datetime) -> Campaign:
    return replace(
        campaign,
        posts=tuple(post for post in campaign.posts if _open(post.embargo, now)),
        related=tuple(id_ for id_ in campaign.related if id_ in ids),
    )


def _open(embargo: dt.datetime | None, now: dt.datetime) -> bool:
    return embargo is None or embargo <= now
