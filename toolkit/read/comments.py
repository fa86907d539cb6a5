"""Find words that YAML takes for a comment, because a lost hashtag is a lost post."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.problems import Place, Problem, Severity

# `# a note` is a comment on purpose; `#Word` was meant as a hashtag.
TAG = re.compile(r"#[^\s#:!]+")
SWITCHED_OFF = re.compile(r"#+\s*(?:- )?[\w-]+:(?:\s|$)|#+\s*- ")


@dataclass(frozen=True, slots=True)
class Scalar:
    """Where a scalar begins and ends (lines and columns from 0), its YAML style and its value."""

    line: int
    column: int
    end_line: int
    end_column: int
    style: str
    value: str


def lost_words(text: str, scalars: tuple[Scalar, ...], file: str) -> list[Problem]:
    """Return a problem for each `#word` that YAML swallowed as a comment."""
    lines = text.split("\n")
    problems = [p for scalar in scalars if (p := _after(scalar, lines, file))]
    inside = _lines_inside(scalars, lines)
    for number, line in enumerate(lines):
        start = len(line) - len(line.lstrip())
        if number in inside or not TAG.match(line, start) or SWITCHED_OFF.match(line, start):
            continue
        word = line.split()[0]
        problems.append(
            Problem(
                Place(file, number + 1, start + 1),
                f'this line starts with "{word}", so YAML takes it for a comment and drops it',
                "if it belongs to the text above, indent it as far as that text; if it is a note,"
                " put a space after the #",
                rule="comment",
                severity=_severity(number, scalars),
            )
        )
    return problems


def _severity(number: int, scalars: tuple[Scalar, ...]) -> Severity:
    """Right after a text that goes on over lines, such a line was surely part of it."""
    near = any(s.style in {"|", ">"} and s.line < number <= s.end_line for s in scalars)
    return Severity.ERROR if near else Severity.WARNING


def _after(scalar: Scalar, lines: list[str], file: str) -> Problem | None:
    """Return a problem when a scalar is followed by ` #word` on its last line."""
    if scalar.style in {"|", ">"} or scalar.end_line >= len(lines):
        return None
    rest = lines[scalar.end_line][scalar.end_column :]
    start = len(rest) - len(rest.lstrip())
    if not start and rest.strip() and scalar.value:
        return None
    match = TAG.match(rest, start)
    if not match:
        return None
    place = Place(file, scalar.end_line + 1, scalar.end_column + start + 1)
    if scalar.value:
        return Problem(
            place,
            f'everything from "{match[0]}" on is lost: after a space, # starts a comment in YAML',
            f'put the whole text in quotes: "{scalar.value} {rest.strip()}"',
            rule="comment",
        )
    return Problem(
        place,
        f'nothing is left here: "{match[0]}" starts with #, which starts a comment in YAML',
        f"write it without the #: {match[0][1:]}",
        rule="comment",
    )


def _lines_inside(scalars: tuple[Scalar, ...], lines: list[str]) -> set[int]:
    """Return the numbers of the lines that are content of a scalar over several lines."""
    inside: set[int] = set()
    for scalar in scalars:
        if scalar.style in {"|", ">"}:
            inside |= _block_lines(scalar, lines)
        elif scalar.style:
            inside.update(range(scalar.line + 1, scalar.end_line + 1))
    return inside


def _block_lines(scalar: Scalar, lines: list[str]) -> set[int]:
    """Lines of a block text: those indented at least as far as its first line."""
    body = range(scalar.line + 1, min(scalar.end_line + 1, len(lines)))
    filled = [n for n in body if lines[n].strip()]
    if not filled or not scalar.value.strip():
        return set()
    first = lines[filled[0]]
    indent = len(first) - len(first.lstrip(" "))
    return {n for n in filled if len(lines[n]) - len(lines[n].lstrip(" ")) >= indent}
