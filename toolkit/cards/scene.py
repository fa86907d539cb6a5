"""A card before it is a picture: a list of facts that can be printed, compared and hashed."""

from __future__ import annotations

import hashlib
import struct
from array import array
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.cards.glyphs import Line, Piece

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in px; right and bottom are the first pixel outside."""


@dataclass(frozen=True, slots=True)
class Fill:
    """A rectangle of one colour; `radius` (px) rounds its corners."""

    layer: str
    box: Box
    colour: str
    radius: int = 0


@dataclass(frozen=True, slots=True)
class Gradient:
    """A rectangle that goes from one colour to another.

    `angle` is in degrees, clockwise: 0 goes to the right, 90 downwards.
    """

    layer: str
    box: Box
    start: str
    end: str
    angle: float


@dataclass(frozen=True, slots=True)
class Veil:
    """A rectangle of one colour that lets shine through what is behind it.

    It is `first` dense (0 to 1) at one end and `last` at the other, along `angle` as in Gradient.
    """

    layer: str
    box: Box
    colour: str
    first: float
    last: float
    angle: float


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle around (x, y), or a ring if `hole`, its inner radius, is not 0. All in px."""

    layer: str
    x: float
    y: float
    radius: float
    colour: str
    hole: float = 0


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled polygon through `points` (px)."""

    layer: str
    points: tuple[tuple[float, float], ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Text:
    """Set lines in one colour. (x, y) is the top left corner of their block, in px."""

    layer: str
    x: float
    y: float
    lines: tuple[Line, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: rows of `0` and `1`, each module `module` px wide, from (x, y)."""

    layer: str
    x: int
    y: int
    module: int
    rows: tuple[str, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An image file that fills `box`, cropped around `focus` (0 to 1 from left and top).

    `sha256` stands for its content; the path is only where to find it. A `flat` picture (a
    logo) is laid over what is behind it by its own transparency, whole, never cropped. `radius`
    (px) rounds the corners; `size` is that of the file in px, (0, 0) if nobody looked.
    """

    layer: str
    box: Box
    path: Path
    sha256: str
    focus: tuple[float, float] = (0.5, 0.5)
    flat: bool = False
    radius: int = 0
    size: tuple[int, int] = (0, 0)


Mark = Fill | Gradient | Veil | Disc | Polygon | Text | Code | Picture


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that is on a card, from back to front; sizes in px."""

    width: int
    height: int
    marks: tuple[Mark, ...]

    def __str__(self) -> str:
        """The scene as lines to read and to compare: one for each mark and each set line."""
        lines = [f"{self.width} × {self.height}"]
        for mark in self.marks:
            lines.extend(_described(mark))
        return "\n".join(lines) + "\n"


ABOVE, BELOW = 0.78, 0.2
"""How far letters reach above and below their baseline, in em, marks and tails left out."""


def text_boxes(mark: Text) -> list[Box]:
    """Return the box of each line's letters on the card, in px."""
    boxes = []
    for line in mark.lines:
        size = max((run.size for run in line.runs), default=0.0)
        left, at = mark.x + line.x, mark.y + line.baseline
        right = left + line.width
        boxes.append(
            (round(left), round(at - ABOVE * size), round(right), round(at + BELOW * size))
        )
    return boxes


def digest(scene: Scene, fonts: str) -> str:
    """Return the sha256 (hex) of all that decides the pixels; `fonts` names the font files."""
    whole = hashlib.sha256(f"{fonts}\n{scene.width}x{scene.height}".encode())
    for mark in scene.marks:
        whole.update(_exact(mark))
    return whole.hexdigest()


def _exact(mark: Mark) -> bytes:
    """Return bytes that differ whenever the mark would be drawn differently."""
    match mark:
        case Text():
            return _exact_text(mark)
        case Picture():
            shape = f"{mark.box} {mark.focus} {mark.flat} {mark.radius}"
            return f"\nPicture {shape} {mark.sha256}".encode()
        case _:
            return f"\n{mark!r}".encode()


def _exact_text(mark: Text) -> bytes:
    parts = [f"\nText {mark.x} {mark.y} {mark.colour}".encode()]
    for line in mark.lines:
        for run in line.runs:
            parts.append(f"\n{run.font} {run.size} {line.x} {line.baseline}".encode())
            for piece, at in run.row:
                parts += (_exact_piece(piece), _DOUBLE.pack(at))
    return b"".join(parts)


_DOUBLE = struct.Struct("<d")


@lru_cache(maxsize=16_384)
def _exact_piece(piece: Piece) -> bytes:
    """Return a piece's glyphs and their places; words come again and again."""
    count = len(piece.gids)
    places = array("d", (*piece.gids, *piece.xs, *piece.ys))
    return b"\n%d " % count + places.tobytes()


def _described(mark: Mark) -> list[str]:
    if isinstance(mark, Text):
        return [f"{mark.layer}: {line}" for line in _described_lines(mark)]
    return [f"{mark.layer}: {_described_shape(mark)}"]


def _described_shape(mark: Fill | Gradient | Veil | Disc | Polygon | Code | Picture) -> str:
    match mark:
        case Fill():
            said = f"fill {_box(mark.box)} {mark.colour} radius {mark.radius}"
        case Gradient():
            said = f"gradient {_box(mark.box)} {mark.start} → {mark.end} at {mark.angle:g}°"
        case Veil():
            dense = f"{mark.first:g} → {mark.last:g} at {mark.angle:g}°"
            said = f"veil {_box(mark.box)} {mark.colour} {dense}"
        case Disc():
            at = f"{mark.x:.1f},{mark.y:.1f} radius {mark.radius:.1f} hole {mark.hole:.1f}"
            said = f"disc {at} {mark.colour}"
        case Polygon():
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in mark.points)
            said = f"polygon {points} {mark.colour}"
        case Code():
            modules = f"{len(mark.rows)} modules of {mark.module} px"
            said = f"code {mark.x},{mark.y} {modules} {mark.colour}"
        case Picture():
            kind = "logo" if mark.flat else "picture"
            said = f"{kind} {_box(mark.box)} {mark.path.name} focus {mark.focus}"
            said += f" radius {mark.radius}" if mark.radius else ""
        case _:
            assert_never(mark)
    return said


def _described_lines(mark: Text) -> list[str]:
    lines = []
    for line in mark.lines:
        at = f"{mark.x + line.x:.1f},{mark.y + line.baseline:.1f}"
        fonts = " + ".join(dict.fromkeys(f"{run.font} {run.size:g}" for run in line.runs))
        lines.append(f"“{line.text}” at {at} {line.width:.1f} wide, {fonts}, {mark.colour}")
    return lines


def _box(box: Box) -> str:
    left, top, right, bottom = box
    return f"{left},{top} {right - left}×{bottom - top}"
