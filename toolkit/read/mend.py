"""Say what YAML stumbled over in a campaigner's words, and mend it in memory to read on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.problems import Place, Problem
from toolkit.read import looks
from toolkit.read.looks import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    import yaml


@dataclass(frozen=True, slots=True)
class _Stumble:
    """An error of YAML's: its words, the lines, the row and column where it happened (from 0)."""

    said: str
    lines: list[str]
    row: int
    column: int
    began: int

    @property
    def rows(self) -> Iterator[int]:
        """The rows to look at: the one YAML names, where that thing began, the one above."""
        yield from dict.fromkeys((self.row, self.began, max(self.row - 1, 0)))


def explain(error: yaml.MarkedYAMLError, text: str, file: str) -> tuple[Problem, str | None]:
    """Return the problem in plain words, and the text mended at that line if we know how."""
    stumble = _stumble(error, text)
    found = _look(stumble)
    if not found:
        return _unknown(stumble, file), None
    row, fault = found
    place = Place(file, row + 1, fault.column + 1)
    lines = [*stumble.lines[:row], fault.mended, *stumble.lines[row + 1 :]]
    return Problem(place, fault.message, fault.hint, rule="yaml"), "\n".join(lines)


def _stumble(error: yaml.MarkedYAMLError, text: str) -> _Stumble:
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    row = min(mark.line, len(lines) - 1) if mark else 0
    began = min(error.context_mark.line, len(lines) - 1) if error.context_mark else row
    said = error.problem or error.context or ""
    return _Stumble(said, lines, row, mark.column if mark else 0, began)


def _look(stumble: _Stumble) -> tuple[int, Found] | None:
    """Return the first mistake that one of the looks recognises, with its row."""
    if "escape" in stumble.said or "hexdecimal" in stumble.said:
        return _escape(stumble)
    for kind in (looks.FIRST, looks.THEN):
        for row in stumble.rows:
            for look in kind:
                if found := look(stumble.lines[row]):
                    return row, found
    return _run_on(stumble) or _indent(stumble)


def _escape(stumble: _Stumble) -> tuple[int, Found] | None:
    line = stumble.lines[stumble.row]
    at = line.rfind("\\", 0, stumble.column + 1)
    if at < 0:
        return None
    message = "between double quotes a backslash starts a code in YAML, and this one is unknown"
    hint = "write \\\\ for one backslash, or leave the double quotes out"
    return stumble.row, Found(at, message, hint, f"{line[:at]}\\{line[at:]}")


def _run_on(stumble: _Stumble) -> tuple[int, Found] | None:
    """Find a line of text that is indented too little to go on with the text above it."""
    if "expected ':'" not in stumble.said:
        return None
    row = stumble.began
    line = stumble.lines[row]
    message = "this line has no name with a colon, and it is not indented as part of a text"
    hint = "if it goes on with the text above, indent it by two spaces more than its name"
    mended = " " * (_start(_above(stumble.lines, row)) + 2) + line.lstrip()
    return row, Found(_depth(line), message, hint, mended)


def _indent(stumble: _Stumble) -> tuple[int, Found] | None:
    """Find a line that does not start in the column of the name above it."""
    line = stumble.lines[stumble.row]
    above = _above(stumble.lines, stumble.row)
    here, there = _start(line), _start(above)
    if not line.strip() or not above or here == there:
        return None
    message = "this line does not start in the same column as the name above it"
    hint = f"put {there} spaces in front, or quotes around a text that goes on over both lines"
    return stumble.row, Found(here, message, hint, " " * there + line[here:])


def _above(lines: list[str], row: int) -> str:
    """Return the nearest line above that is neither empty nor a comment."""
    counts = (x for x in reversed(lines[:row]) if x.strip() and not x.lstrip().startswith("#"))
    return next(counts, "")


def _start(line: str) -> int:
    """Return the column where a line's name starts, after the dashes of list items."""
    match = re.match(r"\s*(?:- +)*", line)
    return match.end() if match else 0


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _unknown(stumble: _Stumble, file: str) -> Problem:
    """Fall back on YAML's own words, with the advice that helps most often."""
    return Problem(
        Place(file, stumble.row + 1, stumble.column + 1),
        f"YAML cannot read this line ({stumble.said or 'no reason given'})",
        "check that it is indented like the lines around it, and put text in quotes",
        rule="yaml",
    )
