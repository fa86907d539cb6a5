"""Whatever colour a campaign brings, its words can be read."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.pages.palette import (
    AA,
    DARK,
    LIGHT,
    Colours,
    accent_of,
    accent_rules,
    contrast,
    legible,
    theme_rules,
)

COLOURS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_our_own_colours_can_be_read_on_each_other(palette: Colours) -> None:
    for text in (palette.ink, palette.quiet, palette.accent):
        assert contrast(text, palette.ground) >= AA
        assert contrast(text, palette.surface) >= AA
    assert contrast(palette.on_accent, palette.accent) >= AA


@given(COLOURS)
def test_any_accent_can_be_read_in_both_palettes(colour: str) -> None:
    for palette in (LIGHT, DARK):
        accent = legible(colour, palette)
        assert contrast(accent, palette.ground) >= AA
        assert contrast(accent, palette.surface) >= AA
    pairs = re.findall(r"accent:(#\w{6});--tk-on-accent:(#\w{6})", accent_rules(colour))
    assert all(contrast(*pair) >= AA for pair in pairs)


def test_contrast_is_as_wcag_defines_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


def test_a_card_theme_is_known_by_its_vivid_ground_else_by_its_accent() -> None:
    assert accent_of({"ground": "#b02f16", "accent": "#ffd257"}) == "#b02f16"
    assert accent_of({"ground": "#f5f0e6", "accent": "#a8231a"}) == "#a8231a"
    assert accent_of({"ground": "#ffd500", "accent": "#a3001b"}) == "#a3001b"
    assert accent_of({"ground": "#ffd500", "accent": "#222222"}) == "#ffd500"
    assert accent_of({"ground": "#f5f0e6"}) == "#f5f0e6"
    assert accent_of({"ground": "red"}) == ""


def test_what_is_no_colour_never_reaches_a_style() -> None:
    with pytest.raises(ValueError, match="is not a colour"):
        theme_rules({"bad": "red;}body{display:none"})


def test_every_colour_has_a_name_for_styles() -> None:
    for field in fields(Colours):
        assert f"--tk-{field.name.replace('_', '-')}:" in theme_rules({})
