"""Sketch cards on several cores for somebody who waits: helpers stay warm from save to save."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.cards.helper import follow_parent
from toolkit.cards.library import Library
from toolkit.cards.render import FEW
from toolkit.cards.sketch import Sketcher

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from toolkit.cards.fonts import Fonts
    from toolkit.cards.library import Design, S
    from toolkit.cards.request import CardRequest
    from toolkit.cards.sketch import Sketch

MOST = 4
"""Processes at most: what is left to do after a save is soon too little to be shared further."""
BATCH, AHEAD = 2, 2
"""Cards in a parcel, and parcels on their way to a helper, so that it never waits for the next."""

Keyed = tuple[str, "CardRequest"]
Done = tuple[str, "Sketch"]


class Crew:
    """A sketcher with helpers in processes of their own, which `close` sends home.

    A helper starts once and keeps fonts, glyphs and backgrounds as warm as the sketcher here. It
    is sent only the designs that changed. Which of them draws a card makes no difference to it.
    """

    def __init__(self, sketcher: Sketcher, fonts: Fonts, cache: Path, workers: int = 1) -> None:
        self._sketcher = sketcher
        context = multiprocessing.get_context("spawn")
        self._helpers = [
            ProcessPoolExecutor(1, context, _start, (fonts, cache))
            for _ in range(min(workers, MOST) - 1)
        ]
        self._told: dict[tuple[str, str], str] = {}

    def close(self) -> None:
        """Send the helpers home."""
        for helper in self._helpers:
            helper.shutdown(cancel_futures=True)

    def sketched(self, asked: Sequence[Keyed], library: Library) -> Iterator[Done]:
        """Yield each card as it gets ready, by its key; the sketcher remembers all of them.

        Cards come roughly in the order in which they were asked for. Whoever stops listening
        stops the work.
        """
        helpers = self._helpers if self._told or len(asked) >= FEW else []
        if helpers:
            self._tell(library)
        own, *theirs = rows = _dealt(asked, 1 + len(helpers))
        given: dict[Future[list[Done]], ProcessPoolExecutor] = {}
        try:
            while any(rows) or given:
                for helper, row in zip(helpers, theirs, strict=True):
                    while list(given.values()).count(helper) < AHEAD and any(rows):
                        parcel = [_next(row, rows) for _ in range(BATCH) if any(rows)]
                        given[helper.submit(_sketched, parcel)] = helper
                if any(rows):
                    key, request = _next(own, rows)
                    yield key, self._sketcher.sketch(request, library)
                elif given:
                    wait(given, return_when=FIRST_COMPLETED)
                for ready in [future for future in given if future.done()]:
                    del given[ready]
                    for key, sketch in ready.result():
                        yield key, self._sketcher.take(key, sketch)
        finally:
            for future in given:
                future.cancel()

    def _tell(self, library: Library) -> None:
        """Send the helpers what they have not seen of the designs, without where it is written."""
        layouts = {n: _bare(d) for n, d in library.layouts.items() if self._is_news("layout", d)}
        themes = {n: _bare(d) for n, d in library.themes.items() if self._is_news("theme", d)}
        if layouts or themes:
            for helper in self._helpers:
                helper.submit(_learn, Library(layouts, themes))

    def _is_news(self, kind: str, design: Design[S]) -> bool:
        known = self._told.get((kind, design.name))
        self._told[kind, design.name] = design.digest
        return known != design.digest


def _bare(design: Design[S]) -> Design[S]:
    return replace(design, documents=())


def _dealt(asked: Sequence[Keyed], hands: int) -> list[deque[Keyed]]:
    """Deal cards out so that those which share a background stay in one hand, save after save."""
    rows: list[deque[Keyed]] = [deque() for _ in range(hands)]
    grounds: dict[tuple[str, str], int] = {}
    for key, request in asked:
        ground = request.format, request.theme
        rows[grounds.setdefault(ground, len(grounds)) % hands].append((key, request))
    return rows


def _next(own: deque[Keyed], rows: list[deque[Keyed]]) -> Keyed:
    """Take the first of one's own row, or the last of the longest; there is one somewhere."""
    return own.popleft() if own else max(rows, key=len).pop()


_here: list[Sketcher] = []
_library = Library({}, {})


def _start(fonts: Fonts, cache: Path) -> None:
    """Set up a helper. Ctrl+C is for the one who sent it, and ends the helper in good order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    follow_parent()
    _here[:] = [Sketcher(fonts, cache)]


def _learn(news: Library) -> None:
    _library.layouts.update(news.layouts)
    _library.themes.update(news.themes)


def _sketched(parcel: list[Keyed]) -> list[Done]:
    (sketcher,) = _here
    done = [(key, sketcher.sketch(request, _library)) for key, request in parcel]
    sketcher.forget(())
    return done
