"""What the designers' guide shows can be typed in as it stands, and it leaves nothing out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.whole.drawing import problems_of
from toolkit.cards.library import load_library
from toolkit.cards.request import MADE, PLACEHOLDERS
from toolkit.cards.shapes import LayerShape, ThemeShape

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
FENCE = re.compile(r'^```yaml title="([^"\n]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
LIBRARY, _ = load_library()
WALK = (GUIDE / "designing-cards.md").read_text("utf-8")
WORDS = (GUIDE / "layouts-and-themes.md").read_text("utf-8")
ROWS = {row.split("`")[1]: row for row in WORDS.splitlines() if row.startswith("| `")}


def test_the_walk_can_be_typed_in_and_its_cards_have_nothing_to_mend(tmp_path: Path) -> None:
    files = dict(FENCE.findall(WALK))
    campaign = "title: Save the river\nlanguages: [en]\nlink: https://example.org/\n"
    files["campaigns/save-the-river/campaign.yml"] = campaign
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert [str(p) for p in problems_of(tmp_path) if p.rule != "unknown-handle"] == []
    assert len(list((tmp_path / ".toolkit" / "cards" / "drawn").rglob("*.png"))) == 6


@pytest.mark.parametrize("name", [n for n in LIBRARY.layouts if n != "base"])
def test_every_layout_is_in_the_table_with_what_it_needs(name: str) -> None:
    needs = LIBRARY.layouts[name].shape.needs or []
    assert f"| {', '.join(needs)} |" in ROWS[name]


def test_every_theme_placeholder_and_key_is_explained() -> None:
    assert set(LIBRARY.themes) <= set(ROWS)
    for name in {*PLACEHOLDERS, *MADE}:
        assert f"{{{name}}}" in WORDS, name
    for key in {*LayerShape.model_fields, *ThemeShape.model_fields} - {"about", "extends"}:
        assert f"`{key}`" in WORDS, key
