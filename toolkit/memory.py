"""Remember what the build before made, so that a save costs what the change costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
Name = tuple[str, ...]


class Memory:
    """Values by name, each with all that it was made from; in this process only, never on disk.

    It holds what the last good build used and nothing else. What a build makes is the same with a
    memory as without: a function is called with its inputs alone, and again when one of them is
    no longer equal.
    """

    def __init__(self) -> None:
        self._before: dict[Name, tuple[tuple[Any, ...], Any]] = {}
        self._now: dict[Name, tuple[tuple[Any, ...], Any]] = {}

    def recall(self, name: Name, make: Callable[..., T], *inputs: object) -> T:
        """Return what a pure function makes of its inputs, from the build before if they agree."""
        kept = self._before.get(name)
        if kept is None or kept[0] != inputs:
            kept = (inputs, make(*inputs))
        self._now[name] = kept
        made: T = kept[1]
        return made

    def same(self, name: str, value: T) -> T:
        """Return the equal value of the build before if there is one: it compares at no cost."""
        kept: T = self.recall(("same", name), _itself, value)
        return kept

    def settle(self) -> None:
        """End a good build: what it did not use is forgotten."""
        self._before, self._now = self._now, {}


def _itself(value: T) -> T:
    return value
