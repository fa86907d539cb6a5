"""Type sizes that the texts of a card may try, and whether they keep their order of importance."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from toolkit.cards.layers import Group, Layer, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STEP = 0.96
"""From one type size that a group tries to the next smaller one."""
SCALES = (*(0.94**step for step in range(24)), 0.0)
MATTERS, OUTDOES = 1.5, 1.15
"""A text that may become 1.5 times as large as another one matters more, and shows it."""


def capped(words: Words, scale: float, cap: float) -> tuple[float, float]:
    """Return the smallest and the largest size a text may have at a scale, in px.

    The largest is not lowered below the smallest; under a cap (px) it is the only one.
    """
    largest = min(cap, max(words.smallest, words.largest * scale))
    return (largest if cap < inf else words.smallest, largest)


def caps(layer: Layer) -> list[float]:
    """Return the type sizes that a group may try, in px, the largest first."""
    texts = list(_texts(layer))
    size = max((words.largest for words in texts), default=1.0)
    smallest = min((words.smallest for words in texts), default=1.0)
    found = [size]
    while size > smallest:
        size = max(smallest, size * STEP)
        found.append(size)
    return found


def in_order(sizes: Sequence[tuple[float, float]]) -> bool:
    """Return whether each text stands out from all that matter less.

    Of each text `sizes` has the largest size that it may have and the one that it has, in px.
    """
    return all(
        size >= OUTDOES * other
        for most, size in sizes
        for most_of_other, other in sizes
        if most >= MATTERS * most_of_other
    )


def _texts(layer: Layer) -> Iterator[Words]:
    if isinstance(layer.content, Words):
        yield layer.content
    if isinstance(layer.content, Group):
        for child in layer.content.children:
            yield from _texts(child)
