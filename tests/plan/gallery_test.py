"""The published gallery shows every design that can be named, and nothing that cannot."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from tests.plan import small
from toolkit.cards.library import load_library
from toolkit.plan import build

if TYPE_CHECKING:
    from pathlib import Path


def test_every_layout_is_shown_in_every_theme_by_pictures_that_are_there(tmp_path: Path) -> None:
    plan = build(small.project(tmp_path), replace(small.OPTIONS, gallery=True))

    (page,) = (p.page for p in plan.pages if p.page.source == "gallery/index.md")
    library = load_library()[0]
    for layout in library.layouts.keys() - {"base"}:
        assert page.body.count(f'<section class="tk-section" id="{layout}">') == 1
        assert f'href="#{layout}"' in page.body, "the page is long"
        assert escape(library.layouts[layout].shape.about) in page.body
        for theme in library.themes:
            assert f"{layout} in {theme}" in page.body, (layout, theme)
            assert f"gallery/{layout}-{theme}-portrait" in "".join(plan.pictures)
    shown = [name for name in plan.pictures if name.startswith("gallery/")]
    assert all(name.removeprefix("gallery/") in page.body for name in shown)
    assert all(plan.pictures[name].stat().st_size < 40_000 for name in shown)
    assert "gallery/index.md" not in str(plan.navigation("en"))
