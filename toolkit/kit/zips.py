"""Zips that hold exactly what their pages show, with a list of it all and the same bytes always."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.kit.store import Kept, Store, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

VERSION = "2"
"""Part of every key: raise it when the same files would be packed in another way."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first day a zip can name; a real one would change the file without a reason."""
UNIX, READABLE = 3, 0o644 << 16
MANIFEST = "manifest.json"
NO_DIGEST = "0" * 64
"""Stands in a manifest whose length alone is asked for."""


Told = tuple[tuple[str, str | int], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a zip: its name there, and what it holds. `told` are facts for the manifest."""

    name: str
    body: bytes | Kept
    told: Told = ()

    @property
    def digest(self) -> str:
        """A hash that changes with the content, without reading a file that is kept."""
        if isinstance(self.body, Kept):
            return self.body.key
        return hashlib.sha256(self.body).hexdigest()

    @property
    def size(self) -> int:
        return self.body.size if isinstance(self.body, Kept) else len(self.body)

    @property
    def sha256(self) -> str:
        """The hash (hex) of the content, by which somebody can see that nothing is missing."""
        if isinstance(self.body, Kept):
            return _sha256(self.body.path)
        return hashlib.sha256(self.body).hexdigest()

    def read(self) -> bytes:
        return self.body.path.read_bytes() if isinstance(self.body, Kept) else self.body


def zipped(title: str, entries: Iterable[Entry], store: Store) -> Kept:
    """Return a zip of entries with a manifest, which is packed when somebody wants to have it."""
    inside = sorted(entries, key=lambda entry: entry.name)
    key = key_of("zip", VERSION, title, [(e.name, e.digest, e.told) for e in inside])
    listed = _manifest(title, [(entry, NO_DIGEST) for entry in inside])
    size = _size([*((e.name, e.size) for e in inside), (MANIFEST, len(listed))])
    return store.promised(key, ".zip", size, lambda path: _pack(path, title, inside))


def _pack(path: Path, title: str, entries: list[Entry]) -> None:
    """Pack without deflating: pictures are deflated already, and deflaters differ."""
    rows: list[tuple[Entry, str]] = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for entry in entries:
            _put(archive, entry.name, entry.read())
            rows.append((entry, entry.sha256))
        _put(archive, MANIFEST, _manifest(title, rows))


@lru_cache(maxsize=32_768)
def _sha256(path: Path) -> str:
    """Return the hash of a kept file, which never changes; a card is in three zips."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _put(archive: zipfile.ZipFile, name: str, body: bytes) -> None:
    info = zipfile.ZipInfo(name, EPOCH)
    info.create_system, info.external_attr = UNIX, READABLE
    archive.writestr(info, body)


def _manifest(title: str, rows: list[tuple[Entry, str]]) -> bytes:
    """Return the list of what is in a zip, a line for each file with its hash."""
    lines = ",\n".join(_line(entry, digest) for entry, digest in rows)
    named = json.dumps(title, ensure_ascii=False)
    return f'{{"title": {named}, "files": [\n{lines}\n]}}\n'.encode()


def _line(entry: Entry, digest: str) -> str:
    return _blank_line(entry.name, entry.size, entry.told).replace(NO_DIGEST, digest, 1)


@lru_cache(maxsize=32_768)
def _blank_line(name: str, size: int, told: Told) -> str:
    """Return a file's line without its hash; a card is in three zips, and a save packs seven."""
    row = {"sha256": NO_DIGEST, "file": name, "size": size, **dict(told)}
    return json.dumps(row, ensure_ascii=False)


def _size(files: list[tuple[str, int]]) -> int:
    """Return how large a zip of files, given by name and size, will be.

    So a page can say it before anything is packed. Sizes of the parts: PKWARE's APPNOTE 6.3.10,
    4.3.7 (30 bytes and the name before each file), 4.3.12 (46 and the name in the list at the end)
    and 4.3.16 (22 to close); 4.3.14, 4.3.15 and 4.5.3 where numbers outgrow 32 bits.
    """
    at = listed = 0
    for name, size in files:
        long = len(name.encode())
        listed += 46 + long + (12 if at > zipfile.ZIP64_LIMIT else 0)
        at += 30 + long + size
    outgrown = len(files) > zipfile.ZIP_FILECOUNT_LIMIT or at > zipfile.ZIP64_LIMIT
    return at + listed + 22 + (76 if outgrown else 0)
