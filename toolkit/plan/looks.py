"""A project's cards as they look now: pictures with their facts, to be shown or compared."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.cards.facts import Facts, load_facts
from toolkit.cards.formats import FORMATS
from toolkit.cards.sketch import Sketcher
from toolkit.kit.store import key_of
from toolkit.plan.choice import AskedWronglyError
from toolkit.plan.drawing import CACHE, store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from toolkit.plan.cards import Asked
from toolkit.plan.drawing import Order

INDEX = "cards.json"


@dataclass(frozen=True, slots=True)
class Look:
    """One card: its picture, what is on it, or why it could not be drawn.

    `facts` are missing where a designer made the card, or where faults are in its way.
    """

    name: str
    format: str
    design: str = ""
    picture: Path | None = None
    facts: Facts | None = None
    faults: tuple[str, ...] = ()
    by_hand: bool = False


def looks(root: Path, order: Order, sketcher: Sketcher | None = None) -> dict[str, Look]:
    """Return an order's cards by name: `free-them-all/my-post-en@1080x1350`.

    What was drawn before is found in the cache of the project at `root`.
    """
    sketcher = sketcher or Sketcher(order.fonts, root / CACHE / "cards")
    found: dict[str, Look] = {}
    for card in order.asked:
        done = sketcher.sketch(card.request, order.library)
        name, design = name_of(card), f"{card.request.layout}, {card.request.theme}"
        faults = tuple(f"{fault.message}; {fault.hint}" for fault in done.faults)
        picture = done.card.path if done.card else None
        found[name] = Look(name, card.request.format, design, picture, done.facts, faults)
    for card, one in order.made:
        kept = one.clean(store(root), key_of("hand-made", "1", one.sha256))
        name = name_of(card)
        found[name] = Look(name, card.request.format, "made by hand", kept.path, by_hand=True)
    return dict(sorted(found.items()))


def name_of(card: Asked) -> str:
    """Return a card's name, which is also that of the hand-made card that would replace it."""
    post = card.post.id if card.post else "campaign"
    size = FORMATS[card.request.format].size
    return f"{card.campaign.id}/{post}-{card.request.language}@{size}"


def files(shown: Mapping[str, Look]) -> dict[str, bytes | Path]:
    """Return the pictures by file name, with an index that a later comparison reads."""
    drawn = {name: look for name, look in shown.items() if look.picture}
    listed = {
        name: {
            "file": file_of(look),
            "format": look.format,
            "design": look.design,
            "facts": look.facts.dump() if look.facts else "",
        }
        for name, look in drawn.items()
    }
    index = json.dumps(listed, ensure_ascii=False, indent=1)
    pictures = {file_of(look): look.picture for look in drawn.values() if look.picture}
    return {**pictures, INDEX: f"{index}\n".encode()}


def file_of(look: Look) -> str:
    return f"{look.name}{look.picture.suffix if look.picture else '.png'}"


def read_looks(folder: Path) -> dict[str, Look]:
    """Return what `files` were written to a folder; AskedWronglyError if there are none."""
    try:
        listed = json.loads((folder / INDEX).read_text(encoding="utf-8"))
        return {name: _read(folder, name, row) for name, row in listed.items()}
    except (FileNotFoundError, KeyError, TypeError, AttributeError, ValueError) as bad:
        raise AskedWronglyError(f"{folder} holds no cards that were drawn with --out") from bad


def _read(folder: Path, name: str, row: Mapping[str, str]) -> Look:
    picture = (folder / row["file"]).resolve()
    if folder.resolve() not in picture.parents or row["format"] not in FORMATS:
        raise ValueError(name)
    told = load_facts(row["facts"]) if row["facts"] else None
    return Look(name, row["format"], row["design"], picture, told, by_hand=told is None)
