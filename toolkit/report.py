"""Print problems for people, for programs and for code reviews, and count what was built."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from toolkit.compose.vary import distinct
from toolkit.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.plan import Plan
    from toolkit.problems import Problem

FORMATS = ("text", "json", "github")


def report(problems: Sequence[Problem], style: str) -> str:
    """Return the problems as text, as JSON, or as GitHub workflow commands."""
    if style == "json":
        return json.dumps([_row(p) for p in problems], ensure_ascii=False, indent=2)
    if style == "github":
        return "\n".join(_annotation(p) for p in problems)
    return "\n".join([*map(str, problems), _sum(problems)])


def _row(problem: Problem) -> dict[str, str | int]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity.value,
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
    }


def _annotation(problem: Problem) -> str:
    place = problem.place
    where = f"file={_property(place.file)},line={place.line},col={place.column}"
    text = _data("\n".join(filter(None, (problem.message, problem.hint))))
    return f"::{problem.severity.value} {where}::{text}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _sum(problems: Sequence[Problem]) -> str:
    wrong = sum(p.severity is Severity.ERROR for p in problems)
    hints = len(problems) - wrong
    if not problems:
        return "Everything is in order."
    return f"{many(wrong, 'error')}, {many(hints, 'warning')}."


def tally(plan: Plan, seconds: float) -> str:
    """Return one line that says what a build made and how long it took."""
    texts, exact = _texts(plan)
    made = ", ".join(
        (
            many(len(plan.toolkit.campaigns), "campaign"),
            many(sum(len(c.posts) for c in plan.toolkit.campaigns), "post"),
            f"{'' if exact else 'about '}{many(texts, 'different text')}",
            f"{many(len(plan.cards), 'card')} ({plan.painted} newly painted)",
            many(plan.page_count, "page"),
        )
    )
    return f"Built {made} in {seconds:.1f} s."


def _texts(plan: Plan) -> tuple[int, bool]:
    """Return how many different texts people can say, and whether that is exact."""
    found = [
        distinct(words)
        for campaign in plan.toolkit.campaigns
        for post in campaign.posts
        for texts in (post.text, *(own for _, own in post.networks))
        for words in texts
    ]
    return sum(count for count, _ in found), all(exact for _, exact in found)


def many(count: int, thing: str) -> str:
    """Return a number with its thing, which takes an s unless there is one of it."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
