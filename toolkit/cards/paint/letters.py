"""Lines of letters: masks that stand alone are copied, those that touch are laid over each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PIL import Image

if TYPE_CHECKING:
    from toolkit.cards.scene import Box

AS_IT_IS = bytes(range(256))
Table = bytes
"""What each coverage, 0 to 255, becomes."""


class Mask:
    """Coverage (L) or colour (RGBA) of one glyph, and its box from the glyph's origin, in px."""

    __slots__ = ("_looks", "bottom", "image", "left", "right", "top")

    def __init__(self, image: Image.Image, left: int, top: int) -> None:
        self.image, self.left, self.top = image, left, top
        self.right, self.bottom = left + image.width, top + image.height
        self._looks: dict[Table, Any] = {}

    def look(self, table: Table) -> Any:  # noqa: ANN401 - Pillow's core has no types
        """Return the coverage with each value looked up in a table, which is done once."""
        found = self._looks.get(table)
        if found is None:
            found = self._looks[table] = self.image.im.point(list(table), "L")
        return found


Letter = tuple[Mask, int, int, int, int]
"""A mask, and its box on the card: left, top, right, bottom."""


class Group(NamedTuple):
    """Letters that share columns of pixels, and the box of all of them."""

    letters: list[Letter]
    box: Box

    def drawn(self, table: Table) -> Any:  # noqa: ANN401 - Pillow's core has no types
        """Return their coverage together, looked up in a table."""
        if len(self.letters) == 1:
            return self.letters[0][0].look(table)
        left, top, right, bottom = self.box
        whole = Image.new("L", (right - left, bottom - top), 0).im
        for mask, x0, y0, x1, y1 in self.letters:
            whole.paste(255, (x0 - left, y0 - top, x1 - left, y1 - top), mask.image.im)
        return whole.point(list(table), "L")


class LineOfLetters:
    """The letters of one line, in the order in which they are seen; there is at least one."""

    def __init__(self, letters: list[Letter]) -> None:
        self._letters = letters
        self.box = _around(letters)

    def groups(self) -> list[Group]:
        """Return the letters in groups that have no column in common."""
        groups: list[list[Letter]] = []
        reach = self.box[0]
        for letter in self._letters:
            if letter[1] >= reach:
                groups.append([letter])
            elif letter[1] < groups[-1][0][1]:
                return [Group(self._letters, self.box)]  # it reaches back, who knows how far
            else:
                groups[-1].append(letter)
            reach = max(reach, letter[3])
        return [Group(group, _around(group)) for group in groups]

    def together(self, table: Table) -> Image.Image:
        """Return one mask of all letters, as large as their box, looked up in a table."""
        left, top, right, bottom = self.box
        whole = Image.new("L", (right - left, bottom - top), table[0])
        for group in self.groups():
            x0, y0, x1, y1 = group.box
            whole.im.paste(group.drawn(table), (x0 - left, y0 - top, x1 - left, y1 - top))
        return whole


def _around(letters: list[Letter]) -> Box:
    if len(letters) == 1:
        return letters[0][1:]
    _, lefts, tops, rights, bottoms = zip(*letters, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
