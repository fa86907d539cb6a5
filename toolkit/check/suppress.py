"""Let an author switch a rule off for one line, with a reason that everybody can read.

`text: |-  # allow relative-date: the minister's own words` on the line of the problem, or as a
comment on the line above it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.problems import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ALLOW = re.compile(r"(?:^|\s)# allow ([a-z-]+)(?::\s*(\S.*))?\s*$")


def without_allowed(
    problems: Iterable[Problem], texts: Mapping[str, bytes], rules: frozenset[str]
) -> Iterator[Problem]:
    """Yield the problems that nobody switched off, and what is wrong with the switches.

    `texts` are the project's files by name; `rules` are the rules that may be switched off.
    """
    switches = {file: _switches(data) for file, data in texts.items() if b"# allow " in data}
    for problem in problems:
        found = switches.get(problem.place.file, {})
        line = problem.place.line
        allowed = {*found.get(line, ("",))[:1], *found.get(line - 1, ("",))[:1]}
        if problem.rule not in rules or problem.rule not in allowed:
            yield problem
    yield from _mistaken(switches, rules)


def _switches(data: bytes) -> dict[int, tuple[str, str, int]]:
    """Return rule, reason and column (from 1) of each switch by its line (from 1)."""
    lines = data.decode("utf-8", "replace").splitlines()
    found = ((number, ALLOW.search(line)) for number, line in enumerate(lines, 1))
    return {n: (m[1], m[2] or "", m.start() + 1) for n, m in found if m}


def _mistaken(
    switches: Mapping[str, Mapping[int, tuple[str, str, int]]], rules: frozenset[str]
) -> Iterator[Problem]:
    for file, lines in switches.items():
        for number, (rule, reason, column) in lines.items():
            place = Place(file, number, column)
            if rule not in rules:
                hint = "rules that can be switched off: " + ", ".join(sorted(rules))
                message = f'there is no rule "{rule}" to switch off'
                yield Problem(place, message, hint, "allow", Severity.WARNING)
            elif not reason:
                hint = f"write # allow {rule}: and why"
                message = "a rule is switched off here without a reason"
                yield Problem(place, message, hint, "allow", Severity.WARNING)
