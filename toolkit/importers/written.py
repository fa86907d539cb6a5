"""Write accounts as YAML that people go on with, in the order of accounts.yml."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PLAIN = re.compile(r"[^\W\d_][\w .’()–-]*")
# Words that YAML takes for something else than words.
TAKEN = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}


@dataclass(frozen=True, slots=True)
class Contact:
    """An account before anybody looked it over; `notes` are words that found no place."""

    id: str
    name: str
    title: str = ""
    salutation: str = ""
    handles: tuple[tuple[str, tuple[str, ...]], ...] = ()
    channels: tuple[tuple[str, str], ...] = ()
    address: tuple[str, ...] = ()
    country: str = ""
    notes: tuple[str, ...] = ()


def written(contacts: Iterable[Contact]) -> str:
    """Return accounts as a YAML list, ready to be put at the end of accounts.yml."""
    return "\n".join("".join(f"{line}\n" for line in _lines(contact)) for contact in contacts)


def _lines(contact: Contact) -> Iterator[str]:
    yield f"- id: {_scalar(contact.id)}"
    yield f"  name: {_scalar(contact.name or '…')}"
    yield "  role: target"
    for field in ("title", "salutation"):
        if getattr(contact, field):
            yield f"  {field}: {_scalar(getattr(contact, field))}"
    if contact.handles:
        yield "  handles:"
    for network, names in contact.handles:
        shown = ", ".join(map(_scalar, names))
        yield f"    {network}: {shown if len(names) == 1 else f'[{shown}]'}"
    if contact.channels or contact.address:
        yield "  channels:"
    for kind, value in contact.channels:
        yield f"    {kind}: {_scalar(value)}"
    if contact.address:
        yield "    address: |-"
        yield from (f"      {line}" for line in contact.address)
    if contact.country:
        yield f"  country: {_scalar(contact.country)}"
    for note in contact.notes:
        yield f"  # not placed: {' '.join(note.split())}"
    yield "  # checked_on: the day you looked all of this up again"


def _scalar(text: str) -> str:
    """Return a text as YAML takes it for just that: plain where nothing can go wrong."""
    line = " ".join(text.split())
    plain = PLAIN.fullmatch(line) and line.casefold() not in TAKEN
    return line if plain else json.dumps(line, ensure_ascii=False)
