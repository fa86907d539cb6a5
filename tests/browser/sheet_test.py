"""The designer's sheet in a browser: what is new is put on the open page, which stays put."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.plan import small
from toolkit.cards.specimen import Choice
from toolkit.pages.review import figure_id
from toolkit.plan.sheet import Live
from toolkit.plan.specimen import SpecimenRoom
from toolkit.plan.studio import renewals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
CHOICE = Choice(layouts=("fact", "statement"), themes=("paper",), formats=("story",))
RENAMED = "extends: statement\nlayers:\n  body: {align: end}\n"
MINE, OTHER = (f"#{figure_id(f'{name}, paper@short@story')}" for name in ("statement", "fact"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small.project(tmp_path / "project")


@pytest.fixture
def renew(root: Path) -> Iterator[Callable[[str], Path]]:
    """Return what saves the layout of statements, brings the sheet up to date and names it."""
    live = Live(root / "sheet.html", guides=False)
    layout = root / "cards" / "layouts" / "statement.yml"
    layout.parent.mkdir(parents=True)
    with closing(SpecimenRoom(root)) as room:

        def saved(text: str) -> Path:
            layout.write_text(text, encoding="utf-8")
            list(renewals(room, CHOICE, live))
            return live.path

        yield saved


@pytest.fixture
def page(browser: Browser, renew: Callable[[str], Path]) -> Iterator[Page]:
    sheet = renew("extends: statement\n")
    with closing(browser.new_context(viewport={"width": 1280, "height": 800})) as context:
        page = context.new_page()
        page.goto(sheet.as_uri())
        page.evaluate("globalThis.still = true")
        yield page


def source(page: Page, figure: str) -> str | None:
    return page.locator(f"{figure} img").get_attribute("src")


def test_a_saved_layout_is_shown_on_the_page_that_is_open(
    page: Page, renew: Callable[[str], Path]
) -> None:
    before, other = source(page, MINE), source(page, OTHER)
    renew(RENAMED)
    image = page.locator(f"{MINE} img")
    expect(image).not_to_have_attribute("src", before or "")
    assert source(page, OTHER) == other
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1080
    now = source(page, MINE)
    assert page.evaluate("globalThis.still"), "it was loaded again"
    page.reload()
    assert source(page, MINE) == now


def test_a_mistake_is_said_on_the_sheet_until_it_is_mended(
    page: Page, renew: Callable[[str], Path]
) -> None:
    before = source(page, MINE)
    renew("extends: statement\nlayers:\n  body: {colour: nowhere}\n")
    expect(page.get_by_role("status")).to_contain_text("cards/layouts/statement.yml:3:18")
    assert source(page, MINE) == before
    renew(RENAMED)
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.locator(f"{MINE} img")).not_to_have_attribute("src", before or "")
    assert page.evaluate("globalThis.still"), "it was loaded again"


def test_a_card_that_cannot_be_drawn_any_more_is_counted(
    page: Page, renew: Callable[[str], Path]
) -> None:
    renew("extends: statement\nlayers:\n  body: {min: 90u, max: 95u}\n")
    expect(page.locator(f"{MINE} .fault")).to_contain_text("too wide")
    expect(page.locator("#broken")).to_have_text("4 could not be drawn")
    renew(RENAMED)
    expect(page.locator(f"{MINE} img")).to_be_visible()
    expect(page.locator("#broken")).to_be_empty()


@pytest.mark.parametrize(
    ("switch", "mark"), [("boxes", "box"), ("baselines", "base"), ("what apps cover", "safe")]
)
def test_each_switch_shows_its_own_guides(page: Page, switch: str, mark: str) -> None:
    for name in ("box", "base", "safe"):
        expect(page.locator(f"{MINE} .{name}").first).to_be_hidden()
    page.get_by_label(switch).check()
    for name in ("box", "base", "safe"):
        shown = page.locator(f"{MINE} .{name}").first
        assert shown.evaluate("mark => getComputedStyle(mark).visibility") == (
            "visible" if name == mark else "hidden"
        )
