"""Layers that have their place, and the arithmetic of rows and stacks: no text is set here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toolkit.cards.layers import Group, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.cards.glyphs import Block
    from toolkit.cards.layers import Edge, Spread

BASELINES = ("baseline", "first")


class Placed(NamedTuple):
    """A layer with its box in px, counted from the start side and the top of what it is in.

    A named tuple, because dressing a card makes a hundred of them.
    """

    layer: Layer
    start: float
    top: float
    width: float
    height: float
    block: Block | None = None
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


def in_a_row(
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


def roomier(whole: Placed, width: float, height: float) -> Placed:
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


def height_of_row(placed: Sequence[Placed], group: Group) -> float:
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


def _aside(side: Edge, free: float) -> float:
    """Return how far to move within free room; a row on one baseline stands at its end."""
    return {"start": 0.0, "centre": free / 2, "end": free, "baseline": free, "first": 0.0}[side]
