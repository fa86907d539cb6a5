"""Put addresses on a sheet of labels, one row after the other, for envelopes without a window."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import cycle, islice
from typing import TYPE_CHECKING

from toolkit.desk.paper import A4, LETTER, Pdf, Size, inch, mm, writable

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Labels:
    """A sheet of labels: how many across and down, how big each, where the first one begins."""

    size: Size
    across: int
    down: int
    width: float
    height: float
    left: float
    top: float
    gap: float = 0


# The two commonest sheets: 70 × 37 mm, 24 on A4; and 2 5/8 × 1 inch, 30 on Letter (Avery 5160).
KINDS = (
    Labels(A4, 3, 8, 70 * mm, 37 * mm, 0, 0.5 * mm),
    Labels(LETTER, 3, 10, 2.625 * inch, 1 * inch, 0.1875 * inch, 0.5 * inch, 0.125 * inch),
)
INSET = 5 * mm


def labels_pdf(addresses: Sequence[tuple[str, ...]], kind: Labels, title: str) -> bytes | None:
    """Return a sheet full of addresses in turn, None if there are none or a font lacks a sign."""
    if not addresses or not writable(*(line for lines in addresses for line in lines)):
        return None
    paper = Pdf(kind.size, title)
    for number, lines in enumerate(islice(cycle(addresses), kind.across * kind.down)):
        row, column = divmod(number, kind.across)
        x = kind.left + column * (kind.width + kind.gap) + INSET
        top = kind.top + row * kind.height
        leading = min(12.0, (kind.height - 2 * 1.5 * mm) / len(lines))
        first = top + (kind.height - leading * len(lines)) / 2
        widest = max(paper.width(line, 1, "plain") for line in lines)
        points = min(leading * 0.8, (kind.width - 2 * INSET) / widest)
        for place, line in enumerate(lines, 1):
            y = first + place * leading - leading * 0.25
            paper.words(line, x, y, points=points, face="plain")
    return paper.pdf()
