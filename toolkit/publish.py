"""Make a folder hold exactly what was planned, touching only what changed."""

from __future__ import annotations

import os
import shutil
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
    folders: set[Path] = set()
    for name, body in sorted(files.items()):
        path = _inside(folder, name)
        if _there(path, body):
            continue
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        _write(path, body)
        written += 1
    removed = _prune(files, folder) if prune else 0
    return Published(written, len(files) - written, removed)


def _inside(folder: Path, name: str) -> Path:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or not path.parts:
        message = f"{name!r} would leave the folder it is published to"
        raise ValueError(message)
    return folder / name


def _there(path: Path, body: bytes | Path) -> bool:
    """Tell whether a file already holds exactly this."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return False
    if isinstance(body, Path):
        return size == body.stat().st_size and path.read_bytes() == body.read_bytes()
    return size == len(body) and path.read_bytes() == body


def _write(path: Path, body: bytes | Path) -> None:
    """Write beside the place and move there, so that a reader sees all of it or nothing."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if isinstance(body, Path):
            _place(body, beside)
        else:
            beside.write_bytes(body)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _place(source: Path, path: Path) -> None:
    """Link a file to a second name, which costs nothing, or copy it where that cannot be.

    Whoever keeps the source must notice if it changes: its cache compares sizes.
    """
    try:
        os.link(source, path)
    except OSError:
        shutil.copyfile(source, path)


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
