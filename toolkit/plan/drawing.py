"""Draw all that a project asks for, with its own designs, fonts and hand-made cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.cards.cache import Cache
from toolkit.cards.fonts import Fonts, load_fonts
from toolkit.cards.library import BUILT_IN, Library, load_library
from toolkit.cards.render import render
from toolkit.kit import handmade
from toolkit.kit.store import Store
from toolkit.memory import Memory
from toolkit.plan import cards as planned_cards
from toolkit.plan import finished
from toolkit.plan.notes import note_problems
from toolkit.plan.photos import Photos
from toolkit.problems import errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from toolkit.kit.handmade import HandMade
    from toolkit.kit.store import Kept
    from toolkit.model import Toolkit
    from toolkit.networks import Table
    from toolkit.plan.cards import Asked
    from toolkit.plan.finished import Cards
    from toolkit.plan.options import Options
    from toolkit.plan.plan import Plan
    from toolkit.problems import Problem

CACHE = ".toolkit"
ROOM = "cards"
"""The designer's room: own layouts, themes, fonts and hand-made cards."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be drawn and with what; nothing is drawn yet.

    `made` are hand-made cards, each with the card that it replaces.
    """

    library: Library
    fonts: Fonts
    asked: tuple[Asked, ...]
    made: tuple[tuple[Asked, HandMade], ...]
    problems: tuple[Problem, ...]
    workers: int = 1
    gallery: bool = True


@dataclass(frozen=True, slots=True)
class Drawn:
    """The cards by owner, their files, how many had to be painted, and what went wrong."""

    order: Order
    cards: Cards
    files: Mapping[str, Kept]
    painted: int
    problems: tuple[Problem, ...]


def order(root: Path, toolkit: Toolkit, options: Options, built_in: Path = BUILT_IN) -> Order:
    """Return every card of a project, those that somebody made by hand apart.

    `built_in` is the folder of our own layouts and themes.
    """
    folder = root / ROOM
    library, problems = load_library(folder if folder.is_dir() else None, built_in=built_in)
    fonts = load_fonts([folder / "fonts"])
    asked, unknown = planned_cards.asked(toolkit.campaigns, library, options, Photos(root))
    found, misplaced = handmade.find(root, toolkit.campaigns)
    left, made = finished.by_hand(asked, found)
    stale = (handmade.stale(one, card.request) for card, one in made)
    complaints = (*problems, *unknown, *misplaced, *(p for p in stale if p))
    drawable = _drawable(left, library, problems)
    return Order(
        library, fonts, drawable, tuple(made), complaints, options.workers, options.gallery
    )


def _drawable(
    asked: Iterable[Asked], library: Library, problems: Sequence[Problem]
) -> tuple[Asked, ...]:
    """Leave out the cards of designs that have a mistake: they are said, and cannot be drawn."""
    wrong = {problem.place.file for problem in errors(problems)}
    return tuple(
        card
        for card in asked
        if not wrong.intersection(
            document.file
            for design in (
                library.layouts[card.request.layout],
                library.themes[card.request.theme],
            )
            for document in design.documents
        )
    )


def draw(root: Path, wanted: Order, networks: Table, memory: Memory | None = None) -> Drawn:
    """Draw what is not in the cache, and finish every card as a file of the site."""
    results = render(
        [card.request for card in wanted.asked],
        library=wanted.library,
        fonts=wanted.fonts,
        cache=root / CACHE / "cards",
        workers=wanted.workers,
    )
    pairs = list(zip(wanted.asked, results, strict=True))
    cards, files = finished.files(
        pairs, wanted.made, store(root), wanted.workers, memory or Memory()
    )
    painted = sum(result.new and result.card is not None for result in results)
    notes = note_problems(pairs, wanted.library, networks)
    problems = (*wanted.problems, *planned_cards.faults(pairs), *notes)
    return Drawn(wanted, cards, files, painted, problems)


def tidy(root: Path, plan: Plan, now: float) -> int:
    """Remove cards and finished files that no build lately needed; return how many."""
    parcels = (kept.path for kept in plan.parcels.values())
    used = {*plan.pictures.values(), *parcels}
    return store(root).prune(used, now) + Cache(root / CACHE / "cards").prune(now)


def store(root: Path) -> Store:
    """Return where finished files of a project are kept."""
    return Store(root / CACHE / "kit")
