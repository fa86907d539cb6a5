"""On a site built as people build it, every way inside it arrives, down to places on pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from house.links import base_of, broken

if TYPE_CHECKING:
    from pathlib import Path


def test_every_way_inside_the_site_arrives(built: Path) -> None:
    assert list((built / "site").rglob("*.html"))
    assert base_of(built / "site") == "/kit/"
    assert list(broken(built / "site", "/kit/")) == []
