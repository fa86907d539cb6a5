"""What a picture says of itself wherever it goes: its description, who made it, how to use it.

The words travel as XMP, which both PNG and JPEG carry and which programs read that show the
description of a picture. Fields: IPTC Photo Metadata Standard 2021.1, iptc.org/std/photometadata
(Alt Text Accessibility, Credit Line, Rights Usage Terms); XMP in PNG and JPEG: XMP Specification
Part 3, sections 1.1.3 and 1.1.5.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from html import escape
from zlib import crc32

VERSION = "1"
"""Part of every key: raise it when the same words would be written in another way."""
MOST = 3_000
"""Characters of a description: it stands four times in a JPEG segment, which holds 64 KB."""
XMP_IN_PNG = b"XML:com.adobe.xmp\0\0\0\0\0"
XMP_IN_JPEG = b"http://ns.adobe.com/xap/1.0/\0"
AFTER_HEAD = 33
"""Bytes of a PNG up to the end of its first chunk, which is always the header."""
# What XML 1.0 cannot hold, https://www.w3.org/TR/xml/#charsets.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
{fields}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class About:
    """Words about a picture; what is empty is left out."""

    alt: str = ""
    language: str = ""
    credit: str = ""
    licence: str = ""


def packet(about: About) -> bytes:
    """Return the XMP packet, the same bytes for the same words."""
    alt = about.alt[:MOST]
    fields = [
        _in_language("Iptc4xmpCore:AltTextAccessibility", alt, about.language),
        _in_language("dc:description", alt, about.language),
        f"<photoshop:Credit>{_xml(about.credit)}</photoshop:Credit>" if about.credit else "",
        _in_language("xmpRights:UsageTerms", about.licence, ""),
    ]
    return PACKET.format(fields="\n".join(filter(None, fields))).encode()


def in_png(png: bytes, about: About) -> bytes:
    """Return a PNG with the words in it, behind its header."""
    body = b"iTXt" + XMP_IN_PNG + packet(about)
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", crc32(body))
    return png[:AFTER_HEAD] + chunk + png[AFTER_HEAD:]


def in_jpeg(jpeg: bytes, about: About) -> bytes:
    """Return a JPEG with the words in it, behind its opening segment (SOI and JFIF)."""
    body = XMP_IN_JPEG + packet(about)
    at = 4 + struct.unpack(">H", jpeg[4:6])[0] if jpeg[2:4] == b"\xff\xe0" else 2
    return jpeg[:at] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + jpeg[at:]


def _in_language(field: str, text: str, language: str) -> str:
    """Return a text under its language and, as the format asks, under `x-default`."""
    if not text:
        return ""
    tags = ("x-default", language) if language else ("x-default",)
    items = "".join(f'<rdf:li xml:lang="{_xml(tag)}">{_xml(text)}</rdf:li>' for tag in tags)
    return f"<{field}><rdf:Alt>{items}</rdf:Alt></{field}>"


def _xml(text: str) -> str:
    return escape(NOT_XML.sub("", text))
