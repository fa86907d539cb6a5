"""Small pictures of every design, and the page that shows them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
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
    from collections.abc import Mapping
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
    """The page, if a project wants one, and its pictures by their path in the site."""

    pages: tuple[PlannedPage, ...] = ()
    files: Mapping[str, Kept] = field(default_factory=dict)


def gallery(root: Path, site: SiteInfo, order: Order) -> Gallery:
    """Return the gallery of a project's designs, drawn with the shortest of the sample texts."""
    if not order.gallery:
        return Gallery()
    pictures = photographs(root, places(order.library))
    results = render(
        [one.request for one in specimens(order.library, CHOICE, pictures)],
        library=order.library,
        fonts=order.fonts,
        cache=root / CACHE / "cards",
        workers=order.workers,
    )
    drawn = [result for result in results if result.card]
    # Pillow lets go of the lock while it reads, shrinks and writes: threads are enough here.
    with ThreadPoolExecutor(order.workers) as pool:
        small = list(pool.map(partial(_small, root), drawn))
    files = {path: kept for path, _, _, kept in small}
    designs: list[pages.Design] = []
    whose = groupby(zip(drawn, small, strict=True), key=_design)
    for (layout, theme), row in whose:
        shown = tuple((path, width, height) for _, (path, width, height, _) in row)
        about = order.library.layouts[layout].shape.about
        designs.append(pages.Design(layout, theme, shown, about))
    return Gallery((planned(site, pages.gallery(site, designs)),), files)


def _design(pair: tuple[Result, object]) -> tuple[str, str]:
    return pair[0].request.layout, pair[0].request.theme


def _small(root: Path, result: Result) -> tuple[str, int, int, Kept]:
    """Return a small picture of a card: path in the site, width and height (px), and its file."""
    if result.card is None:
        raise ValueError(result)
    request, format_ = result.request, FORMATS[result.request.format]
    width = round(format_.width * HIGH / format_.height)
    key = key_of("preview", "1", result.card.scene, width)
    kept = store(root).kept(key, ".jpg", partial(_preview, result.card.path, width))
    stem = f"{request.layout}-{request.theme}-{format_.id}"
    return f"gallery/{stem}.{key[:8]}.jpg", width, HIGH, kept


def _preview(card: Path, width: int) -> bytes:
    return preview(card.read_bytes(), width)
