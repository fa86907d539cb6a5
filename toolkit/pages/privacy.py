"""The page that says what stays on a device, and erases it: the same list the code keeps to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.pages import head, paths
from toolkit.pages.frame import frame
from toolkit.pages.rich import rich
from toolkit.pages.stored import STORED

if TYPE_CHECKING:
    from toolkit.pages.site import RichPage, SiteInfo


def privacy(site: SiteInfo, language: str) -> RichPage:
    """Return the privacy page in a language."""
    path = paths.privacy(site, language)
    page = frame(site, language, path)
    about = head.About(
        path=path,
        language=language,
        title=page.say("privacy"),
        description=page.say("privacy_lead"),
        versions=tuple((tag, paths.privacy(site, tag)) for tag in site.languages),
    )
    return rich(page, about, "privacy.html", stored=STORED)
