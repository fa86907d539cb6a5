"""Pages for a designer's own eyes: the sheet of many cards, and what a change did to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.cards.formats import FORMATS
from toolkit.pages import templating

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.cards.facts import Fact, Facts


@dataclass(frozen=True, slots=True)
class Shown:
    """A card on a sheet: where its picture is, what is on it, or why it could not be drawn.

    `group` is the heading it stands under; `by_hand` says that a designer made it.
    """

    group: str
    label: str
    format: str
    src: str = ""
    facts: Facts | None = None
    faults: tuple[str, ...] = ()
    by_hand: bool = False

    @property
    def texts(self) -> tuple[Fact, ...]:
        return tuple(f for f in self.facts.marks if f.kind == "text") if self.facts else ()

    @property
    def size(self) -> tuple[int, int]:
        return FORMATS[self.format].width, FORMATS[self.format].height

    @property
    def covered(self) -> tuple[tuple[int, int], ...]:
        """What apps lay their buttons over: top and height of each part, in px."""
        row = FORMATS[self.format]
        parts = ((0, row.clear_top), (row.height - row.clear_bottom, row.clear_bottom))
        return tuple(part for part in parts if part[1])


@dataclass(frozen=True, slots=True)
class Changed:
    """A card before and after: pictures as URLs (empty: there was none), and what changed."""

    name: str
    before: str
    after: str
    difference: str
    said: tuple[str, ...]
    part: str = ""


def sheet(cards: Sequence[Shown], *, guides: bool, live: str = "") -> str:
    """Return a sheet of cards as a document; with `live`, it loads that script to stay fresh."""
    groups: dict[str, list[Shown]] = {}
    for card in cards:
        groups.setdefault(card.group, []).append(card)
    broken = sum(bool(card.faults) for card in cards)
    return templating.render(
        "sheet.html", groups=groups, count=len(cards), broken=broken, guides=guides, live=live
    )


def difference(changed: Sequence[Changed], *, against: str, count: int) -> str:
    """Return a document that shows every changed card before, after and apart."""
    return templating.render("difference.html", changed=changed, against=against, count=count)
