"""Write PNG files ourselves, since the encoder decides what a card costs."""

from __future__ import annotations

import struct

from PIL import Image, ImageChops
from zlib_ng import zlib_ng

FAST, LEVEL = 2, 3
"""Deflate effort. For indices 2 takes a third less time than 3, for a tenth more bytes; photographs
need 3 (scripts/bench_cards)."""

SIGNATURE = b"\x89PNG\r\n\x1a\n"
INDEXED, TRUECOLOUR = 3, 2
UP = 2
"""The filter by which a row is the difference from the row above it."""


def indexed(
    width: int, height: int, rows: bytes | bytearray, palette: bytes, *, sloped: bool = False
) -> bytes:
    """Return a PNG of palette indices.

    `rows` holds `height` rows of a filter byte and `width` indices each; `palette` holds three
    bytes for each colour. `sloped` says that a row is like the one above it, but shifted.
    PNG, third edition: https://www.w3.org/TR/png-3/.
    """
    head = struct.pack(">IIBBBBB", width, height, 8, INDEXED, 0, 0, 0)
    body = _runs(_upward(rows, width + 1)) if sloped else zlib_ng.compress(rows, FAST)
    return _file(head, body, _chunk(b"PLTE", palette))


def truecolour(width: int, height: int, rows: bytes) -> bytes:
    """Return a PNG of red, green and blue; each row opens with its filter byte."""
    head = struct.pack(">IIBBBBB", width, height, 8, TRUECOLOUR, 0, 0, 0)
    return _file(head, zlib_ng.compress(rows, LEVEL))


def _upward(rows: bytes | bytearray, stride: int) -> bytes:
    """Return each row as the difference from the row above it, its filter byte saying so.

    Where rows repeat each other, that leaves nothing but zeros around the letters.
    """
    size = (stride, len(rows) // stride)
    here = Image.frombuffer("L", size, rows, "raw", "L", 0, 1)
    above = Image.new("L", size, 0)
    above.im.paste(here.im, (0, 1, stride, size[1] + 1))
    changed = ImageChops.subtract_modulo(here, above)
    changed.paste(UP, (0, 0, 1, size[1]))
    return changed.tobytes()


def _runs(rows: bytes) -> bytes:
    """Deflate rows in which one value repeats and repeats: nothing else is looked for."""
    pack = zlib_ng.compressobj(1, zlib_ng.DEFLATED, strategy=zlib_ng.Z_RLE)
    return pack.compress(rows) + pack.flush()


def _file(head: bytes, body: bytes, palette: bytes = b"") -> bytes:
    data = _chunk(b"IDAT", body)
    return b"".join((SIGNATURE, _chunk(b"IHDR", head), palette, data, _chunk(b"IEND", b"")))


def _chunk(name: bytes, body: bytes) -> bytes:
    check = zlib_ng.crc32(body, zlib_ng.crc32(name))
    return b"".join((struct.pack(">I", len(body)), name, body, struct.pack(">I", check)))
