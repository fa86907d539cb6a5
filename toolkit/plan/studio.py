"""What `toolkit cards` does: draw some cards, put them on a sheet, compare, sign, keep watching."""

from __future__ import annotations

import time
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toolkit.cards import specimen as cards
from toolkit.kit import handmade
from toolkit.plan import looks, review
from toolkit.plan.choice import Choice
from toolkit.plan.drawing import CACHE, ROOM
from toolkit.plan.sheet import Live, write_sheet
from toolkit.plan.specimen import SpecimenRoom, designs
from toolkit.problems import errors
from toolkit.publish import publish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from toolkit.plan.looks import Look
    from toolkit.plan.options import Options
    from toolkit.problems import Problem

PAUSE = 0.03
"""Seconds between two looks at the designer's files; a save is seen at once, a core stays idle."""

SOON, LATER = 0.2, 0.5
"""Seconds after which what is drawn so far is put on the sheet: at first, and from then on."""


@dataclass(frozen=True, slots=True)
class Said:
    """What came of it: lines to print, and what is wrong."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    faults: tuple[str, ...] = field(default=())

    @property
    def failed(self) -> bool:
        return bool(self.faults or errors(self.problems))


def draw(root: Path, options: Options, choice: Choice, out: Path | None) -> Said:
    """Draw the chosen cards into a folder and name every file."""
    order = review.project_order(root, options, choice)
    shown = looks.looks(root, order)
    folder = out or root / CACHE / "drawn"
    publish(looks.files(shown), folder, prune=False)
    named = [
        f"{folder / looks.file_of(look)}{_mark(look)}" for look in shown.values() if look.picture
    ]
    return Said(tuple(named), order.problems, _faults(shown))


def contact_sheet(
    root: Path, options: Options, choice: Choice, file: Path, *, guides: bool
) -> Said:
    """Put the chosen posts, or without any the specimens of all layouts, on a sheet."""
    if choice.only:
        order = review.project_order(root, options, choice)
        shown, problems = looks.looks(root, order), order.problems
    else:
        with closing(SpecimenRoom(root, options.workers)) as room:
            library, problems = room.library()
            if errors(problems):
                return Said((), problems)
            shown, notes = room.looks(library, specimen_choice(choice))
        problems = (*problems, *notes)
    if file.suffix == ".png":
        publish({file.name: review.picture(shown, guides=guides)}, file.parent, prune=False)
    else:
        write_sheet(file, shown, guides=guides)
    return Said((f"{file}: {len(shown)} cards",), problems, _faults(shown))


def watch(
    root: Path,
    options: Options,
    choice: Choice,
    file: Path,
    say: Callable[[str], None],
    *,
    guides: bool,
) -> None:
    """Keep a sheet of specimens up to date until interrupted; a browser shows it by itself."""
    with closing(SpecimenRoom(root, options.workers)) as room:
        sheet = Live(file, guides=guides)
        say(f"{file}: open it in your browser and leave this running; Ctrl+C ends it")
        seen: tuple[tuple[str, int], ...] | None = None
        while True:
            now = designs(root)
            if now != seen:
                seen = now
                for said in renewals(room, specimen_choice(choice), sheet):
                    say(said)
                    if designs(root) != seen:
                        break  # another file was saved: there is no use in going on
            time.sleep(PAUSE)


def renewals(room: SpecimenRoom, choice: cards.Choice, sheet: Live) -> Iterator[str]:
    """Bring a sheet up to date, in steps: what was changed first, the rest as it gets ready.

    Yield a line to print for each problem, and for each time that the sheet shows more. With a
    mistake in a design the sheet stays as it is, but says so.
    """
    clock = _Clock()
    library, problems = room.library()
    told = tuple(map(str, problems))
    yield from told
    if errors(problems):
        sheet.complain(told)
        yield f"{sheet.path}: as it was; mend this, save, and it goes on"
        return
    for shown, waiting, notes in room.slices(library, choice, clock.late):
        yield from map(str, notes)
        yield from () if waiting else _faults(shown)
        new = sheet.show(shown)
        left = f", {waiting} still to be drawn" if waiting else ""
        took = clock.step(LATER)
        yield f"{sheet.path}: {len(shown)} cards, {new} of them new{left}, in {took:.2f} s"
    sheet.settle()


class _Clock:
    """Says when somebody who looks at a sheet should see something new."""

    def __init__(self) -> None:
        self._began = time.perf_counter()
        self._due = self._began + SOON

    def late(self) -> bool:
        return time.perf_counter() > self._due

    def step(self, patience: float) -> float:
        """Be patient for so many seconds again; return how many have gone by in all."""
        now = time.perf_counter()
        self._due = now + patience
        return now - self._began


def compare(root: Path, options: Options, choice: Choice, against: str, file: Path) -> Said:
    """Write a page of what changed since a revision or a folder.

    AskedWronglyError if it is neither.
    """
    order = review.project_order(root, options, choice)
    now = looks.looks(root, order)
    was = review.before(root, against, options, choice)
    if choice != Choice():
        was = {name: look for name, look in was.items() if name in now}
    page, told = review.difference(was, now, against)
    publish({file.name: page.encode()}, file.parent, prune=False)
    return Said((f"{file}: {told}",), order.problems, _faults(now))


def sign(root: Path, options: Options, choice: Choice) -> Said:
    """Note, beside the hand-made cards, the words that each was checked against."""
    order = review.project_order(root, options, choice)
    marks: dict[str, dict[str, str]] = defaultdict(dict)
    for card, one in order.made:
        marks[card.campaign.id][one.path.name] = handmade.mark_of(card.request)
    lines: list[str] = []
    for campaign, new in marks.items():
        folder = root / ROOM / campaign
        there = {n: m for n, m in handmade.signatures(folder).items() if (folder / n).is_file()}
        body = handmade.signed({**there, **new}).encode()
        publish({handmade.SIGNED: body}, folder, prune=False)
        lines.append(f"{folder / handmade.SIGNED}: {len(new)} cards signed")
    return Said(tuple(lines) or ("There are no hand-made cards here.",))


def specimen_choice(choice: Choice) -> cards.Choice:
    return cards.Choice(choice.layouts, choice.themes, choice.formats, choice.languages)


def _mark(look: Look) -> str:
    return " (made by hand)" if look.by_hand else ""


def _faults(shown: Mapping[str, Look]) -> tuple[str, ...]:
    return tuple(f"{look.name}: {fault}" for look in shown.values() for fault in look.faults)
