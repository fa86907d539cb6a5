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


LARGE = 24 << 20
"""Bytes; glibc takes this lesson from blocks of up to 32 MiB."""


def keep_memory() -> None:
    """Teach the C library to keep what it is given back, up to twice `LARGE`.

    glibc gives blocks of the size of a card back to the system and asks for them anew, card by
    card: some 500 page faults each, which take longer than the letters. It stops that for all
    blocks smaller than the largest that was ever given back (mallopt(3), M_MMAP_THRESHOLD), and so
    we give back one that was never touched. Elsewhere nothing comes of it.
    """
    bytearray(LARGE)
