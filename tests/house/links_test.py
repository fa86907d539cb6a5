"""A way that does not arrive is found, with the page and the line where it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from house.links import base_of, broken

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {
    "index.html": '<h1 id="top-of-it">Home</h1>\n<a href="posts/#two">Two</a>',
    "posts/index.html": '<p id="two">Two</p><a href="../">Home</a><img src="../a%20b.png">',
    "a b.png": "picture",
}


def site(folder: Path, **changed: str) -> Path:
    for name, text in {**PAGES, **changed}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_ways_that_arrive_are_not_spoken_of(tmp_path: Path) -> None:
    assert list(broken(site(tmp_path))) == []


@pytest.mark.parametrize(
    ("way", "missing"),
    [
        ('<a href="letters/">', "index.html:2: letters/ leads to no page"),
        ('<a href="posts/#three">', "index.html:2: posts/#three leads to no place"),
        ('<a href="#nowhere">', "index.html:2: #nowhere leads to no place"),
        ('<img src="c.png">', "index.html:2: c.png leads to no file"),
        ('<img srcset="a%20b.png 1x, d.png 2x">', "index.html:2: d.png leads to no file"),
        ('<link rel="manifest" href="/m.json">', "index.html:2: /m.json leads to no file"),
    ],
)
def test_a_way_that_does_not_arrive_is_named(tmp_path: Path, way: str, missing: str) -> None:
    made = site(tmp_path, **{"index.html": f"<p>\n{way}"})

    assert list(broken(made)) == [missing]


def test_other_hosts_mail_and_the_beginning_of_a_page_are_left_alone(tmp_path: Path) -> None:
    ways = ("https://x.example/none", "mailto:a@b.example", "tel:+1", "data:,", "#", "#top")
    made = site(tmp_path, **{"index.html": "".join(f'<a href="{way}">' for way in ways)})

    assert list(broken(made)) == []


def test_a_site_may_be_shown_below_a_path(tmp_path: Path) -> None:
    ways = (
        '<link rel="canonical" href="https://x.example/kit/"><a href="/kit/posts/"><a href="/out/">'
    )
    made = site(tmp_path, **{"index.html": ways})

    assert base_of(made) == "/kit/"
    assert list(broken(made, "/kit/")) == ["index.html:1: /out/ leads to no page of this site"]
