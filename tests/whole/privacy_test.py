"""The built site names no other host as a source of anything, and its policy says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

LOADS = re.compile(
    r"""<(?:script|img|iframe|video|audio|source|embed|object|link(?=[^>]*rel=["']?(?:stylesheet|icon|preload|preconnect|dns-prefetch|manifest|modulepreload)))[^>]*?\b(?:src|href|data|srcset)=["']?((?:https?:)?//[^"'\s>]+)""",
    re.IGNORECASE,
)
CSS_LOADS = re.compile(r"(?:url\(|@import)\s*['\"]?((?:https?:)?//[^'\")\s]+)", re.IGNORECASE)


def test_no_page_loads_anything_from_another_host(built: Path) -> None:
    for page in (built / "site").rglob("*.html"):
        foreign = LOADS.findall(page.read_text(encoding="utf-8"))
        assert not foreign, f"{page}: {foreign}"


def test_no_style_loads_anything_from_another_host(built: Path) -> None:
    for sheet in (built / "site").rglob("*.css"):
        assert not CSS_LOADS.findall(sheet.read_text(encoding="utf-8")), sheet


def test_every_page_carries_a_policy_without_unsafe_and_without_hosts(built: Path) -> None:
    pages = list((built / "site").rglob("*.html"))
    assert pages
    for page in pages:
        policies = re.findall(
            r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"',
            page.read_text(encoding="utf-8"),
        )
        assert len(policies) == 1, page
        assert "default-src 'none'" in policies[0].replace("&#39;", "'")
        assert "unsafe" not in policies[0]
        assert "//" not in policies[0].replace("sha256-", "").split("'sha")[0]


@pytest.mark.parametrize("header", ["Referrer-Policy: no-referrer", "X-Content-Type-Options"])
def test_hosts_that_read_a_headers_file_get_one(built: Path, header: str) -> None:
    assert header in (built / "site/_headers").read_text(encoding="utf-8")
