"""Build plain values from YAML events, each remembering its place; every scalar stays a string.

YAML guesses types (`no` is false, `12:30` is 750, `010` is 8) and guesses wrong for our content.
So nothing is guessed here: a scalar is the text that was written, an empty one is None, and the
shape of the file decides what it should be.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import yaml

from toolkit.problems import Place, Problem
from toolkit.read import comments, mend, traps
from toolkit.read.events import Builder, Path, TooDeepError, Value

MAX_BYTES = 2_000_000
MAX_REPAIRS = 100
MAX_MENDS = 3  # of one line; quoting a line again and again would double its backslashes each time


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says, and where: a place for each value and for each key.

    `spoiled` holds the lines somebody complained about already: what else seems wrong there
    follows from the same mistake, and saying it as well would only mislead.
    """

    file: str
    value: Value
    values: dict[Path, Place]
    keys: dict[Path, Place]
    spoiled: frozenset[int] = field(default=frozenset())

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
    mends: Counter[int] = Counter()
    for _ in range(MAX_REPAIRS):
        try:
            document = _built(text, file, found)
        except yaml.MarkedYAMLError as error:
            problem, mended = mend.explain(error, text, file)
            # What is wrong with a line that was mended already may well follow from the mending.
            line = problem.place.line
            found += [] if mends[line] else [problem]
            mends[line] += 1
            if mended is None or mended == text or mends[line] > MAX_MENDS:
                return None, tuple(found)
            text = mended
        except TooDeepError as error:
            place: Place = error.args[0]
            found.append(Problem(place, *traps.TOO_DEEP, rule="yaml"))
            return None, tuple(found)
        else:
            return document, tuple(found)
    return None, tuple(found)


def _built(text: str, file: str, found: list[Problem]) -> Document:
    """Return the document in a text that YAML can read, and add what is suspicious to `found`."""
    builder = Builder(file, text.split("\n"))
    value = builder.build(list(yaml.parse(text, Loader=yaml.CSafeLoader)))
    lost = comments.lost_words(text, tuple(builder.scalars), file)
    told = {p.place.line for p in found}
    found += [p for p in builder.problems if p.place.line not in told]
    found += [problem for problem, _ in lost]
    spoiled = {p.place.line for p in found} | {row + 1 for _, row in lost}
    return Document(file, value, builder.values, builder.keys, frozenset(spoiled))


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
