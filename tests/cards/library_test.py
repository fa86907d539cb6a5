"""Layouts and themes are data: a designer's file is merged, checked and placed to the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cards.samples import sample
from toolkit.cards.dress import dress
from toolkit.cards.fonts import load_fonts
from toolkit.cards.library import Library, load_library

if TYPE_CHECKING:
    from pathlib import Path

FONTS = load_fonts(packages=())


def loaded(folder: Path, **files: str) -> tuple[Library, list[str]]:
    """Write `layouts__name` and `themes__name` files and load them; return problems as text."""
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".yml")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    library, problems = load_library(folder)
    return library, [str(problem) for problem in problems]


def test_a_layout_can_extend_a_built_in_one(tmp_path: Path) -> None:
    text = 'extends: statement\nlayers:\n  campaign: {text: "Now: {campaign}"}\n'
    library, problems = loaded(tmp_path, layouts__shout=text)
    assert problems == []
    found = dress(sample("statement", "paper", "link", "en"), library=library, fonts=FONTS)
    layouts = {**library.layouts, "statement": library.layouts["shout"]}
    other = dress(
        sample("statement", "paper", "link", "en"),
        library=Library(layouts, library.themes),
        fonts=FONTS,
    )
    assert "campaign: “Free them all”" in str(found.scene)
    assert "campaign: “Now: Free them all”" in str(other.scene)


def test_a_theme_of_the_same_name_changes_the_built_in_one(tmp_path: Path) -> None:
    text = 'extends: ember\ncolours: {accent: "#00ff88"}\n'
    library, problems = loaded(tmp_path, themes__ember=text)
    before, _ = load_library()
    assert problems == []
    assert library.themes["ember"].shape.colours["accent"] == "#00ff88"
    assert library.themes["ember"].shape.colours["ink"] == "#fffaf3"
    assert library.themes["ember"].digest != before.themes["ember"].digest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'layers:\n  words: {txt: "{headline}"}\n',
            (
                'cards/layouts/x.yml:2:11: the name "txt" is not known here\n'
                '  hint: did you mean "text"?'
            ),
        ),
        (
            'layers:\n  words: {text: "{headlin}"}\n',
            (
                'cards/layouts/x.yml:2:17: there is no placeholder called "headlin"'
                '\n  hint: did you mean "headline"?'
            ),
        ),
        (
            'layers:\n  words: {text: "{headline}", colour: acent}\n',
            (
                'cards/layouts/x.yml:2:39: there is no colour called "acent"'
                '\n  hint: did you mean "accent"?'
            ),
        ),
        (
            "layers:\n  all: {stack: [word]}\n  words: {shape: disc}\n",
            (
                'cards/layouts/x.yml:2:17: there is no layer called "word"'
                '\n  hint: did you mean "words"?'
            ),
        ),
        (
            'layers:\n  words: {text: "a", shape: disc}\n',
            (
                'cards/layouts/x.yml:2:10: the layer "words" should be one of'
                " text, shape, picture, code, stack, row"
                '\n  hint: for example text: "{headline}"'
            ),
        ),
        (
            'layers:\n  words: {text: "a", box: {left: 3}}\n',
            (
                'cards/layouts/x.yml:2:28: the name "left" is not known here\n'
                "  hint: known here: start, end, top, bottom, width, height"
            ),
        ),
        (
            'layers:\n  words: {text: "a", max: 12px}\n',
            (
                'cards/layouts/x.yml:2:27: "12px" is not a length\n  hint: write 7% of the side, 3u'
                " (units of the format), or the name of a space of the theme"
            ),
        ),
        (
            "extends: statment\n",
            (
                'cards/layouts/x.yml:1:10: there is nothing called "statment" to extend'
                '\n  hint: did you mean "statement"?'
            ),
        ),
        (
            "extends: statement\nlayers:\n  a: {stack: [b]}\n  b: {row: [a]}\n",
            (
                'cards/layouts/x.yml:3:6: the layer "a" stands inside itself'
                "\n  hint: take it out of the stack or row that it holds"
            ),
        ),
        (
            'layers:\n  words: {text: "a", when: imag}\n',
            (
                'cards/layouts/x.yml:2:28: there is no placeholder called "imag"'
                '\n  hint: did you mean "image"?'
            ),
        ),
        (
            'layers:\n  all: {stack: [one], each: demand}\n  one: {text: "{item}"}\n',
            (
                'cards/layouts/x.yml:2:29: there is no list called "demand"'
                '\n  hint: did you mean "demands"?'
            ),
        ),
        (
            "layers:\n  photo: {picture: potrait}\n",
            (
                'cards/layouts/x.yml:2:20: there is no picture called "potrait"'
                '\n  hint: did you mean "portrait"?'
            ),
        ),
        (
            "extends: statement\nformats:\n  storry: {}\n",
            (
                'cards/layouts/x.yml:3:11: there is no format called "storry"'
                '\n  hint: did you mean "story"?'
            ),
        ),
    ],
)
def test_a_mistake_in_a_layout_is_placed_and_a_way_out_named(
    tmp_path: Path, text: str, said: str
) -> None:
    _, problems = loaded(tmp_path, layouts__x=text)
    assert problems == [said]


def test_mistakes_in_a_theme_are_placed(tmp_path: Path) -> None:
    text = "extends: paper\ncolours: {accent: red}\n"
    assert loaded(tmp_path, themes__x=text)[1] == [
        (
            'cards/themes/x.yml:2:19: "red" is not a colour'
            '\n  hint: write it in quotes, with six digits: "#c8371d"'
        )
    ]


def test_a_theme_needs_the_colours_that_layouts_count_on(tmp_path: Path) -> None:
    text = 'colours: {ground: "#ffffff", ink: "#000000", soft: "#333333"}\n'
    (problem,) = loaded(tmp_path, themes__x=text)[1]
    assert problem.startswith('cards/themes/x.yml:1:10: the colour "accent" is missing here')


def test_designs_that_extend_each_other_are_said_not_followed(tmp_path: Path) -> None:
    _, problems = loaded(tmp_path, layouts__a="extends: b\n", layouts__b="extends: a\n")
    assert len(problems) == 2
    assert "in a circle" in problems[0]


def test_a_logo_stays_beside_its_theme(tmp_path: Path) -> None:
    _, problems = loaded(tmp_path, themes__x="extends: paper\nlogo: ../../secret.png\n")
    assert problems == [
        (
            'cards/themes/x.yml:2:7: there is no file "../../secret.png" beside this theme'
            "\n  hint: put the logo into the same folder and write its name"
        )
    ]
