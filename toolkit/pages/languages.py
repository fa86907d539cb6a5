"""Know of every language what it calls itself and which way it runs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

import pydantic

from toolkit.read import Shape, parse, shaped


class _Row(Shape):
    name: str
    direction: str = "ltr"
    locale: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """A BCP 47 tag, the name the language has for itself, `ltr` or `rtl`, Open Graph's name."""

    tag: str
    name: str
    direction: str
    locale: str


def language(tag: str) -> Language:
    """Return what is known of a language; `pt-AO` takes from `pt`, an unknown one keeps its tag."""
    rows = _rows()
    row = rows.get(tag) or rows.get(tag.split("-", maxsplit=1)[0]) or _Row(name=tag)
    return Language(tag, row.name, row.direction, row.locale)


@cache
def _rows() -> dict[str, _Row]:
    file = resources.files("toolkit.pages") / "words" / "languages.yml"
    document, _ = parse(file.read_bytes(), "languages.yml")
    if document is None:
        raise ValueError("languages.yml cannot be read")
    rows, problems = shaped(document, pydantic.TypeAdapter(dict[str, _Row]))
    if rows is None:
        raise ValueError("\n".join(map(str, problems)))
    return rows
