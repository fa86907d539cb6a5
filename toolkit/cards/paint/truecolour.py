"""A canvas of red, green and blue: what cards with photographs are drawn on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageChops

from toolkit.cards.colour import RGB, rgb
from toolkit.cards.paint import png
from toolkit.cards.paint.gradients import graded, levels
from toolkit.cards.paint.letters import AS_IT_IS
from toolkit.cards.paint.stencils import Stencil

if TYPE_CHECKING:
    from toolkit.cards.paint.letters import LineOfLetters
    from toolkit.cards.paint.stencils import Sticker
    from toolkit.cards.scene import Box

SUB = b"\x01"
SQUARE = 8


class TruecolourCanvas:
    """Three bytes a pixel."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width, height))

    def copy(self) -> TruecolourCanvas:
        """Return the same canvas, to go on drawing on."""
        twin = TruecolourCanvas.__new__(TruecolourCanvas)
        twin.width, twin.height = self.width, self.height
        twin._image = self._image.copy()  # noqa: SLF001 - it is our own
        return twin

    def fill(self, box: Box, colour: str) -> None:
        """Cover a rectangle (px; it may reach over the edges)."""
        self._image.paste(rgb(colour), box)

    def gradient(self, box: Box, start: str, end: str, angle: float) -> None:
        """Cover a rectangle with the levels of a gradient."""
        colours = levels(rgb(start), rgb(end))
        drawn = graded(box[2] - box[0], box[3] - box[1], angle, bytes(range(len(colours))))
        drawn.putpalette(b"".join(bytes(colour) for colour in colours))
        self._image.paste(drawn.convert("RGB"), box[:2])

    def letters(self, line: LineOfLetters, colour: str) -> None:
        """Lay a colour through the masks of letters."""
        self.stencil(Stencil(line.together(AS_IT_IS), *line.box[:2]), colour)

    def stencil(self, stencil: Stencil, colour: str) -> None:
        """Lay a colour through a mask."""
        self._image.paste(rgb(colour), (stencil.left, stencil.top), stencil.mask)

    def sticker(self, sticker: Sticker) -> None:
        """Lay a small picture over the card by its own transparency."""
        self._image.paste(sticker.image, (sticker.left, sticker.top), sticker.image)

    def picture(self, box: Box, image: Image.Image) -> None:
        """Put an image, already cut and scaled to its box, on the card."""
        self._image.paste(image, box[:2], image if image.mode == "RGBA" else None)

    def sampled(self, box: Box) -> list[RGB]:
        """Return the colours in a box, averaged over squares of a few px."""
        left, top, right, bottom = box
        inside = (max(0, left), max(0, top), min(self.width, right), min(self.height, bottom))
        if inside[2] <= inside[0] or inside[3] <= inside[1]:
            return []
        flat = self._image.crop(inside).reduce(SQUARE).tobytes()
        return [(flat[i], flat[i + 1], flat[i + 2]) for i in range(0, len(flat), 3)]

    def png(self) -> bytes:
        """Return the file. Each byte is written as its difference to the pixel on the left."""
        image = self._image
        left = ImageChops.offset(image, 1, 0)
        left.paste((0, 0, 0), (0, 0, 1, self.height))
        flat = ImageChops.subtract_modulo(image, left).tobytes()
        stride = self.width * 3
        rows = (SUB + flat[at : at + stride] for at in range(0, len(flat), stride))
        return png.truecolour(self.width, self.height, b"".join(rows))
