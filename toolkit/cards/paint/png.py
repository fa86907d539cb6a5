"""Write PNG files ourselves: the encoder decides what a card costs, and ours need no filter."""

from __future__ import annotations

import struct

from zlib_ng import zlib_ng

LEVEL = 3
"""Deflate effort. 3 takes a third of the time of 6 for a fifth more bytes (scripts/bench_cards)."""
SLOPED = 2
"""The same for a gradient that is not level: 3 tries more there, takes longer and finds less."""

SIGNATURE = b"\x89PNG\r\n\x1a\n"
INDEXED, TRUECOLOUR = 3, 2


def indexed(
    width: int, height: int, rows: bytes | bytearray, palette: bytes, *, sloped: bool = False
) -> bytes:
    """Return a PNG of palette indices.

    `rows` holds `height` rows of a filter byte and `width` indices each; `palette` holds three
    bytes for each colour. `sloped` says that a row is like the one above it, but shifted.
    PNG, third edition: https://www.w3.org/TR/png-3/.
    """
    head = struct.pack(">IIBBBBB", width, height, 8, INDEXED, 0, 0, 0)
    level = SLOPED if sloped else LEVEL
    return _file(head, rows, _chunk(b"PLTE", palette), level)


def truecolour(width: int, height: int, rows: bytes) -> bytes:
    """Return a PNG of red, green and blue; each row opens with its filter byte."""
    return _file(struct.pack(">IIBBBBB", width, height, 8, TRUECOLOUR, 0, 0, 0), rows)


def _file(head: bytes, rows: bytes | bytearray, palette: bytes = b"", level: int = LEVEL) -> bytes:
    data = _chunk(b"IDAT", zlib_ng.compress(rows, level))
    return b"".join((SIGNATURE, _chunk(b"IHDR", head), palette, data, _chunk(b"IEND", b"")))


def _chunk(name: bytes, body: bytes) -> bytes:
    check = zlib_ng.crc32(body, zlib_ng.crc32(name))
    return b"".join((struct.pack(">I", len(body)), name, body, struct.pack(">I", check)))
