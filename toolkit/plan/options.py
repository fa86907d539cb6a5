"""What a build is told from outside, so that nothing in it depends on where it runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class Options:
    """The arguments of a build.

    `pretended`: somebody asked to see the site as on `today`. `preview`: show what is under
    embargo, marked, for the eyes of those who publish.

    `languages`: the trees of the site, the first one at its root; none means all that campaigns
    speak. `site_url`: absolute, ends in `/`, empty if unknown. `workers`: processes that paint.
    `gallery`: whether the page of all designs is part of the site.
    """

    today: dt.date
    workers: int = 1
    site_name: str = "Social Toolkit"
    site_url: str = ""
    languages: tuple[str, ...] = ()
    gallery: bool = True
    pretended: bool = False
    preview: bool = False
