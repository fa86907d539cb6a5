"""Colours as people write them (#rrggbb), and the little arithmetic that scenes need."""

from __future__ import annotations

import re
from functools import lru_cache

HEX = re.compile("#[0-9a-fA-F]{6}")
RGB = tuple[int, int, int]


@lru_cache(maxsize=4096)
def rgb(colour: str) -> RGB:
    """Return red, green, blue (0 to 255) of `#rrggbb`; anything else is a ValueError."""
    if not HEX.fullmatch(colour):
        raise ValueError(f"{colour!r} is not a colour; write it as #rrggbb")
    value = int(colour[1:], 16)
    return value >> 16, value >> 8 & 255, value & 255


def hexed(colour: RGB) -> str:
    """Return `#rrggbb`, lower case."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def mix(one: RGB, other: RGB, part: float) -> RGB:
    """Return the colour that lies `part` (0 to 1) of the way from one to the other, in sRGB."""
    return (
        round(one[0] + (other[0] - one[0]) * part),
        round(one[1] + (other[1] - one[1]) * part),
        round(one[2] + (other[2] - one[2]) * part),
    )


def distance(one: RGB, other: RGB) -> int:
    """Return how far apart two colours are: the largest difference of a channel (0 to 255)."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


@lru_cache(maxsize=4096)
def luminance(colour: RGB) -> float:
    """Return the relative luminance (0 to 1) of WCAG 2.2, https://www.w3.org/TR/WCAG22/."""
    red, green, blue = (_linear(value / 255) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


@lru_cache(maxsize=4096)
def contrast(one: RGB, other: RGB) -> float:
    """Return the WCAG 2.2 contrast ratio of two colours (1 to 21)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
