"""The words of PDF's drawing language that every shape needs: numbers, colours, shadings."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from toolkit.cards.colour import rgb

if TYPE_CHECKING:
    from toolkit.cards.scene import Gradient


def number(value: float) -> str:
    """Return a number as PDF writes it: never with an exponent, to a tenth of a thousandth."""
    return f"{value:.4f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def fill(colour: str) -> str:
    """Return the operator that fills with `#rrggbb` from here on."""
    return f"{_parts(colour)} rg"


def axis(mark: Gradient) -> str:
    """Return an axial shading (ISO 32000-1, 8.7.4.5.3) that fills a gradient's box.

    Its ends lie where a line at the gradient's angle has left the box on both sides.
    """
    left, top, right, bottom = mark.box
    along, down = math.cos(math.radians(mark.angle)), math.sin(math.radians(mark.angle))
    half = (abs((right - left) * along) + abs((bottom - top) * down)) / 2
    x, y = (left + right) / 2, (top + bottom) / 2
    ends = (x - along * half, y - down * half, x + along * half, y + down * half)
    coords = " ".join(map(number, ends))
    mixed = (
        f"/FunctionType 2 /Domain [0 1] /C0 [{_parts(mark.start)}] /C1 [{_parts(mark.end)}] /N 1"
    )
    return (
        f"<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [{coords}]"
        f" /Function << {mixed} >> /Extend [true true] >>"
    )


def _parts(colour: str) -> str:
    return " ".join(number(part / 255) for part in rgb(colour))
