"""What is left of the theme's style shows pages of ours just as the whole of it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.pages_test import SETTLED, languages, opened
from tests.browser.reach_test import LIGHT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Place

pytestmark = pytest.mark.browser
SIZES = {"phone": (360, 740), "desk": (1280, 900)}
# The theme's own sheets in the place of ours, as reach.js puts them there.
WHOLE = """async () => {
  const light = document.querySelector("link[data-tk-light]");
  const kept = document.querySelector("template[data-tk-program]").content;
  const whole = [...kept.querySelectorAll("link")].map(link => document.importNode(link));
  light.before(...whole);
  await Promise.all(whole.map(link => new Promise(done => { link.onload = done; })));
  light.remove();
  return document.styleSheets.length;
}"""
NAMES = [
    *("color", "backgroundColor", "display", "position", "opacity", "font", "margin", "padding"),
    *("border", "outline", "transform", "maskImage", "cursor", "visibility", "overflow"),
    *("textDecoration", "zIndex", "boxShadow"),
]
# How an element and what stands before and after it look, as far as styles can tell.
LOOKS = """() => [...document.querySelectorAll("body, body *")].flatMap(element =>
  [null, "::before", "::after"].map(part => {
    const style = getComputedStyle(element, part);
    if (style.display === "none" || part && style.content === "none") return "none";
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height, ...NAMES.map(name => style[name])].join(" | ");
  }))""".replace("NAMES", str(NAMES))
DIFFERENT = """before => {
  const after = (LOOKS)();
  const all = [...document.querySelectorAll("body, body *")].map(e => e.outerHTML.slice(0, 60));
  return after.flatMap((looks, at) =>
    looks === before[at] ? [] : [[all[Math.floor(at / 3)], at % 3, before[at], looks]]);
}""".replace("LOOKS", LOOKS)


def differences(page: Page) -> list[list[object]]:
    """Return what looks otherwise once the whole style is there."""
    before = page.evaluate_handle(LOOKS)
    assert page.evaluate(WHOLE) > 2
    found: list[list[object]] = page.evaluate(DIFFERENT, before)
    return found[:9]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", LIGHT)
def test_a_page_looks_as_it_does_in_the_whole_style(
    browser: Browser, place: Place, kind: str, size: str
) -> None:
    width, height = SIZES[size]
    page = browser.new_page(
        service_workers="block",
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
    )
    for language, scheme in (("en", "light"), ("ar", "dark")):
        if language in languages(kind):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            opened(page, place, language, kind)
            page.wait_for_load_state("networkidle")
            page.evaluate(SETTLED)

            assert differences(page) == [], (language, scheme)
    page.close()


@pytest.mark.parametrize("switch", ["__drawer", "__search"])
@pytest.mark.parametrize("size", SIZES)
def test_what_is_opened_looks_as_it_does_in_the_whole_style(
    browser: Browser, place: Place, switch: str, size: str
) -> None:
    width, height = SIZES[size]
    page = browser.new_page(
        service_workers="block",
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
    )
    page.route("**/bundle*", lambda route: route.abort())
    opened(page, place, "en", "campaign")
    page.evaluate("id => { document.getElementById(id).checked = true; }", switch)
    page.evaluate(SETTLED)

    assert differences(page) == []
    page.close()


def test_most_of_the_themes_style_stays_away(place: Place) -> None:
    sheets = place.folder / "assets/stylesheets"
    (light,) = sheets.glob("light.*.css")
    whole = sum(path.stat().st_size for path in sheets.glob("*.min.css"))

    assert light.stat().st_size * 2 < whole
