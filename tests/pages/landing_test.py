"""Landing pages are light, whole and allow nothing but themselves."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from dataclasses import replace
from html import unescape

import pytest

from tests.pages import samples
from tests.pages.markdown_test import read
from toolkit import pages
from toolkit.pages.assets import squeezed

KB = 1000
ALL = {p.path: p for p in pages.landings(samples.SITE, samples.views())}


def digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@pytest.mark.parametrize("path", ALL)
def test_a_landing_page_weighs_less_than_15_kb(path: str) -> None:
    assert len(gzip.compress(ALL[path].html.encode(), mtime=0)) < 15 * KB


def test_each_part_of_a_thread_is_numbered_and_copied_by_itself() -> None:
    html = unescape(ALL["free-them-all/health/"].html)
    (thread,) = (view for view in samples.views() if view.thread)

    many = len(thread.parts)
    assert re.findall(r'<p class="tk-label">Part (\d) of (\d)<', html) == [
        (str(n), str(many)) for n in range(1, many + 1)
    ]
    copied = re.findall(r'data-tk-copy="([^"]*)" data-tk-did="Part (\d)', html)
    assert copied == [(part, str(n)) for n, part in enumerate(thread.thread, 2)]
    assert re.findall(r'"tk-idle">Copy part (\d)<', html) == [str(n + 1) for n in range(many)]
    assert re.findall(r"Then come back for part (\d)\.", html) == [
        str(n + 1) for n in range(1, many)
    ]


@pytest.mark.parametrize("path", ALL)
def test_its_policy_allows_its_own_style_and_script_and_nothing_else(path: str) -> None:
    html = ALL[path].html
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)

    assert unescape(policy).split("; ") == [
        "default-src 'none'",
        f"style-src '{digest(style)}'",
        f"script-src 'self' '{digest(script)}'",
        "connect-src 'self'",
        "img-src 'self' blob:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


@pytest.mark.parametrize("path", ALL)
def test_nothing_in_it_is_styled_or_scripted_by_attribute(path: str) -> None:
    for tag, given in read(ALL[path].html).tags:
        assert "style" not in given, tag
        assert not [name for name in given if name.startswith("on")], tag


def test_each_language_runs_in_its_direction() -> None:
    assert '<html lang="ar" dir="rtl">' in ALL["ar/free-them-all/tenosique/"].html
    assert '<html lang="ja" dir="ltr">' in ALL["ja/free-them-all/tenosique/"].html


def test_the_next_post_follows_and_after_the_last_comes_the_first() -> None:
    last = list(samples.HARD)[-1]

    assert 'href="../health/">Next post' in ALL["free-them-all/tenosique/"].html
    assert 'href="../tenosique/">Next post' in ALL[f"free-them-all/{last}/"].html
    assert "Otra publicación" not in ALL["es/free-them-all/tenosique/"].html


def test_only_links_that_may_stand_on_a_page_do() -> None:
    bad = pages.ShareLink("evil", "Evil", "javascript:alert(1)")
    view = replace(samples.views()[0], shares=(bad,))

    html = next(iter(pages.landings(samples.SITE, [view]))).html

    assert "javascript:" not in html


def test_a_campaign_theme_brings_its_colour() -> None:
    site = replace(samples.SITE, accents=(("ocean", "#005f8a"),))
    campaign = replace(samples.CAMPAIGN, theme="ocean")
    view = samples.view(campaign, campaign.posts[0], "en")

    assert "--tk-accent:#005f8a" in next(iter(pages.landings(site, [view]))).html


def test_squeezing_leaves_code_and_drops_what_nobody_reads() -> None:
    assert (
        squeezed("/* why\n twice */ a { b: c }\n\n  // note\n  d // kept\n")
        == "a { b: c }\nd // kept"
    )


def test_the_same_post_gives_the_same_bytes() -> None:
    again = {p.path: p for p in pages.landings(samples.SITE, samples.views())}

    assert again == ALL
