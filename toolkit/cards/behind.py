"""What lies behind a text: read off the scene where that is certain, off the pixels where not."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.cards.colour import luminance, mix, rgb
from toolkit.cards.scene import Code, Disc, Fill, Gradient, Picture, Polygon, Text, Veil

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from toolkit.cards.colour import RGB
    from toolkit.cards.scene import Box, Mark, Scene

ODD = 0.05
"""Share of the sampled ground at either end that does not count: single specks of a photograph."""
STOPS = 8


def facts(marks: Sequence[Mark], box: Box) -> list[RGB] | None:
    """Return all colours that may lie behind a box, None where a picture decides that.

    A shape that covers the box hides what is below it; one that touches it adds a colour.
    """
    found: list[RGB] | None = []
    for mark in marks:
        if isinstance(mark, Text | Code) or not _touches(_extent(mark), box):
            continue
        match mark:
            case Picture():
                found = None
            case Veil():
                solid = min(mark.first, mark.last) == 1
                found = [rgb(mark.colour)] if solid and _covers(mark.box, box) else None
            case Fill():
                below = [] if _covers(mark.box, box) else found
                found = None if below is None else [*below, rgb(mark.colour)]
            case Gradient():
                found = [*_stops(mark.start, mark.end)]
            case Disc() | Polygon():
                found = None if found is None else [*found, rgb(mark.colour)]
    return found


def painted(
    scene: Scene, at: int, box: Box, sample: Callable[[Scene, Box], list[RGB]]
) -> list[RGB]:
    """Return the darkest and the lightest colour that is painted behind a box."""
    below = tuple(mark for mark in scene.marks[:at] if not isinstance(mark, Text))
    colours = sorted(sample(replace(scene, marks=below), box), key=luminance)
    odd = int(len(colours) * ODD)
    return [colours[odd], colours[-1 - odd]] if colours else []


@lru_cache(maxsize=256)
def _stops(start: str, end: str) -> tuple[RGB, ...]:
    return tuple(mix(rgb(start), rgb(end), i / STOPS) for i in range(STOPS + 1))


def _extent(mark: Fill | Gradient | Veil | Disc | Polygon | Picture) -> Box:
    match mark:
        case Disc():
            x, y, r = mark.x, mark.y, mark.radius
            return int(x - r), int(y - r), int(x + r) + 1, int(y + r) + 1
        case Polygon():
            xs, ys = zip(*mark.points, strict=True)
            return int(min(xs)), int(min(ys)), int(max(xs)) + 1, int(max(ys)) + 1
        case _:
            return mark.box


def _touches(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _covers(one: Box, other: Box) -> bool:
    near = one[0] <= other[0] and one[1] <= other[1]
    return near and one[2] >= other[2] and one[3] >= other[3]
