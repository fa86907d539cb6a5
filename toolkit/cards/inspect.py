"""What a designer sees at a glance and a machine can measure: too small, too pale, too near."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.cards.behind import facts, painted
from toolkit.cards.colour import contrast, hexed, rgb
from toolkit.cards.scene import Code, Picture, Text, text_boxes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from toolkit.cards.colour import RGB
    from toolkit.cards.formats import Format
    from toolkit.cards.scene import Box, Mark, Scene

PHONE = 360
"""Px across at which a card is seen on a phone (the narrowest of the common screens)."""
SMALLEST = 8.0
"""Px of type on a phone below which we hold a word unreadable. Our own rule; WCAG has none."""
LARGE = 24.0
"""Px from which WCAG 2.2 (1.4.3) takes text for large, 18 pt; measured at the size of a phone."""
NEEDED, NEEDED_LARGE = 4.5, 3.0
"""Contrast of text to its ground, and of large text: WCAG 2.2, 1.4.3, level AA."""
CLEAR = 0.25
"""Share of its own height that a logo keeps clear around it."""
ENLARGED = 1.05
"""From how many times its own size on a picture is soft."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something to mend on a card that can be drawn all the same: rule, layer, sentence, hint."""

    rule: str
    layer: str
    message: str
    hint: str


def inspected(
    scene: Scene, format_: Format, sample: Callable[[Scene, Box], list[RGB]]
) -> tuple[Note, ...]:
    """Return what is wrong with a card, each layer once per rule.

    `sample` returns colours of a painted scene in a box (px); it is asked only where a picture
    lies behind a text, since everything else can be read off the scene.
    """
    found: dict[tuple[str, str], Note] = {}
    for at, mark in enumerate(scene.marks):
        for note in _notes(scene, format_, at, mark, sample):
            found.setdefault((note.rule, note.layer), note)
    return tuple(found.values())


def _notes(
    scene: Scene,
    format_: Format,
    at: int,
    mark: Mark,
    sample: Callable[[Scene, Box], list[RGB]],
) -> Iterator[Note]:
    match mark:
        case Text():
            yield from _small(mark, format_)
            yield from _pale(scene, at, mark, sample)
            yield from _covered(mark.layer, text_boxes(mark), format_)
        case Code():
            side = len(mark.rows) * mark.module
            box = (mark.x, mark.y, mark.x + side, mark.y + side)
            yield from _covered(mark.layer, [box], format_)
        case Picture(flat=True):
            yield from _crowded(scene, mark)
            yield from _covered(mark.layer, [mark.box], format_)
        case Picture():
            yield from _enlarged(mark)
        case _:
            return


def _small(mark: Text, format_: Format) -> Iterator[Note]:
    sizes = [run.size for line in mark.lines for run in line.runs]
    seen = min(sizes, default=float(format_.width)) * PHONE / format_.width
    if seen < SMALLEST:
        message = f"the type is {seen:.1f} px high on a phone, where a card is {PHONE} px wide"
        least = SMALLEST * format_.width / PHONE / format_.unit
        yield Note("small-type", mark.layer, message, f"let its smallest size be {least:.1f}u")


def _pale(
    scene: Scene, at: int, mark: Text, sample: Callable[[Scene, Box], list[RGB]]
) -> Iterator[Note]:
    """Compare each line with what is really behind it; the weakest tells."""
    weakest: tuple[float, RGB, float] | None = None
    below = [m for m in scene.marks[:at] if not isinstance(m, Text | Code)]
    for line, box in zip(mark.lines, text_boxes(mark), strict=True):
        size = max((run.size for run in line.runs), default=0.0)
        large = size * PHONE / scene.width >= LARGE
        needed = NEEDED_LARGE if large else NEEDED
        known = facts(below, box)
        grounds = painted(scene, at, box, sample) if known is None else known
        for ground in grounds:
            ratio = contrast(rgb(mark.colour), ground)
            if ratio < needed and (weakest is None or ratio < weakest[0]):
                weakest = (ratio, ground, needed)
    if weakest:
        ratio, ground, needed = weakest
        over = any(facts(below, box) is None for box in text_boxes(mark))
        hint = (
            "lay a denser scrim between them, or move the focus"
            if over
            else "choose a darker and a lighter one"
        )
        message = f"{mark.colour} on {hexed(ground)} is a contrast of {ratio:.1f} to 1"
        rule = "contrast-picture" if over else "contrast"
        yield Note(rule, mark.layer, f"{message}; it takes {needed:g}", hint)


def _covered(layer: str, boxes: list[Box], format_: Format) -> Iterator[Note]:
    top, bottom = format_.clear_top, format_.height - format_.clear_bottom
    if not (top or format_.clear_bottom):
        return
    if any(box[1] < top or box[3] > bottom for box in boxes):
        message = f"it stands where apps lay their buttons over a {format_.id}"
        hint = f"keep it {top} px from the top and {format_.clear_bottom} px from the bottom"
        yield Note("safe-zone", layer, message, f"{hint}, or leave out within: card")


def _crowded(scene: Scene, logo: Picture) -> Iterator[Note]:
    left, top, right, bottom = logo.box
    room = round((bottom - top) * CLEAR)
    around = (left - room, top - room, right + room, bottom + room)
    near = [
        mark.layer
        for mark in scene.marks
        if isinstance(mark, Text) and any(_meet(around, box) for box in text_boxes(mark))
    ]
    if near:
        message = f'the text "{near[0]}" stands nearer to the logo than a quarter of its height'
        yield Note("logo-space", logo.layer, message, f"leave {room} px around the logo")


def _enlarged(mark: Picture) -> Iterator[Note]:
    wide, high = mark.size
    if not wide or not high:
        return
    needed = (mark.box[2] - mark.box[0], mark.box[3] - mark.box[1])
    times = max(needed[0] / wide, needed[1] / high)
    if times > ENLARGED:
        message = f"{mark.path.name} has {wide} × {high} px and is enlarged {times:.1f} times"
        hint = f"use a picture of at least {needed[0]} × {needed[1]} px"
        yield Note("enlarged", mark.layer, message, hint)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
