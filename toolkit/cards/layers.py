"""Layers with everything looked up: real texts, px and colours, but nothing has a place yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from toolkit.cards.request import PictureFile
    from toolkit.cards.textstyle import TextStyle

Side = Literal["start", "centre", "end"]
Edge = Literal["start", "centre", "end", "baseline", "first"]
Spread = Literal["start", "centre", "end", "between"]


@dataclass(frozen=True, slots=True)
class Words:
    """A text: sizes in px, `lines` the most lines, `marks` quotation marks that hang outside.

    `plate` is the colour of a plate behind the words, "" for none, which reaches `pad` px beyond
    them at both sides; `radius` (px) rounds its corners.
    """

    text: str
    style: TextStyle
    colour: str
    largest: float
    smallest: float
    lines: int | None
    align: Side
    place: Side
    marks: tuple[str, str] | None = None
    marks_colour: str = ""
    plate: str = ""
    pad: float = 0
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Form:
    """A shape in one colour, or a block that goes over to a second one.

    `veil` is how dense a block over a picture is at its two ends (0 to 1), None for a solid one.
    """

    kind: Literal["block", "disc", "wedge", "slash", "arrow"]
    colour: str
    to: str = ""
    angle: float = 0
    radius: float = 0
    hole: float = 0
    veil: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that fills its box, or (`whole`) stands in it without being cropped.

    `radius` (px) rounds its corners.
    """

    file: PictureFile
    whole: bool
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Qr:
    """What a QR code says, and its two colours: readers want the dark one on the light one."""

    text: str
    dark: str
    light: str


@dataclass(frozen=True, slots=True)
class Group:
    """Layers one below the other (`down`) or side by side, `gap` px apart.

    `even` gives all texts inside the same size.
    """

    down: bool
    children: tuple[Layer, ...]
    gap: float
    justify: Spread
    align: Edge
    even: bool = False


Content = Words | Form | Photo | Qr | Group


@dataclass(frozen=True, slots=True)
class Layer:
    """A named layer. Sizes in px, None where they follow from the content."""

    name: str
    content: Content
    width: float | None = None
    height: float | None = None
    grow: float = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """A layer that stands on its own: its box in px from the start side and the top."""

    layer: Layer
    start: float
    top: float
    width: float
    height: float
