"""What is printed and framed of each campaign: its portrait cards, and a frame in its colours."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from toolkit.cards.dress import dress
from toolkit.cards.formats import FORMATS
from toolkit.cards.scene import Picture, Scene
from toolkit.kit.downloads import download
from toolkit.kit.frames import frame
from toolkit.kit.prints import PAPERS, Plate, Print, posters, stickers
from toolkit.kit.store import key_of
from toolkit.plan.cards import THEME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from toolkit.kit.downloads import Made
    from toolkit.kit.handmade import HandMade
    from toolkit.kit.store import Store
    from toolkit.model import Campaign
    from toolkit.pages import PostView
    from toolkit.plan.cards import Asked
    from toolkit.plan.drawing import Order

FORMAT = "portrait"
KINDS = (("posters", posters), ("stickers", stickers))
PRINTED = 18
"""Posts that go on paper, two sheets of stickers; a longer file nobody prints, and each edit would
draw all of it anew."""


def sheets(
    campaign: Campaign,
    views: Sequence[PostView],
    order: Order,
    address: Callable[[PostView], str],
    store: Store,
) -> Iterator[Made]:
    """Yield posters and stickers for each language and paper."""
    plates: dict[str, list[Plate]] = {}
    found = _plates(order, campaign)
    for view in views:
        plate = found.get((view.post.id, view.language))
        if plate and any(card.format == FORMAT for card in view.cards):
            scene, key, rtl = plate
            row = plates.setdefault(view.language, [])
            row.append(Plate(scene, key, address(view), rtl))
    for language, row in plates.items():
        title = str(campaign.title.best(language) or campaign.id)
        for paper in PAPERS:
            for kind, make in KINDS:
                file = make(Print(tuple(row[:PRINTED]), paper, title), order.fonts, store)
                parts = (language, kind, paper)
                yield (
                    download(
                        kind, campaign, parts, file, language=language, count=min(len(row), PRINTED)
                    ),
                    file,
                )


def frames(campaign: Campaign, order: Order, store: Store) -> Iterator[Made]:
    """Yield a frame for profile pictures in each of a campaign's languages."""
    theme = order.library.themes.get(campaign.theme or THEME)
    if theme is None or not campaign.hashtags:
        return
    for language in campaign.languages:
        word = f"#{campaign.hashtags[0].written_in(language)}"
        file = frame(theme, word, language, order.fonts, store)
        parts = (language, "frame")
        yield download("frame", campaign, parts, file, language=language, count=1), file


def _plates(
    order: Order, campaign: Campaign
) -> dict[tuple[str, str], tuple[Callable[[], Scene], str, bool]]:
    """Return how each portrait card's scene is made, what decides it, and its direction."""
    found: dict[tuple[str, str], tuple[Callable[[], Scene], str, bool]] = {}
    for card in order.asked:
        if card.campaign is campaign and card.post and card.request.format == FORMAT:
            make = functools.partial(_scene, card, order)
            found[card.owner[1:]] = make, _key(card, order), card.request.direction == "rtl"
    for card, one in order.made:
        if card.campaign is campaign and card.post and card.request.format == FORMAT:
            make = functools.partial(_picture, one)
            found[card.owner[1:]] = make, one.sha256, card.request.direction == "rtl"
    return found


def _key(card: Asked, order: Order) -> str:
    layout = order.library.layouts[card.request.layout].digest
    theme = order.library.themes[card.request.theme].digest
    return key_of(card.request.key(layout, theme), order.fonts.hash)


def _scene(card: Asked, order: Order) -> Scene:
    """Dress a card that has been drawn already, so that nothing can be in its way."""
    scene = dress(card.request, library=order.library, fonts=order.fonts).scene
    if scene is None:
        message = f"{card.owner} was drawn, but cannot be dressed"
        raise RuntimeError(message)
    return scene


def _picture(one: HandMade) -> Scene:
    size = FORMATS[FORMAT]
    box = (0, 0, size.width, size.height)
    return Scene(size.width, size.height, (Picture("card", box, one.path, one.sha256),))
