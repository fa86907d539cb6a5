"""Find words that YAML takes for a comment, because a lost hashtag is a lost post."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

from toolkit.problems import Place, Problem, Severity
from toolkit.read.traps import in_quotes

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


def lost_words(text: str, scalars: tuple[Scalar, ...], file: str) -> list[tuple[Problem, int]]:
    """Return a problem for each `#word` that YAML swallowed as a comment.

    With each comes the row (from 0) of the value that lost it, where there is one.
    """
    lines = text.split("\n")
    lost = [(p, scalar.end_line) for scalar in scalars if (p := _after(scalar, lines, file))]
    inside = _lines_inside(scalars, lines)
    starts = [scalar.line for scalar in scalars]
    for row, line in enumerate(lines):
        column = len(line) - len(line.lstrip())
        if row in inside or not TAG.match(line, column) or SWITCHED_OFF.match(line, column):
            continue
        nearest = bisect.bisect_left(starts, row) - 1
        before = scalars[nearest] if nearest >= 0 else None
        certain = before is not None and _belongs(row, column, before, lines)
        problem = _line_lost(Place(file, row + 1, column + 1), line, before, certain=certain)
        lost.append((problem, _row(before, row)))
    return lost


def _row(scalar: Scalar | None, row: int) -> int:
    """The row of the empty value a comment stands under, else the comment's own."""
    return scalar.line if scalar and not scalar.value else row


def _belongs(row: int, column: int, before: Scalar, lines: list[str]) -> bool:
    """Tell whether a comment was surely part of the text before it.

    It was when it directly follows a text over several lines, when it stands deeper than the line
    that text is on, or when nothing else is there to be that text.
    """
    if before.style in {"|", ">"}:
        return before.line < row <= before.end_line
    if any(lines[n].strip() for n in range(before.end_line + 1, row)):
        return False
    start = re.match(r"\s*(?:- +)*", lines[before.line])
    return column > (start.end() if start else 0)


def _line_lost(place: Place, line: str, before: Scalar | None, *, certain: bool) -> Problem:
    word = line.split(maxsplit=1)[0]
    block = before and before.style in {"|", ">"}
    how = (
        "indent it as far as the text above"
        if block
        else "write |- after the name above and indent the text under it by two spaces more"
    )
    return Problem(
        place,
        f'this line starts with "{word}", so YAML takes it for a comment and drops it',
        f"if it is text, {how}; if it is a note, put a space after the #",
        rule="comment",
        severity=Severity.ERROR if certain else Severity.WARNING,
    )


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
            f"{in_quotes(f'{scalar.value} {rest.strip()}')}; a note needs a space after its #",
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
