"""While a design is drawn, what is wrong with it is told at its line, and the sheet goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plan import small
from toolkit.plan import build
from toolkit.plan.choice import Choice
from toolkit.plan.press import press
from toolkit.plan.studio import watch

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.plan.studio import Said

PALE = 'extends: paper\ncolours:\n  soft: "#b9b2a4"\n'
MISSPELT = "extends: paper\nlayers:\n  edge: {colour: acent}\n"
WANTED = {"layouts": ("statement",), "themes": ("own",), "formats": ("link",)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small.project(tmp_path / "project")


def theme(root: Path, text: str) -> None:
    path = root / "cards/themes/own.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def sheet(root: Path) -> Said:
    return press(root, small.OPTIONS, print, sheet=root / "sheet.html", **WANTED)  # type: ignore[arg-type]


def test_a_misspelt_colour_is_told_at_its_line_and_nothing_is_drawn(root: Path) -> None:
    theme(root, MISSPELT)
    said = sheet(root)
    assert said.failed
    assert [str(problem.place) for problem in said.problems] == ["cards/themes/own.yml:3:18"]
    assert not (root / "sheet.html").exists()


def test_a_pale_colour_is_told_where_the_theme_says_it_once_for_all_cards(root: Path) -> None:
    theme(root, PALE)
    said = sheet(root)
    assert not said.failed
    (problem,) = said.problems
    assert str(problem).startswith("cards/themes/own.yml:3:9: warning: card 1200x630: #b9b2a4 on ")
    assert (root / "sheet.html").exists()


def test_who_looked_at_a_card_is_still_told_by_the_build_what_to_mend(root: Path) -> None:
    theme(root, PALE)
    small.edited(root, "- id: first", "- id: first\n  card: {theme: own}")
    press(root, small.OPTIONS, print, only=("first",), out=root / "out")
    assert any("#b9b2a4" in str(problem) for problem in small.planned(root).problems)


def test_a_build_tells_a_misspelt_colour_and_what_is_wrong_with_other_cards_too(root: Path) -> None:
    theme(root, MISSPELT)
    small.edited(root, "- id: first", "- id: first\n  card: {theme: own}")
    small.edited(root, "- id: second", "- id: second\n  card: {headline: 𒀀}")
    plan = build(root, small.OPTIONS)
    assert plan.failed
    told = [str(problem) for problem in plan.problems]
    assert any(line.startswith("cards/themes/own.yml:3:18") for line in told)
    assert any("U+12000" in line for line in told)


def test_a_watched_sheet_waits_for_a_mistake_to_be_mended(root: Path) -> None:
    theme(root, MISSPELT)
    told: list[str] = []

    def say(line: str) -> None:
        told.append(line)
        if line.endswith("it goes on"):
            theme(root, PALE)
        if "4 cards, " in line and "still to be drawn" not in line:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        watch(root, small.OPTIONS, Choice(**WANTED), root / "sheet.html", say, guides=False)
    assert told[1].startswith("cards/themes/own.yml:3:18")
    assert any(line.startswith("cards/themes/own.yml:3:9: warning") for line in told)
