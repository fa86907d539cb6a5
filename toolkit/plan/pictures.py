"""Pictures that pages show as they are: a release's photographs, the marks of those who sign."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from toolkit.cards.paint import handmade
from toolkit.cards.paint.pictures import UnusableImageError
from toolkit.kit.metadata import About, in_jpeg, in_png
from toolkit.kit.store import key_of
from toolkit.load.fields import as_id
from toolkit.pages import Photo, paths
from toolkit.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.kit.store import Kept, Store
    from toolkit.model import Campaign, Toolkit
    from toolkit.pages import SiteInfo
    from toolkit.problems import Place

PNG = b"\x89PNG"
HINT = "save it as PNG or JPEG, as it came from the camera or from its owner"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture that a campaign names: its file under the root, where, and what it says inside."""

    file: str
    place: Place
    about: About


def wanted(campaign: Campaign, site: SiteInfo) -> Iterator[Wanted]:
    """Yield the pictures of a campaign; those of a release that is kept back are kept back too."""
    release = campaign.press
    if release and (site.preview or not release.secret(site.today)):
        for picture in release.pictures:
            if picture.image:
                words = picture.alt.best(site.languages[0])
                about = About(str(words or ""), words.language if words else "", picture.credit)
                yield Wanted(picture.image, picture.place, about)
    for sender in campaign.senders:
        if sender.logo:
            yield Wanted(sender.logo, sender.place, About(sender.name, sender.language))


def picture_problems(root: Path, toolkit: Toolkit, site: SiteInfo) -> Iterator[Problem]:
    """Yield the pictures that cannot be used, at the lines that name them."""
    for campaign in toolkit.campaigns:
        for one in wanted(campaign, site):
            try:
                handmade.measured(root / one.file)
            except UnusableImageError as error:
                name = PurePosixPath(one.file).name
                yield Problem(one.place, f"{name} cannot be shown: {error}", HINT, "picture")


def pictures(
    root: Path, site: SiteInfo, campaign: Campaign, store: Store
) -> dict[str, tuple[Photo, Kept]]:
    """Return the pictures of a campaign as files of the site, by their names under the root.

    Where and with what a photograph was taken stays out of them; what it shows and whom to credit
    is put in.
    """
    return {one.file: _photo(root, site, campaign, one, store) for one in wanted(campaign, site)}


def _photo(
    root: Path, site: SiteInfo, campaign: Campaign, one: Wanted, store: Store
) -> tuple[Photo, Kept]:
    path = root / one.file
    body = path.read_bytes()
    suffix = ".png" if body.startswith(PNG) else ".jpg"
    kept = store.kept(
        key_of("picture", "1", hashlib.sha256(body).hexdigest(), one.about),
        suffix,
        lambda: _told(handmade.cleaned(path), one.about),
    )
    width, height = handmade.measured(path)
    stem = as_id(PurePosixPath(one.file).stem)
    folder = paths.campaign(site, site.languages[0], campaign.id)
    place = f"{folder}images/{stem}.{kept.key[:8]}{suffix}"
    return Photo(place, f"{stem}{suffix}", width, height, kept.size), kept


def _told(body: bytes, about: About) -> bytes:
    return in_png(body, about) if body.startswith(PNG) else in_jpeg(body, about)
