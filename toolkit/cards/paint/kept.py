"""What was made before is used again: a few results, by what they were made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

V = TypeVar("V")


class Kept(Generic[V]):
    """Keeps the `most` newest results; what is kept never changes what is made."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[Hashable, V] = {}

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """Return what was made for this key, or make it."""
        found = self._kept.get(key)
        if found is None:
            while len(self._kept) >= self._most:
                del self._kept[next(iter(self._kept))]
            found = self._kept[key] = make()
        return found
