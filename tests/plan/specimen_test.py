"""The designer's live sheet: what was saved is seen first, and nothing is drawn twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plan import small
from toolkit.cards import specimen
from toolkit.plan.choice import Choice
from toolkit.plan.specimen import SpecimenRoom
from toolkit.plan.studio import renewals

if TYPE_CHECKING:
    from pathlib import Path

CHOICE = specimen.Choice(layouts=("fact", "statement"), themes=("paper",), texts=("short",))
SAVED = "extends: statement\nlayers:\n  body: {align: end}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small.project(tmp_path / "project")


def save(root: Path, text: str = SAVED) -> None:
    folder = root / "cards" / "layouts"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "statement.yml").write_text(text, encoding="utf-8")


def test_a_saved_layout_is_shown_card_by_card_and_the_rest_as_it_was(root: Path) -> None:
    room = SpecimenRoom(root)
    before, _ = room.looks(room.library()[0], CHOICE)
    save(root)
    slices = list(room.slices(room.library()[0], CHOICE, lambda: True))
    assert [left for _, left, _ in slices] == [4, 3, 2, 1, 0]
    for looks, left, _ in slices:
        assert looks.keys() == before.keys()
        new = [name for name, look in looks.items() if look.picture != before[name].picture]
        assert len(new) == 5 - left
        assert all(name.startswith("statement, paper@") for name in new)
    first = slices[0].looks
    assert first["statement, paper@short@link"] != before["statement, paper@short@link"]


def test_whoever_has_patience_sees_all_at_once_and_again_nothing_new(root: Path) -> None:
    room = SpecimenRoom(root)
    library = room.library()[0]
    assert [left for _, left, _ in room.slices(library, CHOICE, lambda: False)] == [0]
    (again,) = room.slices(library, CHOICE, lambda: True)
    assert (len(again.looks), again.waiting) == (10, 0)


def test_a_card_whose_file_is_gone_is_drawn_anew(root: Path) -> None:
    room = SpecimenRoom(root)
    library = room.library()[0]
    look = room.looks(library, CHOICE)[0]["fact, paper@short@link"]
    assert look.picture
    look.picture.unlink()
    assert room.looks(library, CHOICE)[0]["fact, paper@short@link"] == look
    assert look.picture.is_file()


def test_a_sheet_says_what_came_of_it_and_stays_while_a_design_has_a_mistake(
    root: Path, tmp_path: Path
) -> None:
    room, sheet = SpecimenRoom(root), tmp_path / "sheet.html"
    wanted = Choice(layouts=("statement",), themes=("paper",))
    *_, said = renewals(room, wanted, sheet, guides=False)
    assert "20 cards" in said
    assert "still to be drawn" not in said
    save(root, "extends: statement\nlayers:\n  body: {colour: nowhere}\n")
    shown = sheet.read_bytes()
    complaint, goes_on = renewals(room, wanted, sheet, guides=False)
    assert "nowhere" in complaint
    assert "as it was" in goes_on
    assert sheet.read_bytes() == shown
