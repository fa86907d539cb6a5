"""A drawn card becomes the files that are taken away: tagged with its words, and its JPEG twin."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
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
    if workers <= 1:
        return tuple(_finished(one, store) for one in wanted)
    with ThreadPoolExecutor(workers) as pool:
        return tuple(pool.map(lambda one: _finished(one, store), wanted))


def _finished(one: Wanted, store: Store) -> Finished:
    picture = store.kept(
        key_of("picture", metadata.VERSION, one.digest, one.suffix, one.about),
        one.suffix,
        lambda: _tagged(one),
    )
    if one.format not in TWINS or one.suffix != ".png":
        return Finished(picture)
    key = key_of("twin", metadata.VERSION, jpeg.VERSION, one.digest, one.about)
    return Finished(picture, store.kept(key, ".jpg", lambda: _twin(one)))


def _tagged(one: Wanted) -> bytes:
    write = metadata.in_png if one.suffix == ".png" else metadata.in_jpeg
    return write(one.source.read_bytes(), one.about)


def _twin(one: Wanted) -> bytes:
    return metadata.in_jpeg(jpeg.jpeg(one.source.read_bytes()), one.about)
