"""Build plain values from YAML events, without recursion limits or types to be fooled by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import yaml

from toolkit.problems import Place, Problem
from toolkit.read import comments, traps

if TYPE_CHECKING:
    from collections.abc import Iterator

Path: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Events: TypeAlias = "Iterator[yaml.Event]"

MAX_DEPTH = 24


@dataclass(slots=True)
class Builder:
    """Collects values from events, and complains about what our files never need."""

    file: str
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    scalars: list[comments.Scalar] = field(default_factory=list)

    def place(self, event: yaml.Event) -> Place:
        """Return where an event begins."""
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file)

    def complain(self, event: yaml.Event, message: str, hint: str) -> None:
        self.problems.append(Problem(self.place(event), message, hint, rule="yaml"))

    def _complain_of_sign(self, event: yaml.Event) -> None:
        """Say that a value starts with *, & or !, and show how to quote what is written there."""
        place = self.place(event)
        written = self.lines[place.line - 1][place.column - 1 :].strip()
        if _in_brackets(written):
            written = re.split(r"[,\]}]", written)[0]
        sign = written[:1] if written[:1] in traps.SIGNS else "!"
        self.complain(event, traps.SIGNS[sign], traps.in_quotes(written))

    def build(self, events: list[yaml.Event]) -> Value:
        """Return the value of the first document; refuse what our files never need."""
        stream = iter(events)
        value: Value = None
        documents = 0
        for event in stream:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.complain(event, *traps.SECOND_DOCUMENT)
                    break
                value = self._value(next(stream), stream, (), 0)
        return value

    def _value(self, event: yaml.Event, stream: Events, path: Path, depth: int) -> Value:
        self.values[path] = self.place(event)
        if depth > MAX_DEPTH:
            raise TooDeepError(self.place(event))
        if isinstance(event, yaml.AliasEvent):
            self._complain_of_sign(event)
            return None
        if _instructs(event):
            self._complain_of_sign(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(stream, path, depth)
        return self._mapping(stream, path, depth)

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        start, end = event.start_mark, event.end_mark
        if not start or not end:
            raise TypeError(event)
        plain = not event.style
        self.scalars.append(
            comments.Scalar(
                start.line, start.column, end.line, end.column, event.style or "", event.value
            )
        )
        text: str = event.value
        return None if plain and text in {"", "~", "null"} else text

    def _list(self, stream: Events, path: Path, depth: int) -> list[Value]:
        items: list[Value] = []
        while not isinstance(event := next(stream), yaml.SequenceEndEvent):
            items.append(self._value(event, stream, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, stream: Events, path: Path, depth: int) -> dict[str, Value]:
        items: dict[str, Value] = {}
        while not isinstance(event := next(stream), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.complain(event, *traps.COMPLEX_KEY)
                self._value(event, stream, (*path, "?"), depth + 1)
                self._value(next(stream), stream, (*path, "?"), depth + 1)
                continue
            key = self._scalar(event) or ""
            at: Path = (*path, key)
            if not key:
                self.complain(event, *traps.NO_NAME)
            elif key in items:
                first = self.keys[at]
                self.complain(
                    event,
                    f'"{key}" is written twice here; the first is in line {first.line}',
                    "keep one of the two, or put the second into an item of its own (- …)",
                )
                at = (*path, f"{key} (again)")
            self.keys[at] = self.place(event)
            value = self._value(next(stream), stream, at, depth + 1)
            items.setdefault(key, value)
        return items


class TooDeepError(Exception):
    """Raised to leave a file that is nested deeper than any of ours; holds the Place."""


def _in_brackets(written: str) -> bool:
    """Tell whether the rest of a line closes a bracket that was opened before it."""
    return sum(map(written.count, "]}")) > sum(map(written.count, "[{"))


def _instructs(event: yaml.Event) -> bool:
    """Tell whether a value carries an anchor (&) or a type (!) besides its text."""
    tag = getattr(event, "tag", None)
    return bool(getattr(event, "anchor", None)) or tag not in {None, "!"}
