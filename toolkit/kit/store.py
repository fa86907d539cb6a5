"""Made files are kept under the hash of what they are made from, so that none is made twice."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


PUBLIC = 0o644
"""Temporary files are private, but these are published and a web server has to read them."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A finished file: where it lies, its size in bytes, and the hash (hex) it is kept under."""

    path: Path
    size: int
    key: str


@dataclass(frozen=True, slots=True)
class Store:
    """A folder that any number of processes may use at the same time.

    A file is written beside its place and moved there: a reader sees all of it or nothing, and a
    build that is killed leaves nothing half made under a final name.
    """

    folder: Path

    def kept(self, key: str, suffix: str, make: Callable[[], bytes]) -> Kept:
        """Return the file for a key, making it if it is not there."""
        path = self.folder / key[:2] / f"{key}{suffix}"
        try:
            size = path.stat().st_size
        except FileNotFoundError:
            body = make()
            _write(path, body)
            size = len(body)
        return Kept(path, size, key)


def key_of(*parts: object) -> str:
    """Return a sha256 (hex) of values that have a repr which tells all of them."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _write(path: Path, body: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
            os.fchmod(file.fileno(), PUBLIC)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
