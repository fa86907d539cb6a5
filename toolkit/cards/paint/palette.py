"""Up to 256 colours, handed out as a card is drawn, each edge smoothed by a ramp of its own."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from toolkit.cards.colour import RGB, distance, mix
from toolkit.cards.paint.gradients import levels

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = 256
STEPS = 9
"""Steps from ground to text, both included; more cannot be seen at the size of a card."""

STEP_OF = bytes(round(cover * (STEPS - 1) / 255) for cover in range(256))
"""Which step a coverage of 0 to 255 comes to."""
BANDS = 6
"""How many grounds a gradient counts as when the edges of what lies on it are smoothed."""
REST = bytes(SIZE - STEPS)


class Palette:
    """Colours by index. `room` entries can be handed out for flat colours and ramps.

    `stands_for` gives, for each index, the index of the ground that it counts as when something
    is drawn over it: a smoothed edge counts as one of its sides, a level of a gradient as the
    middle of its band. That keeps the number of ramps small.
    """

    def __init__(self, room: int = SIZE) -> None:
        self.room = room
        self.colours: list[RGB] = []
        self.stands_for: list[int] = []
        self._index: dict[RGB, int] = {}
        self._ramps: dict[tuple[int, RGB], bytes] = {}

    def copy(self) -> Palette:
        """Return the same palette, to go on handing out colours from."""
        twin = Palette(self.room)
        twin.colours = self.colours.copy()
        twin.stands_for = self.stands_for.copy()
        twin._index = self._index.copy()
        twin._ramps = self._ramps.copy()
        return twin

    def index(self, colour: RGB, stands_for: int | None = None) -> int:
        """Return the index of a colour; when there is no room left, of the nearest one."""
        known = self._index.get(colour)
        if known is not None:
            return known
        new = len(self.colours)
        if new >= self.room:
            new = nearest(self.colours, colour)
        else:
            self.colours.append(colour)
            self.stands_for.append(new if stands_for is None else stands_for)
        self._index[colour] = new
        return new

    def graded(self, start: RGB, end: RGB) -> bytes:
        """Return the indices of the levels of a gradient, in order."""
        colours = levels(start, end, self.room // 3)
        indices = [self.index(colour) for colour in colours]
        for place, index in enumerate(indices):
            band = place * BANDS // len(indices)
            middle = (2 * band + 1) * len(indices) // (2 * BANDS)
            self.stands_for[index] = indices[middle]
        return bytes(indices)

    def ramp(self, ground: int, colour: RGB) -> bytes:
        """Return, for each coverage 0 to 255, the index of that much `colour` over `ground`."""
        return STEP_OF.translate(self.steps(ground, colour))

    def steps(self, ground: int, colour: RGB) -> bytes:
        """Return the indices from ground to colour, filled up to 256 bytes."""
        known = self._ramps.get((ground, colour))
        if known is None:
            known = self._ramps[ground, colour] = self._stepped(ground, colour)
        return known

    def _stepped(self, ground: int, colour: RGB) -> bytes:
        top = self.index(colour)
        between = smoothed(self.colours[ground], colour)
        sides = [ground if 2 * i < STEPS - 1 else top for i in range(1, STEPS - 1)]
        steps = [self.index(c, side) for c, side in zip(between, sides, strict=True)]
        return bytes((ground, *steps, top)) + REST

    def bytes(self) -> bytes:
        """Return the colours as PNG and Pillow want them: three bytes each."""
        return bytes(chain.from_iterable(self.colours))


def nearest(colours: Sequence[RGB], colour: RGB) -> int:
    """Return the index of the nearest colour (`distance`), of several the first.

    A full palette is asked hundreds of times, and most colours are too far off in red alone.
    """
    red, green, blue = colour
    found, least = 0, SIZE
    for index, (r, g, b) in enumerate(colours):
        if -least < r - red < least and -least < g - green < least and -least < b - blue < least:
            found, least = index, distance((r, g, b), colour)
    return found


@lru_cache(maxsize=4096)
def smoothed(ground: RGB, colour: RGB) -> tuple[RGB, ...]:
    """Return the colours between two, without either."""
    return tuple(mix(ground, colour, i / (STEPS - 1)) for i in range(1, STEPS - 1))
