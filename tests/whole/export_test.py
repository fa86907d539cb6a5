"""The way out of MkDocs: what is exported is built by another program, word for word."""

from __future__ import annotations

import importlib.util
import re
import sys
from html import unescape
from typing import TYPE_CHECKING

import pytest

from tests.whole import project

if TYPE_CHECKING:
    from pathlib import Path

HOST = """site_name: Elsewhere
site_url: https://example.org/
theme: {name: material, font: false}
markdown_extensions: [attr_list, md_in_html]
"""


@pytest.mark.skipif(
    importlib.util.find_spec("properdocs") is None,
    reason="properdocs is not installed; scripts/test.py installs it",
)
def test_another_host_builds_the_export_and_keeps_every_post(built: Path, tmp_path: Path) -> None:
    out = project.toolkit(built, "export", str(tmp_path / "docs"))
    (tmp_path / "properdocs.yml").write_text(HOST, encoding="utf-8")
    done = project.run(tmp_path, [sys.executable, "-m", "properdocs", "build"])

    assert out.returncode == 0, out.stderr
    assert done.returncode == 0, done.stderr
    ours, theirs = (
        posts((folder / "site/free-them-all/posts/index.html").read_text(encoding="utf-8"))
        for folder in (built, tmp_path)
    )
    assert len(ours) >= 8
    assert theirs == ours
    landing = "site/free-them-all/died-in-tenosique/index.html"
    assert (tmp_path / landing).read_bytes() == (built / landing).read_bytes()


def posts(html: str) -> list[str]:
    """Return what the copy buttons of a page hold."""
    return [unescape(text) for text in re.findall(r'data-tk-copy="([^"]*)"', html)]
