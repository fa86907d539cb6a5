"""Paint draws what the scene says: fill, overlap, mirror, edges, letters, emoji, photographs."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import Mock, patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.cards.pictures import drawing, letters, opened
from toolkit.cards.colour import RGB, distance
from toolkit.cards.fonts import load_fonts
from toolkit.cards.glyphs import Line, Piece, Put, Run
from toolkit.cards.paint import Painter, stencils
from toolkit.cards.paint.palette import STEPS, Palette, nearest
from toolkit.cards.paint.pictures import UnusableImageError
from toolkit.cards.scene import Code, Disc, Fill, Gradient, Picture, Polygon, Scene, Text

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.cards.scene import Mark

FONTS = load_fonts()
WHITE = "#ffffff"
LIGHT = 150
"""No ground is so green; both inks are, and what lies between them."""
CHANNELS = st.integers(0, 9)  # so few that many are equally far off
COLOURS = st.tuples(CHANNELS, CHANNELS, CHANNELS)


def painted(width: int, height: int, *marks: Mark) -> bytes:
    ground = Fill("ground", (0, 0, width, height), WHITE)
    return Painter(FONTS.units).png(Scene(width, height, (ground, *marks)))


def letter(
    char: str,
    size: float,
    x: float,
    baseline: float,
    colour: str = "#000000",
    *,
    inside: float = 0,
) -> Text:
    """Return a word of one letter, which stands so many px inside its word."""
    font = "NotoColorEmoji" if not char.isascii() else "NotoSans-Black"
    gid = FONTS.units(font).get_nominal_glyph(ord(char))
    assert gid
    piece = Piece(font, font == "NotoColorEmoji", (gid,), (inside / size,), (0.0,))
    run = Run(size, (Put(piece, 0.0),))
    return Text("word", x, 0, (Line(char, (run,), 0, baseline, size),), colour)


def test_a_fill_covers_its_box_and_nothing_else() -> None:
    assert letters(painted(6, 4, Fill("f", (1, 1, 4, 3), "#ff0000"))) == drawing("""
        ______
        _RRR__
        _RRR__
        ______
    """)


def test_a_later_mark_lies_over_an_earlier_one_and_may_reach_over_the_edge() -> None:
    red, blue = Fill("a", (0, 0, 3, 3), "#ff0000"), Fill("b", (2, 1, 9, 9), "#0000ff")
    assert letters(painted(5, 4, red, blue)) == drawing("""
        RRR__
        RRBBB
        RRBBB
        __BBB
    """)


def test_a_gradient_starts_and_ends_with_its_colours_in_its_direction() -> None:
    ends = ((0, (0, 0), (99, 0)), (90, (0, 0), (0, 89)), (180, (99, 0), (0, 0)))
    for angle, first, last in ends:
        mark = Gradient("g", (0, 0, 100, 90), "#000000", "#ff0000", angle)
        image = opened(painted(100, 90, mark))
        assert image.getpixel(first) in {(0, 0, 0), (3, 0, 0)}, angle
        assert image.getpixel(last) in {(252, 0, 0), (255, 0, 0)}, angle


def test_a_gradient_only_goes_one_way() -> None:
    image = opened(painted(300, 80, Gradient("g", (0, 0, 300, 80), "#0a1030", "#e0e8ff", 20)))
    for y in (0, 40, 79):
        row = [image.getpixel((x, y)) for x in range(300)]
        assert row == sorted(row)  # type: ignore[type-var]


def test_a_disc_is_round_smooth_and_may_have_a_hole() -> None:
    image = opened(painted(40, 40, Disc("d", 20, 20, 16, "#000000", hole=8)))
    assert image.getpixel((20, 20)) == (255, 255, 255)
    assert image.getpixel((20, 8)) == (0, 0, 0)
    assert image.getpixel((1, 1)) == (255, 255, 255)
    assert len(image.getcolors() or ()) > 4


def test_a_polygon_fills_what_its_points_enclose() -> None:
    triangle = Polygon("p", ((0, 0), (20, 0), (0, 20)), "#ff0000")
    image = opened(painted(20, 20, triangle))
    assert image.getpixel((3, 3)) == (255, 0, 0)
    assert image.getpixel((17, 17)) == (255, 255, 255)


def test_a_code_has_hard_edges() -> None:
    assert letters(painted(6, 6, Code("c", 1, 1, 2, ("10", "01"), "#000000"))) == drawing("""
        ______
        _KK___
        _KK___
        ___KK_
        ___KK_
        ______
    """)


def test_a_letter_stands_on_its_baseline_in_its_colour() -> None:
    image = opened(painted(60, 60, letter("I", 48, 10, 50, "#0000ff")))
    column = [y for y in range(60) if image.getpixel((19, y)) == (0, 0, 255)]
    assert column[-1] == 49
    assert 32 <= len(column) <= 36


def test_a_letter_over_two_grounds_has_no_edge_of_the_wrong_one() -> None:
    half = Fill("half", (30, 0, 60, 60), "#ff0000")
    image = opened(painted(60, 60, half, letter("O", 60, 8, 52, "#0000ff")))
    left = [image.getpixel((x, y)) for x in range(30) for y in range(60)]
    right = [image.getpixel((x, y)) for x in range(30, 60) for y in range(60)]
    assert all(red == green for red, green, _ in left)  # type: ignore[misc]
    assert all(green == 0 for _, green, _ in right)  # type: ignore[misc]


def test_letters_on_a_full_palette_are_still_drawn() -> None:
    wash = Gradient("g", (0, 0, 200, 60), "#000000", "#ffffff", 0)
    words = [
        letter("H", 40, 2 + i * 19, 50, f"#{i * 25:02x}ff{250 - i * 25:02x}") for i in range(10)
    ]
    image = opened(painted(200, 60, wash, *words))
    assert image.getpixel((8, 40)) == (0, 255, 250)
    assert len(image.getcolors(1000) or ()) <= 256


def test_an_emoji_keeps_its_colours_and_the_ground_keeps_its_own() -> None:
    image = opened(painted(80, 80, letter("🔥", 60, 4, 66)))
    pixels = [image.getpixel((x, y)) for x in range(80) for y in range(80)]
    orange = [p for p in pixels if p[0] > 200 and 80 < p[1] < 190 and p[2] < 90]  # type: ignore[index]
    assert len(orange) > 200
    assert image.getpixel((0, 0)) == (255, 255, 255)


def photo(path: Path, size: tuple[int, int] = (40, 20)) -> Picture:
    image = Image.new("RGB", size, (255, 0, 0))
    image.paste((0, 0, 255), (size[0] // 2, 0, *size))
    image.save(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Picture("photo", (0, 0, 20, 20), path, digest, focus=(0.0, 0.5))


def test_a_photograph_is_cropped_around_its_focus(tmp_path: Path) -> None:
    image = opened(painted(30, 20, photo(tmp_path / "a.png")))
    assert image.getpixel((10, 10)) == (255, 0, 0)
    assert image.getpixel((25, 10)) == (255, 255, 255)


def test_letters_over_a_photograph_are_drawn_in_full_colour(tmp_path: Path) -> None:
    image = opened(painted(20, 20, photo(tmp_path / "a.png"), letter("I", 18, 6, 16, "#00ff00")))
    assert (0, 255, 0) in {image.getpixel((x, 10)) for x in range(20)}


def test_a_file_that_is_no_image_is_named(tmp_path: Path) -> None:
    fake = tmp_path / "fake.png"
    fake.write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    with pytest.raises(UnusableImageError, match=r"fake\.png"):
        painted(20, 20, Picture("photo", (0, 0, 20, 20), fake, "0"))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    Image.new("1", (20_000, 20_000)).save(path)
    with pytest.raises(UnusableImageError, match=r"bomb\.png"):
        painted(20, 20, Picture("photo", (0, 0, 20, 20), path, "0"))


def test_what_was_drawn_before_leaves_no_trace() -> None:
    ground = Fill("ground", (0, 0, 90, 60), "#b3361b")
    disc = Disc("d", 40, 20, 30, "#c2492f")
    cards = [Scene(90, 60, (ground, disc, letter(c, 40, 10, 45, "#ffffff"))) for c in "ABCAB"]
    warm = Painter(FONTS.units)
    first = [warm.png(card) for card in cards]
    again = [warm.png(card) for card in reversed(cards)][::-1]
    cold = [Painter(FONTS.units).png(card) for card in cards]
    assert first == again == cold


def test_a_head_that_many_cards_share_is_drawn_once_and_leaves_no_trace(tmp_path: Path) -> None:
    """The shorter text stands before the longest: its pixels lie where the other one is drawn."""

    def card(ground: Mark, name: str, said: str) -> Scene:
        head = letter(name, 40, 10, 45, "#ffffff")
        body = letter(said, 60, 24, 60, "#ffdb6e")
        body = replace(body, lines=(replace(body.lines[0], text="the longest"),))
        return Scene(90, 70, (ground, head, logo, body, letter("I", 20, 70, 60, "#ffffff")))

    size = (0, 0, 90, 70)
    logo = replace(photo(tmp_path / "logo.png"), flat=True, box=(60, 5, 80, 15))
    grounds = (
        Fill("ground", size, "#b3361b"),
        Gradient("ground", size, "#a82b14", "#2b1f6b", 45),
        Gradient("ground", size, "#a82b14", "#2b1f6b", 90),
        replace(photo(tmp_path / "a.png"), box=size),
    )
    cards = [card(ground, name, c) for ground in grounds for name in "AB" for c in "ABA"]
    warm = Painter(FONTS.units)
    kept = [warm.png(one) for one in cards]
    assert kept == [Painter(FONTS.units).png(one) for one in cards]
    assert kept == [warm.png(one) for one in cards]
    for number in (0, 6, 12, 18):
        alone = opened(painted(90, 70, letter("A", 40, 10, 45)))
        places = [(x, y) for x in range(90) for y in range(70)]
        inked = [place for place in places if alone.getpixel(place) == (0, 0, 0)]
        both = opened(kept[number])
        assert inked
        assert all(both.getpixel(place)[1] > LIGHT for place in inked)  # type: ignore[index]
    drawn = Mock(wraps=stencils.text)
    with patch("toolkit.cards.paint.stencils.text", drawn):
        warm.png(cards[-2])
    assert [call.args[0].lines[0].text for call in drawn.call_args_list] == ["the longest", "I"]


def test_words_stand_at_half_a_pixel_and_letters_in_them_at_a_quarter() -> None:
    # The columns of ink weigh more to the right.
    def centre(x: float, inside: float = 0) -> float:
        image = opened(painted(40, 40, letter("I", 24, x, 30, inside=inside)))
        ink = [(px, 255 - image.getpixel((px, 22))[0]) for px in range(40)]  # type: ignore[index]
        return sum(px * dark for px, dark in ink) / sum(dark for _, dark in ink)

    assert centre(10.5) - centre(10) == pytest.approx(0.5, abs=0.08)
    assert centre(10, 0.25) - centre(10) == pytest.approx(0.25, abs=0.08)
    assert centre(10.5, 0.75) - centre(10) == pytest.approx(1.25, abs=0.08)
    assert centre(10.5) - centre(10) == pytest.approx(0.5, abs=0.08)


def test_a_smoothed_edge_counts_as_the_side_it_is_nearer_to() -> None:
    palette = Palette()
    ground = palette.index((255, 255, 255))
    steps = palette.steps(ground, (0, 0, 0))[:STEPS]
    top = steps[-1]
    assert [palette.stands_for[index] for index in steps] == [
        ground if 2 * place < STEPS - 1 else top for place in range(STEPS)
    ]


@given(st.lists(COLOURS, min_size=1, max_size=40), COLOURS)
def test_the_nearest_colour_is_the_first_of_those_least_far_off(
    colours: list[RGB], colour: RGB
) -> None:
    far = [distance(one, colour) for one in colours]
    assert nearest(colours, colour) == far.index(min(far))


def test_a_palette_never_has_more_colours_than_fit() -> None:
    palette = Palette()
    for value in range(300):
        assert palette.index((value % 256, value // 2, 7)) < 256
    assert len(palette.bytes()) == 768
