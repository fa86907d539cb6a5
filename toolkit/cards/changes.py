"""What is different between two states of a card, said in words, and what many cards share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from toolkit.cards.facts import Fact, Facts

CARD = ""
"""Stands for the layer where a change is to the card as a whole."""
PLACED = "moved or resized"
COLOUR = "colour "
REORDERED = "the same things in another order, from back to front"


ROUNDING = 0.15
"""Px below which a box is where it was: its sides were rounded to a tenth, each by itself."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different in a layer of a card.

    `alike` says it without the figures that differ from format to format, so that the same change
    on many cards can be told once. `follows` says that it takes other room, as it would after any
    other change: where there is one on the card, it needs no word.
    """

    layer: str
    said: str
    alike: str
    follows: bool = False


Key = tuple[str, str, int]


def changes(before: Facts, after: Facts) -> tuple[Change, ...]:
    """Return what is different, nothing if the two are alike."""
    found: list[Change] = []
    if (before.width, before.height) != (after.width, after.height):
        found.append(_exactly(CARD, f"another size, {_size(before)} → {_size(after)} px"))
    old, new = _numbered(before), _numbered(after)
    for key in dict.fromkeys((*old, *new)):
        if key not in old:
            found.append(_exactly(key[0], f"new {_named(new[key])}"))
        elif key not in new:
            found.append(_exactly(key[0], f"{_named(old[key])} is gone"))
        else:
            found += _differences(old[key], new[key])
    if not found and sorted(before.marks, key=repr) == sorted(after.marks, key=repr):
        found += [_exactly(CARD, REORDERED)] if before.marks != after.marks else []
    return tuple(dict.fromkeys(found))


def told(changed: Iterable[Change]) -> tuple[str, ...]:
    """Return in words what is different on one card, with every figure."""
    layers: dict[str, list[str]] = {}
    for change in changed:
        layers.setdefault(change.layer, []).append(change.said)
    return _sentences(layers)


def kin(changed: Iterable[Change]) -> frozenset[str]:
    """Return what cards have in common that changed in the same way, whichever their layers."""
    return frozenset(change.alike for change in _leading(changed))


def summed(cards: Sequence[Sequence[Change]]) -> tuple[str, ...]:
    """Return what happened to these cards, which are `kin`, and to which of their layers.

    A figure is told where it is the same on all of them.
    """
    said: dict[str, set[str]] = {}
    layers: dict[str, list[str]] = {}
    for change in (change for card in cards for change in _leading(card)):
        said.setdefault(change.alike, set()).add(change.said)
        alikes = layers.setdefault(change.layer, [])
        alikes += [] if change.alike in alikes else [change.alike]
    words = {alike: min(ways) if len(ways) == 1 else alike for alike, ways in said.items()}
    return _sentences({layer: [words[alike] for alike in one] for layer, one in layers.items()})


def _leading(changed: Iterable[Change]) -> list[Change]:
    """Return the changes from which the others follow; colours move nothing."""
    every = list(changed)
    moving = any(not change.follows and COLOUR not in change.alike for change in every)
    return [change for change in every if not (moving and change.follows)]


def _sentences(layers: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return a sentence for each fate, with the layers that share it."""
    fates: dict[str, list[str]] = {}
    for layer, said in layers.items():
        fates.setdefault(", ".join(said), []).append(layer)
    return tuple(_sentence(whose, fate) for fate, whose in fates.items())


def _sentence(layers: Sequence[str], fate: str) -> str:
    return fate if layers == [CARD] else f"{', '.join(layers)}: {fate}"


def _numbered(facts: Facts) -> dict[Key, Fact]:
    """Return the facts by layer, kind and how many of those came before."""
    found: dict[Key, Fact] = {}
    for fact in facts.marks:
        count = sum(key[:2] == (fact.layer, fact.kind) for key in found)
        found[fact.layer, fact.kind, count] = fact
    return found


def _differences(old: Fact, new: Fact) -> Iterator[Change]:
    layer = new.layer
    if old.says != new.says:
        words = f"“{old.says}” → “{new.says}”"
        yield _exactly(layer, words if new.kind == "text" else f"another {_named(new)}")
    if old.type_size != new.type_size:
        way = "larger type" if new.type_size > old.type_size else "smaller type"
        yield Change(layer, f"type {old.type_size:g} → {new.type_size:g} px", way)
    if old.colour != new.colour:
        yield _exactly(layer, f"{COLOUR}{old.colour} → {new.colour}")
    if old.font != new.font:
        yield _exactly(layer, f"font {old.font} → {new.font}")
    yield from (Change(layer, said, PLACED, follows=True) for said in _places(old, new))


def _places(old: Fact, new: Fact) -> Iterator[str]:
    """Yield what other room a layer takes."""
    lines, count = len(old.baselines), len(new.baselines)
    if lines != count:
        yield f"{lines} → {count} lines"
    if abs(old.width - new.width) > ROUNDING or abs(old.height - new.height) > ROUNDING:
        yield f"size {_size(old)} → {_size(new)} px"
    moved = _moved(old, new)
    if moved:
        yield f"moved {moved}"
    elif lines == count and any(
        abs(was - is_) > ROUNDING for was, is_ in zip(old.baselines, new.baselines, strict=True)
    ):
        yield "its lines stand elsewhere"


def _moved(old: Fact, new: Fact) -> str:
    across, down = new.left - old.left, new.top - old.top
    ways = (
        (across, "right" if across > 0 else "left"),
        (down, "down" if down > 0 else "up"),
    )
    return " and ".join(f"{abs(by):g} px {way}" for by, way in ways if abs(by) > ROUNDING)


def _exactly(layer: str, said: str) -> Change:
    return Change(layer, said, said)


def _named(fact: Fact) -> str:
    return f"text “{fact.says}”" if fact.kind == "text" else fact.kind


def _size(one: Fact | Facts) -> str:
    return f"{one.width:g}×{one.height:g}"
