"""Our shaping is held against a browser that draws the same text in the same font."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from toolkit.cards.bidi import levels
from toolkit.cards.fonts import PACKAGES, load_fonts
from toolkit.cards.setline import set_line
from toolkit.cards.shape import shaper
from toolkit.cards.textstyle import TextStyle
from toolkit.model import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser

CHROMIUM = Path(os.environ.get("TOOLKIT_CHROMIUM", "/usr/bin/chromium"))
SIZE = 100.0
FONTS = load_fonts()
CASES = [
    ("ar", "Noto Sans Arabic", "أطلقوا سراح جميع سجناء الرأي الآن «حالًا»"),
    ("ar", "Noto Sans Arabic", "راسلوا @mayor_london في 2026 #أطلقوهم"),
    ("he", "Noto Sans Hebrew", "שַׁחְרְרוּ את כל אסירי המצפון עכשיו (NATO) 12%"),
    ("hi", "Noto Sans Devanagari", "सभी अंतरात्मा के कैदियों को तुरंत रिहा करो"),
    ("th", "Noto Sans Thai", "เราต้องการให้ปล่อยตัวนักโทษการเมืองทั้งหมดทันที"),
    ("es", "Noto Sans", "¿Dónde están? «¡Avísales Ya!» — AVATAR, T-shirt"),
    ("el", "Noto Sans", "Ελευθερία για όλους τους κρατουμένους συνείδησης"),
    ("ru", "Noto Sans", "Освободите всех узников совести — немедленно"),
    ("en", "Noto Serif", "To free five, affiliate: “Wave AVA Type.”"),
    ("en", "Noto Sans", "Clean air ✊🏽 for all 👩‍👩‍👧 ❤️ 🇪🇸"),
    ("ja", "Noto Sans CJK JP", "私たちの川を、今すぐ「救いましょう」。"),
    ("zh-Hans", "Noto Sans CJK JP", "请立即释放所有良心犯，恢复自由。"),
    ("ko", "Noto Sans CJK JP", "양심수를 즉시 석방하라"),
]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    playwright = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip(f"needs Chromium at {CHROMIUM} (or TOOLKIT_CHROMIUM)")
    with playwright.sync_playwright() as p:
        browser = p.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = browser.new_page()
        page.route("**/*", serve)
        page.goto("http://fonts.invalid/")
        yield page
        browser.close()


def face_of(family: str) -> Path:
    return FONTS.stack((family,), 700, italic=False)[0].path


def serve(route: Route) -> None:
    """Give the browser our very files, from a host that does not exist."""
    family = unquote(route.request.url.rpartition("/")[2])
    if family:
        headers = {"access-control-allow-origin": "*"}
        route.fulfill(body=face_of(family).read_bytes(), headers=headers)
    else:
        route.fulfill(body="<!doctype html>", content_type="text/html")


def width_in_browser(page: Page, text: str, language: str, families: list[str]) -> float:
    rules = "".join(f"@font-face{{font-family:'our {f}';src:url('/{f}')}}" for f in families)
    stack = ",".join(f"'our {family}'" for family in families)
    style = f"font:{SIZE}px {stack};white-space:pre;text-rendering:geometricPrecision"
    direction = "rtl" if is_right_to_left(language) else "ltr"
    page.set_content(
        f'<style>{rules}</style><span id=t lang={language} dir={direction} style="{style}">'
        f"{text}</span>"
    )
    page.evaluate("document.fonts.ready")
    return float(page.evaluate("document.getElementById('t').getBoundingClientRect().width"))


@pytest.mark.parametrize(("language", "family", "text"), CASES)
def test_a_line_is_as_wide_as_in_a_browser(
    page: Page, language: str, family: str, text: str
) -> None:
    if family not in FONTS.families():
        pytest.skip(f"needs the extra fonts {', '.join(PACKAGES)}")
    voice = shaper(FONTS, TextStyle((family, "Noto Sans"), weight=700), language)
    turns = levels(text, rtl=is_right_to_left(language))
    _, ours = set_line(text, turns, voice, SIZE)
    theirs = width_in_browser(page, text, language, [family, "Noto Sans", "Noto Color Emoji"])
    assert ours == pytest.approx(theirs, rel=0.01)
