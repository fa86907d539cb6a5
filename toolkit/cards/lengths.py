"""Lengths as a designer writes them: `7` or `7%` of the side, `3u` units, or a space's name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WRITTEN = re.compile(r"(-?\d+(?:\.\d+)?)(%|u)?")
NAME = re.compile(r"[a-z][a-z0-9_-]*")
HINT = "write 7% of the side, 3u (units of the format), or the name of a space of the theme"


def checked(text: str) -> str:
    """Return a length as it was written, or raise ValueError(sentence, hint)."""
    if WRITTEN.fullmatch(text) or NAME.fullmatch(text):
        return text
    raise ValueError(f'"{text}" is not a length', HINT)


def in_px(text: str, *, side: float, unit: float, spaces: Mapping[str, str]) -> float:
    """Return a length in px; `side` is what 100 % is, `unit` what 1u is (both px).

    Raises KeyError with the name when it is a space that the theme does not have.
    """
    number, measure = _read(text)
    if measure == "name":
        return in_px(spaces[text], side=side, unit=unit, spaces={})
    return number * unit if measure == "u" else number / 100 * side


@lru_cache(maxsize=1024)
def _read(text: str) -> tuple[float, str]:
    """Return the number and what it counts: `u`, `%` or nothing; or `name` for a space's name."""
    match = WRITTEN.fullmatch(text)
    return (float(match[1]), match[2] or "") if match else (0.0, "name")
