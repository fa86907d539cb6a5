"""Make a folder hold exactly what was planned, touching only what changed."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Published:
    """How many files were written, left as they were, and removed."""

    written: int = 0
    kept: int = 0
    removed: int = 0


def publish(files: Mapping[str, bytes | Path], folder: Path, *, prune: bool = True) -> Published:
    """Write files (content, or the path of a file to copy) under a folder.

    Names use `/` and stay inside the folder; ValueError if one does not. With `prune`, whatever
    else lies in the folder is removed. A file appears whole or not at all.
    """
    written = 0
    for name, body in sorted(files.items()):
        written += _write(_inside(folder, name), body)
    removed = _prune(files, folder) if prune else 0
    return Published(written, len(files) - written, removed)


def _inside(folder: Path, name: str) -> Path:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or not path.parts:
        message = f"{name!r} would leave the folder it is published to"
        raise ValueError(message)
    return folder.joinpath(*path.parts)


def _write(path: Path, body: bytes | Path) -> bool:
    """Return whether the file had to be written."""
    if isinstance(body, Path):
        if path.exists() and path.stat().st_size == body.stat().st_size and _same(path, body):
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        with _whole(path) as temporary:
            shutil.copyfile(body, temporary)
        return True
    if path.exists() and path.read_bytes() == body:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with _whole(path) as temporary:
        temporary.write_bytes(body)
    return True


def _same(one: Path, other: Path) -> bool:
    return one.read_bytes() == other.read_bytes()


class _whole:  # noqa: N801 - reads as a verb phrase: with _whole(path) as temporary
    """Give a temporary name to write to, and rename it into place when nothing went wrong."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> Path:
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=".new-")
        os.close(handle)
        self.temporary = Path(name)
        return self.temporary

    def __exit__(self, kind: object, *_rest: object) -> None:
        if kind:
            self.temporary.unlink(missing_ok=True)
            return
        self.temporary.chmod(0o644)
        self.temporary.replace(self.path)


def _prune(files: Mapping[str, object], folder: Path) -> int:
    removed = 0
    for path in _deepest_first(folder):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in files:
            path.unlink()
            removed += 1
    return removed


def _deepest_first(folder: Path) -> Iterator[Path]:
    return iter(sorted(folder.rglob("*"), key=lambda p: len(p.parts), reverse=True))


def swap(new: Path, old: Path) -> None:
    """Put a finished folder in the place of an older one; the older one is removed after."""
    aside = old.with_name(old.name + ".old")
    shutil.rmtree(aside, ignore_errors=True)
    if old.exists():
        old.rename(aside)
    new.rename(old)
    shutil.rmtree(aside, ignore_errors=True)
