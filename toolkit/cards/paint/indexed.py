"""A canvas of palette indices: what flat and graded cards are drawn on, without conversion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PIL import Image

from toolkit.cards.colour import RGB, rgb
from toolkit.cards.paint import png
from toolkit.cards.paint.gradients import graded
from toolkit.cards.paint.kept import Kept
from toolkit.cards.paint.letters import AS_IT_IS, around, drawn
from toolkit.cards.paint.palette import SIZE, STEP_OF, STEPS, Palette
from toolkit.cards.paint.stencils import Stencil
from toolkit.cards.paint.under import Under

if TYPE_CHECKING:
    from toolkit.cards.paint.letters import LineOfLetters
    from toolkit.cards.paint.stencils import Sticker
    from toolkit.cards.scene import Box

CHOICES = 4
"""For how many sets of stickers the colours are remembered."""
GROUNDS = SIZE // STEPS
"""How many grounds under one mask can be told apart."""


class IndexedCanvas:
    """Indices, one byte a pixel. Column 0 is the filter byte of each PNG row, always 0."""

    def __init__(
        self, width: int, height: int, palette: Palette, pixels: bytearray | None = None
    ) -> None:
        self.width, self.height, self.palette = width, height, palette
        self._pixels = bytearray((width + 1) * height) if pixels is None else pixels
        self._image = _over(self._pixels, width + 1)
        self._stuck: list[tuple[Image.Image, Image.Image, tuple[int, int]]] = []
        self._chosen: Kept[tuple[list[RGB], Image.Image, list[Image.Image]]] = Kept(CHOICES)
        self._sloped = False
        self._ground: Under | None = None
        self._drawn: list[Box] = []

    def copy(self) -> IndexedCanvas:
        """Return the same canvas to go on drawing on; from then on this one stays as it is."""
        twin = IndexedCanvas(self.width, self.height, self.palette.copy(), bytearray(self._pixels))
        twin._stuck += self._stuck
        twin._chosen = self._chosen
        twin._sloped = self._sloped
        if self._ground is None or self._drawn:
            self._ground, self._drawn = Under(self._image, self.palette.stands_for, STEPS), []
        twin._ground = self._ground
        return twin

    def fill(self, box: Box, colour: str) -> None:
        """Cover a rectangle (px; it may reach over the edges)."""
        left, top, right, bottom = box
        inside = (max(left, 0) + 1, max(top, 0), min(right, self.width) + 1, bottom)
        self._image.paste(self.palette.index(rgb(colour)), inside)
        self._drawn.append(inside)

    def gradient(self, box: Box, start: str, end: str, angle: float) -> None:
        """Cover a rectangle with the levels of a gradient."""
        table = self.palette.graded(rgb(start), rgb(end))
        drawn = graded(box[2] - box[0], box[3] - box[1], angle, table)
        self._image.paste(drawn, (box[0] + 1, box[1]))
        self._sloped = self._sloped or bool(angle % 90)
        self._drawn.append((box[0] + 1, box[1], box[2] + 1, box[3]))

    def stencil(self, stencil: Stencil, colour: str) -> None:
        """Lay a colour through a mask, smoothing towards whatever is behind it."""
        mask, box = self._clipped(stencil.mask, stencil.left, stencil.top)
        if mask is not None:
            self._over_drawn(mapped(mask, STEP_OF), box, rgb(colour))
            self._drawn.append(box)

    def letters(self, line: LineOfLetters, colour: str) -> None:
        """Lay a colour through the masks of letters, as `stencil` does."""
        left, top, right, bottom = line.box
        box = (left + 1, top, right + 1, bottom)
        if left < 0 or top < 0 or right > self.width or bottom > self.height:
            return self.stencil(Stencil(line.together(AS_IT_IS), left, top), colour)
        ground = None if any(_meet(box, drawn) for drawn in self._drawn) else self._ground
        only = ground.only(box) if ground else None
        rows = ground.several(box) if ground and only is None else None
        if only is not None:
            self._on_one(line, only, rgb(colour), alike=True)
        elif rows and len(rows) == 1:
            self._on_one(line, next(iter(rows)), rgb(colour), alike=False)
        elif ground and rows:
            self._on_several(line, ground.rows(box), rows, rgb(colour))
        else:
            self._over_drawn(line.together(STEP_OF), box, rgb(colour))
        self._drawn.append(box)
        return None

    def _on_one(self, line: LineOfLetters, ground: int, colour: RGB, *, alike: bool) -> None:
        """Draw word by word, each as it looks on this ground.

        If all of the ground is alike, its pixels are in the looks; else what is not covered stays.
        """
        ramp = self.palette.ramp(ground, colour)
        paste = self._image.im.paste
        for group in line.groups:
            left, top, right, bottom = around(group)
            box, look = (left + 1, top, right + 1, bottom), drawn(group, ramp)
            if alike:
                paste(look, box)
            else:
                paste(look, box, drawn(group, COVERED))

    def _on_several(
        self,
        line: LineOfLetters,
        grounds: Any,  # noqa: ANN401 - Pillow's core has no types
        rows: dict[int, int],
        colour: RGB,
    ) -> None:
        """Look up (ground, step of the coverage) in a table, for all pixels of a line at once."""
        left, top, right, bottom = line.box
        table = bytearray(SIZE)
        for index, at in rows.items():
            table[at + 1 : at + STEPS] = self.palette.steps(index, colour)[1:STEPS]
        both = grounds.chop_add_modulo(line.together(STEP_OF).im).point(list(table), "L")
        covered = line.together(COVERED).im
        self._image.im.paste(both, (left + 1, top, right + 1, bottom), covered)

    def _over_drawn(self, mask: Image.Image, box: Box, colour: RGB) -> None:
        """Lay a colour over whatever is in a box, pixel by pixel."""
        behind = self._behind(box)
        if behind.count(behind[0]) == len(behind):
            steps = self.palette.steps(behind[0], colour)
            self._image.im.paste(mask.im.point(list(steps), "L"), box)
        else:
            self._over_many(mask, _image(behind, mask.size), box, colour)

    def _behind(self, box: Box) -> bytes:
        """Return the indices in a box, row by row."""
        left, top, right, bottom = box
        stride = self.width + 1
        rows = range(top * stride, bottom * stride, stride)
        return b"".join([self._pixels[row + left : row + right] for row in rows])

    def _over_many(self, mask: Image.Image, behind: Image.Image, box: Box, colour: RGB) -> None:
        """Look up (ground, step of the coverage) in one table, for all pixels at once.

        Where there are more grounds than the table has room for, those that count as the same
        share a row, and only what is covered is drawn. Pillow's core is asked without its
        wrapper, which costs as much as the work.
        """
        present = indices_in(behind)
        exact = len(present) <= GROUNDS
        row_of, table = self._table(present, colour, exact=exact)
        rows = behind.im.point(list(row_of), "L")
        both = rows.chop_add_modulo(mask.im).point(list(table), "L")
        if exact:
            self._image.im.paste(both, box)
        else:
            self._image.im.paste(both, box, mask.im.point(SOME, "L"))

    def _table(self, present: list[int], colour: RGB, *, exact: bool) -> tuple[bytes, bytes]:
        """Return where the row of each ground begins, and the rows: an index for each step."""
        begins: dict[int, int] = {}
        row_of, table = bytearray(SIZE), bytearray(SIZE)
        for index in present:
            ground = self.palette.stands_for[index]
            key = index if exact else ground
            if key not in begins and len(begins) < GROUNDS:
                at = begins[key] = len(begins) * STEPS
                table[at : at + STEPS] = self.palette.steps(ground, colour)[:STEPS]
                table[at] = key
            row_of[index] = begins.get(key, 0)
        return bytes(row_of), bytes(table)

    def sticker(self, sticker: Sticker) -> None:
        """Remember a small coloured picture; all of them share the colours that are left."""
        image, box = self._clipped(sticker.image, sticker.left, sticker.top)
        if image is None:
            return
        behind = self._image.crop(box)
        behind.putpalette(self.palette.bytes())
        tile = behind.convert("RGB")
        alpha = image.getchannel("A")
        tile.paste(image.convert("RGB"), (0, 0), alpha)
        self._stuck.append((tile, mapped(alpha, SEEN), box[:2]))

    def sampled(self, box: Box) -> list[RGB]:
        """Return the colours in a box, each once."""
        left, top, right, bottom = box
        inside = (
            max(0, left) + 1,
            max(0, top),
            min(self.width, right) + 1,
            min(self.height, bottom),
        )
        return [self.palette.colours[index] for index in indices_in(self._image.crop(inside))]

    def png(self) -> bytes:
        """Return the file."""
        self._settle()
        return png.indexed(
            self.width, self.height, self._pixels, self.palette.bytes(), sloped=self._sloped
        )

    def _settle(self) -> None:
        """Choose the colours of all stickers together and put them on the card."""
        if not self._stuck:
            return
        base = len(self.palette.colours)
        tiles = [tile for tile, _, _ in self._stuck]
        key = (base, *map(id, tiles))  # they live as long as what is chosen for them
        colours, indices, _ = self._chosen.get(key, lambda: (*_few(self._strip(), base), tiles))
        self.palette.colours += colours
        x = 0
        for tile, seen, at in self._stuck:
            self._image.paste(indices.crop((x, 0, x + tile.width, tile.height)), at, seen)
            x += tile.width
        self._stuck.clear()

    def _strip(self) -> Image.Image:
        """Return all stickers side by side."""
        tiles = [tile for tile, _, _ in self._stuck]
        strip = Image.new("RGB", (sum(t.width for t in tiles), max(t.height for t in tiles)))
        x = 0
        for tile, seen, _ in self._stuck:
            strip.paste(tile, (x, 0), seen)
            x += tile.width
        return strip

    def _clipped(self, image: Image.Image, left: int, top: int) -> tuple[Image.Image | None, Box]:
        """Return what of an image lies on the card, and its box in canvas columns."""
        cut = (
            max(0, -left),
            max(0, -top),
            *(min(image.width, self.width - left), min(image.height, self.height - top)),
        )
        box = (left + cut[0] + 1, top + cut[1], left + cut[2] + 1, top + cut[3])
        if cut[2] <= cut[0] or cut[3] <= cut[1]:
            return None, box
        return (image if cut == (0, 0, *image.size) else image.crop(cut)), box


COVERED = STEP_OF.translate(b"\0" + b"\xff" * (SIZE - 1))
"""A coverage that comes to a step becomes all, everything else nothing."""
SOME = [0] + [255] * (SIZE - 1)
"""The same for a step."""
SEEN = bytes(25) + b"\xff" * (SIZE - 25)
"""From what alpha on a pixel of a sticker is drawn."""


def _few(image: Image.Image, base: int) -> tuple[list[RGB], Image.Image]:
    """Return as many colours as are free after `base`, and the image as indices of them."""
    few = image.quantize(max(2, SIZE - base), Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    flat = few.getpalette("RGB") or []
    colours = [(flat[i], flat[i + 1], flat[i + 2]) for i in range(0, len(flat), 3)]
    indices = mapped(few, bytes(min(i + base, SIZE - 1) for i in range(SIZE)))
    return colours[: SIZE - base], indices


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _over(pixels: bytearray, width: int) -> Image.Image:
    """Return an L image that is drawn on in the memory of `pixels`, which spares a copy."""
    image = Image.frombuffer("L", (width, len(pixels) // width), pixels, "raw", "L", 0, 1)
    image.readonly = 0
    return image


def _image(pixels: bytes, size: tuple[int, int]) -> Image.Image:
    """Return bytes as an L image, without copying them."""
    return Image.frombuffer("L", size, pixels, "raw", "L", 0, 1)


def indices_in(image: Image.Image) -> list[int]:
    """Return the values that occur in an L image, in order."""
    return [value for value, count in enumerate(image.histogram()) if count]


def mapped(image: Image.Image, table: bytes | bytearray) -> Image.Image:
    """Return an L image in which each byte of `image` is looked up in a table of 256."""
    return Image.frombytes("L", image.size, image.tobytes().translate(table))
