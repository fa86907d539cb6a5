"""Zips that hold exactly what their pages show, with a list of it all and the same bytes always."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.kit.store import Kept, Store, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

VERSION = "1"
"""Part of every key: raise it when the same files would be packed in another way."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first day a zip can name; a real one would change the file without a reason."""
UNIX, READABLE = 3, 0o644 << 16
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a zip: its name there, and what it holds. `told` are facts for the manifest."""

    name: str
    body: bytes | Kept
    told: tuple[tuple[str, str | int], ...] = ()

    @property
    def digest(self) -> str:
        """A hash that changes with the content, without reading a file that is kept."""
        if isinstance(self.body, Kept):
            return self.body.key
        return hashlib.sha256(self.body).hexdigest()

    def read(self) -> bytes:
        return self.body.path.read_bytes() if isinstance(self.body, Kept) else self.body


def zipped(title: str, entries: Iterable[Entry], store: Store) -> Kept:
    """Return a zip of entries with a manifest; packed anew only when one of them changed."""
    inside = sorted(entries, key=lambda entry: entry.name)
    key = key_of("zip", VERSION, title, [(e.name, e.digest, e.told) for e in inside])
    return store.kept(key, ".zip", lambda: _packed(title, inside))


def _packed(title: str, entries: list[Entry]) -> bytes:
    """Pack without deflating: pictures are deflated already, and deflaters differ."""
    out = io.BytesIO()
    rows: list[dict[str, str | int]] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for entry in entries:
            body = entry.read()
            _put(archive, entry.name, body)
            digest = hashlib.sha256(body).hexdigest()
            told: dict[str, str | int] = {"file": entry.name, "size": len(body), "sha256": digest}
            rows.append({**told, **dict(entry.told)})
        listed = json.dumps({"title": title, "files": rows}, ensure_ascii=False, indent=1)
        _put(archive, MANIFEST, f"{listed}\n".encode())
    return out.getvalue()


def _put(archive: zipfile.ZipFile, name: str, body: bytes) -> None:
    info = zipfile.ZipInfo(name, EPOCH)
    info.create_system, info.external_attr = UNIX, READABLE
    archive.writestr(info, body)
