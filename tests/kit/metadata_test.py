"""What a picture says of itself is read back by others, and pixels stay as they were."""

from __future__ import annotations

import io
import re
import struct
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from toolkit.kit.metadata import MOST, About, in_jpeg, in_png, packet

HARD = 'Card: “no & never” <b>"x"</b> ]]> \x00\x1f\ud800 العربية 👩‍👩‍👧'
CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"


def picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(out, kind)
    return out.getvalue()


def alt_in(xmp: bytes) -> str:
    root = ET.fromstring(re.sub(rb"<\?xpacket.*?\?>", b"", xmp))  # noqa: S314 - our own
    first = root.find(f".//{CORE}AltTextAccessibility/*/*")
    assert first is not None
    return first.text or ""


@pytest.mark.parametrize(("kind", "put"), [("PNG", in_png), ("JPEG", in_jpeg)])
def test_another_reader_finds_the_words_and_the_same_pixels(kind: str, put: object) -> None:
    plain = picture(kind)

    tagged = put(plain, About(HARD, "en", "Ana & Co", "CC BY 4.0"))  # type: ignore[operator]

    image = Image.open(io.BytesIO(tagged))
    assert image.tobytes() == Image.open(io.BytesIO(plain)).tobytes()
    xmp = image.info["xmp"] if kind == "JPEG" else image.info["XML:com.adobe.xmp"].encode()
    assert alt_in(xmp) == re.sub("[\x00\x1f\ud800]", "", HARD)
    assert "Ana & Co" in unescape(xmp.decode())
    assert "CC BY 4.0" in xmp.decode()


def test_what_is_empty_is_left_out() -> None:
    told = packet(About("A card")).decode()

    assert "Credit" not in told
    assert "UsageTerms" not in told


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from([1, 40]))
def test_any_text_gives_a_packet_that_is_xml_and_fits_a_segment(text: str, times: int) -> None:
    about = About(text * times, "en", "c" * 300, "l" * 300)

    tagged = in_jpeg(picture("JPEG"), about)

    root = ET.fromstring(re.sub(rb"<\?xpacket.*?\?>", b"", packet(about)))  # noqa: S314 - our own
    assert len(root)
    at = 4 + struct.unpack(">H", tagged[4:6])[0]
    assert tagged[at : at + 2] == b"\xff\xe1"


def test_the_longest_description_of_the_widest_letters_fits_a_segment() -> None:
    in_jpeg(picture("JPEG"), About("&" * 2 * MOST, "en"))
    in_jpeg(picture("JPEG"), About("👩" * 2 * MOST, "en"))
