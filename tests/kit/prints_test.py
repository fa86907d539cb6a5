"""What is printed stays sharp, leads back to its post, and is the same bytes every time."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

import pytest

from tests.cards.samples import sample
from toolkit.cards.dress import dress
from toolkit.cards.fonts import load_fonts
from toolkit.cards.library import load_library
from toolkit.kit import frames, prints
from toolkit.kit.prints import Plate, Print
from toolkit.kit.store import Store

if TYPE_CHECKING:
    from pathlib import Path

FONTS = load_fonts()
LIBRARY = load_library()[0]
ADDRESS = "https://example.org/river/first/"


def plate(language: str = "en", address: str = ADDRESS) -> Plate:
    request = sample("statement", "ember", "portrait", language)
    scene = dress(request, library=LIBRARY, fonts=FONTS).scene
    assert scene
    return Plate(lambda: scene, repr(request), address, rtl=language == "ar")


def inside(pdf: bytes) -> list[bytes]:
    return [
        zlib.decompress(s)
        for s in re.findall(rb"FlateDecode[^>]*>>\nstream\n(.*?)\nendstream", pdf, re.DOTALL)
    ]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_poster_has_its_paper_size_a_page_for_each_post_and_letters_as_outlines(
    tmp_path: Path, paper: str
) -> None:
    order = Print((plate(), plate("ar")), paper, "Río")

    pdf = prints.posters(order, FONTS, Store(tmp_path)).path.read_bytes()

    width, height = prints.PAPERS[paper]
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert len(boxes) == 2
    assert all(abs(float(w) - width) + abs(float(h) - height) < 0.01 for w, h in boxes)
    assert b"/Image" not in pdf
    assert any(b" c" in part and part.endswith(b" f") for part in inside(pdf))


def test_every_object_lies_where_the_table_says(tmp_path: Path) -> None:
    pdf = prints.posters(Print((plate(),), "A4", "t"), FONTS, Store(tmp_path)).path.read_bytes()

    rows = re.findall(rb"^(\d{10}) 00000 n $", pdf, re.MULTILINE)
    assert rows
    for number, row in enumerate(rows, 1):
        assert pdf[int(row) :].startswith(b"%d 0 obj" % number)


def test_ten_stickers_take_two_pages(tmp_path: Path) -> None:
    order = Print((plate(),) * 10, "A4", "t")

    pdf = prints.stickers(order, FONTS, Store(tmp_path)).path.read_bytes()

    assert pdf.count(b"/MediaBox") == 2


def test_the_code_changes_with_the_address_and_without_one_there_is_none(tmp_path: Path) -> None:
    store = Store(tmp_path)

    def made(address: str) -> bytes:
        order = Print((plate(address=address),), "A4", "t")
        return prints.posters(order, FONTS, store).path.read_bytes()

    assert made(ADDRESS) != made(ADDRESS + "x/")
    squares = [part.count(b" re") for part in inside(made(ADDRESS))]
    assert max(squares) > 100
    assert max(part.count(b" re") for part in inside(made(""))) < 20


def test_the_same_order_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = (
        prints.posters(Print((plate(),), "A4", "t"), load_fonts(), Store(tmp_path / name))
        for name in "ab"
    )

    assert one.path.read_bytes() == two.path.read_bytes()


@pytest.mark.parametrize("word", ["#SaveTheRiver", "", "#" + "x" * 80, "#\U000e0001"])
def test_a_frame_is_clear_within_solid_in_its_ring_and_clear_outside(
    tmp_path: Path, word: str
) -> None:
    from PIL import Image

    made = frames.frame(LIBRARY.themes["ember"], word, "en", FONTS, Store(tmp_path))

    with Image.open(made.path) as image:
        alpha = image.getchannel("A")
        assert image.size == (1080, 1080)
        assert [alpha.getpixel(at) for at in ((540, 400), (540, 20), (540, 1060), (3, 3))] == [
            0,
            255,
            255,
            0,
        ]
