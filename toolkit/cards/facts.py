"""A card as facts that can be kept, compared and said in words: what it says, where, how large."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, assert_never

from toolkit.cards.scene import Code, Disc, Fill, Gradient, Picture, Polygon, Text, Veil

if TYPE_CHECKING:
    from toolkit.cards.scene import Mark, Scene

VERSION = "1"
"""Part of every key: raise it when the same scene would be told in another way."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing on a card: its layer, what kind it is, what it says, and its box in px.

    `type_size` is in px per em, 0 where nothing is set. `baselines` are the px from the top.
    """

    layer: str
    kind: str
    says: str
    left: float
    top: float
    width: float
    height: float
    colour: str = ""
    font: str = ""
    type_size: float = 0
    baselines: tuple[float, ...] = ()


FIELDS = tuple(field.name for field in fields(Fact))


@dataclass(frozen=True, slots=True)
class Facts:
    """All there is on a card, from back to front; sizes in px."""

    width: int
    height: int
    marks: tuple[Fact, ...]

    def dump(self) -> str:
        """Return the facts as JSON, the same text for the same facts."""
        # Not `asdict`, which copies deeply and takes as long as painting a word.
        marks = [{name: getattr(fact, name) for name in FIELDS} for fact in self.marks]
        told = {"width": self.width, "height": self.height, "marks": marks}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def load_facts(text: str) -> Facts:
    """Return what `dump` wrote; ValueError, TypeError or KeyError for anything else."""
    told: dict[str, Any] = json.loads(text)
    marks = tuple(Fact(**{**m, "baselines": tuple(m["baselines"])}) for m in told["marks"])
    return Facts(told["width"], told["height"], marks)


def facts(scene: Scene) -> Facts:
    """Return the facts of a scene, rounded to a tenth of a px."""
    return Facts(scene.width, scene.height, tuple(_fact(mark) for mark in scene.marks))


def _fact(mark: Mark) -> Fact:
    match mark:
        case Text():
            return _text(mark)
        case Picture():
            return Fact(mark.layer, "picture", mark.sha256[:16], *_sides(mark.box))
        case Code():
            wide = len(mark.rows) * mark.module
            says = f"{int(''.join(mark.rows), 2):x}"
            return Fact(mark.layer, "code", says, mark.x, mark.y, wide, wide, mark.colour)
        case _:
            return _form(mark)


def _form(mark: Fill | Gradient | Veil | Disc | Polygon) -> Fact:
    match mark:
        case Fill():
            return Fact(mark.layer, "block", "", *_sides(mark.box), mark.colour)
        case Gradient():
            colours = f"{mark.start} → {mark.end}"
            return Fact(mark.layer, "block", f"{mark.angle:g}°", *_sides(mark.box), colours)
        case Veil():
            dense = f"{mark.first:g} → {mark.last:g} at {mark.angle:g}°"
            return Fact(mark.layer, "veil", dense, *_sides(mark.box), mark.colour)
        case Disc():
            left, top, wide = mark.x - mark.radius, mark.y - mark.radius, 2 * mark.radius
            return Fact(mark.layer, "disc", "", *_round(left, top, wide, wide), mark.colour)
        case Polygon():
            xs, ys = zip(*mark.points, strict=True)
            box = _round(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            return Fact(mark.layer, "shape", "", *box, mark.colour)
        case _:
            assert_never(mark)


def _text(mark: Text) -> Fact:
    lines = mark.lines
    baselines = tuple(round(mark.y + line.baseline, 1) for line in lines)
    left = mark.x + min((line.x for line in lines), default=0)
    right = mark.x + max((line.x + line.width for line in lines), default=0)
    runs = [run for line in lines for run in line.runs]
    size = max((run.size for run in runs), default=0)
    bottom = max(baselines, default=mark.y) + size / 4
    fonts = " + ".join(dict.fromkeys(run.font for run in runs))
    says = " ".join(line.text for line in lines)
    box = _round(left, mark.y, right - left, bottom - mark.y)
    return Fact(mark.layer, "text", says, *box, mark.colour, fonts, size, baselines)


def _sides(box: tuple[int, int, int, int]) -> tuple[float, float, float, float]:
    left, top, right, bottom = box
    return left, top, right - left, bottom - top


def _round(*values: float) -> tuple[float, float, float, float]:
    left, top, width, height = (round(value, 1) for value in values)
    return left, top, width, height
