"""A file appears whole or not at all, and one that is kept goes when nobody wanted it for long."""

from __future__ import annotations

import os
import secrets
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

YOUNG = 600
"""Seconds for which a file need not be made young again."""


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Give a name beside a file's place, on which nothing lies yet; move there what comes to lie.

    When the block fails, nothing is left. Any number of processes may
    write the same file; the last one wins.
    """
    made = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        yield made
        made.replace(path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise


def write(path: Path, content: bytes) -> None:
    """Write a file; its folder is made if it is not there."""
    with beside(path) as part:
        try:
            part.write_bytes(content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(content)


def wanted(path: Path, told: os.stat_result) -> None:
    """Make a file young that somebody asks for; its age says when that was the last time."""
    if time.time() - told.st_mtime > YOUNG:
        os.utime(path)


def forget(paths: Iterable[Path], now: float, longest: Callable[[Path], float]) -> int:
    """Remove files that nobody wanted for longer than `longest` seconds; return how many.

    `now` is in seconds since the epoch. Whoever finds a file makes it young first (`wanted`), so
    that a build that runs at the same time never loses one that it has just found. Others may
    remove the same files meanwhile.
    """
    gone = 0
    for path in list(paths):
        try:
            if now - path.stat().st_mtime > longest(path):
                path.unlink()
                gone += 1
        except FileNotFoundError:
            continue
    return gone
