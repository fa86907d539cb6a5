"""A file appears whole or not at all, whoever reads it meanwhile and whatever stops the writing."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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
