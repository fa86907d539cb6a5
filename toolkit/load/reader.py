"""Read one file into its shape and remember where each thing in it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from toolkit.load.fields import DAY
from toolkit.load.shapes import LISTS, SHAPES
from toolkit.model import Day, Translated, Words
from toolkit.problems import Place, Problem, did_you_mean
from toolkit.read import Document, Path, parse, shaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toolkit.load.files import Files


# A dash that was glued to its name, or made longer by an editor that corrects while typing.
DASHED = re.compile(r"[-‐‑‒–—−•·]\s*")


FORMERLY = {"twitter": "x"}


@dataclass(slots=True)
class Reader:
    """Collects problems while files become values; one for a whole load."""

    files: Files
    problems: list[Problem] = field(default_factory=list)

    def read(self, name: str, kind: str, hint: str) -> Written | None:
        """Return what a file says in its shape, or None (with the problems noted).

        `hint` tells what to write into a file that is empty.
        """
        document = self._document(name, hint)
        if document is None:
            return None
        shape, problems = shaped(document, SHAPES[kind])
        self.problems += problems
        return None if shape is None else Written(document, shape)

    def read_list(self, name: str, kind: str, key: str) -> Items:
        """Return the good items of a file that is a list, and the names of the others.

        `key` is the field that names an item. A name that is written, in however broken an item,
        must not be called unknown elsewhere.
        """
        document = self._document(name, f"write at least one item, - {key}: …, or remove the file")
        if document is None:
            return Items((), everything=True)
        if not isinstance(document.value, list):
            self._complain_of_no_list(document, key)
            return Items((), everything=True)
        good: list[tuple[int, Written]] = []
        broken: set[str] = set()
        for index, value in enumerate(document.value):
            if isinstance(value, str) and value:
                hint = f"write - {key}: {value}"
                self.complain(document.at((index,)), "this item has no name in front", hint)
                continue
            shape, problems = shaped(document, LISTS[kind], (index,))
            self.problems += problems
            if shape is not None:
                good.append((index, Written(document, shape)))
            elif isinstance(value, dict):
                broken.add(str(value.get(key) or "").casefold())
        return Items(tuple(good), frozenset(broken))

    def _document(self, name: str, hint: str) -> Document | None:
        document, problems = parse(self.files.texts[name], name)
        self.problems += problems
        if document is not None and document.value is None:
            if not problems:
                self.complain(Place(name), "this file is empty", hint)
            return None
        return document

    def _complain_of_no_list(self, document: Document, key: str) -> None:
        if document.at(()).line in document.spoiled:
            return
        message = "this file should be a list"
        hint = f"write each item on lines of its own, the first of them starting with - {key}:"
        first = next(iter(document.value)) if isinstance(document.value, dict) else ""
        if DASHED.match(first):
            message = "a list item starts with a dash (-) and a space"
            hint = f"write - {DASHED.sub('', first)}: …"
        self.complain(document.at(()), message, hint)

    def complain(self, place: Place, message: str, hint: str) -> None:
        self.problems.append(Problem(place, message, hint, rule="link"))

    def unknown(self, place: Place, what: str, name: str, known: Iterable[str], file: str) -> None:
        """Complain about a name that is not defined where it should be."""
        hint = did_you_mean(name, known) or f"add it to {file}, or correct it here"
        self.complain(place, f'there is no {what} "{name}"', hint)

    def unknown_network(self, place: Place, name: str, known: Iterable[str]) -> None:
        """Complain about a network that has no row, or goes by another name now."""
        now = FORMERLY.get(name.casefold())
        if now:
            self.complain(place, f'there is no network "{name}"', f"it is called {now} now")
        else:
            self.unknown(place, "network", name, known, "networks.yml")


@dataclass(frozen=True, slots=True)
class Items:
    """What came of a file that is a list: good items by their index, names of broken ones."""

    good: tuple[tuple[int, Written], ...]
    broken: frozenset[str] = frozenset()
    everything: bool = False

    def may_hold(self, name: str) -> bool:
        """Tell whether a name that was not found may stand in an item that could not be read."""
        return self.everything or name.casefold() in self.broken


@dataclass(frozen=True, slots=True)
class Written:
    """A shape together with the document it was written in."""

    document: Document
    shape: Any

    def at(self, *path: str | int) -> Place:
        return self.document.at(path)

    def key_at(self, *path: str | int) -> Place:
        return self.document.key_at(path)

    def translated(self, texts: Mapping[str, str], path: Path, language: str = "") -> Translated:
        """Return texts with their places; a plain text is in `language`."""
        return Translated(
            tuple(
                Words(text, tag or language, self.at(*path, tag) if tag else self.at(*path))
                for tag, text in texts.items()
            )
        )

    def day(self, value: str | None, path: Path) -> Day | None:
        match = DAY.fullmatch(value or "")
        if not match:
            return None
        year, month, day = match.groups()
        return Day(int(year), int(month), int(day) if day else None, self.at(*path))
