"""Posters and stickers: each card with a code that leads back to its post, ready for a printer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import segno

from toolkit.cards.glyphs import Block
from toolkit.cards.paint import pdf
from toolkit.cards.scene import Code, Fill, Scene, Text
from toolkit.cards.textstyle import TextStyle
from toolkit.cards.typeset import fit
from toolkit.kit.store import key_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.cards.fonts import Fonts
    from toolkit.kit.store import Kept, Store

MM = 72 / 25.4
PAPERS = {"A4": (210 * MM, 297 * MM), "Letter": (612.0, 792.0)}
"""Widths and heights in pt: ISO 216, and 8.5 by 11 inches."""
MARGIN = 10 * MM
"""Home printers leave up to this much white at the edge."""
STRIP, QUIET, GAP = 210, 4, 40
"""Px of the strip below a card; modules that stay white around a code (ISO/IEC 18004); px."""
ACROSS, DOWN = 3, 3
"""Stickers on a sheet."""
INK = "#000000"
SIZES = (54, 48, 42, 36, 30, 26)


@dataclass(frozen=True, slots=True)
class Plate:
    """A card for printing: how its scene is made, a key of all that decides it, and its address."""

    scene: Callable[[], Scene]
    key: str
    address: str
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Print:
    """What goes on paper: `paper` is A4 or Letter, `title` what a reader shows above it."""

    plates: tuple[Plate, ...]
    paper: str
    title: str

    @property
    def key(self) -> str:
        told = [(plate.key, plate.address, plate.rtl) for plate in self.plates]
        return key_of("1", pdf.VERSION, self.paper, self.title, told)


def posters(order: Print, fonts: Fonts, store: Store) -> Kept:
    """Return a PDF with a page for each plate."""
    return store.kept(key_of("posters", order.key), ".pdf", lambda: _posters(order, fonts))


def stickers(order: Print, fonts: Fonts, store: Store) -> Kept:
    """Return a PDF with nine plates to a page, to be cut apart."""
    return store.kept(key_of("stickers", order.key), ".pdf", lambda: _stickers(order, fonts))


def _posters(order: Print, fonts: Fonts) -> bytes:
    width, height = PAPERS[order.paper]
    box = (MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN)
    pages = [pdf.Sheet(width, height, _in_box(_parts(p, fonts), box)) for p in order.plates]
    return pdf.document(pages, fonts.units, order.title)


def _stickers(order: Print, fonts: Fonts) -> bytes:
    width, height = PAPERS[order.paper]
    wide, high = (width - 2 * MARGIN) / ACROSS, (height - 2 * MARGIN) / DOWN
    parts = [_parts(plate, fonts) for plate in order.plates]
    sheets = []
    for first in range(0, len(parts), ACROSS * DOWN):
        placed: list[pdf.Placed] = []
        for at, one in enumerate(parts[first : first + ACROSS * DOWN]):
            left, top = MARGIN + at % ACROSS * wide, MARGIN + at // ACROSS * high
            placed += _in_box(one, (left + 6, top + 6, wide - 12, high - 12))
        sheets.append(pdf.Sheet(width, height, tuple(placed)))
    return pdf.document(sheets, fonts.units, order.title)


def _parts(plate: Plate, fonts: Fonts) -> tuple[Scene, ...]:
    """Return the card and, where there is an address, the strip with its code."""
    card = plate.scene()
    if not plate.address:
        return (card,)
    return card, _strip(plate, card.width, fonts)


def _in_box(
    scenes: tuple[Scene, ...], box: tuple[float, float, float, float]
) -> tuple[pdf.Placed, ...]:
    """Place scenes one below the other, as large as a box (pt) allows.

    The box is left, top, width and height.
    """
    left, top, width, height = box
    high = sum(scene.height for scene in scenes)
    scale = min(width / scenes[0].width, height / high)
    left += (width - scenes[0].width * scale) / 2
    top += (height - high * scale) / 2
    placed: list[pdf.Placed] = []
    for scene in scenes:
        placed.append(pdf.Placed(scene, left, top, scale))
        top += scene.height * scale
    return tuple(placed)


def _strip(plate: Plate, width: int, fonts: Fonts) -> Scene:
    """Return the code at the start side, and beside it the address for those without a camera."""
    rows = _code(plate.address)
    module = STRIP // (len(rows) + 2 * QUIET)
    side = module * len(rows)
    top = (STRIP - side) // 2
    beside = side + GAP
    code = Code("code", width - side if plate.rtl else 0, top, module, rows, INK)
    ground = Fill("paper", (0, 0, width, STRIP), "#ffffff")
    block = _address(plate.address, width - beside, fonts)
    if block is None:
        return Scene(width, STRIP, (ground, code))
    left = 0 if plate.rtl else beside
    words = Text("address", left, (STRIP - block.height) / 2, block.lines, INK)
    return Scene(width, STRIP, (ground, code, words))


@lru_cache(maxsize=4096)
def _code(address: str) -> tuple[str, ...]:
    """Return the rows of a QR code; it goes on four sheets and takes 20 ms to find."""
    matrix = segno.make(address, micro=False, error="m").matrix
    return tuple("".join("1" if bit else "0" for bit in row) for row in matrix)


def _address(address: str, width: int, fonts: Fonts) -> Block | None:
    """Set the address as it is typed by hand; None where it is too long to be typed at all."""
    shown = re.sub(r"^https?://|/$", "", address)
    style = TextStyle(weight=700)
    found = fit(
        shown.replace("/", "/\n", 1),
        width=width,
        height=STRIP,
        sizes=SIZES,
        style=style,
        fonts=fonts,
        language="en",
    )
    return found if isinstance(found, Block) else None
