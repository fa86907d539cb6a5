"""What is asked for: one card as a value, with a key that is cheap and never changes its mind."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

Direction = Literal["ltr", "rtl"]
Mode = Literal["light", "dark"]

PLACEHOLDERS = {
    "campaign": "the campaign's name",
    "headline": "the sentence that the card is for",
    "quote": "the words of a person, without quotation marks",
    "speaker": "who said it",
    "role": "what the speaker is",
    "organisation": "whom the speaker speaks for",
    "number": "the number of a demand, or a figure",
    "detail": "a shorter line under the headline",
    "source": "where a figure comes from",
    "date": "a day or a deadline, as it is written in the language",
    "handle": "the account that is addressed, with its @",
    "hashtags": "the hashtags, each with its #",
    "link": "the address of the page, without https://",
    "sender": "who publishes the card",
}
"""Everything a layout may ask for in braces. A closed list: values are looked up."""

MADE = ("quote_open", "quote_close", "byline")
"""Placeholders filled by the language: its quotation marks, and role and organisation as one."""

BYLINE = ("role", "organisation")


@dataclass(frozen=True, slots=True)
class PictureFile:
    """An image for a placeholder; `sha256` (hex) of its bytes stands for its content."""

    name: str
    path: Path
    sha256: str
    focus: tuple[float, float] = (0.5, 0.5)


@dataclass(frozen=True, slots=True)
class CardRequest:
    """One card. `values` are pairs of placeholder and text, in any order.

    `direction` is that of the language; `mode` chooses the theme's light or dark colours.
    """

    layout: str
    theme: str
    format: str
    language: str
    direction: Direction
    values: tuple[tuple[str, str], ...]
    pictures: tuple[PictureFile, ...] = ()
    mode: Mode = "light"

    def key(self, *design: str) -> str:
        """Return a sha256 (hex) of the request and of the designs and fonts it is drawn with."""
        pictures = [(p.name, p.sha256, p.focus) for p in self.pictures]
        card = (self.layout, self.theme, self.format, self.language, self.direction, self.mode)
        told = (card, sorted(self.values), sorted(pictures), design)
        return hashlib.sha256(repr(told).encode()).hexdigest()
