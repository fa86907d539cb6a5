"""Make many cards: those that are there are found, the others drawn, on all cores if it pays."""

from __future__ import annotations

import math
import multiprocessing
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.cards import paint, scene
from toolkit.cards.arrange import Fault
from toolkit.cards.cache import Cache, Entry
from toolkit.cards.dress import dress
from toolkit.cards.formats import FORMATS
from toolkit.cards.helper import follow_parent
from toolkit.cards.inspect import inspected
from toolkit.cards.paint.pictures import UnusableImageError
from toolkit.cards.request import CardRequest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from toolkit.cards.fonts import Fonts
    from toolkit.cards.formats import Format
    from toolkit.cards.library import Library
    from toolkit.cards.scene import Scene

FEW = 60
"""Cards that one process draws sooner than another one starts."""
BATCH = 12
AHEAD = 2
"""Batches that a process is given before it has returned one, so that it never waits."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a request: a finished card, or the faults that are in its way.

    `new` says that the card was not in the cache.
    """

    request: CardRequest
    card: Entry | None
    faults: tuple[Fault, ...] = ()
    new: bool = False


@dataclass(frozen=True, slots=True)
class Studio:
    """All that cards are made with; a value, so that it can be sent to another process."""

    library: Library
    fonts: Fonts
    cache: Path

    def key(self, request: CardRequest) -> str:
        """Return what a request is kept under: it changes with all that decides the pixels."""
        layout = self.library.layouts[request.layout].digest
        theme = self.library.themes[request.theme].digest
        size = repr(FORMATS[request.format])
        return request.key(layout, theme, size, self.fonts.hash, VERSION)


VERSION = f"dress 5, paint {paint.VERSION}"
"""Raise the first number when the same design would be laid out in another way."""


def render(
    requests: Iterable[CardRequest],
    *,
    library: Library,
    fonts: Fonts,
    cache: Path,
    workers: int = 1,
) -> tuple[Result, ...]:
    """Return a result for each request, in their order.

    Cards end up in the folder `cache`, which several builds may share at the same time. With
    `workers` above 1 that many processes draw; the files are the same, byte for byte.
    """
    studio = Studio(library, fonts, cache)
    asked = [(request, studio.key(request)) for request in requests]
    store = Cache(cache)
    found = {key: store.find(key) for key in dict.fromkeys(key for _, key in asked)}
    waiting = {key: request for request, key in asked if found[key] is None}
    drawn = _all_drawn(studio, list(waiting.items()), workers)
    return tuple(
        Result(request, found[key]) if found[key] else Result(request, *drawn[key], new=True)
        for request, key in asked
    )


Outcome = tuple["Entry | None", "tuple[Fault, ...]"]


def _all_drawn(
    studio: Studio, jobs: list[tuple[str, CardRequest]], workers: int
) -> dict[str, Outcome]:
    """Draw what is missing; neighbours of one size and theme stay together and share grounds."""
    jobs.sort(key=lambda job: (job[1].format, job[1].theme, job[1].layout))
    batches = deque(jobs[at : at + BATCH] for at in range(0, len(jobs), BATCH))
    artist = _Artist(studio)
    done: dict[str, Outcome] = {}
    others = min(workers, math.ceil(len(jobs) / FEW)) - 1
    if others > 0:
        _shared(studio, artist, batches, others, done)
    for batch in batches:
        done.update(_drawn(artist, batch))
    return done


Batch = list[tuple[str, CardRequest]]


def _shared(
    studio: Studio, artist: _Artist, batches: deque[Batch], others: int, done: dict[str, Outcome]
) -> None:
    """Let other processes draw from the end of the row while this one draws from its start.

    So nobody waits while they start, which takes as long as some hundred cards.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(others, context, _start, (studio,)) as pool:
        given: set[Future[list[tuple[str, Outcome]]]] = set()
        while batches:
            while batches and len(given) < others * AHEAD:
                given.add(pool.submit(_batch, batches.pop()))
            if batches:
                done.update(_drawn(artist, batches.popleft()))
            for ready in [future for future in given if future.done()]:
                given.remove(ready)
                done.update(ready.result())
        for future in given:
            done.update(future.result())


def _drawn(artist: _Artist, batch: Batch) -> list[tuple[str, Outcome]]:
    return [(key, artist.drawn(key, request)) for key, request in batch]


class _Artist:
    """Draws cards with everything kept warm that does not change from card to card."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._cache = Cache(studio.cache)
        fonts = studio.fonts
        # A save draws five cards, and their backgrounds alone take longer than all their words.
        self._painter = fonts.keep(("painter",), lambda: paint.Painter(fonts.units))

    def drawn(self, key: str, request: CardRequest) -> Outcome:
        dressed = dress(request, library=self._studio.library, fonts=self._studio.fonts)
        if dressed.scene is None:
            return None, dressed.faults
        try:
            return self._kept(key, dressed.scene, FORMATS[request.format]), ()
        except UnusableImageError as error:
            hint = "use another file: PNG, JPEG or WebP"
            return None, (Fault("picture", str(error), hint),)

    def _kept(self, key: str, card: Scene, format_: Format) -> Entry:
        look = scene.digest(card, f"{self._studio.fonts.hash} {paint.VERSION}")
        png = None if self._cache.drawn(look) else self._painter.png(card)
        notes = inspected(card, format_, self._painter.sampled)
        return self._cache.keep(key, look, (card.width, card.height), png, notes)


_here: list[_Artist] = []


def _start(studio: Studio) -> None:
    """Set up a process of the pool."""
    follow_parent()
    _here[:] = [_Artist(studio)]


def _batch(jobs: Batch) -> list[tuple[str, Outcome]]:
    return _drawn(_here[0], jobs)
