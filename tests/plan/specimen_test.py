"""The designer's live sheet: what was saved is seen first, and nothing is drawn twice."""

from __future__ import annotations

import json
import re
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.plan import small
from toolkit.cards import specimen
from toolkit.cards.render import FEW
from toolkit.pages.review import figure_id
from toolkit.plan.sheet import Live, pictures_of
from toolkit.plan.specimen import SpecimenRoom
from toolkit.plan.studio import renewals

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.cards.facts import Facts
    from toolkit.plan.looks import Look

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


def wanted(**names: tuple[str, ...]) -> specimen.Choice:
    return specimen.Choice(**{"layouts": ("statement",), "themes": ("paper",), **names})


def news(sheet: Path, name: str) -> Any:  # noqa: ANN401 - whatever is told
    """Return what a sheet tells the browser: the arguments of the call in one of its scripts."""
    script = (sheet.parent / "sheet-cards" / name).read_text(encoding="utf-8")
    call = re.fullmatch(r"\w+\((.*)\);\n", script)
    assert call
    return json.loads(f"[{call[1]}]")


def version_of(sheet: Path) -> str:
    found = re.search(r'let at = "(\w+)"', sheet.read_text(encoding="utf-8"))
    assert found
    return found[1]


def test_a_sheet_says_what_came_of_it_and_tells_the_mistake_while_there_is_one(
    root: Path, tmp_path: Path
) -> None:
    room, sheet = SpecimenRoom(root), Live(tmp_path / "sheet.html", guides=False)
    *_, said = renewals(room, wanted(), sheet)
    assert "20 cards" in said
    assert "still to be drawn" not in said

    save(root, "extends: statement\nlayers:\n  body: {colour: nowhere}\n")
    shown = sheet.path.read_bytes()
    complaint, goes_on = renewals(room, wanted(), sheet)
    assert "nowhere" in complaint
    assert "as it was" in goes_on
    assert sheet.path.read_bytes() == shown
    version, changed, says = news(sheet.path, "news.js")
    assert (changed, says) == ({}, [complaint])
    assert version_of(sheet.path) in news(sheet.path, "version.js")[1]

    save(root)
    *_, said = renewals(room, wanted(), sheet)
    later, changed, says = news(sheet.path, "news.js")
    assert len(changed) == 20
    assert says == []
    assert version in news(sheet.path, "version.js")[1], "a page with the complaint takes this"
    assert version_of(sheet.path) == later == news(sheet.path, "version.js")[0]


def test_a_browser_is_told_only_of_the_cards_that_look_otherwise(
    root: Path, tmp_path: Path
) -> None:
    room, sheet = SpecimenRoom(root), Live(tmp_path / "sheet.html", guides=False)
    both = wanted(layouts=("statement", "fact"), formats=("link", "story"))
    list(renewals(room, both, sheet))
    opened = version_of(sheet.path)
    save(root)
    list(renewals(room, both, sheet))
    version, changed, _ = news(sheet.path, "news.js")
    mine = {
        figure_id(f"statement, paper@{text}@{format_}")
        for text in ("short", "long", "right-to-left", "no-spaces")
        for format_ in ("link", "story")
    }
    assert changed.keys() == mine
    now, takes = news(sheet.path, "version.js")
    assert now == version
    assert opened in takes
    page = sheet.path.read_text(encoding="utf-8")
    assert all(figure in page for figure in changed.values())
    pictures = set(re.findall(r'<img src="([^"]+)"', page))
    assert {f"sheet-cards/{p.name}" for p in pictures_of(sheet.path).glob("*.png")} == pictures


def test_a_card_that_is_new_on_a_sheet_has_its_place_before_it_is_drawn(
    root: Path, tmp_path: Path
) -> None:
    room, sheet = SpecimenRoom(root), Live(tmp_path / "sheet.html", guides=False)
    first = next(iter(room.slices(room.library()[0], wanted(), lambda: True)))
    sheet.show(first.looks)
    page = sheet.path.read_text(encoding="utf-8")
    assert (page.count("<figure"), page.count("still to be drawn")) == (20, 19)


def test_helpers_draw_what_one_alone_would_draw_also_after_a_save(
    root: Path, tmp_path: Path
) -> None:
    other = small.project(tmp_path / "other")
    many = specimen.Choice(themes=("paper", "signal"), formats=("link",))
    with closing(SpecimenRoom(root, 2)) as two:
        before, _ = two.looks(two.library()[0], many)
        save(root)
        both, _ = two.looks(two.library()[0], many)
    save(other)
    with closing(SpecimenRoom(other)) as alone:
        one, _ = alone.looks(alone.library()[0], many)
    assert len(one) >= FEW, "fewer are drawn without help"
    assert facts_of(both) == facts_of(one) != facts_of(before)
    assert [p.read_bytes() for p in drawn(both)] == [p.read_bytes() for p in drawn(one)]


def facts_of(looks: dict[str, Look]) -> list[Facts | None]:
    return [look.facts for look in looks.values()]


def drawn(looks: dict[str, Look]) -> list[Path]:
    return [look.picture for look in looks.values() if look.picture]
