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

from tests.cards.dress_test import FONTS, GOLDEN, scene
from tests.cards.pictures import opened
from tests.cards.samples import sample
from toolkit.cards.paint import Painter
from toolkit.cards.scene import Fill, Picture, Scene, Text

if TYPE_CHECKING:
    from pathlib import Path

SMALLER, MOST = 8, 64
LOOKS = {
    f"{layout}-{theme}-{format_}-{language}": sample(layout, theme, format_, language, long=True)
    for layout, theme, format_, language in (
        ("photo", "ember", "link", "en"),
        ("photo", "paper", "portrait", "ar"),
        ("quotation", "paper", "square", "es"),
        ("demands", "signal", "link", "hi"),
        ("letter", "ember", "square", "he"),
        ("fact", "signal", "story", "th"),
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


@pytest.mark.parametrize(
    ("name", "layer"),
    [
        ("photo-ember-link-en", "image"),
        ("photo-ember-link-en", "scrim"),
        ("photo-ember-link-en", "headline"),
        ("quotation-paper-square-es", "portrait"),
        ("quotation-paper-square-es", "byline"),
        ("letter-ember-square-he", "code"),
        ("demands-signal-link-hi", "index"),
    ],
)
def test_a_lost_layer_does_not_look_signed(name: str, layer: str) -> None:
    assert peak(shrunk(without(scene(LOOKS[name]), layer)), signed(name)) > MOST


def test_a_wrong_colour_does_not_look_signed() -> None:
    card = scene(LOOKS["fact-signal-story-th"])
    grey = [replace(m, colour="#808080") if isinstance(m, Fill) else m for m in card.marks]
    assert peak(shrunk(replace(card, marks=tuple(grey))), signed("fact-signal-story-th")) > MOST


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
