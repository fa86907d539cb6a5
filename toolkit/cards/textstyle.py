"""How words look, as a value: a theme makes one, the shaper and the setter obey it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """Where lines stand in their box. Start is left, or right where writing runs to the left."""

    START = "start"
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One voice.

    `families` are asked in order before the fallback fonts. `weight` is 1 to 1000 (400 regular,
    700 bold). `tracking` is extra space after each cluster, in em; scripts whose letters join
    ignore it. `features` are OpenType features as (tag, value). `leading` is the distance of two
    baselines in em; a script that needs more (Thai, Devanagari …) gets more.
    """

    families: tuple[str, ...] = ("Noto Sans",)
    weight: int = 400
    italic: bool = False
    tracking: float = 0.0
    features: tuple[tuple[str, int], ...] = ()
    leading: float = 1.2
