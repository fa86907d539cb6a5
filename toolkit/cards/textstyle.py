"""How words look, as a value: a theme makes one, the shaper and the setter obey it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import regex


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


# Scripts that reach higher or lower than Latin capitals with accents: how high and how low in em,
# and the least distance of baselines at which two lines do not touch. Read off the Noto fonts.
_ROOM = (
    (regex.compile(r"[\p{Thai}\p{Laoo}\p{Khmr}\p{Mymr}]"), 1.1, 0.4, 1.45),
    (regex.compile(r"[\p{Arab}\p{Syrc}]"), 1.05, 0.42, 1.46),
    (regex.compile(r"[\p{Deva}\p{Beng}\p{Guru}\p{Gujr}\p{Taml}]"), 0.98, 0.36, 1.3),
    (regex.compile(r"[\p{Hani}\p{Hira}\p{Kana}\p{Hang}]"), 0.92, 0.24, 1.25),
)
_ACCENT, _DESCENDER = 0.24, 0.25  # em above the capitals, em below the baseline


def room_for(text: str, cap_height: float, style: TextStyle) -> tuple[float, float, float]:
    """Return, in em, the rise above the first baseline, the fall below the last, and leading."""
    rise, fall, leading = cap_height + _ACCENT, _DESCENDER, style.leading
    if text.isascii():
        return rise, fall, leading
    for script, high, low, least in _ROOM:
        if script.search(text):
            rise, fall, leading = max(rise, high), max(fall, low), max(leading, least)
    return rise, fall, leading
