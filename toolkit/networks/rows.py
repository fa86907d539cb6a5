"""Read networks.yml: ours first, then the project's own, which may change or add any row."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from toolkit.networks.rowshape import ROW, RowShape
from toolkit.networks.table import Fact, Grade, Network, Table, Unit
from toolkit.problems import Place, Problem
from toolkit.read import Document, parse, shaped

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = "networks.yml"
ID = re.compile(r"[a-z][a-z0-9-]*")


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
    shape, problems = shaped(document, ROW, (id_,))
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
        name: _as_value(name, value)
        for name in shape.model_fields_set - {"like", "facts"}
        if (value := getattr(shape, name)) is not None
    }
    facts = tuple(Fact(tuple(f.of), Grade(f.grade), f.checked, f.source) for f in shape.facts)
    known = {value for fact in facts for value in fact.of} | said.keys()
    base = parent or Network(id_, id_, place)
    kept = (replace(f, of=tuple(v for v in f.of if v not in known)) for f in base.facts)
    said["facts"] = (*facts, *(fact for fact in kept if fact.of))
    return replace(base, **said, id=id_, place=place)


def _as_value(name: str, value: Any) -> Any:  # noqa: ANN401 - one of many shapes
    """Turn what a row says into what the table holds."""
    turn = _TURNED.get(name)
    if turn:
        return turn(value)
    return tuple(value) if isinstance(value, list) else value


def _size(size: str) -> tuple[int, int]:
    width, height = size.split("x")
    return int(width), int(height)


_TURNED: dict[str, Callable[[Any], Any]] = {
    "count": Unit,
    "soft": lambda value: value == "yes",
    "threads": lambda value: value == "yes",
    "cards": lambda value: tuple(_size(size) for size in value),
}
