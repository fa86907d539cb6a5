"""Dress a layout in a theme at a format: every name, length and placeholder becomes a value."""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toolkit.cards.colour import luminance, rgb
from toolkit.cards.designs import BRACES
from toolkit.cards.edits import grouped, layers_in
from toolkit.cards.layers import Content, Form, Frame, Group, Layer, Photo, Qr, Words
from toolkit.cards.lengths import in_px
from toolkit.cards.punctuation import (
    numbered,
    quotation_marks,
)
from toolkit.cards.shapes import BoxShape, LayerShape
from toolkit.cards.textstyle import TextStyle
from toolkit.cards.values import lines_of, values_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from toolkit.cards.formats import Format
    from toolkit.cards.layers import Edge, Side
    from toolkit.cards.library import Layout, Theme
    from toolkit.cards.request import CardRequest, PictureFile
    from toolkit.cards.shapes import StyleShape

WHOLE = BoxShape()
WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class Area:
    """Where a box is measured in: px from the top of the card, and its size."""

    top: float
    width: float
    height: float


class Lookup:
    """Finds what a design's names stand for, for one card."""

    def __init__(self, request: CardRequest, layout: Layout, theme: Theme, format_: Format) -> None:
        self.theme, self.layout, self.format = theme, layout, format_
        self.language = request.language
        shape = theme.shape
        self.colours = shape.colours | (shape.dark if request.mode == "dark" else {})
        self.marks = quotation_marks(request.language)
        self.values: Mapping[str, str] = values_of(request)
        self.pictures: dict[str, PictureFile] = {p.name: p for p in request.pictures}
        if theme.logo:
            self.pictures.setdefault("logo", theme.logo)

    def frames(self) -> list[Frame]:
        """Return all layers that stand on their own, from back to front."""
        behind = layers_in(self.theme, self.format.id, "")
        before = layers_in(self.layout, self.format.id, self.language)
        drawn = [] if self.layout.shape.backdrop is False else self._roots(behind, self.theme)
        return [*drawn, *self._roots(before, self.layout)]

    def missing(self) -> list[str]:
        """Return the placeholders that the layout needs and the card has no words for."""
        needs = self.layout.shape.needs or ()
        return [name for name in needs if not self._has(name)]

    def _has(self, name: str) -> bool:
        many = any(key.startswith(f"{name}-") for key in self.pictures)
        return many or name in self.pictures or bool(self.values.get(name, "").strip())

    def colour(self, name: str) -> str:
        """Return `#rrggbb` for a colour of the theme."""
        return self.colours[name]

    def _roots(self, layers: dict[str, LayerShape], design: Layout | Theme) -> Iterator[Frame]:
        """A layer that a stack or row names in any format is drawn there or nowhere."""
        inside = grouped(design)
        for name, shape in sorted(layers.items(), key=lambda item: not item[1].behind):
            if name in inside or shape.show is False:
                continue
            area = self._area(shape)
            layer = self._layer(name, layers, area)
            if layer:
                yield self._frame(layer, shape.box or WHOLE, area)

    def _area(self, shape: LayerShape) -> Area:
        """Texts and groups keep clear of what apps cover; shapes and pictures need not."""
        size = self.format
        drawn = shape.shape is not None or shape.picture is not None
        if (shape.within or ("card" if drawn else "clear")) == "card":
            return Area(0, size.width, size.height)
        high = size.height - size.clear_top - size.clear_bottom
        return Area(size.clear_top, size.width, high)

    def _frame(self, layer: Layer, box: BoxShape, area: Area) -> Frame:
        width, height = layer.width, layer.height
        if isinstance(layer.content, Form) and layer.content.kind == "disc":
            width, height = width or height, height or width
        start, wide = self._span(box.start, box.end, width, area.width)
        top, high = self._span(box.top, box.bottom, height, area.height)
        return Frame(layer, start, area.top + top, wide, high)

    def _span(
        self, near: str | None, far: str | None, size: float | None, side: float
    ) -> tuple[float, float]:
        """Return offset and size along one side; without a size, what the edges leave."""
        first = self._px(near, side) if near else 0.0
        last = self._px(far, side) if far else 0.0
        if size is None:
            return first, side - first - last
        return (side - last - size if far and not near else first), size

    def _px(self, length: str, side: float) -> float:
        spaces = self.theme.shape.spaces
        return in_px(length, side=side, unit=self.format.unit, spaces=spaces)

    def _side_px(self, length: str | None) -> float:
        """Return a length in px, of the card's height where it is a share; 0 if nobody wrote it."""
        return self._px(length, self.format.height) if length else 0.0

    def _layer(self, name: str, layers: dict[str, LayerShape], area: Area) -> Layer | None:
        """Return a layer with its content, or nothing if it has none on this card."""
        shape = layers[name]
        hidden = shape.show is False or (shape.when is not None and not self._has(shape.when))
        content = None if hidden else self._content(shape, layers, area)
        if content is None:
            return None
        box = shape.box or WHOLE
        width = self._px(box.width, area.width) if box.width else None
        height = self._px(box.height, area.height) if box.height else None
        return Layer(name, content, width, height, shape.grow or 0)

    def _content(
        self, shape: LayerShape, layers: dict[str, LayerShape], area: Area
    ) -> Content | None:
        if shape.text is not None:
            return self._words(shape)
        if shape.shape is not None:
            return self._form(shape)
        if shape.picture is not None:
            file = self.pictures.get(shape.picture)
            whole = shape.fit == "contain" or shape.picture in {"logo", "item"}
            return Photo(file, whole, self._side_px(shape.radius)) if file else None
        if shape.code is not None:
            said = self._filled(shape.code)
            both = (self.colour(shape.colour or "ink"), self.colour("ground"))
            dark = min(both, key=lambda colour: luminance(rgb(colour)))
            return Qr(said, dark, WHITE) if said else None
        return self._group(shape, layers, area)

    def _group(self, shape: LayerShape, layers: dict[str, LayerShape], area: Area) -> Group | None:
        names = shape.stack if shape.stack is not None else shape.row or ()
        among = self._repeated(shape.each) if shape.each else [self]
        found = [one._layer(name, layers, area) for one in among for name in names]  # noqa: SLF001
        children = tuple(child for child in found if child)
        if not children or (_words_in(names, layers) and not any(map(_says, children))):
            return None
        down = shape.stack is not None
        sides = (shape.justify or "start", shape.align or "start")
        gap = self._px(shape.gap or "0", area.height)
        whole = Group(down, children, gap, *sides, even=bool(shape.even))
        return _in_columns(whole, shape.columns) if shape.columns else whole

    def _repeated(self, name: str) -> list[Lookup]:
        """Return a twin for each line of a list, or each picture, which it knows as its item."""
        lines = lines_of(self.values.get(name, ""))
        many = sorted(key for key in self.pictures if key.startswith(f"{name}-"))
        twins = []
        for at in range(max(len(lines), len(many))):
            twin = copy.copy(self)
            text = lines[at] if at < len(lines) else ""
            index = numbered(at + 1, self.language)
            twin.values = {**self.values, "item": text, "index": index}
            if at < len(many):
                twin.pictures = {**self.pictures, "item": self.pictures[many[at]]}
            twins.append(twin)
        return twins

    def _form(self, shape: LayerShape) -> Form:
        return Form(
            kind=shape.shape or "block",
            colour=self.colour(shape.colour or "accent"),
            to=self.colour(shape.to) if shape.to else "",
            angle=shape.angle or 0.0,
            radius=self._side_px(shape.radius),
            hole=(shape.hole or 0.0) / 100,
            veil=_veil(shape),
        )

    def _words(self, shape: LayerShape) -> Words | None:
        text = self._filled(shape.text or "")
        if not text:
            return None
        name = shape.style or "text"
        style = self.theme.shape.type[name]
        largest = self._px(shape.max or style.max, self.format.height)
        smallest = shape.min or style.min
        hangs = bool(shape.hang) and text.startswith(self.marks[0])
        return Words(
            text=text,
            style=self._voice(style),
            colour=self.colour(shape.colour or style.colour),
            largest=largest,
            smallest=self._px(smallest, self.format.height) if smallest else largest,
            lines=shape.lines,
            align=_side(shape.align),
            place=shape.place or "start",
            marks=self.marks if hangs else None,
            marks_colour=self.colour("accent"),
            plate=self.colour(shape.plate) if shape.plate else "",
            pad=self._side_px(shape.pad) if shape.plate else 0.0,
            radius=self._side_px(shape.radius),
        )

    def _voice(self, style: StyleShape) -> TextStyle:
        font = self.theme.shape.fonts[style.font]
        return TextStyle(
            families=tuple(self._in_language(font.languages) or font.families),
            weight=font.weight,
            italic=font.italic,
            tracking=font.tracking,
            leading=font.leading,
        )

    def _in_language(self, by_tag: dict[str, list[str]]) -> list[str] | None:
        return by_tag.get(self.language) or by_tag.get(self.language.split("-")[0])

    def _filled(self, template: str) -> str:
        """Put values in for placeholders; without any value at all there is no text."""
        names = BRACES.findall(template)
        told = [name for name in names if name not in {"quote_open", "quote_close"}]
        if told and not any(self.values.get(name) for name in told):
            return ""
        return BRACES.sub(lambda match: self.values.get(match[1], ""), template).strip()


def _words_in(names: Iterable[str], layers: dict[str, LayerShape]) -> bool:
    """Return whether a stack or row is there for more than its shapes."""
    for name in names:
        shape = layers[name]
        inside = shape.stack if shape.stack is not None else shape.row
        if _words_in(inside, layers) if inside is not None else shape.shape is None:
            return True
    return False


def _says(layer: Layer) -> bool:
    """Return whether there is more than shapes in a layer."""
    if isinstance(layer.content, Group):
        return any(map(_says, layer.content.children))
    return not isinstance(layer.content, Form)


def _in_columns(whole: Group, columns: int) -> Group:
    """Deal the layers of a stack out to columns of one width, the first column filled first."""
    high = -(-len(whole.children) // columns)
    parts = [whole.children[at : at + high] for at in range(0, len(whole.children), high)]
    stacks = tuple(
        Layer(f"{part[0].name}-{at}", replace(whole, children=part, even=False), grow=1)
        for at, part in enumerate(parts)
    )
    return replace(whole, down=False, children=stacks, align="start")


def _veil(shape: LayerShape) -> tuple[float, float] | None:
    if shape.opacity is None and shape.fade is None:
        return None
    first = 100.0 if shape.opacity is None else shape.opacity
    return first / 100, (first if shape.fade is None else shape.fade) / 100


def _side(align: Edge | None) -> Side:
    match align:
        case None | "baseline" | "first":
            return "start"
        case side:
            return side
