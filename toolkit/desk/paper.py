"""Put words on paper as PDF: the only place that knows reportlab.

The bytes depend on the words alone: no clock, no random names. Fonts are ours and travel inside.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch as _inch
from reportlab.lib.units import mm as _mm
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

# Units, in pt.
mm, inch = float(_mm), float(_inch)
INK, PALE = (0, 0, 0), (0.5, 0.5, 0.5)
FACES = {"": "NotoSerif-Regular", "bold": "NotoSerif-Bold", "plain": "NotoSans-Regular"}


@dataclass(frozen=True, slots=True)
class Size:
    """A size of paper and where a letter's parts stand on it, in pt from the top left corner.

    `window` is the top of the address, `room` its height; `start` is where the text begins, and
    `folds` are the heights at which the sheet is folded.
    """

    id: str
    width: float
    height: float
    left: float
    right: float
    window: float
    room: float
    start: float
    folds: tuple[float, float]


# DIN 5008 form B: address zone 62.7 to 90 mm from the top, text from 25 mm on the left.
A4 = Size(
    *("a4", 210 * mm, 297 * mm, 25 * mm, 20 * mm),
    *(62.7 * mm, 27.3 * mm, 98.5 * mm, (105 * mm, 210 * mm)),
)
# US #10 window envelope (window 7/8 inch from the left, 1/2 inch from the bottom, 1 1/8 inch high)
# with a letter folded at thirds that lies at the bottom of the envelope.
LETTER = Size(
    *("letter", 8.5 * inch, 11 * inch, 1 * inch, 1 * inch),
    *(2.08 * inch, 1.08 * inch, 3.75 * inch, (11 / 3 * inch, 22 / 3 * inch)),
)
SIZES = (A4, LETTER)
BOTTOM = 18 * mm


def font(face: str = "") -> str:
    """Return the name under which a face is known, which is read once."""
    name = FACES[face]
    _registered(name)
    return name


@cache
def _registered(name: str) -> TTFont:
    file = resources.files("toolkit.cards") / "fontdata" / f"{name}.ttf"
    found = TTFont(name, io.BytesIO(file.read_bytes()))
    registerFont(found)
    return found


def writable(*texts: str) -> bool:
    """Tell whether our paper fonts have every sign of these texts, read from left to right."""
    signs = {sign for text in texts for sign in text if not sign.isspace()}
    faces = [_registered(name).face.charToGlyph for name in FACES.values()]
    return all(ord(sign) in glyphs for sign in signs for glyphs in faces)


class Pdf:
    """A PDF that grows page by page; heights count from the top of the page, in pt."""

    def __init__(self, size: Size, title: str, language: str = "") -> None:
        self.size = size
        self._body = io.BytesIO()
        paper = (size.width, size.height)
        self._canvas = Canvas(self._body, pagesize=paper, invariant=1, lang=language or None)
        self._canvas.setTitle(title)

    def line(self, x: float, y: float, width: float, *, pale: bool = True) -> None:
        self._canvas.setStrokeColorRGB(*(PALE if pale else INK))
        self._canvas.setLineWidth(0.5)
        self._canvas.line(x, self.size.height - y, x + width, self.size.height - y)

    def box(self, x: float, y: float, width: float, height: float) -> None:
        self._canvas.setStrokeColorRGB(*PALE)
        self._canvas.setLineWidth(0.5)
        self._canvas.rect(x, self.size.height - y - height, width, height)

    def words(
        self,
        text: str,
        x: float,
        y: float,
        *,
        points: float = 11,
        face: str = "",
        end: bool = False,
    ) -> None:
        """Write one line; with `end`, `x` is where it ends."""
        self._canvas.setFillColorRGB(*INK)
        self._canvas.setFont(font(face), points)
        draw = self._canvas.drawRightString if end else self._canvas.drawString
        draw(x, self.size.height - y, text)

    def width(self, text: str, points: float, face: str = "") -> float:
        """Return the width of a line, in pt."""
        return float(stringWidth(text, font(face), points))

    def measure(self, text: str, width: float, points: float, face: str = "") -> float:
        """Return the height of a paragraph, in pt."""
        return float(_paragraph(text, points, face).wrap(width, self.size.height)[1])

    def paragraph(
        self, text: str, x: float, y: float, width: float, *, points: float = 11, face: str = ""
    ) -> float:
        """Write a paragraph and return where the next may begin; it goes on over the page."""
        rest: Sequence[Paragraph] = [_paragraph(text, points, face)]
        while rest:
            parts = self._split(rest[0], width, y)
            if not parts:
                self.page()
                y = 25 * mm
                parts = self._split(rest[0], width, y)
            height = parts[0].wrap(width, self.size.height)[1]
            parts[0].drawOn(self._canvas, x, self.size.height - y - height)
            y += height
            rest = parts[1:]
        return y

    def _split(self, text: Paragraph, width: float, y: float) -> Sequence[Paragraph]:
        """Return what fits below y, then the rest; a last line that fits is not held back."""
        room = self.size.height - BOTTOM - y
        whole = text.wrap(width, self.size.height)[1] <= room
        return [text] if whole else text.split(width, room)

    def page(self) -> None:
        self._canvas.showPage()

    def pdf(self) -> bytes:
        """Return the finished file."""
        self._canvas.save()
        return self._body.getvalue()


def _paragraph(text: str, points: float, face: str) -> Paragraph:
    style = ParagraphStyle("body", fontName=font(face), fontSize=points, leading=points * 1.4)
    return Paragraph(escape(text).replace("\n", "<br/>"), style)
