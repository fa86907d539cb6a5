"""A mkdocs.yml that leaves us out is a sentence that says what to add, not a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config

from toolkit.mkdocs_plugin import SiteError, build_site, site_options
from toolkit.mkdocs_plugin.options import build_options

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize("button", [site_options, build_site])
def test_a_site_without_our_plugin_is_told_what_to_add(
    tmp_path: Path, button: Callable[[Path], object]
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: River\n", encoding="utf-8")
    with pytest.raises(SiteError, match=r"add to it: plugins: \[search, toolkit\]$"):
        button(tmp_path)

    added = "site_name: River\nplugins: [search, toolkit]\n"
    (tmp_path / "mkdocs.yml").write_text(added, encoding="utf-8")
    assert site_options(tmp_path).languages == ()


def test_while_it_is_served_cards_say_where_the_site_will_be(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    written = "site_name: River\nsite_url: https://river.example/kit\nplugins: [search, toolkit]\n"
    (tmp_path / "mkdocs.yml").write_text(written, encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.site_url = "http://127.0.0.1:8000/"

    served = build_options(config, [], 1, serving=True)

    assert served.site_url == "http://127.0.0.1:8000/"
    assert served.printed_url == "https://river.example/kit/"
    assert build_options(config, [], 1).printed_url == "http://127.0.0.1:8000/"
