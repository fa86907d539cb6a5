"""Give every layer its place: texts push what is below them, and one may take what is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from math import inf
from typing import TYPE_CHECKING

from toolkit.cards.layers import Frame, Group, Layer, Photo, Qr, Words
from toolkit.cards.placed import Placed, height_of_row, in_a_row, roomier
from toolkit.cards.sizes import SCALES, capped, caps, in_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.cards.glyphs import Block

    Pair = tuple[float, float]
    SetWords = Callable[[Words, Pair, Pair], Block | tuple[str, str]]


ROUNDING = 0.5
"""Px by which a layer may be higher than its room and nobody sees it."""
PAD_ABOVE = 0.35
"""How far a plate reaches above and below its text, of what it does at the sides."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a card cannot be made: the layer, a sentence, and what helps."""

    layer: str
    message: str
    hint: str = ""


class _TooTightError(Exception):
    """A text does not fit; the rest of what was being tried need not be looked at."""


class Arranger:
    """Places layers; `set_words` sets a text, or says why it cannot.

    It is given the smallest and the largest size, and the width and the height of the room, in px.
    What cannot be set is collected in `faults`; the rest is still placed, so that all is said.
    """

    def __init__(self, set_words: SetWords) -> None:
        self._set = set_words
        self._cap, self._scale = inf, 1.0
        self._trying = False
        self._known: dict[tuple[int, Pair, Pair], Block | tuple[str, str]] = {}
        self.faults: list[Fault] = []

    def framed(self, frame: Frame) -> Placed:
        """Place a layer that has its own box.

        Where its texts do not fit, or one comes out larger than another that matters more, all of
        them step down together to the largest scale at which they do; at the last scale each has
        its smallest size.
        """
        self._known.clear()  # by identity, and so for one frame only
        tried = cache(lambda scale: self._tried(frame, scale))
        whole = tried(SCALES[0])
        if whole and in_order(_sizes(whole)):
            return whole
        found = _largest(tried, orderly=True) or _largest(tried, orderly=False)
        return found or self._scaled(frame, SCALES[-1])

    def _tried(self, frame: Frame, scale: float) -> Placed | None:
        """Place everything at a scale; None as soon as a text does not fit."""
        self._trying = True
        try:
            return self._scaled(frame, scale)
        except _TooTightError:
            return None
        finally:
            self._trying = False

    def _scaled(self, frame: Frame, scale: float) -> Placed:
        self._scale = scale
        whole = self._measured(frame.layer, frame.width, frame.height)
        return roomier(whole, frame.width, frame.height).moved(frame.start, frame.top)

    def _measured(self, layer: Layer, width: float, height: float) -> Placed:
        """Return a layer at (0, 0), as wide and high as it becomes in the room there is."""
        if layer.height is not None and layer.height > height + ROUNDING:
            self._no_room(layer, layer.height, height)
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

    def _no_room(self, layer: Layer, needed: float, height: float) -> None:
        """Make texts smaller before a face or a code is squeezed; refuse the card if none can."""
        if self._trying:
            raise _TooTightError
        if isinstance(layer.content, Qr) or (
            isinstance(layer.content, Photo) and not layer.content.whole
        ):
            message = f"it needs {needed:.0f} px and the texts leave it {max(0.0, height):.0f} px"
            self.faults.append(Fault(layer.name, message, "shorten them, or leave this format out"))

    def _words(self, layer: Layer, words: Words, width: float, height: float) -> Placed:
        room = width - 2 * words.pad, height - 2 * words.pad * PAD_ABOVE
        block = self._set_once(words, (max(0.0, room[0]), max(0.0, room[1])))
        if isinstance(block, tuple):
            if self._trying:
                raise _TooTightError
            self.faults.append(Fault(layer.name, *block))
            return Placed(layer, 0, 0, width, 0)
        if words.pad:
            block = block.padded(words.pad, words.pad * PAD_ABOVE)
        widest = max((line.width for line in block.lines), default=0.0) + 2 * words.pad
        wide = widest if layer.width is None else width
        high = block.height if layer.height is None else height
        return Placed(layer, 0, 0, wide, high, block)

    def _set_once(self, words: Words, room: Pair) -> Block | tuple[str, str]:
        sizes = capped(words, self._scale, self._cap)
        key = (id(words), sizes, room)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._set(words, sizes, room)
        return found

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
        try:
            return self._group(layer, group, width, height)
        finally:
            self._cap = before

    def _fits(self, layer: Layer, group: Group, width: float, height: float) -> bool:
        """Try a group without a limit to its height; what is wrong with it does not count yet."""
        before, self._trying = self._trying, True
        try:
            tried = self._group(replace(layer, height=None), group, width, inf)
        except _TooTightError:
            return False
        finally:
            self._trying = before
        sizes = {leaf.block.size for leaf in tried.leaves() if leaf.block}
        return tried.height <= height and max(sizes, default=0) <= round(self._cap)

    def _group(self, layer: Layer, group: Group, width: float, height: float) -> Placed:
        placed = self._children(group, width, height)
        gaps = group.gap * max(0, len(placed) - 1)
        if group.down:
            wide = max((child.width for child in placed), default=0.0)
            high = sum(child.height for child in placed) + gaps
        else:
            wide = sum(child.width for child in placed) + gaps
            high = height_of_row(placed, group)
        whole = Placed(layer, 0, 0, wide, high, children=in_a_row(placed, group, wide, high))
        fixed = (layer.width is not None, layer.height is not None)
        return roomier(whole, width if fixed[0] else wide, height if fixed[1] else high)

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
                roomier(grown, grown.width, part)
                if group.down and part < inf
                else roomier(grown, grown.width if group.down else part, grown.height)
            )
        return [done[at] for at in range(len(group.children))]

    def _one(self, group: Group, child: Layer, size: tuple[float, float], room: float) -> Placed:
        """Measure a child; in a stack, texts and groups are as wide as the stack."""
        width, height = size
        if not group.down:
            return self._measured(child, max(0.0, room), height)
        placed = self._measured(child, width, max(0.0, room))
        if child.width is None and isinstance(child.content, Words | Group):
            placed = roomier(placed, width, placed.height)
        return placed


def _largest(tried: Callable[[float], Placed | None], *, orderly: bool) -> Placed | None:
    """Halve until the largest scale is found at which all texts fit, if there is one.

    If they have to be orderly, none of them outgrows another that matters more.
    """
    found = None
    low, high = 0, len(SCALES)
    while low < high:
        placed = tried(SCALES[middle := (low + high) // 2])
        if placed and orderly and not in_order(_sizes(placed)):
            placed = None
        found = placed or found
        low, high = (low, middle) if placed else (middle + 1, high)
    return found


def _sizes(placed: Placed) -> list[tuple[float, float]]:
    """Return the largest size that each text may have, and the one that it has, in px."""
    return [
        (leaf.layer.content.largest, leaf.block.size)
        for leaf in placed.leaves()
        if leaf.block and isinstance(leaf.layer.content, Words)
    ]
