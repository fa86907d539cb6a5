"""Any text becomes a block that fits, or a fault that says why; never a crash, never a cut."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.cards.bidi import levels
from toolkit.cards.fonts import load_fonts
from toolkit.cards.glyphs import Block, Run
from toolkit.cards.setline import set_line
from toolkit.cards.shape import shaper
from toolkit.cards.textstyle import Align, TextStyle
from toolkit.cards.typeset import Misfit, Missing, fit

FONTS = load_fonts(packages=())
SIZES = range(20, 101, 4)
BLANKS = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a"
BLANKS += "\u200b\u205f\u3000"
LINE_ENDS = "\r\n\v\f\x85\u2028\u2029"

SAMPLES = {
    "en": "Release every prisoner of conscience now — write to @mayor_london ✊🏽 #FreeThemAll",
    "es": "¿Dónde están? Exigimos al alcalde que abra los archivos «hoy mismo».",
    "el": "Ελευθερία για όλους τους κρατουμένους συνείδησης.",
    "ru": "Освободите всех узников совести — немедленно и без условий.",
    "ar": "أطلقوا سراح جميع سجناء الرأي الآن، راسلوا @mayor_london في 2026 #أطلقوهم",
    "he": "שחררו את כל אסירי המצפון עכשיו (NATO) 12%",
    "hi": "सभी अंतरात्मा के कैदियों को तुरंत रिहा करो",
    "th": "เราต้องการให้ปล่อยตัวนักโทษการเมืองทั้งหมดทันที",
}


ROOM: Any = {
    "width": 750,
    "height": 500,
    "style": TextStyle(weight=900, tracking=-0.012, leading=1.1),
    "fonts": FONTS,
    "language": "en",
}


def set_text(
    text: str,
    language: str = "en",
    *,
    width: float = 900,
    height: float = 500,
    style: TextStyle | None = None,
    align: Align = Align.START,
    max_lines: int | None = None,
    hang: bool = False,
) -> Block | Misfit | Missing:
    return fit(
        text,
        width=width,
        height=height,
        sizes=SIZES,
        style=style or TextStyle(weight=700),
        fonts=FONTS,
        language=language,
        align=align,
        max_lines=max_lines,
        hang=hang,
    )


def block(text: str, language: str = "en", **asked: object) -> Block:
    found = set_text(text, language, **asked)  # type: ignore[arg-type]
    assert isinstance(found, Block), found
    return found


@pytest.mark.parametrize("language", SAMPLES)
def test_all_words_are_set_within_their_box(language: str) -> None:
    text = SAMPLES[language]
    found = block(text, language)
    assert bare("".join(line.text for line in found.lines)) == bare(text)
    assert found.height <= 500
    for line in found.lines:
        assert line.x >= 0
        assert line.x + line.width <= 900.02
        assert 0 < line.baseline < found.height


@pytest.mark.parametrize("language", SAMPLES)
def test_the_next_size_would_not_have_fitted(language: str) -> None:
    found = block(SAMPLES[language], language, width=400, height=300)
    larger = SIZES[SIZES.index(int(found.size)) + 1]
    again = fit(
        SAMPLES[language],
        width=400,
        height=300,
        sizes=[larger],
        style=TextStyle(weight=700),
        fonts=FONTS,
        language=language,
    )
    assert isinstance(again, Misfit)


def test_a_short_text_is_set_at_the_largest_size() -> None:
    assert block("Now!").size == 100


def test_a_smaller_size_saves_a_word_from_standing_alone() -> None:
    alone = fit("people locked up for migrating", sizes=[100], **ROOM)
    better = fit("people locked up for migrating", sizes=[100, 90, 80], **ROOM)
    assert isinstance(alone, Block)
    assert isinstance(better, Block)
    assert [line.text for line in alone.lines] == ["people", "locked up for", "migrating"]
    assert [line.text for line in better.lines] == ["people locked", "up for migrating"]
    assert fit("people locked up for migrating", sizes=[100, 70], **ROOM) == alone


def test_a_smaller_size_takes_in_a_stray_word_of_a_longer_text() -> None:
    room = {**ROOM, "width": 420, "height": 900}
    text = "A pandemic does not suspend human rights."
    for sizes, first in (([80], "A"), ([80, 76, 72, 70], "A pandemic")):
        found = fit(text, sizes=sizes, **room)
        assert isinstance(found, Block)
        assert len(found.lines) >= 4
        assert found.lines[0].text == first


@pytest.mark.parametrize(
    ("text", "sizes", "expected"),
    [
        ("31 December 2021", [100], ["31 December", "2021"]),
        ("Wednesday, 30 September 2020", [100, 88], ["Wednesday,", "30 September 2020"]),
    ],
)
def test_a_day_stays_with_its_month(text: str, sizes: list[int], expected: list[str]) -> None:
    found = fit(text, sizes=sizes, **{**ROOM, "width": 850})
    assert isinstance(found, Block)
    assert [line.text for line in found.lines] == expected


def test_thai_ends_lines_where_a_phrase_does() -> None:
    text = "เสรีภาพต้องมาก่อน เราขอให้รัฐบาลตัดสินใจโดยเร็ว"
    room = {**ROOM, "width": 580, "language": "th", "style": TextStyle(weight=700)}
    found = fit(text, sizes=[60], **room)
    assert isinstance(found, Block)
    assert [line.text for line in found.lines] == [
        "เสรีภาพต้องมาก่อน",
        "เราขอให้รัฐบาล",
        "ตัดสินใจโดยเร็ว",
    ]


def test_a_smaller_size_keeps_a_hashtag_whole() -> None:
    torn = fit("#FreeThemAllToday", sizes=[120], **ROOM)
    whole = fit("#FreeThemAllToday", sizes=[120, 70], **ROOM)
    assert isinstance(torn, Block)
    assert isinstance(whole, Block)
    assert [line.text for line in torn.lines] == ["#FreeThem", "AllToday"]
    assert [line.text for line in whole.lines] == ["#FreeThemAllToday"]


@pytest.mark.parametrize(
    ("text", "least", "most"), [("3", 0.75, 0.82), ("2000+", 0.75, 0.82), ("3,000", 0.9, 1.0)]
)
def test_a_figure_is_as_high_as_its_signs_and_on_a_plate_as_any_text(
    text: str, least: float, most: float
) -> None:
    tight = fit(text, sizes=[100], **ROOM)
    loose = fit(text, sizes=[100], tight=False, **ROOM)
    word = fit("Now", sizes=[100], **ROOM)
    assert isinstance(tight, Block)
    assert isinstance(loose, Block)
    assert isinstance(word, Block)
    assert least * 100 < tight.height < most * 100
    assert loose.height == word.height > 115


def test_too_much_text_says_how_much_it_is_over() -> None:
    found = set_text("Clean air for all. " * 200)
    assert isinstance(found, Misfit)
    assert found.size == 20
    assert found.over_height > 0
    assert (found.over_width, found.widest) == (0, "")


def test_a_word_that_is_too_wide_is_named_and_not_broken() -> None:
    found = set_text("This is unconstitutionally long", width=100)
    assert isinstance(found, Misfit)
    assert found.widest == "unconstitutionally"
    assert found.over_width > 0


def test_too_many_lines_are_counted() -> None:
    found = set_text("one\ntwo\nthree", max_lines=2)
    assert isinstance(found, Misfit)
    assert found.over_lines == 1


def test_every_missing_character_is_named_once() -> None:
    found = set_text("日本 and 日本")
    assert isinstance(found, Missing)
    assert [glyph.char for glyph in found.glyphs] == ["日", "本"]


def test_typed_line_ends_are_kept_and_an_empty_line_has_its_height() -> None:
    found = block("First\n\nThird")
    assert [line.text for line in found.lines] == ["First", "", "Third"]
    assert found.lines[2].baseline - found.lines[0].baseline == pytest.approx(2 * 1.2 * found.size)


def test_start_is_on_the_right_where_writing_begins_there() -> None:
    assert {line.x for line in block(SAMPLES["en"]).lines} == {0}
    for line in block(SAMPLES["he"], "he").lines:
        assert line.x + line.width == pytest.approx(900)
    assert {line.x for line in block(SAMPLES["he"], "he", align=Align.END).lines} == {0}


def test_centred_lines_have_equal_room_on_both_sides() -> None:
    for line in block(SAMPLES["en"], align=Align.CENTRE).lines:
        assert line.x == pytest.approx(900 - line.x - line.width)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Open the doors, all of them.", "en"),
        ("So sagte es die Ge\u00ad", "de"),
        ("دعوهم يعودون إلى #FreeThemAll اليوم", "ar"),
    ],
)
def test_the_words_of_a_line_stand_side_by_side_and_end_where_it_ends(
    text: str, language: str
) -> None:
    voice = shaper(FONTS, TextStyle(), language)
    rows, wide = set_line(text, levels(text, rtl=language == "ar"), voice)
    put = [one for row in rows for one in row]
    starts = [at + piece.xs[0] for piece, at in put]
    assert starts == sorted(starts)
    last = max(at + x for piece, at in put for x in piece.xs)
    assert wide - 1 < last < wide
    assert set_line("", None, voice) == ((), 0.0)


def test_a_row_can_be_cut_between_any_two_glyphs_and_each_keeps_its_place() -> None:
    rows, _ = set_line("“Open the doors”", None, shaper(FONTS, TextStyle(), "en"))
    run = Run(40, rows[0])
    glyphs = run.glyphs
    assert len(glyphs) == len("“Openthedoors”")
    for count in range(len(glyphs) + 1):
        first, rest = run.parted(count)
        assert (first.glyphs if first else ()) == glyphs[:count]
        assert (rest.glyphs if rest else ()) == glyphs[count:]


def test_a_quotation_mark_hangs_outside_the_margin() -> None:
    plain, hung = block("“Free them”"), block("“Free them”", hang=True)
    assert plain.lines[0].x == 0
    assert hung.lines[0].x == pytest.approx(-plain.lines[0].runs[0].glyphs[1].x, rel=0.05)


def test_tracking_widens_letters_but_leaves_joined_scripts_whole() -> None:
    for language, wider in (("en", True), ("ar", False), ("hi", False)):
        text = {"en": "Free", "ar": "حرية", "hi": "मुक्ति"}[language]
        plain = block(text, language)
        wide = block(text, language, style=TextStyle(weight=700, tracking=0.1))
        assert (wide.lines[0].width > plain.lines[0].width) is wider


def test_the_same_text_gives_the_same_block() -> None:
    again = load_fonts(packages=())
    for language, text in SAMPLES.items():
        anew = fit(
            text,
            width=900,
            height=500,
            sizes=SIZES,
            style=TextStyle(weight=700),
            fonts=again,
            language=language,
        )
        assert anew == block(text, language)


SCRIPTS = st.sampled_from(
    "abcdé ABC.,;:!?¿«»“”-—–'\"0123456789%€@#/_\n\tبتث،אבגकखिी्กาำ้абвαβγ✊🏽❤️👩‍🇪🇸"
    "\u00a0\u00ad\u200b\u200d\u2066\u2069\u202e"
)


WORDS = st.sampled_from("aaeeio ,.-#@بتاו אबा กา✊")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(
    st.one_of(st.text(max_size=400), st.text(SCRIPTS, max_size=300), st.text(WORDS, max_size=2000)),
    st.sampled_from(["en", "ar", "th", "ja"]),
    st.sampled_from(list(Align)),
    st.booleans(),
)
def test_any_text_is_set_whole_or_refused_with_reason(
    text: str,
    language: str,
    align: Align,
    hang: bool,  # noqa: FBT001
) -> None:
    match set_text(text, language, align=align, hang=hang):
        case Block() as found:
            assert bare("".join(line.text for line in found.lines)) == bare(text)
            assert found.height <= 500.02
            assert all(line.width <= 900.02 for line in found.lines)
        case Misfit() as over:
            assert over.over_width > 0 or over.over_height > 0
        case Missing(glyphs):
            assert glyphs
            assert all(glyph.char in text for glyph in glyphs)


@pytest.mark.parametrize(
    "text",
    [
        "\u2067א" * 500 + "\u2069" * 500,
        "\u202bא" * 900,
        "א(" * 900,
        "@a." * 600,
        "a\u0301" * 900,
        "👩‍" * 600,
        "http://" * 250,
        "\n" * 900,
    ],
)
def test_texts_made_to_break_things_do_not(text: str) -> None:
    assert set_text(text, "ar") == set_text(text, "ar")


def bare(text: str) -> str:
    """Leave out what may vanish where a line ends."""
    return text.translate(dict.fromkeys(map(ord, BLANKS + LINE_ENDS)))
