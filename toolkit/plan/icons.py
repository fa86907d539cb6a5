"""Draw the site's icon for devices, which want it as a picture, by the engine that draws cards."""

from __future__ import annotations

from functools import cache

from toolkit.cards.paint import Painter
from toolkit.cards.scene import Fill, Polygon, Scene

# The same shape as pages/assets/icon.svg, on its grid of 32.
GROUND, SIGN = "#b4231a", "#ffffff"
BUBBLE = ((8, 9), (24, 9), (24, 19), (15, 19), (10, 24), (10, 19), (8, 19))
GRID = 32


@cache
def icon(size: int) -> bytes:
    """Return the icon as a PNG of `size` px; it fills its square, so that devices may round it."""
    points = tuple((x * size / GRID, y * size / GRID) for x, y in BUBBLE)
    marks = (Fill("ground", (0, 0, size, size), GROUND), Polygon("sign", points, SIGN))
    return Painter(_no_font).png(Scene(size, size, marks))


def _no_font(name: str) -> object:
    message = f"an icon has no words, so it needs no font {name}"
    raise ValueError(message)
