"""The navigation puts campaigns where the writer wants them and never leads to a missing page."""

from __future__ import annotations

from toolkit.mkdocs_plugin import nav

CAMPAIGNS = [{"Free them all": ["free/index.md", "free/posts.md"]}]
PAGES = ["index.md", "about.md", "guide/start.md", "free/index.md", "free/posts.md"]


def test_without_a_nav_home_comes_first_then_campaigns_then_the_rest() -> None:
    assert nav.compose(None, CAMPAIGNS, PAGES) == [
        "index.md",
        *CAMPAIGNS,
        "about.md",
        "guide/start.md",
    ]


def test_the_word_campaigns_stands_for_all_of_them() -> None:
    written = ["index.md", "campaigns", {"Guide": ["guide/start.md"]}]

    assert nav.compose(written, CAMPAIGNS, PAGES) == [
        "index.md",
        *CAMPAIGNS,
        {"Guide": ["guide/start.md"]},
    ]


def test_pages_that_are_not_there_in_this_language_are_left_out_with_their_headings() -> None:
    written = ["index.md", {"Guide": [{"Start": "guide/missing.md"}]}, {"Code": "https://x.org"}]

    assert nav.compose(written, [], PAGES) == ["index.md", {"Code": "https://x.org"}]


def test_the_front_page_is_called_home_unless_the_writer_calls_it_something() -> None:
    named = [{"Start here": "index.md"}, "about.md"]

    written = ["index.md", "about.md"]
    assert nav.compose(written, [], PAGES, "Home") == [{"Home": "index.md"}, "about.md"]
    assert {"Inicio": "index.md"} in (nav.compose(None, [], PAGES, "Inicio") or [])
    assert nav.compose(named, [], PAGES, "Home") == named
