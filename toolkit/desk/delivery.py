"""Read who signed from a platform's table, taking names and cities and leaving the rest alone."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# What platforms call these columns, without case, accents and signs.
WHOLE = ("name", "fullname", "nombre", "nombrecompleto", "displayname", "signatory")
FIRST = ("firstname", "givenname", "nombres", "first")
LAST = ("lastname", "familyname", "surname", "apellido", "apellidos", "last")
CITY = ("city", "town", "ciudad", "locality", "addresscity", "place", "lugar")
MAIL = ("email", "emailaddress", "correo", "correoelectronico", "mail")
LONGEST = 200
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Signature:
    """Somebody who signed."""

    name: str
    city: str = ""


def signatures(table: bytes) -> tuple[Signature, ...]:
    """Return who signed, in the table's order, each once (by e-mail, else by name and city).

    Raises ValueError when the table has no column that holds names.
    """
    rows = _rows(table)
    found: dict[str, Signature] = {}
    for row in rows:
        one = Signature(_name(row), _first(row, CITY))
        if one.name:
            key = _first(row, MAIL).casefold() or f"{one.name}\n{one.city}".casefold()
            found.setdefault(key, one)
    return tuple(found.values())


def _rows(table: bytes) -> Iterator[Mapping[str, str]]:
    text = _text(table)
    head = text.split("\n", 1)[0]
    sign = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=sign)
    names = {name: _plain(name) for name in reader.fieldnames or ()}
    if not set(names.values()) & {*WHOLE, *FIRST, *LAST}:
        raise ValueError("no column of this table holds names")
    for row in reader:
        yield {names[k]: _clean(v) for k, v in row.items() if k in names and isinstance(v, str)}


def _text(table: bytes) -> str:
    """Decode a table: UTF-8, or what spreadsheets on Windows write instead."""
    try:
        return table.decode("utf-8-sig")
    except UnicodeDecodeError:
        return table.decode("cp1252", errors="replace")


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z]", "", bare.casefold())


def _clean(value: str) -> str:
    return _CONTROL.sub(" ", value).strip()[:LONGEST]


def _name(row: Mapping[str, str]) -> str:
    whole = _first(row, WHOLE)
    return whole or " ".join(p for p in (_first(row, FIRST), _first(row, LAST)) if p)


def _first(row: Mapping[str, str], names: Iterable[str]) -> str:
    return next((row[name] for name in names if row.get(name)), "")
