"""Small pictures of every design, and the page that shows them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from toolkit import pages
from toolkit.cards.formats import FORMATS
from toolkit.cards.paint.compare import preview
from toolkit.cards.render import render
from toolkit.cards.specimen import Choice, places, specimens
from toolkit.kit.store import key_of
from toolkit.plan.drawing import CACHE, store
from toolkit.plan.placed import planned
from toolkit.plan.specimen import photographs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from toolkit.cards.render import Result
    from toolkit.kit.store import Kept
    from toolkit.pages import SiteInfo
    from toolkit.plan.drawing import Order
    from toolkit.plan.plan import PlannedPage

CHOICE = Choice(formats=("link", "portrait", "story"), texts=("short",))
HIGH = 260
"""Px of a small picture; all of a row are as high."""


@dataclass(frozen=True, slots=True)
class Gallery:
    """The page, and its pictures by their path in the site."""

    page: PlannedPage
    files: Mapping[str, Kept]


def gallery(root: Path, site: SiteInfo, order: Order) -> Gallery:
    """Return the gallery of a project's designs, drawn with the shortest of the sample texts."""
    pictures = photographs(root, places(order.library))
    results = render(
        [one.request for one in specimens(order.library, CHOICE, pictures)],
        library=order.library,
        fonts=order.fonts,
        cache=root / CACHE / "cards",
        workers=order.workers,
    )
    files: dict[str, Kept] = {}
    designs: list[pages.Design] = []
    whose = groupby(results, key=lambda r: (r.request.layout, r.request.theme))
    for (layout, theme), row in whose:
        shown = _row(root, list(row))
        files |= {path: kept for path, _, _, kept in shown}
        small = tuple((path, width, height) for path, width, height, _ in shown)
        designs.append(pages.Design(layout, theme, small))
    return Gallery(planned(site, pages.gallery(site, designs)), files)


def _row(root: Path, results: Sequence[Result]) -> list[tuple[str, int, int, Kept]]:
    """Return small pictures of one design; a format in which it cannot be drawn is left out."""
    found = []
    for result in results:
        if result.card:
            card, format_ = result.card, FORMATS[result.request.format]
            width = round(format_.width * HIGH / format_.height)
            key = key_of("preview", "1", card.scene, width)
            kept = store(root).kept(key, ".jpg", partial(_preview, card.path, width))
            stem = f"{result.request.layout}-{result.request.theme}-{format_.id}"
            found.append((f"gallery/{stem}.{key[:8]}.jpg", width, HIGH, kept))
    return found


def _preview(card: Path, width: int) -> bytes:
    return preview(card.read_bytes(), width)
