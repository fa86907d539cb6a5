"""Lay a letter out on paper to be signed by hand: address in the window, folds, one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.desk.blanks import filled
from toolkit.desk.paper import BOTTOM, Pdf, mm, writable

if TYPE_CHECKING:
    from toolkit.desk.paper import Size
    from toolkit.desk.sheet import Sheet

# Letters are set at the largest of these (pt) at which they fit on one page.
POINTS = (11, 10.5, 10, 9.5, 9)
BLANK = "_" * 32


def letter_pdf(letter: Sheet, size: Size, date_word: str) -> bytes | None:
    """Return a letter as PDF with its places left to fill by hand, None where no font has a sign.

    `date_word` stands before the line for the date. Nothing about a writer is in it.
    """
    text = filled(letter.text, letter.gaps, lambda gap: "" if gap.long else BLANK)
    if not writable(text, letter.subject, *letter.address, date_word):
        return None
    paper = Pdf(size, letter.subject, letter.language)
    _address(paper, letter)
    for fold in size.folds:
        paper.line(5 * mm, fold, 4 * mm)
    width = size.width - size.left - size.right
    paper.words(f"{date_word}: {'_' * 16}", size.width - size.right, size.start, end=True)
    points = _fitting(paper, letter.subject, text, width)
    y = paper.paragraph(
        letter.subject, size.left, size.start + 6 * mm, width, points=points, face="bold"
    )
    for part in text.split("\n\n"):
        y = paper.paragraph(part, size.left, y + points * 0.8, width, points=points)
    return paper.pdf()


def _address(paper: Pdf, letter: Sheet) -> None:
    size, lines = paper.size, letter.address
    leading = min(13.0, size.room / max(1, len(lines)))
    for number, line in enumerate(lines, 1):
        y = size.window + number * leading - leading * 0.25
        paper.words(line, size.left, y, points=min(10.5, leading * 0.85))


def _fitting(paper: Pdf, subject: str, text: str, width: float) -> float:
    room = paper.size.height - BOTTOM - paper.size.start - 6 * mm
    parts = text.split("\n\n")
    for points in POINTS:
        heights = (paper.measure(p, width, points) + points * 0.8 for p in parts)
        if paper.measure(subject, width, points, "bold") + sum(heights) <= room:
            return points
    return POINTS[0]
