"""The longest that campaigns say in each layout, in the seven languages cards are looked at in."""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pydantic
import yaml

from tests.cards.samples import HEADLINES, RTL, shown
from toolkit.cards.formats import FORMATS
from toolkit.cards.request import CardRequest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.cards.request import Direction, Mode


class _Said(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="forbid")

    words: dict[str, str]
    instead: dict[str, dict[str, str]]


@cache
def _all() -> dict[str, _Said]:
    text = Path(__file__).with_suffix(".yml").read_text("utf-8")
    return pydantic.TypeAdapter(dict[str, _Said]).validate_python(yaml.safe_load(text))


def longest(
    layout: str, theme: str, format_: str, language: str, mode: Mode = "light"
) -> CardRequest:
    """Return one card of a layout with as much on it as any campaign puts there."""
    said = _all()[language]
    values = tuple({**said.words, **said.instead[layout]}.items())
    direction: Direction = "rtl" if language in RTL else "ltr"
    pictures = shown(layout, long=True)
    return CardRequest(layout, theme, format_, language, direction, values, pictures, mode)


def in_all_languages(layouts: Sequence[str], themes: Sequence[str]) -> Iterator[CardRequest]:
    """Yield every layout in every language and format, the themes by turns."""
    for (i, layout), (j, language), (k, format_) in product(
        enumerate(layouts), enumerate(HEADLINES), enumerate(FORMATS)
    ):
        yield longest(layout, themes[(i + j + k) % len(themes)], format_, language)


def in_all_themes(layouts: Sequence[str], themes: Sequence[str]) -> Iterator[CardRequest]:
    """Yield every layout in every theme and format, in English."""
    for layout, theme, format_ in product(layouts, themes, FORMATS):
        yield longest(layout, theme, format_, "en")
