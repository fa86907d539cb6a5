"""Speak to the reader in their language: interface words, dates and sizes, from one file each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import pydantic

from toolkit.pages.languages import Language, language
from toolkit.problems import Place, Problem, Severity
from toolkit.read import Shape, parse, shaped

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from toolkit.model import Day

FALLBACK = "en"
MILLION = 1_000_000


class WordsShape(Shape):
    """A file in `words/`: what pages say, and how dates and numbers are written."""

    months: list[str] = pydantic.Field(min_length=12, max_length=12)
    day: str
    first_day: str = ""
    """How the first of a month is written, where that differs: 1er mai 2020"""
    month: str
    decimal: str
    thousands: str = "\u202f"
    """What parts groups of three digits; a narrow no-break space is read in every language"""
    comma: str = ", "
    kilobytes: str
    megabytes: str
    networks: dict[str, str] = pydantic.Field(default_factory=dict)
    """What this language calls a network whose name is no brand: E-mail, SMS"""
    say: dict[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """The interface in one language: `about` is that language, `shape` what its file says."""

    about: Language
    shape: WordsShape

    def __call__(self, key: str, **values: object) -> str:
        """Return a line with its placeholders filled; raise KeyError for one that is not there."""
        line = self.shape.say[key]
        return line.format_map(values) if values else line

    def starting(self, prefixes: tuple[str, ...]) -> dict[str, str]:
        """Return the lines whose keys start with one of these, for what happens on the page."""
        return {key: line for key, line in self.shape.say.items() if key.startswith(prefixes)}

    def date(self, day: Day) -> str:
        """Return a date as this language writes it, to the precision that is known."""
        form = self._form(day.day) if day.day else self.shape.month
        return form.format(day=day.day, month=self.shape.months[day.month - 1], year=day.year)

    def day(self, day: dt.date) -> str:
        """Return a calendar day as this language writes it."""
        month = self.shape.months[day.month - 1]
        return self._form(day.day).format(day=day.day, month=month, year=day.year)

    def _form(self, day: int) -> str:
        return (self.shape.first_day if day == 1 else "") or self.shape.day

    def number(self, count: int) -> str:
        """Return a whole number in groups of three, parted as this language parts them."""
        return f"{count:,}".replace(",", self.shape.thousands)

    def listed(self, parts: Iterable[str]) -> str:
        """Return words one after the other with this language's comma between; none are empty."""
        return self.shape.comma.join(part for part in parts if part)

    def network(self, name: str) -> str:
        """Return what this language calls a network: a brand is called the same everywhere."""
        return self.shape.networks.get(name, name)

    def size(self, count: int) -> str:
        """Return a number of bytes in KB (1000 bytes), from a million on in MB with one decimal."""
        if count < MILLION:
            return self.shape.kilobytes.format(n=max(1, round(count / 1000)))
        return self.shape.megabytes.format(
            n=f"{count / MILLION:.1f}".replace(".", self.shape.decimal)
        )


@cache
def wording(tag: str) -> tuple[Wording, tuple[Problem, ...]]:
    """Return the interface in a language, else in English together with a problem that says so."""
    for candidate in (tag, tag.split("-", maxsplit=1)[0]):
        file = resources.files("toolkit.pages") / "words" / f"{candidate}.yml"
        if candidate != "languages" and file.is_file():
            shape = read_words(file.read_bytes(), f"words/{candidate}.yml")
            return Wording(language(tag), shape), ()
    english, _ = wording(FALLBACK)
    message = f'pages have no words in "{tag}" yet, so buttons and dates are in English'
    hint = f"copy toolkit/pages/words/en.yml to {tag}.yml and translate it"
    place = Place(f"toolkit/pages/words/{tag}.yml")
    return english, (Problem(place, message, hint, "words", Severity.WARNING),)


def read_words(data: bytes, file: str) -> WordsShape:
    """Return what a words file says; raise ValueError with every problem if it is not whole."""
    document, problems = parse(data, file)
    shape = None
    if document is not None:
        shape, more = shaped(document, pydantic.TypeAdapter(WordsShape))
        problems += more
    if shape is None or problems:
        raise ValueError("\n".join(map(str, problems)))
    return shape
