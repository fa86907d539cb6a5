"""Pack what a newsroom takes away with a release: its words, its pictures, their credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.kit.downloads import download
from toolkit.kit.presskit import Credited, press_zip
from toolkit.pages.frame import frame
from toolkit.pages.press import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toolkit.kit.store import Kept, Store
    from toolkit.model import Campaign
    from toolkit.pages import Download, Photo, PostView, SiteInfo


def zips(
    site: SiteInfo,
    campaign: Campaign,
    views: Sequence[PostView],
    *,
    photos: Mapping[str, tuple[Photo, Kept]],
    files: Mapping[str, Kept],
    store: Store,
) -> dict[str, tuple[Download, Kept]]:
    """Return a zip for each language of the site that the release is written in.

    `photos` are by their names under the root, `files` the cards by their path in the site. There
    are none while the release may not be seen.
    """
    release = campaign.press
    if release is None or (release.secret(site.today) and not site.preview):
        return {}
    found: dict[str, tuple[Download, Kept]] = {}
    for language in (tag for tag in site.languages if release.body.get(tag)):
        page = frame(site, language, "")
        shown = [
            Credited(photo.name, kept, page.text(picture.alt), picture.credit)
            for picture in release.pictures
            if picture.image in photos
            for photo, kept in [photos[picture.image]]
        ]
        cards = [c for view in views if view.language == language for c in view.cards]
        drawn = [(card, files[card.path]) for card in cards]
        title = f"{campaign.id}-press-{language}"
        file = press_zip(title, plain(page, release), shown, drawn, store)
        parts = (language, "press")
        offered = download("press", campaign, parts, file, language=language, count=len(shown))
        found[language] = offered, file
    return found
