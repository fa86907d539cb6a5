"""Set a text that may go over several pages: a petition with its demands, a press release."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.desk.paper import BOTTOM, Pdf, mm, writable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.desk.blocks import Block
    from toolkit.desk.paper import Size


@dataclass(frozen=True, slots=True)
class Style:
    """How a block is set: font, size (pt), and the room above it and on its left (pt)."""

    face: str
    points: float
    above: float
    indent: float = 0


STYLES = {
    "label": Style("plain", 10, 0),
    "title": Style("bold", 20, 2 * mm),
    "note": Style("plain", 9.5, 2.5 * mm),
    "text": Style("", 11, 3.5 * mm),
    "appeal": Style("bold", 13, 5 * mm, 6 * mm),
    "quote": Style("", 12, 5 * mm, 6 * mm),
    "speaker": Style("plain", 9.5, 1.5 * mm, 6 * mm),
    "heading": Style("bold", 13, 7 * mm),
    "point": Style("bold", 11, 3.5 * mm, 8 * mm),
    "detail": Style("", 11, 1 * mm, 8 * mm),
    "closing": Style("", 11, 5 * mm),
    "name": Style("", 11, 1 * mm),
}
TOP, SIDE = 22 * mm, 24 * mm
# These are never the last thing on a page: something of what follows stands below them.
LEADING = {"heading", "point", "quote", "closing"}
FOLLOWING = 15 * mm
SCALES = (1, 0.95, 0.9, 0.86)


def flow_pdf(title: str, language: str, blocks: Iterable[Block], size: Size) -> bytes | None:
    """Return blocks as PDF, None where our paper fonts lack a sign of them.

    Blocks without a text are left out. What fits on one page when set a little smaller is.
    """
    told = [block for block in blocks if block.text]
    if not writable(title, *(block.text for block in told)):
        return None
    paper = Pdf(size, title, language)
    room = size.height - BOTTOM - TOP
    scale = next((s for s in SCALES if _height(paper, told, s) <= room), 1)
    y = TOP
    for block in told:
        y = _put(paper, block, y, scale)
    return paper.pdf()


def _height(paper: Pdf, blocks: Iterable[Block], scale: float) -> float:
    return sum(_needed(paper, block, scale) for block in blocks)


def _needed(paper: Pdf, block: Block, scale: float) -> float:
    """Return the height of a block with the room above it, in pt."""
    style = STYLES[block.style]
    width = paper.size.width - 2 * SIDE - style.indent
    above = style.above * scale
    return above + paper.measure(block.text, width, style.points * scale, style.face)


def _put(paper: Pdf, block: Block, y: float, scale: float) -> float:
    """Write a block and return where the next one may begin."""
    style = STYLES[block.style]
    points, width = style.points * scale, paper.size.width - 2 * SIDE - style.indent
    whole = _needed(paper, block, scale) + FOLLOWING
    room = paper.size.height - BOTTOM
    if block.style in LEADING and y + whole > room >= TOP + whole:
        paper.page()
        y = TOP
    y += style.above * scale if y > TOP else 0
    x = SIDE + style.indent
    if block.mark:
        paper.words(block.mark, SIDE, y + points * 1.1, points=points, face="bold")
    return paper.paragraph(block.text, x, y, width, points=points, face=style.face)
