"""Give every layer its place: texts push what is below them, and one may take what is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from toolkit.cards.layers import Frame, Group, Layer, Words
from toolkit.cards.sizes import SCALES, capped, caps, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from toolkit.cards.draft import Draft
    from toolkit.cards.layers import Edge, Spread


PAD_ABOVE = 0.35
"""How far a plate reaches above and below its text, of what it does at the sides."""
BASELINES = ("baseline", "first")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a card cannot be made: the layer, a sentence, and what helps."""

    layer: str
    message: str
    hint: str = ""


class Placed(NamedTuple):
    """A layer with its box in px, counted from the start side and the top of what it is in.

    A named tuple, because dressing a card makes a hundred of them.
    """

    layer: Layer
    start: float
    top: float
    width: float
    height: float
    block: Draft | None = None
    children: tuple[Placed, ...] = ()

    def moved(self, start: float, top: float) -> Placed:
        """Return the same, so many px further on."""
        if not start and not top:
            return self
        at = (self.start + start, self.top + top)
        return Placed(self.layer, *at, self.width, self.height, self.block, self.children)

    def leaves(self, start: float = 0.0, top: float = 0.0) -> Iterator[Placed]:
        """Yield the layers that are drawn, from back to front, as they lie on the card.

        (start, top) is how far what this layer is in lies from the card's corner, in px.
        """
        if not isinstance(self.layer.content, Group):
            yield self.moved(start, top)
        for child in self.children:
            yield from child.leaves(start + self.start, top + self.top)


class Arranger:
    """Places layers; `set_words` sets a text into (width, height) px, or says why it cannot.

    What cannot be set is collected in `faults`; the rest is still placed, so that all is said.
    """

    def __init__(self, set_words: Callable[[Words, float, float], Draft | tuple[str, str]]) -> None:
        self._set = set_words
        self._cap, self._scale = inf, 1.0
        self.faults: list[Fault] = []

    def framed(self, frame: Frame) -> Placed:
        """Place a layer that has its own box.

        Where its texts do not fit, or one comes out larger than another that matters more, all of
        them step down together to the largest scale at which they do; at the last scale each has
        its smallest size.
        """
        whole = self._tried(frame, SCALES[0], orderly=True)
        found = whole or self._largest(frame, orderly=True) or self._largest(frame, orderly=False)
        return found or self._scaled(frame, SCALES[-1])

    def _largest(self, frame: Frame, *, orderly: bool) -> Placed | None:
        """Halve until the largest scale is found at which all texts fit, if there is one."""
        found = None
        low, high = 0, len(SCALES)
        while low < high:
            tried = self._tried(frame, SCALES[middle := (low + high) // 2], orderly=orderly)
            found = tried or found
            low, high = (low, middle) if tried else (middle + 1, high)
        return found

    def _tried(self, frame: Frame, scale: float, *, orderly: bool) -> Placed | None:
        """Place everything at a scale; None if a text does not fit, or one outgrows its better."""
        so_far = len(self.faults)
        placed = self._scaled(frame, scale)
        wrong = len(self.faults) > so_far or (orderly and not in_order(_sizes(placed)))
        del self.faults[so_far:]
        return None if wrong else placed

    def _scaled(self, frame: Frame, scale: float) -> Placed:
        self._scale = scale
        whole = self._measured(frame.layer, frame.width, frame.height)
        return _roomier(whole, frame.width, frame.height).moved(frame.start, frame.top)

    def _measured(self, layer: Layer, width: float, height: float) -> Placed:
        """Return a layer at (0, 0), as wide and high as it becomes in the room there is."""
        wide = width if layer.width is None else min(layer.width, width)
        high = height if layer.height is None else min(layer.height, height)
        match layer.content:
            case Words() as words:
                return self._words(layer, words, wide, high)
            case Group(even=True) as group:
                return self._evenly(layer, group, wide, high)
            case Group() as group:
                return self._group(layer, group, wide, high)
            case _:
                return Placed(layer, 0, 0, wide, high)

    def _words(self, layer: Layer, words: Words, width: float, height: float) -> Placed:
        room = width - 2 * words.pad, height - 2 * words.pad * PAD_ABOVE
        block = self._set(capped(words, self._scale, self._cap), *(max(0.0, r) for r in room))
        if isinstance(block, tuple):
            self.faults.append(Fault(layer.name, *block))
            return Placed(layer, 0, 0, width, 0)
        if words.pad:
            block = block.padded(words.pad, words.pad * PAD_ABOVE)
        widest = max((line.width for line in block.lines), default=0.0) + 2 * words.pad
        wide = widest if layer.width is None else width
        high = block.height if layer.height is None else height
        return Placed(layer, 0, 0, wide, high, block)

    def _evenly(self, layer: Layer, group: Group, width: float, height: float) -> Placed:
        """Halve until the largest type is found at which all texts fit, and set them in it."""
        before, tries = self._cap, caps(layer)
        low, high = 0, len(tries) - 1
        while low < high:
            self._cap = tries[middle := (low + high) // 2]
            if self._fits(layer, group, width, height):
                high = middle
            else:
                low = middle + 1
        self._cap = tries[low]
        placed = self._group(layer, group, width, height)
        self._cap = before
        return placed

    def _fits(self, layer: Layer, group: Group, width: float, height: float) -> bool:
        """Try a group without a limit to its height; what is wrong with it does not count yet."""
        so_far = len(self.faults)
        tried = self._group(replace(layer, height=None), group, width, inf)
        wrong = len(self.faults) > so_far
        del self.faults[so_far:]
        sizes = {leaf.block.size for leaf in tried.leaves() if leaf.block}
        return not wrong and tried.height <= height and max(sizes, default=0) <= round(self._cap)

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
        done: dict[int, Placed] = {}
        for at, child in enumerate(group.children):
            if not child.grow:
                done[at] = self._one(group, child, (width, height), room)
                room -= done[at].height if group.down else done[at].width
        growing = [(at, child) for at, child in enumerate(group.children) if child.grow]
        shares = sum(child.grow for _, child in growing)
        for at, child in growing:
            part = max(0.0, room * child.grow / shares)
            grown = self._one(group, child, (width, height), part)
            done[at] = (
                _roomier(grown, grown.width, part)
                if group.down and part < inf
                else _roomier(grown, grown.width if group.down else part, grown.height)
            )
        return [done[at] for at in range(len(group.children))]

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
    deepest = max((_baseline(child, group.align) for child in placed), default=0.0)
    for child in placed:
        if group.down:
            moved.append(child.moved(_aside(group.align, width - child.width), at))
        else:
            aside = _aside(group.align, height - child.height)
            if group.align in BASELINES:
                aside = deepest - _baseline(child, group.align)
            moved.append(child.moved(at, aside))
        at += (child.height if group.down else child.width) + group.gap
    return tuple(moved)


def _roomier(whole: Placed, width: float, height: float) -> Placed:
    """Give a placed layer more room, and its children their place in it."""
    group = whole.layer.content
    if width == whole.width and height == whole.height:
        return whole
    if not isinstance(group, Group):
        return whole._replace(width=width, height=height)
    wider, higher = max(0.0, width - whole.width), max(0.0, height - whole.height)
    along, across = (higher, wider) if group.down else (wider, higher)
    aside = _aside(group.align, across)
    steps = _starts(group.justify, along, len(whole.children))
    inside = tuple(
        child.moved(aside, step) if group.down else child.moved(step, aside)
        for child, step in zip(whole.children, steps, strict=True)
    )
    return whole._replace(width=width, height=height, children=inside)


def _starts(justify: Spread, free: float, count: int) -> list[float]:
    if justify == "between" and count > 1:
        return [free * i / (count - 1) for i in range(count)]
    return [_aside("start" if justify == "between" else justify, free)] * count


def _height_of_row(placed: Sequence[Placed], group: Group) -> float:
    if group.align not in BASELINES:
        return max((child.height for child in placed), default=0.0)
    lines = [_baseline(child, group.align) for child in placed]
    below = (child.height - line for child, line in zip(placed, lines, strict=True))
    return max(lines, default=0.0) + max(below, default=0.0)


def _baseline(placed: Placed, side: Edge) -> float:
    """Return how far below its top a layer has its first or last baseline, else its foot."""
    which = 0 if side == "first" else -1
    if placed.block and placed.block.lines:
        return placed.block.lines[which].baseline
    texts = [child for child in placed.children if child.block or child.children]
    return texts[which].top + _baseline(texts[which], side) if texts else placed.height


def _sizes(placed: Placed) -> list[tuple[float, float]]:
    """Return the largest size that each text may have, and the one that it has, in px."""
    return [
        (leaf.layer.content.largest, leaf.block.size)
        for leaf in placed.leaves()
        if leaf.block and isinstance(leaf.layer.content, Words)
    ]


def _aside(side: Edge, free: float) -> float:
    """Return how far to move within free room; a row on one baseline stands at its end."""
    return {"start": 0.0, "centre": free / 2, "end": free, "baseline": free, "first": 0.0}[side]
