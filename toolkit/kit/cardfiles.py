"""A drawn card becomes the files that are taken away: tagged with its words, and its JPEG twin."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.cards.paint import jpeg
from toolkit.kit import metadata
from toolkit.kit.store import Kept, Store, key_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from toolkit.kit.metadata import About

TWINS = ("square", "portrait", "story")
"""Formats for Instagram, whose interface takes only JPEG, and TikTok, which takes no PNG."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture to finish: its file, a hash of its pixels, its format, and what it says.

    `suffix` is `.png` or `.jpg`.
    """

    source: Path
    digest: str
    format: str
    about: About
    suffix: str = ".png"


@dataclass(frozen=True, slots=True)
class Finished:
    """The file to take away and, where a network needs one, its JPEG twin."""

    picture: Kept
    twin: Kept | None = None


def finish(wanted: Sequence[Wanted], store: Store, workers: int = 1) -> tuple[Finished, ...]:
    """Return the finished files in order; what was finished before is only looked up.

    Pillow lets go of the interpreter while it packs and unpacks, so threads are enough.
    """
    found = [_found(one, store) for one in wanted]
    missing = [one for one, done in zip(wanted, found, strict=True) if done is None]
    with ThreadPoolExecutor(max(1, workers)) as pool:
        made = pool.map(lambda one: _finished(one, store), missing)
        return tuple(done or next(made) for done in found)


def _found(one: Wanted, store: Store) -> Finished | None:
    """Return what was finished before, None if something of it is not there."""
    try:
        done = _stored(one, store)
    except FileNotFoundError:
        return None
    files = filter(None, (done.picture, done.twin))
    return done if all(file.whole for file in files) else None


@lru_cache(maxsize=32_768)
def _stored(one: Wanted, store: Store) -> Finished:
    """Return what lay in the store when it was first asked for; FileNotFoundError if nothing."""
    key, twin_key = _keys(one)
    twin = store.find(twin_key, ".jpg") if twin_key else None
    return Finished(store.find(key, one.suffix), twin)


def _finished(one: Wanted, store: Store) -> Finished:
    key, twin_key = _keys(one)
    picture = store.kept(key, one.suffix, lambda: _tagged(one))
    twin = store.kept(twin_key, ".jpg", lambda: _twin(one)) if twin_key else None
    return Finished(picture, twin)


def _keys(one: Wanted) -> tuple[str, str]:
    """Return what the picture and its twin are kept under; nothing where it has no twin."""
    key = key_of("picture", metadata.VERSION, one.digest, one.suffix, one.about)
    if one.format not in TWINS or one.suffix != ".png":
        return key, ""
    return key, key_of("twin", metadata.VERSION, jpeg.VERSION, one.digest, one.about)


def _tagged(one: Wanted) -> bytes:
    write = metadata.in_png if one.suffix == ".png" else metadata.in_jpeg
    return write(one.source.read_bytes(), one.about)


def _twin(one: Wanted) -> bytes:
    return metadata.in_jpeg(jpeg.jpeg(one.source.read_bytes()), one.about)
