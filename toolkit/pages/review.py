"""Pages for a designer's own eyes: the sheet of many cards, and what a change did to them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from toolkit.cards.formats import FORMATS
from toolkit.pages import templating

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toolkit.cards.facts import Fact, Facts


@dataclass(frozen=True, slots=True)
class Shown:
    """A card on a sheet: where its picture is, what is on it, or why it could not be drawn.

    `group` is the heading it stands under; `by_hand` says that a designer made it. Without picture
    and faults, the card is still to be drawn.
    """

    name: str
    group: str
    label: str
    format: str
    src: str = ""
    facts: Facts | None = None
    faults: tuple[str, ...] = ()
    by_hand: bool = False

    @property
    def boxes(self) -> str:
        """The boxes of all texts, as the data of an SVG path."""
        return "".join(f"M{t.left} {t.top}h{t.width}v{t.height}h-{t.width}z" for t in self._texts())

    @property
    def baselines(self) -> str:
        """The lines on which the letters of all texts stand, as the data of an SVG path."""
        return "".join(
            f"M{text.left} {y}h{text.width}" for text in self._texts() for y in text.baselines
        )

    @property
    def size(self) -> tuple[int, int]:
        return FORMATS[self.format].width, FORMATS[self.format].height

    @property
    def covered(self) -> tuple[tuple[int, int], ...]:
        """What apps lay their buttons over: top and height of each part, in px."""
        row = FORMATS[self.format]
        parts = ((0, row.clear_top), (row.height - row.clear_bottom, row.clear_bottom))
        return tuple(part for part in parts if part[1])

    def _texts(self) -> Iterator[Fact]:
        return (f for f in self.facts.marks if f.kind == "text") if self.facts else iter(())


@dataclass(frozen=True, slots=True)
class Changed:
    """A card before and after: pictures as URLs (empty: there was none), and what changed."""

    name: str
    before: str
    after: str
    difference: str
    said: tuple[str, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Cards that changed in the same way: what that is, one to look at, and the others."""

    said: tuple[str, ...]
    example: Changed
    others: tuple[Changed, ...] = ()

    @property
    def count(self) -> int:
        return 1 + len(self.others)


def figure(card: Shown) -> Markup:
    """Return one card of a sheet, as an element whose id is `figure_id` of its name."""
    return Markup(templating.render("sheet_card.html", card=card, id=figure_id(card.name)))  # noqa: S704


def figure_id(name: str) -> str:
    """Return the id under which a page shows a card: without spaces, whatever the name."""
    return f"c{hashlib.sha256(name.encode()).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True)
class Following:
    """How a sheet in a browser stays fresh: what it shows now, and the folder that tells of news.

    `says` are complaints about the designs, for a sheet that stays as it was.
    """

    version: str
    folder: str
    says: tuple[str, ...] = ()


def sheet(
    figures: Mapping[str, Sequence[Markup]],
    *,
    broken: int,
    guides: bool,
    following: Following | None = None,
) -> str:
    """Return a sheet of cards, given by heading, as a document.

    `broken` is how many of them could not be drawn.
    """
    count = sum(map(len, figures.values()))
    return templating.render(
        "sheet.html",
        groups=[(group, Markup("").join(row)) for group, row in figures.items()],
        count=count,
        broken=broken,
        guides=guides,
        following=following,
    )


def difference(groups: Sequence[Group], *, against: str, count: int) -> str:
    """Return a document of what changed, one example of each change open, the others folded."""
    changed = sum(group.count for group in groups)
    return templating.render(
        "difference.html", groups=groups, changed=changed, against=against, count=count
    )
