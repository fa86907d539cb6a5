"""Of the theme, pages of ours in the built site ask at once for nothing that they do not need."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LATER = re.compile(r"<template.*?</template>", re.DOTALL)
PROGRAM = re.compile(r'<script src="[^"]*/bundle\.\w+\.min\.js"')
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')


def pages(built: Path) -> dict[Path, tuple[str, str]]:
    """Return each page in the theme with all that is in it, and with what is asked for at once."""
    found = {path: path.read_text("utf-8") for path in (built / "site").rglob("*.html")}
    themed = {path: html for path, html in found.items() if 'class="md-header' in html}
    return {path: (html, LATER.sub("", html)) for path, html in themed.items()}


def test_the_program_waits_on_pages_of_ours_and_runs_on_all_others(built: Path) -> None:
    found = pages(built)
    waiting = {path for path, (_, once) in found.items() if not PROGRAM.search(once)}
    ours = {path for path, (html, _) in found.items() if re.search(r'class="tk[ "]', html)}

    assert waiting == ours
    assert built / "site/index.html" in ours, "also below words of one's own"
    assert built / "site/guide/first-campaign/index.html" not in ours
    for path in ours:
        assert len(PROGRAM.findall(found[path][0])) == 1, path


def test_every_style_is_where_a_page_says(built: Path) -> None:
    for path, (html, once) in pages(built).items():
        assert SHEET.search(once), path
        for href in SHEET.findall(html):
            assert (path.parent / href).is_file() or href.startswith("/"), (path, href)
