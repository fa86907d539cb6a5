"""From request to scene: every layout in every format as a golden text, mirrored, or a fault."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest

from tests.cards.samples import HEADLINES, sample
from toolkit.cards import typeset, wrap
from toolkit.cards.colour import contrast, rgb
from toolkit.cards.dress import Dressed, dress
from toolkit.cards.fonts import load_fonts
from toolkit.cards.formats import FORMATS
from toolkit.cards.library import load_library
from toolkit.cards.scene import Disc, Fill, Picture, Polygon, Scene, Text, text_boxes

if TYPE_CHECKING:
    from toolkit.cards.arrange import Fault
    from toolkit.cards.request import CardRequest
    from toolkit.cards.scene import Box

GOLDEN = Path(__file__).parent / "golden"
LIBRARY, PROBLEMS = load_library()
FONTS = load_fonts(packages=())
LAYOUTS = [name for name in LIBRARY.layouts if name != "base"]
LANGUAGES = [language for language in HEADLINES if language != "ja"]
# One theme, language and length for each, so that all of them occur.
GOLDENS = {
    f"{layout}-{format_}": sample(
        layout,
        list(LIBRARY.themes)[(i + 2 * j) % 3],
        format_,
        LANGUAGES[(i * 5 + j) % len(LANGUAGES)],
        long=(i + j) % 3 > 0,
    )
    for i, layout in enumerate(LAYOUTS)
    for j, format_ in enumerate(FORMATS)
}


def dressed(request: CardRequest) -> Dressed:
    return dress(request, library=LIBRARY, fonts=FONTS)


def scene(request: CardRequest) -> Scene:
    found = dressed(request)
    assert found.scene, found.faults
    return found.scene


def with_value(request: CardRequest, name: str, text: str) -> CardRequest:
    values = {**dict(request.values), name: text}
    return replace(request, values=tuple(values.items()))


def test_the_built_in_designs_have_no_problems() -> None:
    assert PROBLEMS == ()


@pytest.mark.parametrize("name", GOLDENS)
def test_each_layout_in_each_format_is_as_it_was_signed(name: str) -> None:
    golden = (GOLDEN / f"{name}.txt").read_text("utf-8")
    assert str(scene(GOLDENS[name])) == golden, "look at it, then run scripts/bless.py"


@pytest.mark.parametrize("theme", LIBRARY.themes)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shortest_and_the_longest_text_fit_everywhere(theme: str, language: str) -> None:
    for layout in LAYOUTS:
        for format_ in FORMATS:
            for long in (False, True):
                scene(sample(layout, theme, format_, language, long=long))


@pytest.mark.parametrize("theme", LIBRARY.themes)
def test_words_stay_inside_the_card_and_off_what_apps_cover(theme: str) -> None:
    for layout in LAYOUTS:
        for size in FORMATS.values():
            for language in ("en", "ar"):
                for mark in scene(sample(layout, theme, size.id, language, long=True)).marks:
                    if not isinstance(mark, Text):
                        continue
                    for line in mark.lines:
                        left, baseline = mark.x + line.x, mark.y + line.baseline
                        assert left >= 2 * size.unit, line.text
                        assert left + line.width <= size.width - 2 * size.unit, line.text
                        assert size.clear_top <= baseline - line.runs[0].size * 0.6, line.text
                        assert baseline <= size.height - size.clear_bottom, line.text


def test_where_writing_runs_to_the_left_everything_is_mirrored() -> None:
    left = sample("statement", "ember", "link", "en")
    right = replace(left, language="he", direction="rtl")
    one, other = scene(left), scene(right)
    for here, there in zip(one.marks, other.marks, strict=True):
        if isinstance(here, Fill) and isinstance(there, Fill):
            assert (there.box[0], there.box[2]) == (1200 - here.box[2], 1200 - here.box[0])
        if isinstance(here, Disc) and isinstance(there, Disc):
            assert there.x == 1200 - here.x
        if isinstance(here, Text) and isinstance(there, Text):
            for a, b in zip(here.lines, there.lines, strict=True):
                end = here.x + a.x + a.width
                assert there.x + b.x == pytest.approx(1200 - end), a.text


@pytest.mark.parametrize(
    ("language", "direction", "opening"),
    [("en", "ltr", "“"), ("es", "ltr", "“"), ("de", "ltr", "„"), ("he", "rtl", "”")],
)
def test_quotation_marks_are_those_of_the_language_and_hang_outside(
    language: str, direction: str, opening: str
) -> None:
    request = sample("quotation", "paper", "square", "he" if direction == "rtl" else "en")
    found = scene(replace(request, language=language))
    marks, words = (m for m in found.marks if isinstance(m, Text) and m.layer == "quote")
    speaker = next(m for m in found.marks if isinstance(m, Text) and m.layer == "speaker")
    assert marks.lines[0].text == opening
    glyph = marks.x + marks.lines[0].x + marks.lines[0].runs[0].glyphs[0].x
    if direction == "ltr":
        assert glyph < speaker.x
        first = words.lines[0]
        start = words.x + first.x + first.runs[0].glyphs[0].x
        assert start == pytest.approx(speaker.x, abs=4)  # kerning
    else:
        edge = speaker.x + speaker.lines[0].x + speaker.lines[0].width
        assert glyph >= edge - 1


def test_a_text_that_cannot_fit_is_a_fault_that_says_by_how_much() -> None:
    found = dressed(
        with_value(sample("statement", "paper", "link", "en"), "headline", "No. " * 300)
    )
    assert found.scene is None
    (fault,) = found.faults
    assert fault.layer == "body"
    assert "px too high even at 35 px" in fault.message
    assert fault.hint.startswith("shorten it by about ")


def test_a_word_wider_than_the_card_is_named() -> None:
    word = "Migrationsangelegenheitenbeauftragtenkonferenz" * 2
    (fault,) = dressed(
        with_value(sample("statement", "ember", "link", "en"), "headline", word)
    ).faults
    assert word in fault.message


def test_a_character_that_no_font_has_is_named() -> None:
    request = with_value(sample("statement", "ember", "link", "en"), "headline", "Open \U00012000")
    (fault,) = dressed(request).faults
    assert "U+12000" in fault.message


def test_a_layout_without_its_words_says_which_are_missing() -> None:
    request = with_value(sample("quotation", "ember", "link", "en"), "speaker", "")
    (fault,) = dressed(request).faults
    assert 'needs words for "speaker"' in fault.message


def test_what_has_no_words_takes_no_room() -> None:
    request = sample("statement", "ember", "square", "en")
    layers = {mark.layer for mark in scene(with_value(request, "hashtags", "")).marks}
    assert "hashtags" not in layers
    assert "address" in layers


def test_a_row_or_stack_for_words_is_gone_with_its_lines_when_it_has_none() -> None:
    bare_card = sample("quotation", "ember", "square", "en")
    for name in ("hashtags", "link", "campaign"):
        bare_card = with_value(bare_card, name, "")
    layers = {mark.layer for mark in scene(bare_card).marks}
    assert not layers & {"line", "dash"}
    whole = scene(sample("demand", "ember", "link", "en"))
    assert {"line", "dash"} <= {mark.layer for mark in whole.marks}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_plate_lies_behind_all_of_its_words_and_reaches_beyond_them(language: str) -> None:
    marks = scene(sample("target", "ember", "link", language)).marks
    at = next(i for i, mark in enumerate(marks) if mark.layer == "handle")
    plate, words = marks[at : at + 2]
    assert isinstance(plate, Fill)
    assert isinstance(words, Text)
    left, top, right, bottom = plate.box
    (box,) = text_boxes(words)
    assert box[0] - left == pytest.approx(2.6 * 8, abs=1)
    assert right - box[2] == pytest.approx(2.6 * 8, abs=1)
    assert top < box[1]
    assert box[3] < bottom
    assert (plate.radius, plate.colour) == (13, "#ffdb6e")
    assert (left if language == "en" else 1200 - right) == 56


def test_an_arrow_points_to_where_reading_goes_on() -> None:
    for language, on in (("en", max), ("ar", min)):
        marks = scene(sample("thread", "paper", "link", language)).marks
        arrow = next(mark for mark in marks if mark.layer == "arrow")
        number = next(m for m in marks if m.layer == "number" and isinstance(m, Fill))
        assert isinstance(arrow, Polygon)
        tips = [x for x, _ in arrow.points]
        tip = on(tips)
        assert tips.count(tip) == 1
        assert on(tip, number.box[0]) == tip


def test_what_matters_more_is_set_larger_also_where_others_leave_it_little_room(
    tmp_path: Path,
) -> None:
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "squeezed.yml").write_text(SQUEEZED, encoding="utf-8")
    library, problems = load_library(tmp_path)
    assert problems == ()
    asked = replace(sample("target", "ember", "wide", "en", long=True), layout="squeezed")
    found = dress(asked, library=library, fonts=FONTS).scene
    assert found
    size = {m.layer: m.lines[0].runs[0].size for m in found.marks if isinstance(m, Text)}
    assert size["handle"] >= 1.1 * size["headline"] >= 1.2 * size["detail"]


SQUEEZED = """\
extends: base
layers:
  body: {stack: [handle, headline, detail], grow: 1, gap: near}
  handle: {text: "{handle}", style: figure, max: 20u, min: 3.4u, lines: 1}
  headline: {text: "{headline}", style: headline, max: 13u, min: 3.6u, grow: 1}
  detail: {text: "{detail}", style: text, lines: 3}
"""


def test_however_many_boxes_are_tried_each_text_is_measured_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = sample("quotation", "paper", "link", "en", long=True)
    asked = with_value(asked, "quote", "They measured this sentence once and tried it often. " * 3)
    counted, tried = Mock(wraps=wrap.ruler), Mock(wraps=typeset.fitted)
    monkeypatch.setattr("toolkit.cards.measured.ruler", counted)
    monkeypatch.setattr("toolkit.cards.dress.fitted", tried)
    scene(asked)
    quotes = ["measured this" in call.args[0] for call in counted.call_args_list]
    tries = ["measured this" in call.args[0] for call in tried.call_args_list]
    assert sum(tries) > 1
    assert sum(quotes) == 1


@pytest.mark.parametrize("format_", FORMATS)
def test_a_face_stays_round_however_long_the_quotation(format_: str) -> None:
    """Either it is round, or the card is refused; and one length or another is too long."""
    faces: list[Box] = []
    faults: list[Fault] = []
    for count in range(8, 80, 6):
        asked = sample("quotation", "ember", format_, "en", long=True)
        found = dressed(with_value(asked, "quote", "They counted us. " * count))
        faults += found.faults
        marks = found.scene.marks if found.scene else ()
        faces += [mark.box for mark in marks if isinstance(mark, Picture)]
    assert faults
    assert faces
    for left, top, right, bottom in faces:
        assert right - left == pytest.approx(bottom - top, abs=1)


def test_a_face_without_room_is_a_fault_that_says_how_much_it_needs(tmp_path: Path) -> None:
    (tmp_path / "layouts").mkdir()
    tall = "extends: quotation\nlayers: {portrait: {box: {width: 30u, height: 95u}}}\n"
    (tmp_path / "layouts" / "tall.yml").write_text(tall, encoding="utf-8")
    library, _ = load_library(tmp_path)
    asked = replace(sample("quotation", "ember", "link", "en", long=True), layout="tall")
    (fault,) = (
        f for f in dress(asked, library=library, fonts=FONTS).faults if f.layer == "portrait"
    )
    assert fault.message.startswith("it needs 760 px and the texts leave it ")
    assert fault.hint == "shorten them, or leave this format out"


def test_braces_in_a_text_are_text() -> None:
    text = "Ask {campaign} and {0.__class__}"
    found = scene(with_value(sample("statement", "ember", "link", "en"), "headline", text))
    lines = [
        li.text for m in found.marks if isinstance(m, Text) and m.layer == "body" for li in m.lines
    ]
    assert " ".join(lines) == text


def test_texts_side_by_side_share_a_baseline() -> None:
    found = scene(sample("statement", "paper", "link", "th"))
    at = {
        m.layer: m.y + m.lines[-1].baseline
        for m in found.marks
        if isinstance(m, Text) and m.layer in {"hashtags", "address"}
    }
    assert at["hashtags"] == pytest.approx(at["address"])


def test_dark_cards_have_the_dark_colours() -> None:
    light = scene(sample("statement", "paper", "link", "en"))
    dark = scene(sample("statement", "paper", "link", "en", mode="dark"))
    assert isinstance(light.marks[0], Fill)
    assert isinstance(dark.marks[0], Fill)
    assert light.marks[0].colour > dark.marks[0].colour


@pytest.mark.parametrize("name", LIBRARY.themes)
def test_every_text_of_a_theme_can_be_read_on_its_grounds(name: str) -> None:
    shape = LIBRARY.themes[name].shape
    for colours in (shape.colours, {**shape.colours, **shape.dark}):
        grounds = [rgb(colours[g]) for g in ("ground", "deep", "tone") if g in colours]
        for style in shape.type.values():
            for ground in grounds:
                # Every size of ours is large text in WCAG 2.2 (1.4.3): 3 to 1 is enough.
                assert contrast(rgb(colours[style.colour]), ground) >= 3, style
            assert contrast(rgb(colours[style.colour]), grounds[0]) >= 4.5, style
