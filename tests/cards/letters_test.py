"""Letters over a ground: the quick ways of laying them there show the same as the slow one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.cards.pictures import opened
from toolkit.cards.fonts import load_fonts
from toolkit.cards.glyphs import Line, Piece, Put, Run
from toolkit.cards.paint import Painter
from toolkit.cards.paint.gradients import STEP, graded
from toolkit.cards.paint.letters import AS_IT_IS, LineOfLetters, Mask
from toolkit.cards.paint.under import Under
from toolkit.cards.scene import Fill, Gradient, Scene, Text

if TYPE_CHECKING:
    from toolkit.cards.scene import Mark

FONTS = load_fonts()
WIDE, HIGH = 400, 120
FLAT = Fill("ground", (0, 0, WIDE, HIGH), "#b3361b")
SLOPED = Gradient("ground", (0, 0, WIDE, HIGH), "#a82b14", "#2b1f6b", 45)


def mask(*rows: str) -> Mask:
    """Return a mask of digits, 9 for what is covered all over."""
    image = Image.new("L", (len(rows[0]), len(rows)))
    image.putdata([int(digit) * 255 // 9 for row in rows for digit in row])
    return Mask(image, 0, 0)


def at(one: Mask, left: int, top: int = 0) -> tuple[Mask, int, int, int, int]:
    return one, left, top, left + one.right, top + one.bottom


def word(text: str, x: float, baseline: float) -> Text:
    font, size, step = "NotoSans-Black", 48.0, 0.75
    gids = [FONTS.units(font).get_nominal_glyph(ord(char)) for char in text]
    xs = [step * i for i in range(len(text))]
    piece = Piece(font, False, tuple(g for g in gids if g), tuple(xs), (0.0,) * len(xs))  # noqa: FBT003
    line = Line(text, (Run(size, (Put(piece, 0.0),)),), 0, baseline, len(text) * step * size)
    return Text("word", x, 0, (line,), "#fffaf3")


def painted(*marks: Mark) -> Image.Image:
    return opened(Painter(FONTS.units).png(Scene(WIDE, HIGH, marks)))


def test_letters_that_share_a_column_are_blended_and_others_keep_to_themselves() -> None:
    solid = mask("99", "99")
    line = LineOfLetters([at(solid, 0), at(mask("44", "44"), 1), at(solid, 4)])
    assert [len(group) for group in line.groups] == [2, 1]
    row = list(line.together(AS_IT_IS).crop((0, 0, 6, 1)).tobytes())
    assert row == [255, 255, 113, 0, 255, 255]


def test_a_letter_that_reaches_back_is_blended_with_all_before_it() -> None:
    line = LineOfLetters([at(mask("9"), 5), at(mask("9"), 8), at(mask("99999999"), 1)])
    assert len(line.groups) == 1
    assert line.together(AS_IT_IS).tobytes() == bytes([255] * 8)


@pytest.mark.parametrize("ground", [FLAT, SLOPED])
def test_letters_look_the_same_over_a_ground_and_over_something_drawn_on_it(
    ground: Fill | Gradient,
) -> None:
    plain = painted(ground, word("AVTo", 20, 80))
    beside = painted(ground, word("I", 350, 80), word("AVTo", 20, 80))
    box = (0, 0, 300, HIGH)
    assert plain.crop(box).tobytes() == beside.crop(box).tobytes()
    over = painted(ground, word("I", 20, 80), word("AVTo", 20, 80)).crop(box)
    lost = [
        (x, y)
        for x in range(300)
        for y in range(HIGH)
        if plain.getpixel((x, y)) == (255, 250, 243) != over.getpixel((x, y))
    ]
    assert not lost


def test_a_line_over_another_one_takes_nothing_of_it_away() -> None:
    ink = (255, 250, 243)
    low, high = word("Apg", 20, 70), word("TÖd", 30, 90)
    one, other = painted(SLOPED, low), painted(SLOPED, high)
    both = painted(SLOPED, low, high)
    places = [(x, y) for x in range(WIDE) for y in range(HIGH)]
    inked = [at for at in places if ink in (one.getpixel(at), other.getpixel(at))]
    assert inked
    assert all(both.getpixel(place) == ink for place in inked)


def test_a_ground_knows_where_it_is_of_one_kind() -> None:
    image = Image.new("L", (200, 100), 3)
    image.paste(5, (128, 0, 200, 100))
    ground = Under(image, [0, 0, 0, 3, 0, 5], 9)
    assert ground.only((10, 10, 60, 90)) == 3
    assert ground.only((130, 10, 190, 90)) == 5
    assert ground.only((100, 10, 140, 90)) is None
    assert ground.several((10, 10, 60, 90)) == {3: 0}
    assert ground.several((100, 10, 140, 90)) == {3: 0, 5: 9}


def test_a_gradient_is_level_over_a_few_rows_and_never_further_off_than_that() -> None:
    table = bytes(range(40))
    drawn = graded(300, 64, 45, table)
    rows = [drawn.crop((0, y, 300, y + 1)).tobytes() for y in range(64)]
    assert all(rows[y] == rows[y - y % STEP] for y in range(64))
    assert len(set(rows)) == 64 // STEP
    # 45° is a px of shift for each row; one of them may be lost to rounding.
    assert rows[STEP][: 300 - STEP] in (rows[0][STEP:], rows[0][STEP - 1 : 299])
