"""Say to networks and search engines what a page is, in the tags that they read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from toolkit.pages import paths
from toolkit.pages.languages import language
from toolkit.pages.site import first_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.pages.site import CardFile, SiteInfo

TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp"}
# developer.x.com/cards/markup: 70 for the title, 200 for the description, 420 for the alt text.
TITLE, DESCRIPTION, ALT = 70, 200, 420


@dataclass(frozen=True, slots=True)
class Meta:
    """One `<meta>`: `kind` is `property` (Open Graph) or `name` (all others)."""

    kind: str
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class About:
    """What a page says of itself; `versions` are all its languages, each with its path."""

    path: str
    language: str
    title: str
    description: str
    image: CardFile | None = None
    versions: tuple[tuple[str, str], ...] = ()
    kind: str = "website"

    @property
    def summary(self) -> str:
        """The description on one line, as long as networks show it."""
        return first_words(self.description, DESCRIPTION)


def metas(site: SiteInfo, about: About) -> tuple[Meta, ...]:
    """Return the Open Graph and X tags of a page; without the site's URL none that needs one."""
    return tuple(m for m in (*_open_graph(site, about), *_x(site, about)) if m.value)


def alternates(site: SiteInfo, about: About) -> tuple[tuple[str, str], ...]:
    """Return hreflang and absolute URL of every version of a page, if there is more than one."""
    if not site.url or len(about.versions) < 2:  # noqa: PLR2004  (one version has no other)
        return ()
    return tuple((tag, paths.absolute(site, path)) for tag, path in about.versions)


def _open_graph(site: SiteInfo, about: About) -> Iterator[Meta]:
    locale = language(about.language).locale
    others = (language(tag).locale for tag, _ in about.versions)
    yield Meta("property", "og:title", first_words(about.title, TITLE))
    yield Meta("property", "og:description", about.summary)
    yield Meta("property", "og:type", about.kind)
    yield Meta("property", "og:site_name", site.name)
    yield Meta("property", "og:url", paths.absolute(site, about.path))
    yield Meta("property", "og:locale", locale)
    for other in others:
        if locale and other != locale:
            yield Meta("property", "og:locale:alternate", other)
    if about.image and site.url:
        yield from _picture(site, about.image)


def _picture(site: SiteInfo, image: CardFile) -> Iterator[Meta]:
    """Yield the picture's tags; with its size, a first share shows it without a second visit."""
    yield Meta("property", "og:image", paths.absolute(site, image.path))
    yield Meta("property", "og:image:type", TYPES.get(PurePosixPath(image.path).suffix, ""))
    yield Meta("property", "og:image:width", str(image.width))
    yield Meta("property", "og:image:height", str(image.height))
    yield Meta("property", "og:image:alt", first_words(image.alt, ALT))


def _x(site: SiteInfo, about: About) -> Iterator[Meta]:
    """Yield what X reads; title, description and picture it takes from Open Graph."""
    large = about.image and site.url
    yield Meta("name", "twitter:card", "summary_large_image" if large else "summary")
    if about.image and large:
        yield Meta("name", "twitter:image", paths.absolute(site, about.image.path))
        yield Meta("name", "twitter:image:alt", first_words(about.image.alt, ALT))
