"""Where the letters of a card really are: the box of every glyph, read from its font."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.cards.fonts import Fonts
    from toolkit.cards.glyphs import Line
    from toolkit.cards.scene import Text

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in px on the card."""


def glyph_boxes(fonts: Fonts, text: Text, line: Line) -> Iterator[Box]:
    """Yield the box of each glyph of a line that has any ink."""
    left, baseline = text.x + line.x, text.y + line.baseline
    for run in line.runs:
        scale = run.size / fonts.units(run.font).face.upem
        for glyph in run.glyphs:
            found = fonts.units(run.font).get_glyph_extents(glyph.gid)
            if not found or not found.width or not found.height:
                continue
            x = left + glyph.x + found.x_bearing * scale
            y = baseline + glyph.y - found.y_bearing * scale
            yield x, y, x + found.width * scale, y - found.height * scale


def around(boxes: Iterable[Box]) -> Box:
    """Return the box around boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def meet(one: Box, other: Box, *, by: float = 0.0) -> bool:
    """Return whether two boxes share more than `by` px in both directions."""
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > by
        and min(one[3], other[3]) - max(one[1], other[1]) > by
    )


def inside(one: Box, other: Box, *, by: float = 0.0) -> bool:
    """Return whether a box lies in another, at least `by` px from its edges."""
    return (
        other[0] + by <= one[0]
        and other[1] + by <= one[1]
        and one[2] <= other[2] - by
        and one[3] <= other[3] - by
    )


def touch(some: list[Box], others: list[Box], *, by: float) -> bool:
    """Return whether a glyph of one line lies on a glyph of another by more than `by` px."""
    if not some or not others or not meet(around(some), around(others), by=by):
        return False
    return any(meet(one, other, by=by) for one, other in product(some, others))
