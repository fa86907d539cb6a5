"""Give each finished tree its service worker, which has to know the files as they came out."""

from __future__ import annotations

import json
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
# What the theme's search needs, beside the program that is in the shell.
INDEX = "search/search_index.json"
SEARCHES = "assets/javascripts/workers/*.js"
TONGUES = "assets/javascripts/lunr"

# What the composer needs, which all languages share: its program, its networks, its first posts.
COMPOSER = (
    "assets/toolkit/composer.*.js",
    "assets/toolkit/networks.*.json",
    "assets/posts/*-{language}-0.json",
)


def write_worker(tree: Path, pages: Iterable[str], *, shared: Path, language: str) -> None:
    """Write the worker of a language's tree that keeps these pages, by their source names.

    With them go the shell and what pages of this language take from `shared`, the site's root.
    """
    kept = (*_kept(tree, pages), *_shared(tree, shared, language))
    files = {name: path.read_bytes() for name, path in kept if path.is_file()}
    up = "" if tree == shared else "../"
    publish({WORKER: worker(files, up)}, tree, prune=False)


def _shared(tree: Path, shared: Path, language: str) -> Iterator[tuple[str, Path]]:
    up = "" if tree == shared else "../"
    for pattern in COMPOSER:
        for path in shared.glob(pattern.format(language=language)):
            yield up + path.relative_to(shared).as_posix(), path


def _kept(tree: Path, pages: Iterable[str]) -> Iterator[tuple[str, Path]]:
    for source in pages:
        name = source.removesuffix("index.md")
        yield name, tree / name / "index.html"
    for pattern in (*SHELL, *_search(tree)):
        for path in tree.glob(pattern):
            yield path.relative_to(tree).as_posix(), path


def _search(tree: Path) -> Iterator[str]:
    """Yield the files of a tree's search, as its program asks for them.

    Pages ask for none of them before somebody searches, and then there may be no network. Words
    without spaces between them are parted by a list of 170 kB (Thai, Hindi), which is too much.
    """
    index = tree / INDEX
    if not index.is_file():
        return
    spoken = json.loads(index.read_bytes())["config"]["lang"]
    yield from (INDEX, SEARCHES)
    if spoken != ["en"]:
        yield f"{TONGUES}/min/lunr.stemmer.support.min.js"
    if len(spoken) > 1:
        yield f"{TONGUES}/min/lunr.multi.min.js"
    if "ja" in spoken:
        yield f"{TONGUES}/tinyseg.js"
    yield from (f"{TONGUES}/min/lunr.{tag}.min.js" for tag in spoken if tag != "en")
