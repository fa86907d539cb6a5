"""Write a letter as a Word document, to keep and change: the only place that knows python-docx."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from toolkit.desk.blanks import pieces

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from toolkit.desk.sheet import Sheet

# ZIP knows no earlier moment; the same letter gives the same bytes on every day.
MOMENT = (1980, 1, 1, 0, 0, 0)
TWIPS_PER_MM = 1440 / 25.4
# The height of the window in mm, and the most room a line of the address takes in pt.
WINDOW, MOST = 27.3, 13


def letter_docx(letter: Sheet, date_word: str) -> bytes:
    """Return a letter as A4 document with its places marked, the address in the DIN window."""
    document = docx.Document()
    _prepared(document, letter)
    _framed(document.add_paragraph(), letter.address)
    document.add_paragraph(f"{date_word}: ")
    document.add_paragraph().add_run(letter.subject).bold = True
    for block in letter.text.split("\n\n"):
        paragraph = document.add_paragraph()
        for part in pieces(block, letter.gaps):
            run = paragraph.add_run(part if isinstance(part, str) else part.marker)
            if not isinstance(part, str):
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    return _settled(document)


def _prepared(document: Document, letter: Sheet) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin = Mm(25), Mm(20)
    page.top_margin, page.bottom_margin = Mm(98.5), Mm(18)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), letter.language)
    style.element.get_or_add_rPr().append(language)
    about = document.core_properties
    about.title, about.language, about.author = letter.subject, letter.language, ""
    about.created = about.modified = dt.datetime(*MOMENT, tzinfo=dt.UTC)
    about.comments = about.last_modified_by = ""


def _framed(paragraph: Paragraph, lines: tuple[str, ...]) -> None:
    """Hold the address at its place on the page (ECMA-376, 17.3.1.11), in twips.

    What does not fit into a frame is cut off there, so many lines are set closer and smaller.
    """
    leading = min(MOST, Mm(WINDOW).pt / max(1, len(lines)))
    paragraph.paragraph_format.line_spacing = Pt(leading)
    for number, line in enumerate(lines):
        run = paragraph.add_run(line)
        run.font.size = Pt(min(11, leading * 0.85))
        if number + 1 < len(lines):
            run.add_break()
    frame = OxmlElement("w:framePr")
    place = {"w": 80, "h": WINDOW, "x": 25, "y": 62.7}
    for name, millimetres in place.items():
        frame.set(qn(f"w:{name}"), str(round(millimetres * TWIPS_PER_MM)))
    for name, value in {
        "hRule": "exact",
        "hAnchor": "page",
        "vAnchor": "page",
        "wrap": "around",
    }.items():
        frame.set(qn(f"w:{name}"), value)
    paragraph._p.get_or_add_pPr().insert(0, frame)  # noqa: SLF001 - it has no frames of its own
    paragraph.paragraph_format.space_after = Pt(0)


def _settled(document: Document) -> bytes:
    """Return the document packed again without the moment at which it was packed."""
    made, settled = io.BytesIO(), io.BytesIO()
    document.save(made)
    with (
        zipfile.ZipFile(made) as source,
        zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, source.read(name))
    return settled.getvalue()
