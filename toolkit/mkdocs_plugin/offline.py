"""Give each finished tree its service worker, which has to know the files as they came out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.pages.offline import WORKER, worker
from toolkit.publish import publish

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# What every page of a tree needs to look and work as it should.
SHELL = (
    "assets/toolkit/*.css",
    "assets/toolkit/*.js",
    "assets/toolkit/icon.svg",
    "assets/stylesheets/*.css",
    "assets/javascripts/bundle*.js",
)


def write_worker(tree: Path, pages: Iterable[str]) -> None:
    """Write the worker of a tree that keeps these pages, by their source names, and the shell."""
    files = {name: path.read_bytes() for name, path in _kept(tree, pages) if path.is_file()}
    publish({WORKER: worker(files)}, tree, prune=False)


def _kept(tree: Path, pages: Iterable[str]) -> Iterator[tuple[str, Path]]:
    for source in pages:
        name = source.removesuffix("index.md")
        yield name, tree / name / "index.html"
    for pattern in SHELL:
        for path in tree.glob(pattern):
            yield path.relative_to(tree).as_posix(), path
