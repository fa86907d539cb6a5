"""A rebuild makes only what its makings changed, and forgets what nobody asks for."""

from __future__ import annotations

import dataclasses

from toolkit.model import Words
from toolkit.plan.memory import Memory
from toolkit.problems import Place


def test_what_was_made_from_the_same_is_not_made_again() -> None:
    made: list[str] = []
    memory = Memory()
    for _ in range(2):
        memory.begin()
        memory.recall("post", lambda: made.append("post"))

    assert made == ["post"]


def test_what_one_build_does_not_ask_for_is_forgotten_by_the_next() -> None:
    made: list[str] = []
    memory = Memory()
    for keys in (("a", "b"), ("a",), ("a", "b")):
        memory.begin()
        for key in keys:
            memory.recall(key, lambda key=key: made.append(key))  # type: ignore[misc]

    assert made == ["a", "b", "b"]


def test_a_text_that_only_moved_to_another_line_looks_the_same() -> None:
    words = Words("Open the doors", "en", Place("posts.yml", 3, 9))
    moved = dataclasses.replace(words, place=Place("posts.yml", 30, 9))

    assert repr(words) == repr(moved)
    assert repr(words) != repr(dataclasses.replace(words, text="Open the door"))
