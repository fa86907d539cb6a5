"""Read networks.yml: ours first, then the project's own, which may change or add any row."""

from __future__ import annotations

import datetime as dt
import functools
import re
from dataclasses import replace
from importlib.resources import files
from types import MappingProxyType
from typing import Annotated, Any, Literal

import pydantic

from toolkit.networks.spec import READS
from toolkit.networks.table import Fact, Grade, Network, Table, Unit
from toolkit.problems import Place, Problem
from toolkit.read import Document, Shape, parse, shaped

FILE = "networks.yml"
SCHEMES = ("https://", "mailto:", "sms:")
SLOTS = {"text", "url", "title", "server"}
ID = re.compile(r"[a-z][a-z0-9-]*")

Count = Annotated[int, pydantic.Field(ge=0)]
Values = list[Literal["text", "url", "title", "link", "image", "alt"]]


class FactShape(Shape):
    """Where values come from: which, how good the source is, when it was read, and where."""

    of: list[str]
    grade: Grade
    checked: dt.date
    source: str


class RowShape(Shape):
    """One network. A row that changes one of ours, or is `like` another, says only what differs."""

    name: str | None = None
    like: str | None = None
    reads: str | None = None
    count: Unit | None = None
    limit: Count | None = None
    soft: bool | None = None
    bytes: Count | None = None
    link: Count | Literal["full", "shortened"] | None = None
    mention: Literal["full", "user"] | None = None
    caption: Count | None = None
    title: Count | None = None
    shown: Count | None = None
    hashtags: Count | None = None
    links: Count | None = None
    mentions: Count | None = None
    images: Count | None = None
    alt: Count | None = None
    formats: list[str] | None = None
    image_bytes: Count | None = None
    cards: list[str] | None = None
    share: str | None = None
    profile: (
        Annotated[str, pydantic.Field(pattern=r"^https://[^\s]*\{(handle|user)\}[^\s]*$")] | None
    ) = None
    needs: Values | None = None
    ceiling: Count | None = None
    drops: Values | None = None
    app: Literal["yes", "no", "sometimes"] | None = None
    says: (
        Literal["fills", "link-only", "copy", "signed-in", "asks-server", "mail", "phone"] | None
    ) = None
    facts: Annotated[list[FactShape], pydantic.Field(default_factory=list)]

    @pydantic.field_validator("reads")
    @classmethod
    def _reads(cls, value: str) -> str:
        if value not in READS:
            raise ValueError(f'nothing reads like "{value}"|choose one of: {", ".join(READS)}')
        return value

    @pydantic.field_validator("cards")
    @classmethod
    def _cards(cls, value: list[str]) -> list[str]:
        for size in value:
            if not re.fullmatch(r"\d{2,5}x\d{2,5}", size):
                message = f'"{size}" is no size|write width and height in pixels: 1080x1350'
                raise ValueError(message)
        return value

    @pydantic.field_validator("share")
    @classmethod
    def _share(cls, value: str) -> str:
        if not value.startswith(SCHEMES):
            raise ValueError(f"a compose link must begin with {', '.join(SCHEMES)}|")
        unknown = set(re.findall(r"\{(.*?)\}", value)) - SLOTS
        if unknown or not re.search(r"=\{(text|url|title)\}", value):
            example = "https://example.org/share?text={text}&url={url}"
            raise ValueError(f"a compose link needs places for the post|for example {example}")
        return value


ONE: pydantic.TypeAdapter[RowShape | None] = pydantic.TypeAdapter(RowShape)


@functools.cache
def builtin() -> Table:
    """Return our own table. It is part of the program, so a mistake in it is ours: ValueError."""
    data = files("toolkit.networks").joinpath(FILE).read_bytes()
    table, problems = read_table(data, f"toolkit/networks/{FILE}", MappingProxyType({}))
    if problems:
        raise ValueError("\n".join(map(str, problems)))
    return table


def read_table(data: bytes, file: str, base: Table) -> tuple[Table, tuple[Problem, ...]]:
    """Return `base` with the rows of one networks.yml laid over it, and all that is wrong in them.

    A row with a mistake is left out; the one of `base` stays.
    """
    document, problems = parse(data, file)
    if document is None or document.value is None:
        return base, problems
    found = list(problems)
    table = dict(base)
    if not isinstance(document.value, dict):
        hint = "write one name a line, and what is known of it under it"
        found.append(Problem(document.at(()), "networks.yml should be rows with names", hint))
        return base, tuple(found)
    for id_ in document.value:
        network = _row(document, id_, table, found)
        if network:
            table[id_] = network
    return MappingProxyType(table), tuple(found)


def _row(document: Document, id_: str, table: Table, found: list[Problem]) -> Network | None:
    shape, problems = shaped(document, ONE, (id_,))
    found += problems
    if not ID.fullmatch(id_):
        message = f'"{id_}" cannot be the name of a network row'
        hint = "small letters, digits and hyphens; the name people see goes into name:"
        found.append(Problem(document.key_at((id_,)), message, hint, "network"))
        return None
    if shape is None:
        return None
    if shape.like and shape.like not in table:
        message = f'there is no row "{shape.like}" above this one to be like'
        place = document.at((id_, "like"))
        found.append(Problem(place, message, f"known so far: {', '.join(table)}", "network"))
        return None
    parent = table.get(shape.like or id_)
    return _network(id_, shape, parent, document.key_at((id_,)))


def _network(id_: str, shape: RowShape, parent: Network | None, place: Place) -> Network:
    """Lay what a row says over the row it changes or is like."""
    said: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name in shape.model_fields_set - {"like", "cards", "facts"}
        if (value := getattr(shape, name)) is not None
    }
    if shape.cards is not None:
        said["cards"] = tuple(_size(size) for size in shape.cards)
    facts = tuple(Fact(tuple(f.of), f.grade, f.checked, f.source) for f in shape.facts)
    known = {value for fact in facts for value in fact.of} | said.keys()
    base = parent or Network(id_, id_, place)
    kept = (replace(f, of=tuple(v for v in f.of if v not in known)) for f in base.facts)
    said["facts"] = (*facts, *(fact for fact in kept if fact.of))
    return replace(
        base, **{"name": id_ if parent is None else base.name} | said, id=id_, place=place
    )


def _size(size: str) -> tuple[int, int]:
    width, height = size.split("x")
    return int(width), int(height)
