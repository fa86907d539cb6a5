"""Where taking part can put people at risk, the whole build asks for less and opens nothing."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from tests.plan import small

if TYPE_CHECKING:
    from pathlib import Path

MORE = """sensitive: true
accounts: [ministry]
related: []
"""
MINISTRY = """- id: ministry
  name: Ministry of Water
  role: target
  handles: {x: ministry_of_water}
"""


def dangerous(folder: Path) -> Path:
    root = small.project(folder)
    (root / "accounts.yml").write_text(MINISTRY, encoding="utf-8")
    file = root / "campaigns/river/campaign.yml"
    text = small.CAMPAIGN.replace("/about", "/about?from=kit#now") + MORE
    file.write_text(text, encoding="utf-8")
    small.edited(root, "the dam.", "the dam of @ministry_of_water.")
    return root


def pages_of(root: Path) -> dict[str, str]:
    """Return what people read of the campaign, by path."""
    plan = small.planned(root)
    rich = {page.page.path: page.page.body for page in plan.pages if "river/" in page.page.path}
    light = {name: body.decode() for name, body in plan.files.items() if name.endswith(".html")}
    return {name: unescape(html) for name, html in (rich | light).items()}


def test_nothing_opens_a_network_and_nobody_is_named_by_handle(tmp_path: Path) -> None:
    found = pages_of(dangerous(tmp_path))

    assert "river/first/index.html" in found
    for name, html in found.items():
        assert not re.search(r'class="tk-share"|tk-composer"|intent/|mailto:', html), name
        assert "ministry_of_water" not in html, name
    assert "the dam of Ministry of Water." in found["river/second/index.html"]
    assert "ministry_of_water" in "".join(pages_of(undo(tmp_path)).values())


def test_posts_say_what_taking_part_can_mean_and_their_links_point_at_nobody(
    tmp_path: Path,
) -> None:
    found = pages_of(dangerous(tmp_path))

    for name in ("river/first/index.html", "river/posts/", "es/river/"):
        assert re.search("Take care of yourself first|Primero, cuídate", found[name]), name
    assert 'href="https://example.org/about"' in found["river/"]
    assert "from=kit" not in "".join(found.values())


def undo(root: Path) -> Path:
    file = root / "campaigns/river/campaign.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("sensitive: true\n", ""), "utf-8")
    return root
