"""What a build is told from outside, so that nothing in it depends on where it runs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """The arguments of a build.

    `languages`: the trees of the site, the first one at its root; none means all that campaigns
    speak. `site_url`: absolute, ends in `/`, empty if unknown. `workers`: processes that paint.
    `gallery`: whether the page of all designs is part of the site.
    `now` (with its zone) decides what has ended or may be shown yet; without it `today` begins, in
    UTC. A `preview` shows what may not be public yet, marked, to those who publish.
    `pretended`: somebody asked to see the site as on `today`.
    """

    today: dt.date
    workers: int = 1
    site_name: str = "Social Toolkit"
    site_url: str = ""
    languages: tuple[str, ...] = ()
    gallery: bool = True
    pretended: bool = False
    now: dt.datetime | None = None
    preview: bool = False

    @property
    def moment(self) -> dt.datetime:
        return self.now or dt.datetime.combine(self.today, dt.time(), dt.UTC)
