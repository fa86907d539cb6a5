"""Turn run-on lines of contact data into accounts, and ask wherever the lines leave it open."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toolkit.desk import dialled
from toolkit.importers.labels import NAMES, parts
from toolkit.importers.lead import Lead, lead
from toolkit.importers.source import Source, source
from toolkit.importers.values import Taken, taken
from toolkit.importers.written import Contact, written
from toolkit.load.fields import as_id
from toolkit.problems import in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.importers.labels import Part
    from toolkit.model import Account
    from toolkit.networks import Table
    from toolkit.problems import Problem

WAYS = ("email", "phone", "fax", "web")


@dataclass(frozen=True, slots=True)
class Imported:
    """Accounts as YAML, how many they are, and every question about them in reading order."""

    yaml: str
    count: int
    asked: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """What contact data is read with: networks, accounts known already, where telephones stand."""

    networks: Table
    known: Sequence[Account] = ()
    country: str = ""


def contacts(body: bytes, file: str, asking: Asking) -> Imported:
    """Return accounts for accounts.yml.

    Contacts are set apart by empty lines; lines that each hold a whole contact count one by one.
    Nothing is dropped: what is not understood comes along as a comment, with a question.
    """
    text, asked = source(body, file)
    found: list[Contact] = []
    problems = list(asked)
    for start, end in _blocks(text, asking.networks):
        contact, questions = _contact(text, start, end, asking)
        found.append(contact)
        problems += [*questions, *_known(text, start, contact, asking)]
    return Imported(written(_apart(found)), len(found), in_reading_order(problems))


def _blocks(text: Source, table: Table) -> Iterator[tuple[int, int]]:
    for block in re.finditer(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", text.text):
        lines = [
            (block.start() + line.start(), block.start() + line.end())
            for line in re.finditer(r"[^\n]+", block[0])
        ]
        if all(_whole(text, start, end, table) for start, end in lines):
            yield from lines
        else:
            yield block.start(), block.end()


def _whole(text: Source, start: int, end: int, table: Table) -> bool:
    """Tell whether a line names somebody and says how to reach them."""
    first, *labelled = parts(text.text, start, end, table)
    return bool(labelled and text.text[first.start : first.end].strip())


def _contact(
    text: Source, start: int, end: int, asking: Asking
) -> tuple[Contact, tuple[Problem, ...]]:
    first, *labelled = parts(text.text, start, end, asking.networks)
    who, asked = lead(text, first.start, first.end)
    read = [(part, taken(text, part, asking.networks, asking.country)) for part in labelled]
    questions = [*asked, *(_glued(text, part) for part, _ in read if part.glued)]
    questions += [problem for _, one in read for problem in one.asked]
    if not who.name:
        message = "nobody is named before the first label"
        questions.append(text.lacks(start, message, "write the name in front, or in the YAML"))
    return _made(who, read, asking), tuple(questions)


def _glued(text: Source, part: Part) -> Problem:
    at = part.start - len(part.label) - 1
    message = f"“{part.glued}{part.label}:” runs two things together"
    return text.ask(at, message, f"read as “{part.glued}” and {part.label}:; is that right?")


def _made(who: Lead, read: Sequence[tuple[Part, Taken]], asking: Asking) -> Contact:
    by_kind: dict[str, list[str]] = {}
    for part, one in read:
        by_kind.setdefault(part.kind, []).extend(one.values)
    networks = ((id_, tuple(names)) for id_, names in by_kind.items() if id_ not in NAMES)
    extra = [f"{kind}: {value}" for kind in WAYS for value in by_kind.get(kind, ())[1:]]
    address = tuple(
        line.strip() for value in by_kind.get("address", ()) for line in value.split("\n")
    )
    return Contact(
        id=as_id(who.name or "somebody"),
        name=who.name,
        title=who.title,
        salutation=" ".join(" ".join(by_kind.get("salutation", ())).split()),
        handles=tuple((id_, names) for id_, names in networks if names),
        channels=tuple((kind, by_kind[kind][0]) for kind in WAYS if by_kind.get(kind)),
        address=(*who.address, *address),
        country=asking.country.upper() if by_kind.get("phone") or by_kind.get("fax") else "",
        notes=(*(f"{p.label}: {one.left}" for p, one in read if one.left), *extra),
    )


def _apart(found: Sequence[Contact]) -> tuple[Contact, ...]:
    """Return contacts with ids of their own."""
    seen: dict[str, int] = {}
    made = []
    for contact in found:
        seen[contact.id] = seen.get(contact.id, 0) + 1
        turn = seen[contact.id]
        made.append(replace(contact, id=f"{contact.id}-{turn}") if turn > 1 else contact)
    return tuple(made)


def _known(text: Source, start: int, contact: Contact, asking: Asking) -> Iterator[Problem]:
    """Say where an office is known already that is reached in the same way."""
    ways = dict(contact.channels)
    dial = dialled(ways.get("phone", ""), asking.country)
    for account in asking.known:
        same = [
            what
            for what, there in (
                (f"e-mail address {ways.get('email', '')}", account.channels.email),
                (f"telephone {dial}", dialled(account.channels.phone, account.country)),
            )
            if there and what.endswith(f" {there}")
        ]
        if same and not account.office:
            message = f'the {same[0]} is that of "{account.id}" in {account.place}'
            hint = f"write office: {account.id}, and leave out here what stands there"
            yield text.ask(start, message, hint)
