"""Sheets and comparisons of cards as files, for somebody who signs them off."""

from __future__ import annotations

import base64
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from toolkit.cards.changes import CARD, Change, changes, kin, summed, told
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
    from collections.abc import Mapping, Sequence

    from toolkit.plan.drawing import Order
    from toolkit.plan.looks import Look
    from toolkit.plan.options import Options

WIDE, FOLDED = 440, 240
"""Px of a picture in a comparison, three side by side on a laptop; and of those folded away."""
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


def difference(old: Mapping[str, Look], new: Mapping[str, Look], against: str) -> tuple[str, str]:
    """Return the page that shows what changed, and how many cards did, in words.

    Cards that changed in the same way stand together, the change of most cards first.
    """
    names = sorted({*old, *new})
    pairs = [(name, old.get(name), new.get(name)) for name in names]
    rows: dict[frozenset[str], list[_Pair]] = {}
    for name, was, is_ in pairs:
        if _bytes(was) != _bytes(is_):
            pair = _Pair(name, was, is_, _said(was, is_))
            rows.setdefault(kin(pair.said), []).append(pair)
    groups = [_group(row) for row in sorted(rows.values(), key=len, reverse=True)]
    page = pages.difference(groups, against=against, count=len(names))
    ways = f", in {len(rows)} ways" if len(rows) > 1 else ""
    return page, f"{sum(map(len, rows.values()))} of {len(names)} cards changed{ways}"


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


class _Pair(NamedTuple):
    """A card that looks otherwise than it did, and what is different."""

    name: str
    old: Look | None
    new: Look | None
    said: tuple[Change, ...]


def _group(row: Sequence[_Pair]) -> pages.Group:
    """Tell what the cards of a row share; the one on which most changed is the example."""
    example = max(row, key=lambda pair: len(pair.said))
    others = tuple(_changed(pair, FOLDED) for pair in row if pair is not example)
    return pages.Group(summed([pair.said for pair in row]), _changed(example, WIDE), others)


def _changed(pair: _Pair, width: int) -> pages.Changed:
    was, is_, said = _bytes(pair.old), _bytes(pair.new), told(pair.said)
    before, after = (_url(picture, width) for picture in (was, is_))
    if not was or not is_:
        return pages.Changed(pair.name, before, after, "", said)
    apart, part = compare.difference(was, is_, width)
    return pages.Changed(pair.name, before, after, _data(apart, "png"), said, f"{part:.1%}")


def _said(old: Look | None, new: Look | None) -> tuple[Change, ...]:
    if not old or not old.picture:
        return (_whole("new: there was no such card"),)
    if not new or not new.picture:
        return (
            tuple(map(_whole, new.faults))
            if new
            else (_whole("gone: there is no such card any more"),)
        )
    said = [_whole(f"design {old.design} → {new.design}")] if old.design != new.design else []
    if old.facts and new.facts:
        said += changes(old.facts, new.facts)
    return tuple(said) or (_whole("only its pixels: the same facts, drawn in another way"),)


def _whole(said: str) -> Change:
    return Change(CARD, said, said)


def _bytes(look: Look | None) -> bytes:
    return look.picture.read_bytes() if look and look.picture else b""


def _url(picture: bytes, width: int) -> str:
    """Return a small version as a data URL, so that the page is one file to send."""
    if not picture:
        return ""
    return _data(compare.preview(picture, width), "jpeg")


def _data(picture: bytes, kind: str) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"
