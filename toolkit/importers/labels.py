"""Find the labels in lines that somebody ran together: Phone, Email, Twitter and so on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from toolkit.load.reader import FORMERLY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.networks import Table

# What documents call the ways to reach somebody, besides the names of networks.
NAMES = {
    "phone": ("phone", "telephone", "tel", "tel.", "teléfono", "telefono", "téléphone", "telefon"),
    "fax": ("fax", "telefax"),
    "email": ("email", "e-mail", "mail", "correo", "correo electrónico", "courriel"),
    "web": ("web", "website", "web site", "sitio web", "site web"),
    "address": ("address", "postal address", "dirección", "adresse", "endereço"),
    "salutation": ("salutation", "saludo", "anrede"),
}
# Shorter ones, such as X, are labels only where they stand alone.
GLUED = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A label and where the words behind it begin and end; before any label, `kind` is empty.

    `kind` is a way of reaching somebody or the id of a network. `glued` is the word in front of a
    label that has no space before it.
    """

    kind: str
    label: str
    start: int
    end: int
    glued: str = ""


def parts(text: str, start: int, end: int, table: Table) -> tuple[Part, ...]:
    """Return a stretch of text cut at its labels, what stands before the first one first."""
    found = [Part("", "", start, end)]
    for match in _labels(text, start, end, table):
        last = found.pop()
        found.append(Part(last.kind, last.label, last.start, match.start(), last.glued))
        kind = _known(table)[_folded(match[1])]
        found.append(Part(kind, match[1], match.end(), end, _glued(text, start, match.start())))
    return tuple(found)


def _labels(text: str, start: int, end: int, table: Table) -> Iterator[re.Match[str]]:
    for match in _pattern(tuple(_known(table))).finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        alone = not (before.isalnum() or before in "@._-/")
        glued = before.isalnum() and match[1][0].isupper() and len(match[1]) >= GLUED
        if alone or glued:
            yield match


def _glued(text: str, start: int, end: int) -> str:
    if end == start or text[end - 1].isspace() or not text[end - 1].isalnum():
        return ""
    return text[start:end].rsplit(maxsplit=1)[-1]


def _known(table: Table) -> dict[str, str]:
    ways = {_folded(name): kind for kind, names in NAMES.items() for name in names}
    shown = [network for network in table.values() if network.profile]
    networks = {_folded(name): n.id for n in shown for name in (n.id, n.name)}
    return {**networks, **{name: id_ for name, id_ in FORMERLY.items() if id_ in table}, **ways}


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(names, key=len, reverse=True)
    either = "|".join(re.escape(name).replace(r"\ ", r"[ \t]+") for name in longest)
    return re.compile(rf"({either})[ \t]*:(?!//)", re.IGNORECASE)
