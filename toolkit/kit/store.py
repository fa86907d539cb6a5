"""Made files are kept under the hash of what they are made from, so that none is made twice."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toolkit.wholly import beside, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


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
        if self.made and not self.path.exists():
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
        return Kept(path, path.stat().st_size, key)

    def promised(self, key: str, suffix: str, size: int, make: Callable[[Path], None]) -> Kept:
        """Return a file of a known size that is made when somebody wants to have it.

        `make` writes it under the name it is given.
        """
        return Kept(self._place(key, suffix), size, key, make)

    def _place(self, key: str, suffix: str) -> Path:
        return self.folder / f"{key[:2]}/{key}{suffix}"


def key_of(*parts: object) -> str:
    """Return a sha256 (hex) of values that have a repr which tells all of them."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()
