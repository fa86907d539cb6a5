"""The fonts are a value that every machine has alike, and what is missing is said."""

from __future__ import annotations

import pickle
import shutil
from typing import TYPE_CHECKING

import pytest
import uharfbuzz as hb

from toolkit.cards.fonts import BUNDLED, PER_PX, MissingGlyph, load_fonts
from toolkit.cards.shape import shaper
from toolkit.cards.textstyle import TextStyle

if TYPE_CHECKING:
    from pathlib import Path

FONTS = load_fonts(packages=())
STYLE = TextStyle()


def drawn_by(text: str, language: str = "en", style: TextStyle = STYLE) -> list[str]:
    return [piece.font for piece in shaper(FONTS, style, language).word(text).pieces]


def test_bundled_fonts_stay_small_enough_to_clone() -> None:
    sizes = [path.stat().st_size for path in BUNDLED.glob("*.ttf")]
    assert max(sizes) < 2_500_000
    assert sum(sizes) < 7_000_000


def test_fonts_say_their_family_weight_and_slant() -> None:
    faces = {face.id: face for face in FONTS.faces}
    assert (faces["NotoSans-Black"].family, faces["NotoSans-Black"].weight) == ("Noto Sans", 900)
    assert faces["NotoSerif-Italic"].italic
    assert faces["NotoSans-CondensedBlack"].family == "Noto Sans Condensed"
    assert faces["NotoColorEmoji"].in_colour


@pytest.mark.parametrize(
    ("weight", "italic", "expected"),
    [(400, False, "Regular"), (600, False, "Bold"), (850, False, "Black"), (700, True, "Bold")],
)
def test_the_nearest_weight_is_taken(weight: int, italic: bool, expected: str) -> None:  # noqa: FBT001
    (first, *_) = FONTS.stack(("Noto Sans",), weight, italic=italic)
    assert first.id == f"NotoSans-{expected}"


def test_each_script_gets_a_font_that_has_it() -> None:
    assert drawn_by("déjà") == ["NotoSans-Regular"]
    assert drawn_by("свобода") == ["NotoSans-Regular"]
    assert drawn_by("«حرية»", "ar") == ["NotoSansArabic-Regular"]
    assert drawn_by("स्वतंत्रता", "hi") == ["NotoSansDevanagari-Regular"]
    assert drawn_by("✊🏽") == ["NotoColorEmoji"]
    assert drawn_by("2026✊1") == ["NotoSans-Regular", "NotoColorEmoji", "NotoSans-Regular"]


def test_signs_beside_figures_and_between_steps_need_no_extra_fonts() -> None:
    bundled = load_fonts(packages=())
    for sign in "≈≠≤≥−√∞←↑→↓":
        assert any(bundled.covers(face.id, ord(sign)) for face in bundled.faces), sign


def test_emoji_sequences_are_one_glyph() -> None:
    for sequence in ("👩‍👩‍👧", "✊🏿", "🇪🇸", "1️⃣", "🏳️‍🌈", "❤️", "☎️"):
        (piece,) = shaper(FONTS, STYLE, "en").word(sequence).pieces
        assert (piece.in_colour, len(piece.gids)) == (True, 1), sequence


def test_text_presentation_asks_a_text_font_first() -> None:
    assert drawn_by("©") == ["NotoSans-Regular"]
    assert drawn_by("©️") == ["NotoColorEmoji"]
    assert drawn_by("☀") == ["NotoColorEmoji"]


@pytest.mark.parametrize(
    ("text", "expected", "advice"),
    [
        ("日", "no font has “日” (U+65E5)", "install the East Asian fonts"),
        ("a\x01", "no font has (U+0001)", "delete this invisible character"),
        ("\ud800", "no font has (U+D800)", "delete this invisible character"),
        ("ᚠ", "no font has “ᚠ” (U+16A0)", "put a font that has it into cards/fonts/"),
        ("❤️‍🔥", "no font has “❤️‍🔥” (U+2764 U+FE0F U+200D U+1F525)", "put a font"),
    ],
)
def test_what_no_font_has_is_named_with_advice(text: str, expected: str, advice: str) -> None:
    (missing,) = shaper(FONTS, STYLE, "en").word(text).missing
    assert str(missing) == expected
    assert missing.advice.startswith(advice)


def test_a_campaign_s_own_font_is_asked_first_and_replaces_one_of_the_same_name(
    tmp_path: Path,
) -> None:
    shutil.copy(BUNDLED / "NotoSerif-Bold.ttf", tmp_path / "NotoSans-Bold.ttf")
    own = load_fonts([tmp_path], packages=())
    assert own.faces[0].path == tmp_path / "NotoSans-Bold.ttf"
    assert own.hash != FONTS.hash


def test_a_file_that_is_no_font_is_named(tmp_path: Path) -> None:
    (tmp_path / "logo.ttf").write_bytes(b"<svg/>")
    with pytest.raises(ValueError, match=r"logo\.ttf is not a font"):
        load_fonts([tmp_path])


def test_fonts_travel_to_another_process_and_keep_their_hash() -> None:
    again = pickle.loads(pickle.dumps(FONTS))  # noqa: S301
    assert again == FONTS
    assert again.hash == FONTS.hash == load_fonts(packages=()).hash


def test_a_glyph_can_be_drawn_from_a_font_at_a_size() -> None:
    font = FONTS.hb_font("NotoSans-Bold", 40.0)
    draw = hb.RasterDraw()
    draw.scale_factor = (PER_PX, PER_PX)
    draw.draw_glyph(font, font.get_nominal_glyph(ord("H")))
    image = draw.render()
    assert image.extents.height == pytest.approx(
        40 * FONTS.metrics("NotoSans-Bold").cap_height, abs=1
    )
    assert 255 in bytes(image.buffer)


def test_a_missing_glyph_is_a_value() -> None:
    assert MissingGlyph("日", "Hani") == MissingGlyph("日", "Hani")
