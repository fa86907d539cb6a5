"""Cards that were drawn before: found by what was asked for, kept under what they look like."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.cards.inspect import Note
from toolkit.wholly import write

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

END = b"IEND\xaeB`\x82"
"""How every PNG file ends."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finished card: its file, size in px and bytes, and the hash of its scene (hex).

    `notes` is what was found wrong with it when it was drawn.
    """

    path: Path
    width: int
    height: int
    size: int
    scene: str
    notes: tuple[Note, ...] = ()


class Cache:
    """A folder of cards that any number of processes may use at the same time.

    `asked/` holds a line for each request key, `drawn/` the files by scene hash. Every file is
    written beside its place and then moved there, so that a reader sees all of it or nothing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, key: str) -> Entry | None:
        """Return the card for a request key, if it is there and whole."""
        try:
            entry = _read(self.folder, key)
            return entry if entry.path.stat().st_size == entry.size else None
        except (FileNotFoundError, ValueError, TypeError):
            return None

    def drawn(self, scene: str) -> bool:
        """Whether a card that looks like this is there, to its end."""
        try:
            return self._drawn(scene).read_bytes().endswith(END)
        except FileNotFoundError:
            return False

    def keep(
        self,
        key: str,
        scene: str,
        size: tuple[int, int],
        png: bytes | None,
        notes: tuple[Note, ...] = (),
    ) -> Entry:
        """Store a card under its request key; without `png` it is there already."""
        path = self._drawn(scene)
        if png is not None:
            write(path, png)
        entry = Entry(path, *size, path.stat().st_size, scene, notes)
        lines = [f"{scene} {entry.width} {entry.height} {entry.size}"]
        lines += [json.dumps(astuple(note)) for note in notes]
        write(self._asked(key), "".join(f"{line}\n" for line in lines).encode("ascii"))
        return entry

    def prune(self, keys: Iterable[str]) -> int:
        """Remove every file that is not needed for these keys; return how many went.

        Not to be called while another process fills the same folder.
        """
        kept = {self._asked(key) for key in keys}
        kept |= {entry.path for path in kept if (entry := self.find(path.name))}
        stale = [p for p in sorted(self.folder.rglob("*")) if p.is_file() and p not in kept]
        for path in stale:
            path.unlink(missing_ok=True)
        return len(stale)

    def _asked(self, key: str) -> Path:
        return _asked(self.folder, key)

    def _drawn(self, scene: str) -> Path:
        return _drawn(self.folder, scene)


def _asked(folder: Path, key: str) -> Path:
    return folder / f"asked/{key[:2]}/{key}"


def _drawn(folder: Path, scene: str) -> Path:
    return folder / f"drawn/{scene[:2]}/{scene}.png"


@lru_cache(maxsize=32_768)
def _read(folder: Path, key: str) -> Entry:
    """Return what was kept under a key; a process reads it once, for it never changes.

    FileNotFoundError, ValueError or TypeError if nothing is there or it is not whole: then the
    next one who asks looks again.
    """
    first, *rest = _asked(folder, key).read_text("ascii").splitlines()
    scene, width, height, size = first.split()
    notes = tuple(Note(*json.loads(line)) for line in rest)
    return Entry(_drawn(folder, scene), int(width), int(height), int(size), scene, notes)
