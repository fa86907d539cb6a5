"""Hold what the code makes against what somebody once looked at and called right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

HINT = "look at it; if it is right, run the same test with --bless and commit what changed"


@dataclass(frozen=True, slots=True)
class Golden:
    """A folder of goldens. Call it with a file name and what was made: text or bytes."""

    folder: Path
    bless: bool = False

    def __call__(self, name: str, made: str | bytes) -> None:
        """Compare, or with --bless replace; a difference leaves `actual-<name>` to look at."""
        data = made.encode() if isinstance(made, str) else made
        if self.bless:
            self._write(name, data)
            return
        path = self.folder / name
        if path.is_file() and path.read_bytes() == data:
            return
        actual = self._write(f"actual-{name}", data)
        if path.is_file() and isinstance(made, str):
            assert path.read_text(encoding="utf-8") == made, f"{actual}: {HINT}"
        pytest.fail(f"{actual} {'differs from' if path.is_file() else 'has no'} golden: {HINT}")

    def _write(self, name: str, data: bytes) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / name
        path.write_bytes(data)
        return path
