"""Give every layer its place: texts push what is below them, and one may take what is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toolkit.cards.layers import Frame, Group, Layer, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from toolkit.cards.glyphs import Block
    from toolkit.cards.layers import Edge, Spread


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a card cannot be made: the layer, a sentence, and what helps."""

    layer: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A layer with its box in px, counted from the start side and the top of what it is in."""

    layer: Layer
    start: float
    top: float
    width: float
    height: float
    block: Block | None = None
    children: tuple[Placed, ...] = ()

    def moved(self, start: float, top: float) -> Placed:
        """Return the same, so many px further on."""
        return replace(self, start=self.start + start, top=self.top + top)

    def leaves(self) -> list[Placed]:
        """Return the layers that are drawn, from back to front, as they lie on the card."""
        if not isinstance(self.layer.content, Group):
            return [self]
        inside = (child.moved(self.start, self.top) for child in self.children)
        return [leaf for child in inside for leaf in child.leaves()]


class Arranger:
    """Places layers; `set_words` sets a text into (width, height) px, or says why it cannot.

    What cannot be set is collected in `faults`; the rest is still placed, so that all is said.
    """

    def __init__(self, set_words: Callable[[Words, float, float], Block | tuple[str, str]]) -> None:
        self._set = set_words
        self.faults: list[Fault] = []

    def framed(self, frame: Frame) -> Placed:
        """Place a layer that has its own box."""
        whole = self._measured(frame.layer, frame.width, frame.height)
        return _roomier(whole, frame.width, frame.height).moved(frame.start, frame.top)

    def _measured(self, layer: Layer, width: float, height: float) -> Placed:
        """Return a layer at (0, 0), as wide and high as it becomes in the room there is."""
        wide = width if layer.width is None else min(layer.width, width)
        high = height if layer.height is None else min(layer.height, height)
        match layer.content:
            case Words() as words:
                return self._words(layer, words, wide, high)
            case Group() as group:
                return self._group(layer, group, wide, high)
            case _:
                return Placed(layer, 0, 0, wide, high)

    def _words(self, layer: Layer, words: Words, width: float, height: float) -> Placed:
        block = self._set(words, width, height)
        if isinstance(block, tuple):
            self.faults.append(Fault(layer.name, *block))
            return Placed(layer, 0, 0, width, 0)
        widest = max((line.width for line in block.lines), default=0.0)
        wide = widest if layer.width is None else width
        high = block.height if layer.height is None else height
        return Placed(layer, 0, 0, wide, high, block)

    def _group(self, layer: Layer, group: Group, width: float, height: float) -> Placed:
        placed = self._children(group, width, height)
        gaps = group.gap * max(0, len(placed) - 1)
        if group.down:
            wide = max((child.width for child in placed), default=0.0)
            high = sum(child.height for child in placed) + gaps
        else:
            wide = sum(child.width for child in placed) + gaps
            high = _height_of_row(placed, group)
        whole = Placed(layer, 0, 0, wide, high, children=_in_a_row(placed, group, wide, high))
        fixed = (layer.width is not None, layer.height is not None)
        return _roomier(whole, width if fixed[0] else wide, height if fixed[1] else high)

    def _children(self, group: Group, width: float, height: float) -> list[Placed]:
        """Measure first those with a size of their own, then share out what is left."""
        room = (height if group.down else width) - group.gap * max(0, len(group.children) - 1)
        done: dict[str, Placed] = {}
        for child in (c for c in group.children if not c.grow):
            done[child.name] = self._one(group, child, (width, height), room)
            room -= done[child.name].height if group.down else done[child.name].width
        growing = [child for child in group.children if child.grow]
        shares = sum(child.grow for child in growing)
        for child in growing:
            part = max(0.0, room * child.grow / shares)
            grown = self._one(group, child, (width, height), part)
            done[child.name] = (
                _roomier(grown, grown.width, part)
                if group.down
                else _roomier(grown, part, grown.height)
            )
        return [done[child.name] for child in group.children]

    def _one(self, group: Group, child: Layer, size: tuple[float, float], room: float) -> Placed:
        """Measure a child; in a stack, texts and groups are as wide as the stack."""
        width, height = size
        if not group.down:
            return self._measured(child, max(0.0, room), height)
        placed = self._measured(child, width, max(0.0, room))
        if child.width is None and isinstance(child.content, Words | Group):
            placed = _roomier(placed, width, placed.height)
        return placed


def _in_a_row(
    placed: Sequence[Placed], group: Group, width: float, height: float
) -> tuple[Placed, ...]:
    moved, at = [], 0.0
    deepest = max((_baseline(child) for child in placed), default=0.0)
    for child in placed:
        if group.down:
            moved.append(child.moved(_aside(group.align, width - child.width), at))
        else:
            aside = _aside(group.align, height - child.height)
            if group.align == "baseline":
                aside = deepest - _baseline(child)
            moved.append(child.moved(at, aside))
        at += (child.height if group.down else child.width) + group.gap
    return tuple(moved)


def _roomier(whole: Placed, width: float, height: float) -> Placed:
    """Give a placed layer more room, and its children their place in it."""
    group = whole.layer.content
    if not isinstance(group, Group):
        return replace(whole, width=width, height=height)
    wider, higher = max(0.0, width - whole.width), max(0.0, height - whole.height)
    along, across = (higher, wider) if group.down else (wider, higher)
    aside = _aside(group.align, across)
    steps = _starts(group.justify, along, len(whole.children))
    inside = tuple(
        child.moved(aside, step) if group.down else child.moved(step, aside)
        for child, step in zip(whole.children, steps, strict=True)
    )
    return replace(whole, width=width, height=height, children=inside)


def _starts(justify: Spread, free: float, count: int) -> list[float]:
    if justify == "between" and count > 1:
        return [free * i / (count - 1) for i in range(count)]
    return [_aside("start" if justify == "between" else justify, free)] * count


def _height_of_row(placed: Sequence[Placed], group: Group) -> float:
    if group.align != "baseline":
        return max((child.height for child in placed), default=0.0)
    above = max((_baseline(child) for child in placed), default=0.0)
    return above + max((child.height - _baseline(child) for child in placed), default=0.0)


def _baseline(placed: Placed) -> float:
    """Return how far below its top a layer has its last baseline, or its foot without a text."""
    if placed.block and placed.block.lines:
        return placed.block.lines[-1].baseline
    texts = [child for child in placed.children if child.block or child.children]
    return texts[-1].top + _baseline(texts[-1]) if texts else placed.height


def _aside(side: Edge, free: float) -> float:
    """Return how far to move within free room; a row on one baseline stands at its end."""
    return {"start": 0.0, "centre": free / 2, "end": free, "baseline": free}[side]
