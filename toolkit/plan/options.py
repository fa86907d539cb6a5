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
    `published_url`: where the site will be, if `site_url` is only where it is looked at meanwhile.
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
    published_url: str | None = None

    @property
    def moment(self) -> dt.datetime:
        return self.now or dt.datetime.combine(self.today, dt.time(), dt.UTC)

    @property
    def printed_url(self) -> str:
        """The address on cards: what is drawn while somebody edits is what people will get."""
        return self.site_url if self.published_url is None else self.published_url
