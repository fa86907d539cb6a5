"""Lines of letters: a mask that stands alone is copied, those that touch are blended."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from PIL import Image

if TYPE_CHECKING:
    from toolkit.cards.scene import Box

AS_IT_IS = bytes(range(256))
Table = bytes
"""What each coverage, 0 to 255, becomes."""


class Mask:
    """Coverage (L) or colour (RGBA) of a glyph or word, and its box from its origin, in px."""

    __slots__ = ("_looks", "bottom", "image", "left", "right", "top")

    def __init__(self, image: Image.Image, left: int, top: int) -> None:
        self.image, self.left, self.top = image, left, top
        self.right, self.bottom = left + image.width, top + image.height
        self._looks: dict[Table, Any] = {}

    def at(self, across: int, down: int) -> Letter:
        """Return it with its box on the card, its origin standing there (px)."""
        return self, across + self.left, down + self.top, across + self.right, down + self.bottom

    def look(self, table: Table) -> Any:  # noqa: ANN401 - Pillow's core has no types
        """Return the coverage with each value looked up in a table, which is done once."""
        found = self._looks.get(table)
        if found is None:
            found = self._looks[table] = self.image.im.point(_places(table), "L")
        return found


Letter = tuple[Mask, int, int, int, int]
"""A mask, and its box on the card: left, top, right, bottom."""


class LineOfLetters:
    """The letters of one line, in the order in which they are seen; there is at least one."""

    def __init__(self, letters: list[Letter]) -> None:
        self._letters = letters
        self.box = around(letters)

    @cached_property
    def groups(self) -> list[list[Letter]]:
        """Return the letters in groups that have no column of pixels in common."""
        groups: list[list[Letter]] = []
        reach = self.box[0]
        for letter in self._letters:
            if letter[1] >= reach:
                groups.append([letter])
            elif letter[1] < groups[-1][0][1]:
                return [self._letters]  # it reaches back, who knows how far
            else:
                groups[-1].append(letter)
            reach = max(reach, letter[3])
        return groups

    def together(self, table: Table) -> Image.Image:
        """Return one mask of all letters, as large as their box, looked up in a table."""
        left, top, right, bottom = self.box
        whole = Image.new("L", (right - left, bottom - top), table[0])
        paste = whole.im.paste
        for group in self.groups:
            x0, y0, x1, y1 = around(group)
            paste(drawn(group, table), (x0 - left, y0 - top, x1 - left, y1 - top))
        return whole


def joined(letters: list[Letter]) -> Mask:
    """Return one mask of some letters, of which there is at least one."""
    left, top, right, bottom = around(letters)
    whole = Image.new("L", (right - left, bottom - top), 0)
    paste, reach = whole.im.paste, left
    for mask, x0, y0, x1, y1 in letters:
        box = (x0 - left, y0 - top, x1 - left, y1 - top)
        if x0 >= reach:
            paste(mask.image.im, box)
        else:
            paste(255, box, mask.image.im)
        reach = max(reach, x1)
    return Mask(whole, left, top)


def around(group: list[Letter]) -> Box:
    """Return the box of some letters, of which there is at least one."""
    if len(group) == 1:
        return group[0][1:]
    _, lefts, tops, rights, bottoms = zip(*group, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def drawn(group: list[Letter], table: Table) -> Any:  # noqa: ANN401 - Pillow's core has no types
    """Return the coverage of some letters together, as large as their box, looked up in a table."""
    if len(group) == 1:
        return group[0][0].look(table)
    left, top, right, bottom = around(group)
    whole = Image.new("L", (right - left, bottom - top), 0).im
    for mask, x0, y0, x1, y1 in group:
        whole.paste(255, (x0 - left, y0 - top, x1 - left, y1 - top), mask.image.im)
    return whole.point(_places(table), "L")


@lru_cache(maxsize=256)
def _places(table: Table) -> list[int]:
    """Return a table as Pillow's core wants it."""
    return list(table)
