"""Put a petition on paper: to collect signatures by hand, and to hand over those collected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.desk.paper import BOTTOM, Pdf, mm, writable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.desk.delivery import Signature
    from toolkit.desk.paper import Size

ROW = 12 * mm
MARGIN = 18 * mm
ENTRY = 6 * mm


@dataclass(frozen=True, slots=True)
class Petitioned:
    """A petition in one language, as it stands on paper.

    `heads` name the columns: name, city, signature. `note` says what becomes of the sheet.
    """

    title: str
    to: str
    demands: tuple[str, ...]
    statement: str
    language: str
    heads: tuple[str, str, str]
    note: str = ""


def sheet_pdf(asked: Petitioned, size: Size, rows: int = 24) -> bytes | None:
    """Return a sheet with numbered lines to sign on, None where a font lacks a sign.

    There are at least `rows`, and as many more as the last page has room for.
    """
    if not writable(asked.title, asked.to, asked.statement, asked.note, *asked.demands):
        return None
    paper = Pdf(size, asked.title, asked.language)
    y = _opening(paper, asked) + 6 * mm
    number = 0
    y = _heads(paper, asked.heads, y)
    while number < rows or y + ROW <= size.height - BOTTOM:
        if y + ROW > size.height - BOTTOM:
            paper.page()
            y = _heads(paper, asked.heads, MARGIN)
        number += 1
        _row(paper, number, y)
        y += ROW
    return paper.pdf()


def delivery_pdf(asked: Petitioned, signed: Sequence[Signature], size: Size, total: str) -> bytes:
    """Return the petition with everybody who signed, numbered: name and city, nothing else."""
    paper = Pdf(size, asked.title, asked.language)
    y = _opening(paper, asked) + 6 * mm
    y = paper.paragraph(total, MARGIN, y, _width(size), points=13, face="bold") + 4 * mm
    for number, one in enumerate(signed, 1):
        line = f"{number}.  {', '.join(part for part in (one.name, one.city) if part)}"
        y = paper.paragraph(line, MARGIN, y, _width(size), points=9.5, face="plain")
    return paper.pdf()


def _width(size: Size) -> float:
    return size.width - 2 * MARGIN


def _opening(paper: Pdf, asked: Petitioned) -> float:
    width, y = _width(paper.size), MARGIN
    y = paper.paragraph(asked.title, MARGIN, y, width, points=16, face="bold") + 2 * mm
    y = paper.paragraph(asked.to, MARGIN, y, width) + 2 * mm
    for number, demand in enumerate(asked.demands, 1):
        y = paper.paragraph(f"{number}. {demand}", MARGIN, y, width, points=10.5) + 1 * mm
    for text in (asked.statement, asked.note):
        y = paper.paragraph(text, MARGIN, y + 1 * mm, width, points=9.5) if text else y
    return y


def _heads(paper: Pdf, heads: tuple[str, str, str], y: float) -> float:
    for head, x in zip(heads, _columns(paper.size), strict=True):
        paper.words(head, x, y + 4 * mm, points=9, face="bold")
    return y + 6 * mm


def _columns(size: Size) -> tuple[float, float, float]:
    width = _width(size)
    return (MARGIN + 8 * mm, MARGIN + width * 0.42, MARGIN + width * 0.7)


def _row(paper: Pdf, number: int, y: float) -> None:
    starts = [MARGIN, *(x - 2 * mm for x in _columns(paper.size)[1:])]
    ends = [*starts[1:], MARGIN + _width(paper.size)]
    for start, end in zip(starts, ends, strict=True):
        paper.box(start, y, end - start, ROW)
    paper.words(str(number), MARGIN + 2 * mm, y + ROW - 3 * mm, points=8, face="plain")
