"""Every complaint has a place, a sentence and a hint, so that nobody has to search."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning is said aloud."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something is written. Lines and columns count from 1, columns in code points."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One complaint: where, which rule, what is wrong, and what to write instead."""

    place: Place
    message: str
    hint: str = ""
    rule: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """The problem as a campaigner reads it: place, sentence, hint on its own line."""
        kind = "" if self.severity is Severity.ERROR else "warning: "
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{self.place}: {kind}{self.message}{hint}"


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by file, line and column, and say each thing once."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.place, p.severity, p.message)))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Only the problems that stop a build."""
    return tuple(p for p in problems if p.severity is Severity.ERROR)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `did you mean "…"?` for the closest known word, or nothing.

    Letter case is ignored when comparing, because it is what people get wrong most.
    """
    by_fold = {name.casefold(): name for name in known}
    close = difflib.get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return f'did you mean "{by_fold[close[0]]}"?' if close else ""
