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
    "demands": "what is asked for, one demand in each line",
    "names": "who signs, one name in each line",
    "addressee": "whom a letter goes to",
    "source": "where a figure comes from",
    "date": "a day or a deadline, as it is written in the language",
    "time": "the hour at which something starts, with its zone",
    "handle": "the account that is addressed, with its @",
    "hashtags": "the hashtags, each with its #",
    "link": "the address of the page, without https://",
    "sender": "who publishes the card",
    "credit": "who took the picture",
    "licence": "on which terms the picture may be used",
}
"""Everything a layout may ask for in braces. A closed list: values are looked up."""

MADE = ("quote_open", "quote_close", "byline", "origin", "credits", "roll", "item", "index")
"""Placeholders filled by the language: its quotation marks, and several values as one (`JOINED`).

`roll` is all names one after the other.
`item` and `index` are a line of a list and its number, inside a layer that has `each`.
"""

JOINED = {
    "byline": ("role", "organisation"),
    "origin": ("source", "date"),
    "credits": ("credit", "licence"),
}
"""What stands for several placeholders, with the comma of the language between them."""

BYLINE = JOINED["byline"]
LISTS = ("demands", "names")
"""Placeholders that hold several lines."""
PICTURES = {
    "image": "the photograph of the card",
    "portrait": "the face of the speaker",
    "logos": "the marks of those who sign",
    "logo": "the theme's own mark",
}
"""The pictures a layout may show. Of `logos` there may be many: `logos-01`, `logos-02` …"""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """An image for a placeholder; `sha256` (hex) of its bytes stands for its content.

    `focus` (0 to 1 from left and top) stays on the card however it is cropped; `size` is in px,
    (0, 0) if nobody looked.
    """

    name: str
    path: Path
    sha256: str
    focus: tuple[float, float] = (0.5, 0.5)
    size: tuple[int, int] = (0, 0)


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
