"""A scene can be read, and its digest changes exactly when the card would look different."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from toolkit.cards.glyphs import Line, Piece, Put, Run
from toolkit.cards.scene import Disc, Fill, Mark, Picture, Scene, Text, digest

PIECE = Piece("NotoSans-Bold", False, (36, 37), (0.0, 0.5375), (0.0, 0.0))  # noqa: FBT003
RUN = Run(40, (Put(PIECE, 0.0),))
WORDS = Text("headline", 10, 20, (Line("AB", (RUN,), 0, 30, 44.25),), "#ffffff")
SCENE = Scene(100, 60, (Fill("ground", (0, 0, 100, 60), "#b02f16"), WORDS))


def test_a_scene_reads_line_by_line() -> None:
    assert str(SCENE).splitlines() == [
        "100 × 60",
        "ground: fill 0,0 100×60 #b02f16 radius 0",
        "headline: “AB” at 10.0,50.0 44.2 wide, NotoSans-Bold 40, #ffffff",
    ]


def test_equal_scenes_have_equal_digests_and_other_fonts_give_another() -> None:
    assert digest(SCENE, "f") == digest(replace(SCENE), "f")
    assert digest(SCENE, "f") != digest(SCENE, "g")


def test_anything_that_is_drawn_differently_changes_the_digest() -> None:
    pieces = [
        PIECE._replace(gids=(36, 38)),
        PIECE._replace(xs=(0.0, 0.55)),
        PIECE._replace(ys=(0.0, 0.1)),
        PIECE._replace(font="NotoSans-Black"),
    ]
    runs = [*(Run(40, (Put(piece, 0.0),)) for piece in pieces), Run(40, (Put(PIECE, 0.1),))]
    line = WORDS.lines[0]
    others: list[Mark] = [
        replace(WORDS, colour="#fffffe"),
        replace(WORDS, x=11),
        *(replace(WORDS, lines=(replace(line, runs=(run,)),)) for run in runs),
        replace(WORDS, lines=(replace(line, runs=(replace(RUN, size=41),)),)),
        Disc("headline", 1, 2, 3, "#ffffff"),
    ]
    scenes = [SCENE, *(replace(SCENE, marks=(SCENE.marks[0], mark)) for mark in others)]
    scenes += [replace(SCENE, width=101), replace(SCENE, marks=SCENE.marks[::-1])]
    assert len({digest(scene, "f") for scene in scenes}) == len(scenes)


def test_a_picture_counts_by_its_content_not_by_its_place() -> None:
    here = Picture("photo", (0, 0, 9, 9), Path("a/one.jpg"), "12")
    there = replace(here, path=Path("b/two.jpg"))
    other = replace(here, sha256="34")
    digests = [digest(Scene(9, 9, (mark,)), "f") for mark in (here, there, other)]
    assert digests[0] == digests[1] != digests[2]
