"""Gradients as rows of level numbers: one row is worked out, the others are the same, shifted."""

from __future__ import annotations

import math

from PIL import Image

from toolkit.cards.colour import RGB, distance, mix

STEEP = 6
"""Up to this slope rows are shifted; deflate finds such rows again. Steeper ones are turned."""
STEP = 8
"""Rows that are shifted together: a stair of a few px between two levels cannot be seen, and equal
rows cost deflate nothing."""


def levels(start: RGB, end: RGB, most: int = 256) -> list[RGB]:
    """Return as many colours from start to end as eight bits can tell apart, at most `most`.

    With 85 levels from black to white a step is 3 of 255, which shows no band.
    """
    count = max(2, min(most, distance(start, end) + 1))
    return [mix(start, end, i / (count - 1)) for i in range(count)]


def graded(width: int, height: int, angle: float, table: bytes) -> Image.Image:
    """Return an L image whose pixels are the entries of `table`, first to last along `angle`.

    `angle` is in degrees, clockwise from the right.
    """
    along, down = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    if abs(down) > STEEP * abs(along):
        turned = graded(height, width, 90 - angle, table)
        return turned.transpose(Image.Transpose.TRANSPOSE)
    slope = down / along
    reach = math.ceil(abs(slope) * height)
    first = reach if slope < 0 else 0
    span = width + abs(slope) * height
    one = bytes(
        table[_level((i + 0.5) / span, len(table), along)] for i in range(width + reach + 1)
    )
    offsets = (first + math.floor(slope * (y - y % STEP)) for y in range(height))
    rows = b"".join(one[o : o + width] for o in offsets)
    return Image.frombytes("L", (width, height), rows)


def _level(part: float, count: int, along: float) -> int:
    part = min(max(part, 0.0), 1.0)
    return min(count - 1, int((part if along > 0 else 1 - part) * count))
