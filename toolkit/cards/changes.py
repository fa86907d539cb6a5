"""What is different between two states of a card, said in words, and what many cards share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from toolkit.cards.facts import Fact, Facts

CARD = ""
"""Stands for the layer where a change is to the card as a whole."""
PLACED = "moved or resized"
REORDERED = "the same things in another order, from back to front"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different in a layer of a card.

    `alike` says it without the figures that differ from format to format, so that the same change
    on many cards can be told once. It is empty where the change only follows from another one.
    """

    layer: str
    said: str
    alike: str


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
        elif old[key] != new[key]:
            found += _differences(old[key], new[key])
    if not found and before.marks != after.marks:
        found.append(_exactly(CARD, REORDERED))
    return tuple(found)


def told(changed: Iterable[Change]) -> tuple[str, ...]:
    """Return a sentence for each layer of one card, with every figure."""
    layers: dict[str, list[str]] = {}
    for change in changed:
        layers.setdefault(change.layer, []).append(change.said)
    return tuple(_sentence([layer], ", ".join(said)) for layer, said in layers.items())


def kin(changed: Iterable[Change]) -> frozenset[tuple[str, str]]:
    """Return what cards have in common that changed in the same way."""
    return frozenset((change.layer, change.alike) for change in changed if change.alike)


def summed(cards: Sequence[Sequence[Change]]) -> tuple[str, ...]:
    """Return what happened to all of these cards, which are `kin`; layers of one fate together.

    A figure is told where it is the same on all of them.
    """
    layers: dict[str, list[str]] = {}
    for layer, alike in dict.fromkeys(
        (change.layer, change.alike) for change in cards[0] if change.alike
    ):
        all_said = {
            tuple(c.said for c in card if (c.layer, c.alike) == (layer, alike)) for card in cards
        }
        said = ", ".join(all_said.pop()) if len(all_said) == 1 else alike
        layers.setdefault(layer, []).append(said)
    fates: dict[str, list[str]] = {}
    for layer, parts in layers.items():
        fates.setdefault(", ".join(parts), []).append(layer)
    return tuple(_sentence(whose, fate) for fate, whose in fates.items())


def _sentence(layers: Sequence[str], fate: str) -> str:
    return f"{', '.join(layers)}: {fate}" if layers != [CARD] else fate


def _numbered(facts: Facts) -> dict[Key, Fact]:
    """Return the facts by layer, kind and how many of those came before."""
    found: dict[Key, Fact] = {}
    for fact in facts.marks:
        count = sum(key[:2] == (fact.layer, fact.kind) for key in found)
        found[fact.layer, fact.kind, count] = fact
    return found


def _differences(old: Fact, new: Fact) -> Iterator[Change]:
    """Yield what is different in a layer; that it takes other room may be but a consequence."""
    causes = list(_causes(old, new))
    yield from causes
    shaped = any(cause.alike for cause in causes if not cause.said.startswith("colour"))
    places = list(_places(old, new))
    for said in places:
        yield Change(new.layer, said, "" if shaped else PLACED)
    if not causes and not places:
        yield _exactly(new.layer, "its lines stand elsewhere")


def _causes(old: Fact, new: Fact) -> Iterator[Change]:
    layer = new.layer
    if old.says != new.says:
        quoted = new.kind == "text"
        yield _exactly(
            layer, f"“{old.says}” → “{new.says}”" if quoted else f"another {_named(new)}"
        )
    if old.type_size != new.type_size:
        way = "larger type" if new.type_size > old.type_size else "smaller type"
        yield Change(layer, f"type {old.type_size:g} → {new.type_size:g} px", way)
    if len(old.baselines) != len(new.baselines):
        way = "more lines" if len(new.baselines) > len(old.baselines) else "fewer lines"
        yield Change(layer, f"{len(old.baselines)} → {len(new.baselines)} lines", way)
    if old.colour != new.colour:
        yield _exactly(layer, f"colour {old.colour} → {new.colour}")
    if old.font != new.font:
        yield _exactly(layer, f"font {old.font} → {new.font}")


def _places(old: Fact, new: Fact) -> Iterator[str]:
    if (old.width, old.height) != (new.width, new.height):
        yield f"size {_size(old)} → {_size(new)} px"
    if moved := _moved(old, new):
        yield f"moved {moved}"


def _moved(old: Fact, new: Fact) -> str:
    across, down = new.left - old.left, new.top - old.top
    ways = (
        (across, "right" if across > 0 else "left"),
        (down, "down" if down > 0 else "up"),
    )
    return " and ".join(f"{abs(by):g} px {way}" for by, way in ways if round(by, 1))


def _exactly(layer: str, said: str) -> Change:
    return Change(layer, said, said)


def _named(fact: Fact) -> str:
    return f"text “{fact.says}”" if fact.kind == "text" else fact.kind


def _size(one: Fact | Facts) -> str:
    return f"{one.width:g}×{one.height:g}"
