"""What lies under a text, known by tiles: looked at once, for all cards that share a ground."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL import Image

    from toolkit.cards.scene import Box

TILE = 32
"""Px of a tile's side."""
SIZE = 256


class Tiles:
    """The lowest and highest value in parts of an L image on which nobody draws any more."""

    def __init__(self, image: Image.Image) -> None:
        self._image = image
        self._across = -(-image.width // TILE)
        self._known: dict[int, tuple[int, int]] = {}

    def span(self, box: Box) -> tuple[int, int]:
        """Return bounds of all values in a box (px), which must lie on the image.

        Whole tiles are looked at, so that the bounds may be wider than need be.
        """
        low, high = SIZE, -1
        left, right = box[0] // TILE, -(-box[2] // TILE)
        for down in range(box[1] // TILE, -(-box[3] // TILE)):
            row = down * self._across
            for tile in range(row + left, row + right):
                least, most = self._known.get(tile) or self._look(tile)
                low = min(low, least)
                high = max(high, most)
        return low, high

    def _look(self, tile: int) -> tuple[int, int]:
        down, across = divmod(tile, self._across)
        left, top = across * TILE, down * TILE
        right = min(left + TILE, self._image.width)
        bottom = min(top + TILE, self._image.height)
        found: tuple[int, int] = self._image.im.crop((left, top, right, bottom)).getextrema()
        self._known[tile] = found
        return found


class Under:
    """A finished ground of indices, each of which counts as the ground that it stands for.

    Each of these grounds has a row of `steps` places in the tables that are looked up. Nothing is
    looked at before it is asked for.
    """

    def __init__(self, image: Image.Image, stands_for: Sequence[int], steps: int) -> None:
        self._image, self._stands_for, self._steps = image, tuple(stands_for), steps
        self._indices = Tiles(image)

    def only(self, box: Box) -> int | None:
        """Return the one index that fills a box; None if there are several around it."""
        low, high = self._indices.span(box)
        return low if low == high else None

    def several(self, box: Box) -> dict[int, int] | None:
        """Return what a box may count as: where the row of each ground begins.

        None where the card has more grounds than there is room for.
        """
        if len(self._grounds) * self._steps > SIZE:
            return None
        low, high = self._tiles.span(box)
        return {self._grounds[at // self._steps]: at for at in range(low, high + 1, self._steps)}

    def rows(self, box: Box) -> Any:  # noqa: ANN401 - Pillow's core has no types
        """Return where the row of each pixel in a box begins, as an image of Pillow's core."""
        return self._rows.im.crop(box)

    @cached_property
    def _present(self) -> list[int]:
        return [value for value, count in enumerate(self._image.histogram()) if count]

    @cached_property
    def _grounds(self) -> tuple[int, ...]:
        return tuple(sorted({self._stands_for[index] for index in self._present}))

    @cached_property
    def _rows(self) -> Image.Image:
        begins = {ground: at * self._steps for at, ground in enumerate(self._grounds)}
        table = [0] * SIZE
        for index in self._present:
            table[index] = begins[self._stands_for[index]]
        return self._image.point(table)

    @cached_property
    def _tiles(self) -> Tiles:
        return Tiles(self._rows)
