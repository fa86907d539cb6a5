"""What lies under a text, known in strips: looked at once, for all cards that share a ground."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL import Image

    from toolkit.cards.scene import Box

HIGH, WIDE = 32, 64
"""Px of the strips that are looked at: each as high, and some of these wide."""
SIZE = 256


class Strips:
    """The lowest and highest value in parts of an L image on which nobody draws any more."""

    def __init__(self, image: Image.Image) -> None:
        self._image = image
        self._known: dict[Box, tuple[int, int]] = {}

    def span(self, box: Box) -> tuple[int, int]:
        """Return bounds of all values in a box (px), which must lie on the image.

        Whole strips are looked at, so that the bounds may be wider than need be.
        """
        left = box[0] - box[0] % WIDE
        right = min(box[2] - box[2] % -WIDE, self._image.width)
        found = [
            self._strip(left, top, right) for top in range(box[1] - box[1] % HIGH, box[3], HIGH)
        ]
        return min(low for low, _ in found), max(high for _, high in found)

    def _strip(self, left: int, top: int, right: int) -> tuple[int, int]:
        box = (left, top, right, min(top + HIGH, self._image.height))
        known = self._known.get(box)
        if known is None:
            known = self._known[box] = self._image.im.crop(box).getextrema()
        return known


class Under:
    """A finished ground of indices, each of which counts as the ground that it stands for.

    Each of these grounds has a row of `steps` places in the tables that are looked up. Nothing is
    looked at before it is asked for.
    """

    def __init__(self, image: Image.Image, stands_for: Sequence[int], steps: int) -> None:
        self._image, self._stands_for, self._steps = image, tuple(stands_for), steps
        self._indices = Strips(image)

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
    def _tiles(self) -> Strips:
        return Strips(self._rows)
