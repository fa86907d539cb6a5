"""Build plain values from YAML events, each remembering its place; every scalar stays a string.

YAML guesses types (`no` is false, `12:30` is 750, `010` is 8) and guesses wrong for our content.
So nothing is guessed here: a scalar is the text that was written, an empty one is None, and the
shape of the file decides what it should be.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from toolkit.problems import Place, Problem
from toolkit.read import comments, traps
from toolkit.read.events import Builder, Path, TooDeepError, Value

MAX_BYTES = 2_000_000
MAX_REPAIRS = 100


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says, and where: a place for each value and for each key."""

    file: str
    value: Value
    values: dict[Path, Place]
    keys: dict[Path, Place]

    def value_at(self, path: Path) -> Value:
        """Return what is written at a path; raise KeyError or IndexError if nothing is."""
        value = self.value
        for step in path:
            value = value[step]  # type: ignore[index]
        return value

    def at(self, path: Path) -> Place:
        """Return the place of a value, or of the nearest thing around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.values:
                return self.values[path[:length]]
        return Place(self.file)

    def key_at(self, path: Path) -> Place:
        """Return the place of the key a value is written under, or of the value itself."""
        return self.keys.get(path) or self.at(path)


def parse(data: bytes, file: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read one YAML file given as bytes; `file` is the name to show in problems.

    A mistake that YAML itself stumbles over is named, mended in memory, and reading goes on, so
    that all of them are said at once. The document is None only when nothing could be made of it.
    """
    text, problem = _decode(data, file)
    if problem:
        return None, (problem,)
    found: list[Problem] = []
    for _ in range(MAX_REPAIRS):
        builder = Builder(file)
        try:
            value = builder.build(list(yaml.parse(text, Loader=yaml.CSafeLoader)))
        except yaml.MarkedYAMLError as error:
            problem, mended = traps.explain(error, text, file)
            found.append(problem)
            if mended is None or mended == text:
                return None, tuple(found)
            text = mended
        except TooDeepError as error:
            place: Place = error.args[0]
            found.append(Problem(place, *traps.TOO_DEEP, rule="yaml"))
            return None, tuple(found)
        else:
            found += builder.problems
            found += comments.lost_words(text, tuple(builder.scalars), file)
            return Document(file, value, builder.values, builder.keys), tuple(found)
    return None, tuple(found)


def _decode(data: bytes, file: str) -> tuple[str, Problem | None]:
    """Return the text of a file, or why it cannot be read as text."""
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1e6:.1f} MB"
        return "", Problem(Place(file), f"this file is too large ({size})", traps.SMALLER, "yaml")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        return "", Problem(Place(file, line, column), *traps.NOT_UTF8, rule="yaml")
    return text, traps.control_character(text, file)
