"""What a rule says before anybody has decided how serious it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.problems import Place


class Finding(NamedTuple):
    """What is wrong with a text: the rule, the sentence, what to do instead.

    `needle` is the word it is about, so that its line can be found.
    """

    rule: str
    message: str
    hint: str
    needle: str = ""


class Found(NamedTuple):
    """A finding with its place; `anchor` is where the value around it begins.

    A comment that switches a rule off cannot stand inside a text, so it stands at the anchor.
    """

    finding: Finding
    place: Place
    anchor: Place


def found(rule: str, place: Place, message: str, hint: str) -> Found:
    """Return a finding about the value at a place."""
    return Found(Finding(rule, message, hint), place, place)


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: X, Threads and Bluesky."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
