"""Every design there is, on one page, so that a campaigner chooses by looking."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from toolkit.pages import head, paths
from toolkit.pages.frame import frame
from toolkit.pages.rich import rich

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.pages.site import RichPage, SiteInfo


@dataclass(frozen=True, slots=True)
class Design:
    """A layout in a theme, with small pictures: path from the root, width and height (px).

    `about` says in English what the layout is for.
    """

    layout: str
    theme: str
    pictures: tuple[tuple[str, int, int], ...]
    about: str = ""


def gallery(site: SiteInfo, designs: Sequence[Design]) -> RichPage:
    """Return the page of all designs, in the site's first language."""
    path, language = paths.gallery(site), site.languages[0]
    page = frame(site, language, path)
    about = head.About(
        path=path,
        language=language,
        title=page.say("gallery"),
        description=page.say("gallery_lead"),
    )
    layouts = [(name, tuple(own)) for name, own in groupby(designs, key=lambda d: d.layout)]
    return rich(page, about, "gallery.html", layouts=layouts)
