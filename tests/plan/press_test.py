"""What `toolkit cards` does: draw some, put them on a sheet, compare with what was."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.plan import small
from toolkit.plan.choice import AskedWronglyError
from toolkit.plan.press import press

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.plan.studio import Said

THEME = 'extends: ember\ncolours: {accent: "#00ff00"}\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small.project(tmp_path / "project")


def done(root: Path, **told: object) -> Said:
    return press(root, small.OPTIONS, print, **told)  # type: ignore[arg-type]


def git(root: Path, *arguments: str) -> None:
    own = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *own, *arguments], cwd=root, check=True, capture_output=True)


def committed(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", "campaigns", "hashtags.yml")
    git(root, "commit", "-qm", "one")


def test_only_what_is_asked_for_is_drawn_and_named(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    said = done(root, only=("first",), formats=("square",), languages=("es",), out=out)

    assert said.lines == (str(out / "river/first-es@1080x1080.png"),)
    with Image.open(said.lines[0]) as image:
        assert image.size == (1080, 1080)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"only": ("frist",)}, 'there is no post "frist"; did you mean "first"?'),
        ({"formats": ("squar",)}, 'no format "squar"; did you mean "square"?'),
        ({"languages": ("xx",)}, 'no language "xx"; there are: en, es'),
        ({"themes": ("embr",)}, 'no theme "embr"; did you mean "ember"?'),
        ({"layouts": ("nothing",)}, 'no layout "nothing"; there are:'),
        ({"guides": True}, "need --contact-sheet"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(
    root: Path, told: dict[str, object], words: str
) -> None:
    with pytest.raises(AskedWronglyError, match=re.escape(words)):
        done(root, **told)


def test_a_sheet_shows_every_text_of_a_layout_with_its_guides(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "sheet.html"

    said = done(root, sheet=file, layouts=("statement",), formats=("story",), guides=True)

    page = file.read_text(encoding="utf-8")
    assert said.lines[0].startswith(str(file))
    for text in ("short", "long", "right-to-left", "no-spaces"):
        assert f"story, {text}" in page
    assert 'class="safe" y="0" width="1080" height="250"' in page
    assert 'class="base"' in page
    shown = set(re.findall(r'src="([^"]+)"', page))
    assert shown
    assert all((tmp_path / name).is_file() for name in shown)


def test_a_sheet_of_posts_marks_what_was_made_by_hand(root: Path, tmp_path: Path) -> None:
    (root / "cards/river").mkdir(parents=True)
    Image.new("RGB", (1080, 1080)).save(root / "cards/river/first@1080x1080.png")
    file = tmp_path / "sheet.html"

    done(root, sheet=file, only=("first",), languages=("en",))

    assert file.read_text(encoding="utf-8").count('<span class="hand">made by hand') == 1


def test_a_sheet_can_be_one_picture(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "sheet.png"

    done(root, sheet=file, only=("first",), guides=True)

    with Image.open(file) as image:
        assert image.width > 1600


def test_a_sheet_keeps_to_its_own_pictures(root: Path, tmp_path: Path) -> None:
    file, mine = tmp_path / "sheet.html", tmp_path / "sheet-cards/mine.png"
    done(root, sheet=file, only=("first",))
    mine.write_bytes(b"mine")
    before = set(mine.parent.iterdir())

    done(root, sheet=file, only=("first",), formats=("link",))

    assert mine.read_bytes() == b"mine"
    assert set(mine.parent.iterdir()) < before


def test_a_changed_word_and_a_changed_colour_are_named_since_a_revision(
    root: Path, tmp_path: Path
) -> None:
    committed(root)
    page = tmp_path / "diff.html"
    assert done(root, against="HEAD", page=page).lines == (f"{page}: 0 of 17 cards changed",)

    small.edited(root, "everybody", "us")
    (root / "cards/themes").mkdir(parents=True)
    (root / "cards/themes/ember.yml").write_text(THEME, encoding="utf-8")
    said = done(root, against="HEAD", page=page, only=("first",), languages=("en",))

    assert said.lines == (f"{page}: 5 of 5 cards changed",)
    html = page.read_text(encoding="utf-8")
    assert "“The river belongs to everybody.” → “The river belongs to us.”" in html
    assert "colour #ffdb6e → #00ff00" in html
    assert html.count("<section") == 1, "the same happened to all five"
    assert "<summary>4 more</summary>" in html
    assert not re.findall(r'(?:src|href)="(?!data:)', html), "one file, to be sent around"


def test_a_folder_of_older_cards_and_another_project_can_be_compared_with(
    root: Path, tmp_path: Path
) -> None:
    old, page = tmp_path / "old", tmp_path / "diff.html"
    other = small.project(tmp_path / "other")
    done(root, out=old)
    small.edited(root, "- id: second", "- id: third")

    assert (
        done(root, against=str(old), page=page)
        .lines[0]
        .endswith("10 of 22 cards changed, in 2 ways")
    )
    assert (
        done(root, against=str(other), page=page)
        .lines[0]
        .endswith("10 of 22 cards changed, in 2 ways")
    )
    html = page.read_text(encoding="utf-8")
    assert html.count("<h2>5 cards</h2>\n<ul><li>new: ") == 1
    assert html.count("<h2>5 cards</h2>\n<ul><li>gone: ") == 1


@pytest.mark.parametrize(
    "revision",
    ["--output=stolen", "-h", "", "no-such-branch", "HEAD; touch stolen", "HEAD:campaigns", "a\nb"],
)
def test_what_is_no_revision_is_refused_and_nothing_is_run(root: Path, revision: str) -> None:
    committed(root)

    with pytest.raises(AskedWronglyError, match=r"revision|no folder"):
        done(root, against=revision)

    assert not list(root.rglob("stolen"))


def test_outside_of_git_a_revision_is_refused(root: Path) -> None:
    with pytest.raises(AskedWronglyError):
        done(root, against="HEAD")


@pytest.mark.parametrize(
    "index",
    [
        "[]",
        "{",
        '{"a": {"file": "../../x", "format": "link", "design": "", "facts": ""}}',
        '{"a": 1}',
    ],
)
def test_a_folder_that_says_nonsense_is_refused(root: Path, tmp_path: Path, index: str) -> None:
    (tmp_path / "cards.json").write_text(index, encoding="utf-8")

    with pytest.raises(AskedWronglyError, match="holds no cards"):
        done(root, against=str(tmp_path))
