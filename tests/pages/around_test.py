"""From every page there is a way to the rest of the site, in its readers' own words and places."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pages import samples
from toolkit import pages
from toolkit.pages.frame import frame
from toolkit.pages.places import place_of
from toolkit.pages.templating import render
from toolkit.pages.wording import wording

HERE = Path(__file__).parents[2]
TEMPLATES = HERE / "toolkit/pages/templates"
OVERRIDES = TEMPLATES / "overrides"


@pytest.mark.parametrize(
    ("zone", "language", "place"),
    [
        ("America/Mexico_City", "en", "Mexico City"),
        ("America/Mexico_City", "es", "Ciudad de México"),
        ("America/Mexico_City", "ar", "مكسيكو سيتي"),
        ("America/New_York", "pt-AO", "Nova Iorque"),
        ("Asia/Kolkata", "de", "Kalkutta"),
        ("Asia/Calcutta", "de", "Kalkutta"),
        ("America/Argentina/Buenos_Aires", "en", "Buenos Aires"),
        ("America/New_York", "xx", "New York"),
        ("Europe/Berlin", "es-x-plain", "Berlín"),
    ],
)
def test_a_zone_is_named_after_a_place_as_its_readers_call_it(
    zone: str, language: str, place: str
) -> None:
    assert place_of(zone, language) == place


@pytest.mark.parametrize(
    ("language", "number", "listed"),
    [("en", "12,480", "A, b"), ("de", "12\u202f480", "A, b"), ("ar", "12,480", "A، b")],
)
def test_numbers_and_lists_are_parted_as_the_language_parts_them(
    language: str, number: str, listed: str
) -> None:
    words, _ = wording(language)

    assert words.number(12_480) == number
    assert words.listed(("A", "", "b")) == listed


def test_every_page_of_ours_says_what_it_keeps_and_where_that_is_written_out() -> None:
    ended = {"hidden", "parts"}
    whole = [
        p
        for p in TEMPLATES.glob("*.html")
        if p.read_text("utf-8").startswith(('<div class="tk ', "<!doctype"))
    ]
    names = {p.stem for p in whole} - ended - {"privacy", "whole", "sheet", "difference"}

    assert len(names) > 10
    for path in (p for p in whole if p.stem in names):
        text = path.read_text("utf-8")
        assert "bottom.html" in text or "page.privacy" in text, path.name


def test_what_stands_around_pages_is_said_in_every_language() -> None:
    for language in ("en", "es", "fr", "pt", "ar", "de", "ja"):
        said = pages.surrounding(language)
        asked = re.findall(
            r"words\.(\w+)", "".join(p.read_text("utf-8") for p in OVERRIDES.glob("*.html"))
        )
        assert set(asked) == set(said)
        assert all(said.values())
    assert pages.surrounding("es")["lost_home"] == "Ver todas las campañas"


def test_a_menu_calls_a_page_by_what_is_done_there() -> None:
    page = pages.posts(samples.SITE, samples.CAMPAIGN, "es", samples.views())

    assert page.label == "Publicaciones"
    assert page.title.startswith("Publicaciones: ")


def test_an_own_language_lies_open_in_a_kit_and_others_are_folded_away() -> None:
    site, campaign = samples.SITE, samples.CAMPAIGN
    zips = [
        pages.Download("cards", "downloads/a.zip", "a.zip", 9_000, tag)
        for tag in ("en", "es", "ar")
    ]
    sheet = pages.Download("posters", "downloads/p.pdf", "p.pdf", 9_000, "es", "Letter")
    html = pages.kit(site, campaign, "es", [*zips, sheet], None).body

    shelves = re.findall(r"<details class=\"tk-more tk-shelf\"( open)?>.*?<bdi[^>]*>([^<]*)<", html)
    assert shelves[0] == (" open", "Español")
    assert [opened for opened, _ in shelves[1:]] == ["", ""]
    assert html.count("Cada archivo trae") == 1
    assert "Carteles, Carta" in html


def test_the_way_to_privacy_leads_through_the_pages_own_tree() -> None:
    page = frame(samples.SITE, "es", "es/free-them-all/")

    assert 'href="../privacy/">Tu privacidad<' in render("bottom.html", page=page)
