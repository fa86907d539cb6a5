"""Remember what was made in the build before, so that a rebuild costs what the change costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

T = TypeVar("T")


class Memory:
    """Values by what they were made from; kept in this process only, never on disk.

    What a build does not ask for is forgotten when the next one begins.
    """

    def __init__(self) -> None:
        self._before: dict[Hashable, Any] = {}
        self._now: dict[Hashable, Any] = {}

    def begin(self) -> None:
        """Start a build: what the last one used may be used again."""
        self._before, self._now = self._now, {}

    def recall(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made for a key in this build or the last, else make it."""
        if key in self._now:
            found: T = self._now[key]
            return found
        value = self._before[key] if key in self._before else make()
        self._now[key] = value
        return value
