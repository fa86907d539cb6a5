"""Take what stands behind a label for what the label says it is, and leave nothing unsaid."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.desk import dialled
from toolkit.importers.labels import NAMES
from toolkit.load.fields import EMAIL, HIDDEN_ADDRESS, MIN_DIGITS, PHONE
from toolkit.load.shapes_letters import NOTHING
from toolkit.networks import valid_handle

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.importers.labels import Part
    from toolkit.importers.source import Source
    from toolkit.networks import Table
    from toolkit.problems import Problem

WORD = re.compile(r"[^\s;,]+")
NUMBER = re.compile(r"\+?\(?[0-9][+0-9()\s./–-]{3,27}[0-9]")


@dataclass(frozen=True, slots=True)
class Taken:
    """What was understood of a value, what was not (`left`), and what is asked about it."""

    values: tuple[str, ...] = ()
    left: str = ""
    asked: tuple[Problem, ...] = ()


def taken(source: Source, part: Part, table: Table, country: str) -> Taken:
    """Return what stands behind a label as values of its kind."""
    written = source.text[part.start : part.end]
    said = written.strip(" \t\n\xa0,;.")
    at = part.start + written.index(said)
    if said.casefold() in NOTHING:
        return Taken()
    if not said:
        hint = "look it up at its source, or leave it: a way without data gets no button"
        return Taken(asked=(source.lacks(part.start - 1, f"{part.label}: stands empty", hint),))
    if part.kind in {"phone", "fax"}:
        return _number(source, part, at, said, country)
    if part.kind == "email":
        return _email(source, part, at, said)
    if part.kind in NAMES:
        return Taken((said,))
    return _handles(source, part, at, said, lambda name: valid_handle(name, table[part.kind]))


def _handles(source: Source, part: Part, at: int, said: str, valid: Callable[[str], bool]) -> Taken:
    words = [(m[0], _name(m[0])) for m in WORD.finditer(said)]
    signed = len(words) == 1 or any(word[0] in "@＠" for word, _ in words)
    good = [
        (word, name)
        for word, name in words
        if valid(name) and (word[0] in "@＠" or "//" in word or len(words) == 1)
    ]
    left = " ".join(word for word, name in words if (word, name) not in good) if signed else said
    names = tuple(dict.fromkeys(name for _, name in good))
    asked = _unclear(source, part, at, left)
    if len(names) > 1:
        message = f"{part.label} has {len(names)} names: {', '.join(names)}"
        hint = "one may be the person's and another the office's: give each to its account"
        asked = (*asked, source.ask(at, message, hint))
    return Taken(names, left, asked)


def _name(word: str) -> str:
    """Return a handle without its sign, or out of the address of a profile."""
    if "//" in word:
        word = word.split("?", maxsplit=1)[0].rstrip("/").rsplit("/", 1)[-1]
    return word.strip(".").lstrip("@＠")


def _number(source: Source, part: Part, at: int, said: str, country: str) -> Taken:
    found = [n for n in (said, *(m[0] for m in NUMBER.finditer(said))) if _is_number(n)]
    if not found:
        return Taken((), said, _unclear(source, part, at, said))
    left = said.replace(found[0], " ", 1).strip(" ,;")
    asked = _unclear(source, part, at, left)
    if not dialled(found[0], country):
        message = f"“{found[0]}” cannot be dialled as it stands"
        hint = "say where the telephone stands: --country US, or write it with + and the code"
        asked = (*asked, source.ask(at, message, hint))
    return Taken((found[0],), left, asked)


def _is_number(text: str) -> bool:
    return bool(PHONE.fullmatch(text)) and sum(c.isdigit() for c in text) >= MIN_DIGITS


def _email(source: Source, part: Part, at: int, said: str) -> Taken:
    hidden = HIDDEN_ADDRESS.search(said)
    if hidden:
        message = f"“{said}” is not an address: a website hid the real one from robots"
        lost = source.lacks(at, message, "look the address up at its source")
        return Taken((), said, (lost,))
    words = [m[0].strip(".<>") for m in WORD.finditer(said)]
    good = [word for word in words if EMAIL.fullmatch(word)]
    left = " ".join(word for word in words if word not in good[:1])
    return Taken(tuple(good[:1]), left, _unclear(source, part, at, left))


def _unclear(source: Source, part: Part, at: int, left: str) -> tuple[Problem, ...]:
    if not left:
        return ()
    message = f"“{left}” stands behind {part.label}: and is not understood"
    hint = "it is kept as a comment: put it where it belongs"
    return (source.ask(at, message, hint),)
