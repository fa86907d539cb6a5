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


def test_the_home_page_is_not_called_like_the_site_unless_the_writer_says_so() -> None:
    found = nav.compose(["index.md", "campaigns"], CAMPAIGNS, PAGES, "All campaigns")

    assert found == [{"All campaigns": "index.md"}, *CAMPAIGNS]
    assert nav.compose(None, [], ["index.md"], "All campaigns") == [{"All campaigns": "index.md"}]
    assert nav.compose([{"Start": "index.md"}], [], PAGES, "All campaigns") == [
        {"Start": "index.md"}
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
