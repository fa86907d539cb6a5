"""Each check that a designer trusts, on a card that breaks just that and on one that does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.cards.samples import HEADLINES, sample
from toolkit.cards.dress import dress
from toolkit.cards.fonts import load_fonts
from toolkit.cards.formats import FORMATS
from toolkit.cards.inspect import inspected
from toolkit.cards.library import load_library
from toolkit.cards.paint import Painter
from toolkit.cards.scene import Disc, Fill, Gradient, Picture, Scene, Text

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.cards.inspect import Note

LIBRARY, _ = load_library()
FONTS = load_fonts(packages=())
PAINTER = Painter(FONTS.units)
LAYOUTS = [name for name in LIBRARY.layouts if name != "base"]


def notes(scene: Scene, format_: str = "link") -> list[Note]:
    return list(inspected(scene, FORMATS[format_], PAINTER.sampled))


def rules(scene: Scene, format_: str = "link") -> list[tuple[str, str]]:
    return [(note.rule, note.layer) for note in notes(scene, format_)]


def card(layout: str = "statement", theme: str = "paper", format_: str = "link") -> Scene:
    scene = dress(
        sample(layout, theme, format_, "en", long=True), library=LIBRARY, fonts=FONTS
    ).scene
    assert scene
    return scene


def own(tmp_path: Path, theme: str, layout: str = "extends: statement\n") -> Scene:
    """Return the card of a theme and a layout written here."""
    for folder, name, text in (("themes", "own", theme), ("layouts", "own", layout)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{name}.yml").write_text(text, encoding="utf-8")
    library, problems = load_library(tmp_path)
    assert problems == ()
    request = replace(sample("statement", "own", "story", "en", long=True), layout="own")
    scene = dress(request, library=library, fonts=FONTS).scene
    assert scene
    return scene


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("theme", LIBRARY.themes)
def test_nothing_is_wrong_with_our_own_designs(theme: str, mode: str) -> None:
    for layout in LAYOUTS:
        for format_ in FORMATS:
            for long in (False, True):
                request = sample(layout, theme, format_, "en", long=long)
                asked = replace(request, mode="dark" if mode == "dark" else "light")
                scene = dress(asked, library=LIBRARY, fonts=FONTS).scene
                assert scene
                assert notes(scene, format_) == [], (layout, format_, long)


def test_pale_type_is_told_with_both_colours_and_the_ratio(tmp_path: Path) -> None:
    (note,) = notes(own(tmp_path, 'extends: paper\ncolours: {soft: "#b9b2a4"}\n'), "story")
    assert (note.rule, note.layer) == ("contrast", "address")
    assert note.message == "#b9b2a4 on #f5f0e6 is a contrast of 1.9 to 1; it takes 4.5"


@pytest.mark.parametrize(
    "behind",
    [
        Fill("patch", (0, 0, 1200, 630), "#201c18"),
        Gradient("wash", (0, 0, 1200, 630), "#f5f0e6", "#201c18", 0),
        Disc("sun", 300, 300, 280, "#201c18"),
    ],
    ids=["fill", "gradient", "disc"],
)
def test_contrast_is_that_to_what_really_lies_behind(behind: Fill | Gradient | Disc) -> None:
    plain = card()
    assert rules(plain) == []
    ground, *rest = plain.marks
    assert ("contrast", "body") in rules(replace(plain, marks=(ground, behind, *rest)))
    hidden = (ground, behind, replace(ground, layer="cover"), *rest)
    assert rules(replace(plain, marks=hidden)) == []


def test_large_type_needs_less_contrast() -> None:
    plain = dress(sample("statement", "paper", "link", "en"), library=LIBRARY, fonts=FONTS).scene
    assert plain
    grey = tuple(replace(m, colour="#857c70") if isinstance(m, Text) else m for m in plain.marks)
    told = {layer for _, layer in rules(replace(plain, marks=grey))}
    assert "body" not in told
    assert "address" in told


def test_contrast_over_a_photograph_is_measured_in_its_pixels() -> None:
    scene = card("photo", "ember")
    bare = replace(scene, marks=tuple(m for m in scene.marks if m.layer not in {"scrim", "solid"}))
    assert rules(scene) == []
    assert ("contrast-picture", "headline") in rules(bare)


def test_type_too_small_for_a_phone_is_told_with_a_size_that_is_enough(tmp_path: Path) -> None:
    theme = "extends: paper\ntype: {foot: {font: plain, max: 1.6u, min: 1.6u, colour: soft}}\n"
    (note,) = notes(own(tmp_path, theme), "story")
    assert (note.rule, note.layer) == ("small-type", "address")
    assert "360 px wide" in note.message
    assert note.hint == "let its smallest size be 2.0u"


def test_what_stands_where_apps_lay_their_buttons_is_told(tmp_path: Path) -> None:
    layout = "extends: statement\nlayers: {page: {within: card}}\n"
    theme = "extends: paper\nlayers: {tab: {show: no}}\n"
    told = rules(own(tmp_path, theme, layout), "story")
    assert {rule for rule, _ in told} == {"safe-zone"}
    assert ("safe-zone", "campaign") in told


def test_a_text_too_near_to_a_logo_is_told(tmp_path: Path) -> None:
    plain = card()
    kicker = next(m for m in plain.marks if isinstance(m, Text) and m.layer == "campaign")
    right = round(kicker.x + kicker.lines[0].width)
    for gap, expected in ((40, []), (4, [("logo-space", "logo")])):
        box = (right + gap, 50, right + gap + 120, 100)
        logo = Picture("logo", box, tmp_path / "logo.png", "0", flat=True)
        assert rules(replace(plain, marks=(*plain.marks, logo))) == expected


def test_an_enlarged_picture_is_told_with_the_size_it_needs() -> None:
    scene = card("photo", "ember")
    small = tuple(replace(m, size=(600, 400)) if isinstance(m, Picture) else m for m in scene.marks)
    (note,) = notes(replace(scene, marks=small))
    assert (note.rule, note.layer) == ("enlarged", "image")
    assert note.message == "image.jpg has 600 × 400 px and is enlarged 2.0 times"
    assert note.hint == "use a picture of at least 1200 × 630 px"


def test_a_text_that_overflows_and_a_sign_no_font_has_are_faults() -> None:
    for words, said in (("No. " * 400, "px too high"), ("Open \U00012000", "U+12000")):
        values = tuple(
            {**dict(sample("statement", "paper", "link", "en").values), "headline": words}.items()
        )
        request = replace(sample("statement", "paper", "link", "en"), values=values)
        found = dress(request, library=LIBRARY, fonts=FONTS)
        assert found.scene is None
        assert said in found.faults[0].message


def test_the_samples_hold_every_language_in_which_cards_are_looked_at() -> None:
    assert set(HEADLINES) == {"en", "es", "ar", "he", "hi", "th", "ja"}
