"""How serious each rule is, and how a project changes that in its checks.yml."""

from __future__ import annotations

import enum
from types import MappingProxyType
from typing import TYPE_CHECKING

import pydantic

from toolkit.problems import Place, Problem, Severity, did_you_mean
from toolkit.read import parse, shaped

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "checks.yml"
ERROR, WARNING = Severity.ERROR, Severity.WARNING

# An error stops the build: something would reach supporters broken, wrong or unreadable, and no
# page could make up for it. All else is advice. A common text that is too long for a network is
# only a warning, since the page then fills in the link alone there and says why, while everywhere
# else the text still serves; a text that was written for that very network has no such excuse.
RULES: Mapping[str, Severity] = MappingProxyType(
    {
        "accent-alone": WARNING,
        "ambiguous-handle": ERROR,
        "changed-quotation": ERROR,
        "click-here": WARNING,
        "duplicate-text": WARNING,
        "embargo-leak": WARNING,
        "example-address": WARNING,
        "fact-missing": ERROR,
        "fact-varies": ERROR,
        "fancy-letters": WARNING,
        "leftover": ERROR,
        "long-address": WARNING,
        "long-alt": WARNING,
        "long-mail": WARNING,
        "long-quotation": WARNING,
        "lost-report": WARNING,
        "many-emoji": WARNING,
        "many-tags": WARNING,
        "missing-alt": ERROR,
        "missing-link": WARNING,
        "missing-picture": WARNING,
        "missing-salutation": WARNING,
        "missing-translation": WARNING,
        "month-deadline": WARNING,
        "month-release": WARNING,
        "no-room": WARNING,
        "no-target": ERROR,
        "nowhere-to-sign": WARNING,
        "old-account": WARNING,
        "picture-credit": ERROR,
        "picture-licence": WARNING,
        "relative-date": WARNING,
        "shouting": WARNING,
        "starts-with-mention": WARNING,
        "stray-choice": WARNING,
        "tag-case": WARNING,
        "too-long": WARNING,
        "too-long-choice": ERROR,
        "too-long-own": ERROR,
        "too-long-part": ERROR,
        "too-many-wordings": ERROR,
        "undiallable": WARNING,
        "unknown-blank": ERROR,
        "unknown-handle": WARNING,
        "unknown-place": ERROR,
        "unknown-quotation": ERROR,
        "unknown-tag": WARNING,
        "unknown-zone": ERROR,
        "unlinked-mention": WARNING,
        "unlinked-tag": WARNING,
        "unreachable-channel": WARNING,
    }
)


class Level(enum.StrEnum):
    """What a project may say of a rule."""

    OFF = "off"
    WARNING = "warning"
    ERROR = "error"


LEVEL: pydantic.TypeAdapter[Level | None] = pydantic.TypeAdapter(Level)


def severities(
    data: bytes | None,
) -> tuple[Mapping[str, Severity | None], tuple[Problem, ...]]:
    """Return how serious each rule is in a project with this checks.yml, None for one that is off.

    What cannot be understood is a problem, and the rule stays as it is.
    """
    document, problems = parse(data, FILE) if data else (None, ())
    if document is None or document.value is None:
        return RULES, problems
    if not isinstance(document.value, dict):
        hint = "write one rule on each line, such as unknown-tag: off"
        problem = Problem(
            Place(FILE),
            "each line of checks.yml should name a rule and off, warning or error",
            hint,
        )
        return RULES, (*problems, problem)
    chosen: dict[str, Severity | None] = dict(RULES)
    found = list(problems)
    for rule in document.value:
        if rule not in RULES:
            hint = did_you_mean(rule, RULES) or "rules: " + ", ".join(RULES)
            message = f'there is no rule "{rule}"'
            found.append(Problem(document.key_at((rule,)), message, hint, "checks"))
            continue
        level, wrong = shaped(document, LEVEL, (rule,))
        found += wrong
        if level:
            chosen[rule] = None if level is Level.OFF else Severity(level.value)
    return chosen, tuple(found)
