"""Make a folder hold exactly what was planned, touching only what changed."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.wholly import beside

if TYPE_CHECKING:
    from collections.abc import Mapping


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
        place = _inside(folder, name)
        if _there(place, body):
            continue
        path = Path(place)
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        _write(path, body)
        written += 1
    removed = _prune(files, folder) if prune else 0
    return Published(written, len(files) - written, removed)


def _inside(folder: Path, name: str) -> str:
    if not name or name.startswith("/") or ".." in name.split("/") or "\\" in name:
        message = f"{name!r} would leave the folder it is published to"
        raise ValueError(message)
    return f"{folder}/{name}"


def _there(path: str, body: bytes | Path) -> bool:
    """Tell whether a file already holds exactly this."""
    try:
        found = os.stat(path)  # noqa: PTH116 - for thousands of files, most of them there
    except FileNotFoundError:
        return False
    if not isinstance(body, Path):
        return found.st_size == len(body) and Path(path).read_bytes() == body
    source = body.stat()
    if os.path.samestat(found, source):
        return True
    if found.st_size != source.st_size:
        return False
    return found.st_mtime_ns == source.st_mtime_ns or Path(path).read_bytes() == body.read_bytes()


def _write(path: Path, body: bytes | Path) -> None:
    with beside(path) as part:
        if isinstance(body, Path):
            _place(body, part)
        else:
            part.write_bytes(body)


def _place(source: Path, path: Path) -> None:
    """Link a file to a second name, which costs nothing, or copy it where that cannot be.

    Whoever keeps the source must notice if it changes: its cache compares sizes. A copy is as old
    as its source, by which `_there` knows it again.
    """
    try:
        os.link(source, path)
    except OSError:
        shutil.copyfile(source, path)
        told = source.stat()
        os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))


def _prune(files: Mapping[str, object], folder: Path) -> int:
    removed = 0
    for path, folders, names in os.walk(folder, topdown=False):
        here = Path(path)
        names += [name for name in folders if (here / name).is_symlink()]
        prefix = "" if here == folder else f"{here.relative_to(folder).as_posix()}/"
        gone = [name for name in names if f"{prefix}{name}" not in files]
        for name in gone:
            (here / name).unlink()
        removed += len(gone)
        if prefix and not any(here.iterdir()):
            here.rmdir()
    return removed


def swap(new: Path, old: Path) -> None:
    """Put a finished folder in the place of an older one; the older one is removed after."""
    aside = old.with_name(old.name + ".old")
    shutil.rmtree(aside, ignore_errors=True)
    if old.exists():
        old.rename(aside)
    new.rename(old)
    shutil.rmtree(aside, ignore_errors=True)
