"""Files to keep: one page, the address in both windows, the same bytes, nobody named."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from tests.desk import samples
from toolkit.desk.blocks import Block
from toolkit.desk.delivery import Signature, signatures
from toolkit.desk.docx import letter_docx
from toolkit.desk.flow import flow_pdf
from toolkit.desk.labels import KINDS, labels_pdf
from toolkit.desk.letterpaper import letter_pdf
from toolkit.desk.paper import A4, LETTER, SIZES, Pdf, Size, mm, writable
from toolkit.desk.signatures import Petitioned, delivery_pdf, sheet_pdf
from toolkit.pages.letters import sheet_of

if TYPE_CHECKING:
    from collections.abc import Callable

EN = sheet_of(samples.CAMPAIGN, samples.AMBASSADOR, "en")
INCH = 72
ASKED = Petitioned(
    *("Free them", "To: Government", ("Release everyone.", "Stop raids."), "I sign.", "en"),
    ("Name", "City", "Signature"),
    "For this petition only.",
)
ROOT = Path(__file__).parents[2]
needs_poppler = pytest.mark.skipif(
    not shutil.which("pdftotext"),
    reason="no pdftotext here; scripts/test.py brings it where there is apt (poppler-utils)",
)
needs_libreoffice = pytest.mark.skipif(
    not shutil.which("soffice"),
    reason="no LibreOffice here; scripts/test.py brings it where there is apt",
)


def made(size: Size) -> bytes:
    body = letter_pdf(EN, size, "Date")
    assert body
    return body


def text_of(body: bytes, *options: str) -> str:
    done = subprocess.run(
        ["pdftotext", *options, "-", "-"], input=body, capture_output=True, check=True
    )
    return done.stdout.decode()


def boxes(body: bytes, word: str) -> list[tuple[float, float, float, float]]:
    """Return where a word stands, in pt from the top left: x, top, right, bottom."""
    import re

    pattern = rf'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">{word}</word>'
    found = re.findall(pattern, text_of(body, "-bbox"))
    return [(float(a), float(b), float(c), float(d)) for a, b, c, d in found]


def opened_elsewhere(document: bytes, folder: Path) -> bytes:
    """Return what LibreOffice makes of a Word document, as PDF."""
    (folder / "letter.docx").write_bytes(document)
    # A profile of its own: a LibreOffice that already runs would swallow the call.
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "letter.docx")], check=True, capture_output=True)
    return (folder / "letter.pdf").read_bytes()


@needs_poppler
@pytest.mark.parametrize("size", SIZES, ids=lambda s: s.id)
def test_a_letter_fits_on_one_page_with_every_word(size: Size) -> None:
    text = text_of(made(size))

    assert text.count("\f") == 1
    for words in ("Dear Ambassador,", "Á, é & “quotes”: 100%.", "Stop deportations (100.21)"):
        assert words in text
    assert "____" in text, "a line to sign on"
    assert "{" not in text


@needs_poppler
def test_the_address_stands_in_the_din_window() -> None:
    first, last = boxes(made(A4), "Esteban")[0], boxes(made(A4), "20006")[0]

    assert first[0] >= 25 * mm - 1
    assert first[1] >= 62.7 * mm - 2
    assert last[3] <= 90 * mm


@needs_poppler
def test_the_address_stands_in_the_us_window() -> None:
    first, last = boxes(made(LETTER), "Esteban")[0], boxes(made(LETTER), "20006")[0]

    assert first[0] >= 0.875 * INCH
    assert first[1] >= 2.04 * INCH
    assert last[3] <= 3.17 * INCH


@needs_poppler
def test_a_long_address_still_fits_the_window() -> None:
    long = replace(EN, address=tuple(f"Line{n}" for n in range(8)))
    body = letter_pdf(long, A4, "Date")
    assert body

    assert boxes(body, "Line0")[0][1] >= 62.7 * mm - 2
    assert boxes(body, "Line7")[0][3] <= 90 * mm + 1


@needs_poppler
def test_a_letter_too_long_for_a_page_goes_on_over_it() -> None:
    long = replace(EN, texts=("\n\n".join(["A paragraph with some words. " * 12] * 40),))
    body = letter_pdf(long, A4, "Date")
    assert body

    assert text_of(body).count("\f") > 2
    assert " ".join(text_of(body).split()).count("A paragraph with some words.") == 480


@needs_poppler
def test_the_last_line_of_a_page_is_used() -> None:
    paper = Pdf(A4, "x")
    height = paper.measure("line", 400, 10)
    y = A4.height - 18 * mm - 1.5 * height
    assert paper.paragraph("line", 50, y, 400, points=10) == y + height

    assert text_of(paper.pdf()).count("\f") == 1


@needs_poppler
@pytest.mark.parametrize(("names", "pages"), [(28, 1), (33, 1), (36, 2)])
def test_what_nearly_fits_on_a_page_is_set_a_little_smaller(names: int, pages: int) -> None:
    body = flow_pdf("t", "en", [Block("text", "Some words.")] * names, A4)
    assert body

    assert text_of(body).count("Some words.") == names
    assert text_of(body).count("\f") == pages


@needs_poppler
@pytest.mark.parametrize("names", range(53, 60))
def test_a_heading_is_never_the_last_thing_on_a_page(names: int) -> None:
    above = [Block("text", "word")] * names
    body = flow_pdf("t", "en", [*above, Block("heading", "Head"), Block("text", "tail")], A4)
    assert body

    pages = text_of(body).split("\f")
    assert ["Head" in page for page in pages] == ["tail" in page for page in pages]


@needs_poppler
def test_a_text_of_100_kb_is_set_whole_even_without_a_space() -> None:
    body = flow_pdf("t", "en", [Block("text", "é" * 50_000), Block("point", "end", "1.")], LETTER)
    assert body

    assert text_of(body).count("é") == 50_000
    assert "1." in text_of(body)


def test_what_no_font_can_write_is_not_offered() -> None:
    assert writable("Ñandú “x” – 100 €")
    assert not writable("أحمد")
    assert letter_pdf(replace(EN, texts=("مرحبا",)), A4, "Date") is None


@pytest.mark.parametrize(
    "make", [lambda: made(A4), lambda: letter_docx(EN, "Date"), lambda: sheet_pdf(ASKED, A4)]
)
def test_the_same_letter_gives_the_same_bytes(make: Callable[[], bytes]) -> None:
    assert make() == make()


def test_another_process_gives_the_same_bytes() -> None:
    program = (
        "import hashlib;from tests.desk.paper_test import *;"
        "print(hashlib.sha256(made(A4)+letter_docx(EN,'Date')).hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }

    assert len(said) == 1


def test_a_word_document_holds_the_letter_with_its_places_marked() -> None:
    document = docx.Document(io.BytesIO(letter_docx(EN, "Date")))
    text = "\n".join(p.text for p in document.paragraphs)
    marked = [r.text for p in document.paragraphs for r in p.runs if r.font.highlight_color]

    assert text.startswith("Esteban Moctezuma\nAmbassador of Mexico\nEmbassy of Mexico")
    assert "Á, é & “quotes”: 100%." in text
    assert marked == ["[why it matters]", "[your name]", "[your city]"]


def test_a_word_document_tells_nothing_of_where_and_when_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(letter_docx(EN, "Date"))) as packed:
        assert {i.date_time for i in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        about = packed.read("docProps/core.xml").decode()
    assert "python-docx" not in about


@needs_poppler
@needs_libreoffice
def test_libreoffice_reads_the_word_document(tmp_path: Path) -> None:
    body = opened_elsewhere(letter_docx(EN, "Date"), tmp_path)

    assert "Dear Ambassador," in text_of(body)
    assert 62 * mm <= boxes(body, "Esteban")[0][1] <= 90 * mm


@needs_poppler
@needs_libreoffice
def test_an_address_of_eight_lines_is_whole_in_a_word_document(tmp_path: Path) -> None:
    long = replace(EN, address=tuple(f"Line{n}" for n in range(8)))
    text = opened_elsewhere(letter_docx(long, "Date"), tmp_path)

    assert boxes(text, "Line0")[0][1] >= 62 * mm
    assert boxes(text, "Line7")[0][3] <= 90 * mm + 1


@needs_poppler
def test_a_label_keeps_its_words_however_long_they_are() -> None:
    for kind in KINDS:
        body = labels_pdf((("Ana", "Embajadora_de_México_en_los_Estados_Unidos"),), kind, "UA")
        assert body
        found = boxes(body, "Embajadora_de_México_en_los_Estados_Unidos")
        ends = sorted({round(x) for _, _, x, _ in found})
        edges = [kind.left + n * (kind.width + kind.gap) + kind.width for n in range(kind.across)]
        assert len(ends) == kind.across
        assert all(end < edge - 2 * mm for end, edge in zip(ends, edges, strict=True))


@needs_poppler
@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.size.id)
def test_labels_hold_every_address_in_turn(kind: object) -> None:
    body = labels_pdf((("Ana", "Street 1"), ("Bob", "Street 2")), kind, "UA")  # type: ignore[arg-type]
    assert body
    text = text_of(body)

    count = {"a4": 12, "letter": 15}[kind.size.id]  # type: ignore[attr-defined]
    assert (text.count("Ana"), text.count("Bob")) == (count, count)
    assert text.count("\f") == 1


@needs_poppler
def test_a_sheet_to_sign_has_the_demands_and_numbered_lines() -> None:
    body = sheet_pdf(ASKED, LETTER)
    assert body
    text = text_of(body)

    assert "1. Release everyone." in text
    assert "2. Stop raids." in text
    assert "24" in text.split()
    assert text.count("Signature") == text.count("\f")
    rows = sorted(int(word) for word in text.split() if word.isdigit())
    low = boxes(body, str(rows[-1]))[-1][3]
    assert rows[-1] > 24
    assert LETTER.height - low < 18 * mm + 12 * mm, "the last page is filled"


TABLE = """\ufefffirst_name,Last Name,email,City,Comment
Ana,Núñez,a@b.org,Tapachula,"free, them"
Ana,Núñez,A@B.org,Tapachula,again
<b>Bob</b>,"O'Hara",c@d.org,,
,,x@y.org,Nowhere,
"""


def test_a_platforms_table_gives_names_and_cities_each_once() -> None:
    assert signatures(TABLE.encode()) == (
        Signature("Ana Núñez", "Tapachula"),
        Signature("<b>Bob</b> O'Hara"),
    )


def test_tables_of_other_makers_are_read_too() -> None:
    assert signatures("Nombre;Ciudad\nJosé Ñu;León\n".encode("cp1252")) == (
        Signature("José Ñu", "León"),
    )
    with pytest.raises(ValueError, match="names"):
        signatures(b"a,b\n1,2\n")


@needs_poppler
def test_a_delivery_names_people_and_leaves_out_how_to_reach_them() -> None:
    text = text_of(delivery_pdf(ASKED, signatures(TABLE.encode()), A4, "2 have signed."))

    assert "1. Ana Núñez, Tapachula" in text
    assert "2. <b>Bob</b> O'Hara" in text
    assert "a@b.org" not in text
    assert "free, them" not in text
