"""What a layout file and a theme file may contain; nothing in them is ever run."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, TypeAdapter

from toolkit.cards import lengths
from toolkit.cards.colour import rgb
from toolkit.read import Shape


def _colour(text: str) -> str:
    try:
        rgb(text)
    except ValueError:
        hint = 'write it in quotes, with six digits: "#c8371d"'
        raise ValueError(f'"{text}" is not a colour', hint) from None
    return text.lower()


Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
Length = Annotated[str, AfterValidator(lengths.checked)]
Colour = Annotated[str, AfterValidator(_colour)]
Side = Literal["start", "centre", "end"]


class BoxShape(Shape):
    """Where something stands. Start is where reading begins: left, or right in Arabic."""

    start: Length | None = None
    end: Length | None = None
    top: Length | None = None
    bottom: Length | None = None
    width: Length | None = None
    height: Length | None = None


class LayerShape(Shape):
    """One layer. It is a text, a shape, a picture, a logo, a code, a stack or a row."""

    text: str | None = None
    """Words with placeholders in braces: "{headline}" """
    shape: Literal["block", "disc", "wedge", "slash", "arrow"] | None = None
    picture: Name | None = None
    """Which picture to show: image, portrait, the theme's `logo`, or `item` of each of the logos"""
    code: str | None = None
    """What the QR code says, with placeholders in braces: "https://{link}" """
    stack: list[Name] | None = None
    """Names of layers, one below the other"""
    row: list[Name] | None = None
    """Names of layers, one beside the other, from the start side"""
    each: Name | None = None
    """Repeat a stack or row for each line of demands or names, or each of the logos; inside it,
    {item} is the line and {index} its number"""
    columns: Annotated[int, Field(ge=1, le=6)] | None = None
    """Deal what is repeated out to so many columns"""
    even: bool | None = None
    """yes: all texts in this stack or row have one size, the largest at which all of them fit"""
    when: Name | None = None
    """Leave this layer out where the card has no such placeholder or picture"""
    behind: bool | None = None
    """yes: lies behind all other layers of the layout, also of the one it extends"""
    show: bool | None = None
    """no: leave this layer out (for one format or language)"""
    box: BoxShape | None = None
    within: Literal["card", "clear"] | None = None
    """What the box is measured from: the whole card, or what apps leave clear of it"""
    gap: Length | None = None
    grow: Annotated[float, Field(ge=0, le=100)] | None = None
    """This layer's share of the room that is left in its stack or row"""
    justify: Literal["start", "centre", "end", "between"] | None = None
    align: Literal["start", "centre", "end", "baseline", "first"] | None = None
    """Text: where lines stand; stacks and rows: where narrower layers stand. In a row, `baseline`
    puts the last lines of texts on one line, `first` their first lines."""
    place: Side | None = None
    """Where a text stands in a box that is higher than it"""
    style: Name | None = None
    """The theme's type style"""
    max: Length | None = None
    min: Length | None = None
    """Largest and smallest type size"""
    lines: Annotated[int, Field(ge=1, le=40)] | None = None
    """Most lines"""
    hang: bool | None = None
    """yes: an opening quotation mark stands outside the edge of the text"""
    colour: Name | None = None
    """Name of a colour of the theme"""
    plate: Name | None = None
    pad: Length | None = None
    """Colour of a plate behind the words, and how far it reaches beyond them at both sides; above
    and below, a third of that"""
    to: Name | None = None
    angle: Annotated[float, Field(ge=-360, le=360)] | None = None
    """Colour that a block goes over to, and in which direction: 0 to the end side, 90 down"""
    opacity: Annotated[float, Field(ge=0, le=100)] | None = None
    fade: Annotated[float, Field(ge=0, le=100)] | None = None
    """A block that lets a picture shine through: how dense it is in %, and how dense at its other
    end, along the angle"""
    radius: Length | None = None
    """Round corners of a block, plate or picture; large enough, it makes a circle"""
    hole: Annotated[float, Field(ge=0, lt=100)] | None = None
    """Inner radius of a ring in % of the outer one"""
    fit: Literal["cover", "contain"] | None = None


class EditShape(Shape):
    """What is different in one format or language."""

    layers: dict[Name, LayerShape] = Field(default_factory=dict)


class LayoutShape(Shape):
    """A layout: named layers, from back to front, and what changes by format and language."""

    about: str = ""
    extends: Name | None = None
    needs: list[Name] | None = None
    """Placeholders that must have a value"""
    backdrop: bool | None = None
    """no: leave out what the theme draws behind everything"""
    layers: dict[Name, LayerShape] = Field(default_factory=dict)
    formats: dict[Name, EditShape] = Field(default_factory=dict)
    languages: dict[str, EditShape] = Field(default_factory=dict)


class FontShape(Shape):
    """A voice: families in the order in which they are asked for a letter, and how they are set."""

    families: list[str] = Field(default_factory=lambda: ["Noto Sans"])
    weight: Annotated[int, Field(ge=1, le=1000)] = 400
    italic: bool = False
    tracking: float = 0.0
    leading: Annotated[float, Field(ge=0.7, le=3)] = 1.2
    languages: dict[str, list[str]] = Field(default_factory=dict)
    """Other families for a language"""


class StyleShape(Shape):
    """A step of the type scale."""

    font: Name
    max: Length
    min: Length | None = None
    """Smallest size; the same as the largest if left out"""
    colour: Name = "ink"


class ThemeShape(Shape):
    """A theme: colours, fonts, spaces, type scale, and what is drawn behind every card."""

    about: str = ""
    extends: Name | None = None
    colours: dict[Name, Colour] = Field(default_factory=dict)
    dark: dict[Name, Colour] = Field(default_factory=dict)
    """Colours that are different on dark cards"""
    fonts: dict[Name, FontShape] = Field(default_factory=dict)
    type: dict[Name, StyleShape] = Field(default_factory=dict)
    spaces: dict[Name, Length] = Field(default_factory=dict)
    logo: str | None = None
    """An image file beside the theme"""
    layers: dict[Name, LayerShape] = Field(default_factory=dict)
    """Drawn behind the layers of the layout"""
    formats: dict[Name, EditShape] = Field(default_factory=dict)


LAYOUT: TypeAdapter[LayoutShape] = TypeAdapter(LayoutShape)
THEME: TypeAdapter[ThemeShape] = TypeAdapter(ThemeShape)


def card_schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schemas of layout and theme files, by name."""
    return {
        name: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"cards/{name}s/*.yml",
            **_tolerant(adapter.json_schema()),
        }
        for name, adapter in (("layout", LAYOUT), ("theme", THEME))
    }


def _tolerant(node: Any) -> Any:  # noqa: ANN401 - JSON is anything
    """Return a schema that takes 7 for a length too, as our reader does."""
    if isinstance(node, list):
        return [_tolerant(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: _tolerant(value) for key, value in node.items()}
    if found.get("type") == "string" and "enum" not in found:
        found["type"] = ["string", "number"]
    if found.get("type") == "boolean":
        found["type"] = ["boolean", "string"]
    return found
