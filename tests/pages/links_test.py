"""Every way from one page to another arrives."""

from __future__ import annotations

import functools
import posixpath
from dataclasses import replace
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.site import everything, extras, stocked
from tests.pages import samples
from tests.pages.markdown_test import read
from toolkit import pages
from toolkit.pages import paths


@functools.cache
def sources() -> dict[str, str]:
    """Return every page of the sample site: its path and its HTML."""
    rich, landings = everything(samples.SITE)
    return {p.path: p.body for p in rich} | {p.path: p.html for p in landings}


@functools.cache
def ids() -> dict[str, set[str]]:
    """Return the anchors of each page."""
    return {
        path: {g["id"] or "" for _, g in read(html).tags if "id" in g}
        for path, html in sources().items()
    }


@functools.cache
def files() -> set[str]:
    cards = {c.path for v in samples.views() for c in v.cards}
    made = (*extras(samples.SITE), *stocked(samples.SITE).files)
    return {samples.COVER.path, pages.icon().path, *cards, *sources(), *made}


@pytest.mark.parametrize("path", sources())
def test_every_internal_link_leads_to_a_page_or_file_and_to_its_place_there(path: str) -> None:
    known = files()
    for _, given in read(sources()[path]).tags:
        target = given.get("href") or given.get("src") or ""
        if urlsplit(target).scheme or not target:
            continue
        way, _, anchor = unquote(target).partition("#")
        there = posixpath.normpath(posixpath.join("/" + path, way))[1:]
        page = f"{there}/" if there else ""
        assert there in known or page in known, f"{path} leads to {target}"
        assert not anchor or anchor in ids()[page], f"{path} leads to {target}"


def test_the_first_language_lives_at_the_root_and_others_beside_it() -> None:
    assert paths.home(samples.SITE, "en") == ""
    assert paths.landing(samples.SITE, "ja", "free", "one") == "ja/free/one/"
    assert paths.posts(samples.SITE, "en", "free") == "free/posts/"


@pytest.mark.parametrize(
    ("source", "target", "way"),
    [
        ("", "", "./"),
        ("", "es/", "es/"),
        ("free/", "", "../"),
        ("free/posts/", "free/one/", "../one/"),
        ("free/one/", "free/one/", "./"),
        ("es/free/one/", "cards/a b.png", "../../../cards/a%20b.png"),
    ],
)
def test_ways_are_relative(source: str, target: str, way: str) -> None:
    assert paths.link(samples.SITE, source, target) == way


def test_without_directory_urls_links_name_the_file() -> None:
    site = replace(samples.SITE, directory_urls=False)

    assert paths.link(site, "free/", "free/posts/") == "posts/index.html"
    assert paths.link(site, "free/", "free/", "one") == "./index.html#one"
    assert paths.absolute(site, "es/") == "https://voces.example/kit/es/index.html"


def test_a_language_without_a_tree_leads_back_to_the_first_language() -> None:
    view = next(v for v in samples.views() if v.language == "ja")
    (page,) = pages.landings(samples.SITE, [view])

    assert page.path == "ja/free-them-all/tenosique/"
    assert 'href="../../../free-them-all/posts/"' in page.html
