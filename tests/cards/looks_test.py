"""Whether a few cards still look as they were signed: pictures, shrunk, with room for drift.

Words are guarded by the golden scenes; here it is colours, shapes, photographs and logos. Shrunk
eight times, a change of the rasteriser stays below 64 of 255 in its worst pixel, and a lost word
or logo does not.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops

from tests.cards.dress_test import FONTS, GOLDEN, LAYOUTS, scene
from tests.cards.pictures import opened
from tests.cards.samples import sample
from toolkit.cards.glyphs import Put
from toolkit.cards.paint import Painter
from toolkit.cards.scene import Code, Fill, Picture, Polygon, Scene, Text, Veil

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.cards.glyphs import Line

SMALLER, MOST = 8, 64
SMALL = 0.045
"""Type below this share of a card's height is left to the golden scenes."""
LOOKS = {
    f"{layout}-{theme}-{format_}-{language}": sample(layout, theme, format_, language, long=True)
    for layout, theme, format_, language in (
        ("statement", "ember", "link", "es"),
        ("photo", "ember", "link", "en"),
        ("photo", "paper", "portrait", "ar"),
        ("quotation", "paper", "square", "es"),
        ("demand", "signal", "square", "ar"),
        ("demands", "signal", "link", "hi"),
        ("deadline", "ember", "link", "he"),
        ("letter", "ember", "square", "he"),
        ("fact", "signal", "story", "th"),
        ("signers", "paper", "link", "en"),
        ("storm", "ember", "square", "es"),
        ("target", "signal", "link", "ar"),
        ("thread", "paper", "link", "ar"),
    )
}
PAINTER = Painter(FONTS.units)


def shrunk(card: Scene) -> Image.Image:
    return opened(PAINTER.png(card)).reduce(SMALLER)


def peak(one: Image.Image, other: Image.Image) -> int:
    """Return the largest difference of a channel, 0 to 255; another size is the largest of all."""
    if one.size != other.size:
        return 255
    return max(high for _, high in ImageChops.difference(one, other).getextrema())  # type: ignore[misc]


def signed(name: str) -> Image.Image:
    return Image.open(GOLDEN / f"{name}.png").convert("RGB")


@pytest.mark.parametrize("name", LOOKS)
def test_a_card_looks_as_it_was_signed(name: str) -> None:
    found = peak(shrunk(scene(LOOKS[name])), signed(name))
    assert found <= MOST, "look at it (scripts/specimen.py), then run scripts/bless.py"


def without(card: Scene, layer: str) -> Scene:
    marks = tuple(mark for mark in card.marks if mark.layer != layer)
    assert len(marks) < len(card.marks)
    return replace(card, marks=marks)


def large(card: Scene) -> list[Text]:
    """Return the texts that a shrunk picture still shows."""
    texts = [mark for mark in card.marks if isinstance(mark, Text)]
    return [t for t in texts if t.lines[0].runs[0].size >= SMALL * card.height]


def test_every_layout_has_a_picture_that_was_signed() -> None:
    assert {request.layout for request in LOOKS.values()} == set(LAYOUTS)


@pytest.mark.parametrize("name", LOOKS)
def test_what_is_lost_from_a_card_does_not_look_signed(name: str) -> None:
    card = scene(LOOKS[name])
    drawn = [mark for mark in card.marks if isinstance(mark, Picture | Code | Veil | Polygon)]
    for layer in {mark.layer for mark in (*drawn, *large(card))}:
        assert peak(shrunk(without(card, layer)), signed(name)) > MOST, layer


@pytest.mark.parametrize("name", LOOKS)
def test_another_word_does_not_look_signed(name: str) -> None:
    """A word whose letters stand in reverse order, since it is as wide as the right one."""
    card = scene(LOOKS[name])
    for text in large(card):
        if len(text.lines[0].runs[0].glyphs) == 1:
            continue
        turned = replace(text, lines=(upside(text.lines[0]), *text.lines[1:]))
        marks = tuple(turned if mark is text else mark for mark in card.marks)
        assert peak(shrunk(replace(card, marks=marks)), signed(name)) > MOST, text.layer


def upside(line: Line) -> Line:
    turned = []
    for run in line.runs:
        gids = iter([gid for put in reversed(run.row) for gid in reversed(put.piece.gids)])
        row = tuple(
            Put(piece._replace(gids=tuple(next(gids) for _ in piece.gids)), at)
            for piece, at in run.row
        )
        turned.append(replace(run, row=row))
    return replace(line, runs=tuple(turned))


@pytest.mark.parametrize("name", LOOKS)
def test_a_wrong_colour_does_not_look_signed(name: str) -> None:
    card = scene(LOOKS[name])
    for text in large(card):
        wrong = replace(text, colour="#00b0ff")
        marks = tuple(wrong if mark is text else mark for mark in card.marks)
        assert peak(shrunk(replace(card, marks=marks)), signed(name)) > MOST, text.layer
    grey = [replace(m, colour="#808080") if isinstance(m, Fill) else m for m in card.marks]
    assert peak(shrunk(replace(card, marks=tuple(grey))), signed(name)) > MOST


def test_a_lost_logo_does_not_look_signed(tmp_path: Path) -> None:
    Image.new("RGB", (400, 400), "#000000").save(tmp_path / "logo.png")
    card = scene(sample("statement", "paper", "link", "en"))
    logo = Picture("logo", (1000, 40, 1140, 110), tmp_path / "logo.png", "0", flat=True)
    assert peak(shrunk(replace(card, marks=(*card.marks, logo))), shrunk(card)) > MOST


def test_a_changed_word_changes_the_golden_scene() -> None:
    request = LOOKS["photo-ember-link-en"]
    values = {**dict(request.values), "headline": "people locked up for nothing"}
    other = scene(replace(request, values=tuple(values.items())))
    assert str(other) != str(scene(request))


def test_a_photograph_keeps_its_focus_where_writing_runs_to_the_left() -> None:
    left, right = (scene(sample("photo", "ember", "link", tag)) for tag in ("en", "he"))
    one, other = (next(m for m in s.marks if isinstance(m, Picture)) for s in (left, right))
    assert one == other
    words = [next(m for m in s.marks if isinstance(m, Text)) for s in (left, right)]
    assert words[0].x < 600 < words[1].x + words[1].lines[0].x
