"""Made files are kept under the hash of what they are made from, so that none is made twice."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toolkit.wholly import beside, forget, wanted, write

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path


LONGEST, LONG = 7 * 24 * 3600, {".zip": 1800}
"""For how many seconds what nobody asks for is kept: zips are large, and soon packed again."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of a store: where it lies, its size in bytes, and the hash (hex) it is kept under.

    A large one is `made` only when somebody wants to have it: until then nothing lies at `path`.
    """

    path: Path
    size: int
    key: str
    made: Callable[[Path], None] | None = field(default=None, compare=False, repr=False)

    @property
    def whole(self) -> bool:
        """Whether the file is there with the size that it had."""
        try:
            return self.path.stat().st_size == self.size
        except FileNotFoundError:
            return False

    def there(self) -> Path:
        """Return where the file lies, having made it if need be."""
        if self.made is None:
            return self.path
        try:
            wanted(self.path, self.path.stat())
        except FileNotFoundError:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with beside(self.path) as part:
                self.made(part)
        return self.path


@dataclass(frozen=True, slots=True)
class Store:
    """A folder that any number of processes may use at the same time.

    A file is written beside its place and moved there: a reader sees all of it or nothing, and a
    build that is killed leaves nothing half made under a final name.
    """

    folder: Path

    def kept(self, key: str, suffix: str, make: Callable[[], bytes]) -> Kept:
        """Return the file for a key, making it if it is not there."""
        try:
            return self.find(key, suffix)
        except FileNotFoundError:
            path, body = self._place(key, suffix), make()
            write(path, body)
            return Kept(path, len(body), key)

    def find(self, key: str, suffix: str) -> Kept:
        """Return the file for a key; FileNotFoundError if it is not there."""
        path = self._place(key, suffix)
        told = path.stat()
        wanted(path, told)
        return Kept(path, told.st_size, key)

    def promised(self, key: str, suffix: str, size: int, make: Callable[[Path], None]) -> Kept:
        """Return a file of a known size that is made when somebody wants to have it.

        `make` writes it under the name it is given.
        """
        return Kept(self._place(key, suffix), size, key, make)

    def prune(self, used: Collection[Path], now: float) -> int:
        """Remove what is not in use and was not asked for lately (`forget`); return how many."""
        found = (p for p in self.folder.rglob("*") if p.suffix and p not in used)
        return forget(found, now, lambda path: LONG.get(path.suffix, LONGEST))

    def _place(self, key: str, suffix: str) -> Path:
        return self.folder / f"{key[:2]}/{key}{suffix}"


def key_of(*parts: object) -> str:
    """Return a sha256 (hex) of values that have a repr which tells all of them."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()
