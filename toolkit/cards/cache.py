"""Cards that were drawn before: found by what was asked for, kept under what they look like."""

from __future__ import annotations

import json
import os
from dataclasses import astuple, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.cards.inspect import Note
from toolkit.wholly import forget, wanted, write

if TYPE_CHECKING:
    from pathlib import Path

DAY = 24 * 3600
LONGEST = 7 * DAY
"""For how many seconds a card is kept that nobody asks for."""
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
            told = entry.path.stat()
            if told.st_size != entry.size:
                return None
            wanted(entry.path, told)
            wanted(self._asked(key), told)
        except (FileNotFoundError, ValueError, TypeError):
            return None
        return entry

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
        told = path.stat()
        wanted(path, told)
        entry = Entry(path, *size, told.st_size, scene, notes)
        lines = [f"{scene} {entry.width} {entry.height} {entry.size}"]
        lines += [json.dumps(astuple(note)) for note in notes]
        write(self._asked(key), "".join(f"{line}\n" for line in lines).encode("ascii"))
        return entry

    def prune(self, now: float) -> int:
        """Remove cards that nobody asked for lately, as `forget` does; return how many files went.

        It looks at every file, and so it does that once a day; `now` is in seconds since the epoch.
        """
        looked = self.folder / "looked"
        try:
            if now - looked.stat().st_mtime < DAY:
                return 0
        except FileNotFoundError:
            pass
        write(looked, b"")
        os.utime(looked, (now, now))
        kept = (p for p in self.folder.rglob("*") if p.is_file() and p != looked)
        return forget(kept, now, lambda _: LONGEST)

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
