"""Pack what a newsroom takes away with a release: its words, its pictures, their credits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.kit.downloads import download
from toolkit.kit.presskit import Credited, press_zip
from toolkit.pages.frame import frame
from toolkit.pages.press import plain, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toolkit.kit.store import Kept, Store
    from toolkit.model import Campaign
    from toolkit.model.press import Press
    from toolkit.pages import Download, Photo, PostView, SiteInfo


@dataclass(frozen=True, slots=True)
class Stock:
    """What there is to pack: photographs by their names under the root, cards by their paths."""

    views: Sequence[PostView]
    photos: Mapping[str, tuple[Photo, Kept]]
    files: Mapping[str, Kept]
    store: Store


def zips(site: SiteInfo, campaign: Campaign, stock: Stock) -> dict[str, tuple[Download, Kept]]:
    """Return the zip for each language of the site, in the language the page shows there.

    There are none while the release may not be seen.
    """
    release = campaign.press
    if release is None or (release.secret(site.today) and not site.preview):
        return {}
    shown = {tag: spoken(frame(site, tag, ""), release) for tag in site.languages}
    made = {tag: _zip(site, campaign, release, tag, stock) for tag in sorted(set(shown.values()))}
    return {tree: made[tag] for tree, tag in shown.items()}


def _zip(
    site: SiteInfo, campaign: Campaign, release: Press, language: str, stock: Stock
) -> tuple[Download, Kept]:
    page = frame(site, language, "")
    photos = [
        Credited(photo.name, kept, page.text(picture.alt), picture.credit)
        for picture in release.pictures
        if picture.image in stock.photos
        for photo, kept in [stock.photos[picture.image]]
    ]
    cards = [c for view in stock.views if view.language == language for c in view.cards]
    drawn = [(card, stock.files[card.path]) for card in cards]
    title = f"{campaign.id}-press-{language}"
    file = press_zip(title, plain(page, release), photos, drawn, stock.store)
    parts = (language, "press")
    return download("press", campaign, parts, file, language=language, count=len(photos)), file
