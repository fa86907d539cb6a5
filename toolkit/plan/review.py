"""Sheets and comparisons of cards as files, for somebody who signs them off."""

from __future__ import annotations

import base64
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cards.facts import changes
from toolkit.cards.formats import FORMATS
from toolkit.cards.library import BUILT_IN
from toolkit.cards.paint import compare
from toolkit.pages import review as pages
from toolkit.plan.choice import AskedWronglyError, Choice, chosen
from toolkit.plan.drawing import order
from toolkit.plan.history import laid_out
from toolkit.plan.looks import INDEX, looks, read_looks
from toolkit.plan.reading import read_project

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.plan.drawing import Order
    from toolkit.plan.looks import Look
    from toolkit.plan.options import Options

WIDE = 440
"""Px of a picture in a comparison; three of them stand side by side on a laptop."""
COLUMNS, TILE = 5, 320


def project_order(root: Path, options: Options, choice: Choice) -> Order:
    """Return the chosen cards of a project; UnknownNameError for a name that is not there."""
    return chosen(_order(root, options), choice)


def before(root: Path, against: str, options: Options, choice: Choice) -> dict[str, Look]:
    """Return the chosen cards as they were: in a folder, or at a revision of Git.

    A folder is another project, or what `--out` wrote. Raises AskedWronglyError if it is neither.
    """
    folder = Path(against)
    if not against:
        raise AskedWronglyError("name a revision of Git or a folder to compare with")
    if (folder / INDEX).is_file():
        return read_looks(folder)
    if (folder / "campaigns").is_dir():
        return looks(root, _like(_order(folder, options), choice))
    with tempfile.TemporaryDirectory() as name:
        laid_out(root, against, Path(name))
        return looks(root, _like(_order(Path(name), options), choice))


def difference(old: Mapping[str, Look], new: Mapping[str, Look], against: str) -> tuple[str, int]:
    """Return the page that shows what changed, and how many cards did."""
    names = sorted({*old, *new})
    found = [_changed(name, old.get(name), new.get(name)) for name in names]
    changed = [one for one in found if one]
    return pages.difference(changed, against=against, count=len(names)), len(changed)


def sheet(cards: Mapping[str, Look], folder: str, *, guides: bool, live: str = "") -> str:
    """Return a sheet of a project's cards, whose pictures lie in `folder` beside it."""
    shown = [_shown(look, folder) for look in cards.values()]
    return pages.sheet(shown, guides=guides, live=live)


def picture(cards: Mapping[str, Look], *, guides: bool) -> bytes:
    """Return the same sheet as one PNG."""
    drawn = [
        (look.picture.read_bytes(), look.facts if guides else None, FORMATS[look.format])
        for look in cards.values()
        if look.picture
    ]
    return compare.sheet(drawn, columns=COLUMNS, width=TILE)


def _order(root: Path, options: Options) -> Order:
    own = root / BUILT_IN.relative_to(BUILT_IN.parents[1])
    built_in = own if (own / "layouts").is_dir() else BUILT_IN
    return order(root, read_project(root).toolkit, options, built_in)


def _like(old: Order, choice: Choice) -> Order:
    """Choose from an older state, where what is asked for may not have been there yet."""
    posts = {name for c in old.asked for name in (c.post.id if c.post else "campaign",)}
    posts |= {f"{c.campaign.id}/{c.post.id}" for c in old.asked if c.post}
    there = replace(choice, only=tuple(n for n in choice.only if n in posts))
    if choice.only and not there.only:
        return replace(old, asked=(), made=())
    spoken = {card.request.language for card in old.asked}
    return chosen(old, replace(there, languages=tuple(t for t in choice.languages if t in spoken)))


def _shown(look: Look, folder: str) -> pages.Shown:
    return pages.Shown(
        group=look.name.partition("@")[0],
        label=f"{FORMATS[look.format].size}, {look.design}",
        format=look.format,
        src=f"{folder}/{look.picture.name}" if look.picture else "",
        facts=look.facts,
        faults=look.faults,
        by_hand=look.by_hand,
    )


def _changed(name: str, old: Look | None, new: Look | None) -> pages.Changed | None:
    """Return how one card changed, None if it looks as it did."""
    was, is_ = _bytes(old), _bytes(new)
    if was == is_:
        return None
    said = _said(old, new)
    if not was or not is_:
        return pages.Changed(name, _url(was), _url(is_), "", said)
    apart, part = compare.difference(was, is_, WIDE)
    return pages.Changed(name, _url(was), _url(is_), _data(apart, "png"), said, f"{part:.1%}")


def _said(old: Look | None, new: Look | None) -> tuple[str, ...]:
    if not old or not old.picture:
        return ("this card is new",)
    if not new or not new.picture:
        return new.faults if new else ("this card is gone",)
    said = [f"design: {old.design} → {new.design}"] if old.design != new.design else []
    if old.facts and new.facts:
        said += changes(old.facts, new.facts)
    return tuple(said) or ("only its pixels: the same facts, drawn in another way",)


def _bytes(look: Look | None) -> bytes:
    return look.picture.read_bytes() if look and look.picture else b""


def _url(picture: bytes) -> str:
    """Return a small version as a data URL, so that the page is one file to send."""
    if not picture:
        return ""
    return _data(compare.preview(picture, WIDE), "jpeg")


def _data(picture: bytes, kind: str) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"
