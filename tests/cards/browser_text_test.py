"""Our shaping is held against a browser that draws the same text in the same font."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest

from toolkit.cards.bidi import levels
from toolkit.cards.breaks import TOKEN
from toolkit.cards.fonts import PACKAGES, load_fonts
from toolkit.cards.library import load_library
from toolkit.cards.setline import seen, set_line
from toolkit.cards.shape import shaper
from toolkit.cards.textstyle import TextStyle
from toolkit.model import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from toolkit.cards.fonts import Face

pytestmark = pytest.mark.browser

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


# What is said in each script that a card may be written in; with it every voice of every theme.
SAID = {
    "en": "Wave AVA: “To free five, affiliate.” 12%",
    "es": "¿Dónde están? «¡Avísales Ya!»",
    "ar": "أطلقوا سراح جميع سجناء الرأي الآن ٣٠٠٠",
    "he": "שחררו את כל אסירי המצפון עכשיו, 12%",
    "hi": "सभी अंतरात्मा के कैदियों को तुरंत रिहा करो",
    "th": "เปิดประตูเดี๋ยวนี้ ผู้ถูกขัง 3,000 คน",
    "ja": "扉を、今すぐ「開けて」ください。",
    "el": "Ελευθερία για όλους τους κρατουμένους",
    "ru": "Освободите всех узников совести — немедленно",
}
VOICES = sorted(
    {
        (language, tuple(font.languages.get(language) or font.families), font.weight, font.italic)
        for theme in load_library()[0].themes.values()
        for font in theme.shape.fonts.values()
        for language in SAID
    }
)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.route("**/*", serve)
    page.goto("http://fonts.invalid/")
    yield page
    page.close()


def serve(route: Route) -> None:
    """Give the browser our very files, from a host that does not exist."""
    name = unquote(route.request.url.rpartition("/")[2])
    face = next((face for face in FONTS.faces if face.id == name), None)
    if face:
        headers = {"access-control-allow-origin": "*"}
        route.fulfill(body=face.path.read_bytes(), headers=headers)
    else:
        route.fulfill(body="<!doctype html>", content_type="text/html")


def needed(text: str, style: TextStyle) -> list[Face]:
    """Return the faces that a text is set in, in the order in which they are asked."""
    faces = FONTS.stack(style.families, style.weight, italic=style.italic)
    left, found = set(text) - set(" \u200d\ufe0f"), []
    for face in faces:
        here = {char for char in left if FONTS.covers(face.id, ord(char))}
        if here:
            found.append(face)
            left -= here
    return found


def width_in_browser(page: Page, text: str, language: str, faces: list[Face]) -> float:
    rules = "".join(
        f"@font-face{{font-family:'our {i}';src:url('/{quote(face.id)}')}}"
        for i, face in enumerate(faces)
    )
    stack = ",".join(f"'our {i}'" for i in range(len(faces)))
    style = f"font:{SIZE}px {stack};white-space:pre;text-rendering:geometricPrecision"
    direction = "rtl" if is_right_to_left(language) else "ltr"
    page.set_content(
        f'<style>{rules}</style><span id=t lang={language} dir={direction} style="{style}">'
        f"{text}</span>"
    )
    page.evaluate("Promise.all([...document.fonts].map(font => font.load()))")
    return float(page.evaluate("document.getElementById('t').getBoundingClientRect().width"))


def both_widths(page: Page, text: str, language: str, style: TextStyle) -> tuple[float, float]:
    """Return our width of a line and that in the browser, in px."""
    turns = levels(text, rtl=is_right_to_left(language))
    _, em = set_line(text, turns, shaper(FONTS, style, language))
    return em * SIZE, width_in_browser(page, text, language, needed(text, style))


@pytest.mark.parametrize(("language", "family", "text"), CASES)
def test_a_line_is_as_wide_as_in_a_browser(
    page: Page, language: str, family: str, text: str
) -> None:
    if family not in FONTS.families():
        pytest.skip(f"needs the extra fonts {', '.join(PACKAGES)}")
    style = TextStyle((family, "Noto Sans"), weight=700)
    ours, theirs = both_widths(page, text, language, style)
    assert ours == pytest.approx(theirs, rel=0.01)


@pytest.mark.parametrize(("language", "families", "weight", "italic"), VOICES)
def test_every_voice_of_every_theme_is_as_wide_as_in_a_browser_in_every_script(
    page: Page,
    language: str,
    families: tuple[str, ...],
    weight: int,
    italic: bool,  # noqa: FBT001
) -> None:
    if language == "ja" and not any(face.extra for face in FONTS.faces):
        pytest.skip(f"needs the extra fonts {', '.join(PACKAGES)}")
    style = TextStyle(families, weight=weight, italic=italic)
    ours, theirs = both_widths(page, SAID[language], language, style)
    assert ours == pytest.approx(theirs, rel=0.01)


ORDERED = [
    ("ar", "أطلقوا سراح الجميع (NATO) 12% الآن، راسلوا @mayor_london في 2026 #أطلقوهم!"),
    ("ar", "@mayor_london: ماذا تنتظر؟ https://example.org/a?b=1"),
    ("he", "שחררו (abc [דה]) את 3,500 האסירים ב-12.5.2026 – עכשיו! +20% €5"),
    ("he", "#FreeThem #חופש 10-20 A1 א1"),
    ("hi", "सभी 3,000 कैदियों को 2026 में रिहा करो, @mayor #रिहाई"),
    ("th", "เปิดประตูเดี๋ยวนี้ 3,000 คน (NGO) #โควิด19"),
    ("ja", "3,000人が「NGO」を待っています。#自由を"),
    ("el", "Ελευθερία για 3.000 (ΜΚΟ), 12%: #Ελευθερία"),
    ("ru", "Освободите 3 000 узников — сейчас, 12%! #Свобода"),
    ("en", "They said שחררו את כולם (now) 12% and حرية 2026, #حرية @mayor"),
]


@pytest.mark.parametrize(("language", "text"), ORDERED)
def test_words_stand_in_the_same_order_as_in_a_browser(
    page: Page, language: str, text: str
) -> None:
    direction = "rtl" if is_right_to_left(language) else "ltr"
    marked = TOKEN.sub(lambda m: f"<bdi>{m[0]}</bdi>", text)
    style = "font:40px sans-serif;white-space:pre"
    page.set_content(f'<div id=t lang={language} dir={direction} style="{style}">{marked}</div>')
    theirs = "".join(char for _, char in sorted(page.evaluate(WHERE), key=lambda at: at[0]))
    units = seen(text, levels(text, rtl=is_right_to_left(language)))
    ours = "".join(word[::-1] if level % 2 else word for word, level in units)
    assert ours.split() == theirs.split()


# Every character with the middle of its box; letters of a ligature share the ligature's box.
WHERE = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.getElementById('t'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let i = 0; i < node.length; i++) {
      const range = document.createRange();
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const box = range.getBoundingClientRect();
      found.push([(box.left + box.right) / 2, node.data[i]]);
    }
  }
  return found;
}"""
