"""Part who somebody is from where they are, in words that no label explains."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from toolkit.check.finding import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.importers.source import Source
    from toolkit.problems import Problem

OFFICES = (
    "Embassy|Embajada|Ambassade|Botschaft|Consulate|Consulado|Ministry|Ministerio|Secretaría"
    "|Department|Departamento|Office|Oficina|City Hall|Ayuntamiento|Municipality"
)
OFFICE = re.compile(rf"\b(?:{OFFICES})\b")
GLUED = re.compile(rf"(?<=[a-zà-ÿ])(?=(?:{OFFICES})\b)")
TITLES = (
    "Ambassador|Embajadora|Embajador|Minister|Ministra|Ministro|President|Presidenta|Presidente"
    "|Governor|Gobernadora|Gobernador|Mayor|Alcaldesa|Alcalde|Senator|Senadora|Senador"
    "|Commissioner|Comisionada|Comisionado|Secretary|Secretaria|Secretario|Prime Minister"
)
BEFORE = re.compile(rf"(?:{TITLES})\b(?=\s+[^\W\d_a-z])")
BEHIND = re.compile(rf"[\s,]+((?:{TITLES})\b(?:\s+(?:of|for|to|de|del|para)\b.*)?)$")
STREET = re.compile(
    r"\b(?:\d+[a-z]?\s+[^\W\d_]|(?:Calle|Avenida|Av\.|Avda\.|Boulevard|Blvd\.|Plaza|Puerta|Paseo"
    r"|Rue|Rua|P\.?\s?O\.?\s?Box|Apartado|Palacio)(?=\s))"
)
# A postal code stays with the town before it; the Mexican one may say so (C.P.).
CODE = re.compile(r"(?:C\.?\s?P\.?\s*)?\d{4,}|[A-Z]{2}\.?\s+\d{5}(?:-\d{4})?")


@dataclass(frozen=True, slots=True)
class Lead:
    """Who and where: a name, what the person is, and the postal address line by line."""

    name: str = ""
    title: str = ""
    office: str = ""
    address: tuple[str, ...] = ()


def lead(source: Source, start: int, end: int) -> tuple[Lead, tuple[Problem, ...]]:
    """Return who and where, with a question for all that had to be read out of the words."""
    pieces, glued = _pieces(source, start, end)
    if not pieces:
        return Lead(), ()
    at, first = pieces[0]
    rest = [text for _, text in pieces[1:]]
    found = _who(first)
    if (
        rest
        and found.name
        and not found.title
        and not (OFFICE.search(rest[0]) or STREET.search(rest[0]))
    ):
        found = replace(found, title=rest.pop(0))
    below = tuple(text.rstrip(" ,") for text in rest)
    office = found.office or next((text for text in below if OFFICE.match(text)), "")
    found = replace(found, office=office, address=(*found.address, *below))
    return found, (*glued, *_questions(source, at, found))


def _pieces(
    source: Source, start: int, end: int
) -> tuple[list[tuple[int, str]], tuple[Problem, ...]]:
    """Return the lines with their offsets; one that an office is glued to becomes two."""
    found: list[tuple[int, str]] = []
    asked: list[Problem] = []
    for line in re.finditer(r"[^\n]+", source.text[start:end]):
        at = start + line.start()
        cuts = [0, *(match.start() for match in GLUED.finditer(line[0])), len(line[0])]
        for cut in cuts[1:-1]:
            message = f"“{_word_at(line[0], cut)}” runs two words together"
            asked.append(source.ask(at + cut, message, "they were taken apart; is that right?"))
        for begin, stop in pairwise(cuts):
            bare = line[0][begin:stop].strip(" \t,;")
            if bare:
                found.append((at + begin + line[0][begin:stop].index(bare), bare))
    return found, tuple(asked)


def _word_at(text: str, cut: int) -> str:
    behind = text[cut:].split(maxsplit=1)[0]
    return text[:cut].rsplit(maxsplit=1)[-1] + behind


def _who(text: str) -> Lead:
    """Return what one line says of somebody, up to a whole address in it."""
    street = STREET.search(text)
    who, where = (text[: street.start()], text[street.start() :]) if street else (text, "")
    office = OFFICE.search(who)
    place = who[office.start() :].strip(" ,;") if office else ""
    who = (who[: office.start()] if office else who).strip(" ,;")
    before = BEFORE.match(who)
    title, who = (before[0], who[before.end() :].strip()) if before else ("", who)
    behind = BEHIND.search(who)
    if behind and not title:
        title, who = behind[1], who[: behind.start()]
    name, _, more = (part.strip() for part in who.partition(","))
    if more and not title:
        title, more = more, ""
    return Lead(name, title, place, tuple(p for p in (place, more, *_lines(where)) if p))


def _lines(where: str) -> list[str]:
    """Return an address that stands on one line as lines, a postal code beside its town."""
    found: list[str] = []
    for piece in (part.strip() for part in where.split(",")):
        if found and CODE.fullmatch(piece):
            found[-1] += f", {piece}"
        elif piece:
            found.append(piece)
    return found


def _questions(source: Source, at: int, found: Lead) -> Iterator[Problem]:
    read = [f"name “{found.name}”"] if found.name else []
    read += [f"title “{found.title}”"] if found.title else []
    lines = len(found.address)
    read += [f"an address of {lines} line{'s' if lines > 1 else ''}"] if lines else []
    hint = "no label says where one ends and the next begins: look it over"
    yield source.ask(at, f"read as {listed(read)}", hint)
    if found.office and found.name:
        message = f"“{found.office}” stays when {found.name} leaves"
        hint = "give it an account of its own, with what is reached there, and write office: here"
        yield source.ask(at, message, hint)
