"""Let an author switch a rule off for one line, with a reason that everybody can read.

`text: |-  # allow relative-date: the minister's own words` on the line of the problem, or as a
comment on the line above it. For something inside a text, that is the line the text begins on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from toolkit.problems import Place, Problem, Severity, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from toolkit.check.finding import Found

ALLOW = re.compile(r"(?:^|\s)# allow ([a-z-]+)(?::\s*(\S.*))?\s*$")


class Switch(NamedTuple):
    """A comment that switches a rule off: which, why, and where it stands (column from 1)."""

    rule: str
    reason: str
    column: int


Switches = dict[str, dict[int, Switch]]


def switches(files: Mapping[str, bytes]) -> Switches:
    """Return the switches of each file by their line, from 1."""
    return {file: _switches(data) for file, data in files.items() if b"# allow " in data}


def _switches(data: bytes) -> dict[int, Switch]:
    lines = data.decode("utf-8", "replace").splitlines()
    found = ((number, ALLOW.search(line)) for number, line in enumerate(lines, 1))
    return {n: Switch(m[1], m[2] or "", m.start() + 1) for n, m in found if m}


def without_allowed(findings: Iterable[Found], off: Switches) -> Iterator[Found]:
    """Yield the findings that nobody switched off."""
    for found in findings:
        lines = off.get(found.place.file, {})
        at = {
            line for place in (found.place, found.anchor) for line in (place.line, place.line - 1)
        }
        if not any(lines[line].rule == found.finding.rule for line in at if line in lines):
            yield found


def mistaken(off: Switches, rules: Collection[str]) -> Iterator[Problem]:
    """Yield what is wrong with the switches themselves."""
    for file, lines in off.items():
        for number, switch in lines.items():
            place = Place(file, number, switch.column)
            if switch.rule not in rules:
                hint = did_you_mean(switch.rule, rules) or "rules: " + ", ".join(sorted(rules))
                message = f'there is no rule "{switch.rule}" to switch off'
                yield Problem(place, message, hint, "allow", Severity.WARNING)
            elif not switch.reason:
                hint = f"write # allow {switch.rule}: and why"
                message = "a rule is switched off here without a reason"
                yield Problem(place, message, hint, "allow", Severity.WARNING)
