"""Pages in a browser: small screens, other directions, no script, no stranger, no barrier."""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import TimeoutError as Late

from tests.pages import samples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from tests.browser.conftest import Place

pytestmark = pytest.mark.browser
KINDS = {
    "home": "",
    "campaign": "free-them-all/",
    "posts": "free-them-all/posts/",
    "landing": "free-them-all/tenosique/",
    "ended": "earlier/",
    "storm": "free-them-all/storm/",
    "privacy": "privacy/",
    "letters": "ua/letters/",
    "petition": "ua/petition/",
    "press": "ua/press/",
    "kit": "free-them-all/kit/",
    "frame": "free-them-all/kit/frame/",
    "sensitive": "careful/",
    "sensitive-letters": "careful/letters/",
    "gallery": "gallery/",
}
# What the theme makes itself, in our words.
EVERY = KINDS | {"lost": "404.html"}
TREES = {"en": "", "es": "es/", "ar": "ar/"}
# The designs are shown once, in the site's first language.
ONCE = {"gallery"}
AXE = Path(os.environ.get("AXE_CORE", ".venv/axe-core/axe.min.js"))
# Colours on their way to other colours have contrasts that nobody reads.
SETTLED = "Promise.allSettled(document.getAnimations().map(each => each.finished))"
COLOURS_ALONE = "{ runOnly: ['color-contrast', 'link-in-text-block'] }"
IS_DARK = """() => {
  const [red] = getComputedStyle(document.body).color.match(/\\d+/g).map(Number);
  return red > 200;
}"""
VIOLATIONS = """window.refused = [];
addEventListener("securitypolicyviolation", e => refused.push(e.violatedDirective));"""
SMALL = """() => [...document.querySelectorAll(
  ".tk a, .tk button, .tk summary")].filter(e => e.checkVisibility() && !e.closest("p.tk-prose"))
  .map(e => [e.getBoundingClientRect(), e.textContent.trim()])
  .filter(([r]) => r.width < 43.9 || r.height < 43.9)
  .map(([r, t]) => `${t} ${r.width}x${r.height}`)"""


def opened(page: Page, place: Place, language: str, kind: str) -> Page:
    answer = page.goto(place.url + TREES[language] + EVERY[kind])
    assert answer
    assert answer.ok, f"there is no {page.url}"
    return page


def languages(kind: str) -> tuple[str, ...]:
    return ("en",) if kind in ONCE else tuple(TREES)


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(service_workers="block", viewport={"width": 360, "height": 740})
    yield page
    page.close()


@pytest.mark.parametrize("kind", EVERY)
def test_pages_fit_a_small_phone(phone: Page, place: Place, kind: str) -> None:
    for language in languages(kind):
        page = opened(phone, place, language, kind)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")

        assert page.evaluate("document.documentElement.scrollWidth") <= 360, language
        assert page.evaluate(SMALL) == [], language


@pytest.mark.parametrize("kind", ["campaign", "letters", "privacy", "lost"])
def test_from_every_page_a_large_screen_too_has_ways_to_the_rest_of_the_site(
    browser: Browser, place: Place, kind: str
) -> None:
    page = browser.new_page(service_workers="block", viewport={"width": 1280, "height": 900})
    for language, name in (("en", "More on this site"), ("es", "Más en este sitio")):
        opened(page, place, language, kind)
        ways = page.get_by_role("navigation", name=name)
        assert ways.is_visible()
        hrefs = ways.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
        assert place.url + TREES[language] in hrefs, "the front page of the same language"
        privacy = place.url + TREES[language] + KINDS["privacy"]
        everywhere = page.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
        assert privacy in everywhere or page.url == privacy
        for href in hrefs:
            assert page.request.get(href).ok, href
    page.close()


def test_where_no_page_is_the_site_says_so_and_leads_on(browser: Browser, place: Place) -> None:
    page = browser.new_page(service_workers="block")
    opened(page, place, "es", "lost")

    assert page.get_by_role("heading", level=1).inner_text() == "Esta página no existe"
    page.get_by_role("link", name="Ver todas las campañas").click()
    page.wait_for_url(place.url + TREES["es"])
    page.close()


@pytest.mark.parametrize("kind", ["posts", "landing"])
def test_arabic_runs_from_right_to_left(browser: Browser, place: Place, kind: str) -> None:
    page = opened(
        browser.new_page(service_workers="block", viewport={"width": 1280, "height": 900}),
        place,
        "ar",
        kind,
    )

    text = page.locator("[data-tk-text]").first
    assert text.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator(".tk").first.evaluate("e => getComputedStyle(e).direction") == "rtl"
    if kind == "posts":
        seen = page.locator("[data-tk-mock]").bounding_box()
        buttons = page.locator("[data-tk-do=copy]").bounding_box()
        assert seen
        assert buttons
        assert seen["x"] > buttons["x"], "the post comes first, so it stands at the right"
    page.close()


def test_nothing_leaves_the_host_and_no_policy_is_broken(browser: Browser, place: Place) -> None:
    page = browser.new_page(service_workers="block")
    page.add_init_script(VIOLATIONS)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for kind in EVERY:
        for language in languages(kind):
            opened(page, place, language, kind)
            page.wait_for_load_state("networkidle")
            assert page.evaluate("refused") == []
            told = page.locator("meta[name=referrer]").get_attribute("content")
            assert told == "no-referrer", f"{language}, {kind}"

    strangers = [url for url in asked if not url.startswith((place.url, "data:", "blob:"))]
    assert strangers == []
    assert page.context.cookies() == []
    page.close()


# What words of somebody else could try, if they ever came to be more than words.
ATTEMPTS = """async other => {
  const put = (name, given, text) => {
    const made = Object.assign(document.createElement(name), given);
    if (text) made.append(text);
    document.body.append(made);
    return made;
  };
  window.ran = false;
  put("script", {}, "window.ran = true");
  put("script", { src: `${other}/a.js` });
  setTimeout("window.ran = true");
  put("style", {}, "h1 { color: red }");
  put("p", {}).setAttribute("style", "color: red");
  put("link", { rel: "stylesheet", href: `${other}/a.css` });
  put("img", { src: `${other}/a.png` });
  put("iframe", { src: `${other}/a.html` });
  put("object", { data: `${other}/a.swf` });
  put("video", { src: `${other}/a.mp4` });
  put("base", { href: other });
  put("form", { action: `${other}/a`, method: "post" }).submit();
  new FontFace("a", `url(${other}/a.woff2)`).load().catch(() => 0);
  await fetch(`${other}/a.json`).catch(() => 0);
  navigator.sendBeacon(`${other}/b`);
  new Worker(URL.createObjectURL(new Blob(["1"])));
}"""
REFUSED = [
    *("base-uri", "connect-src", "font-src", "form-action", "frame-src", "img-src", "media-src"),
    *("object-src", "script-src", "script-src-elem", "style-src-attr", "style-src-elem"),
    "worker-src",
]


@pytest.mark.parametrize("kind", ["posts", "landing", "lost", "kit-in-one"])
def test_what_is_smuggled_into_a_page_does_nothing_and_tells_nobody(
    browser: Browser, place: Place, kind: str
) -> None:
    page = browser.new_page(service_workers="block")
    page.add_init_script(VIOLATIONS)
    paths = EVERY | {"kit-in-one": "free-them-all/free-them-all-en.html"}
    page.goto(place.url + paths[kind])
    came: list[str] = []
    page.on("response", lambda response: came.append(response.url))

    page.evaluate(ATTEMPTS, place.insecure.rstrip("/"))
    with contextlib.suppress(Late):
        page.wait_for_function(
            "many => new Set(refused).size === many", arg=len(REFUSED), timeout=3000
        )
    assert sorted(set(page.evaluate("refused"))) == REFUSED
    assert not page.evaluate("window.ran")
    assert [url for url in came if url.startswith(place.insecure)] == []
    page.close()


@pytest.mark.parametrize("path", ["free-them-all/", KINDS["landing"]])
def test_where_somebody_goes_nobody_learns_from_where(
    browser: Browser, place: Place, path: str
) -> None:
    page = browser.new_page(service_workers="block")
    page.goto(place.url + path)
    told: list[str | None] = []

    def note(route: Route) -> None:
        told.append(route.request.headers.get("referer"))
        route.fulfill(body="there")

    page.route("https://other.example/**", note)
    page.evaluate(
        """() => {
      const link = Object.assign(document.createElement("a"), { href: "https://other.example/" });
      document.body.append(link);
      link.click();
    }"""
    )
    page.wait_for_url("https://other.example/")
    assert told == [None]
    page.close()


def test_without_script_everything_is_there(browser: Browser, place: Place) -> None:
    made = browser.new_context(java_script_enabled=False)
    page = opened(made.new_page(), place, "en", "landing")

    assert not page.locator(".tk-copy").first.is_visible()
    assert page.locator("[data-tk-text]").inner_text() == samples.views()[0].text
    share = page.get_by_role("link", name="Bluesky")
    assert (share.get_attribute("href") or "").startswith("https://bsky.app/intent/compose?text=")
    page.get_by_text("Save the picture", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="1080 × 1350").click()
    assert download.value.suggested_filename == "tenosique-en-1080x1350.png"
    made.close()


def test_a_landing_page_opens_from_a_folder(browser: Browser, tmp_path: Path) -> None:
    from toolkit import pages

    still = replace(samples.SITE, pretended="2020-04-03")
    (page_,) = pages.landings(still, [samples.views()[0]])
    file = tmp_path / "index.html"
    file.write_text(page_.html, encoding="utf-8")
    page = browser.new_page(service_workers="block")
    page.goto(file.as_uri())

    page.get_by_role("button", name="Copy text").click()

    page.get_by_role("status").get_by_text("The text is copied").wait_for()
    page.close()


@pytest.fixture(scope="module")
def looking(browser: Browser) -> Iterator[Page]:
    """Lend one page to all looks with axe-core; colours change at once, also far down the page."""
    page = browser.new_page(service_workers="block", reduced_motion="reduce")
    yield page
    page.close()


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here; scripts/test.py brings it")
@pytest.mark.parametrize("kind", EVERY)
def test_pages_have_no_barriers(looking: Page, place: Place, kind: str) -> None:
    for language in languages(kind):
        looking.emulate_media(color_scheme="light")
        page = opened(looking, place, language, kind)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert barriers(page, "{}") == [], f"{language}, light"

        # Of what axe-core looks at, only colours change with the palette.
        looking.emulate_media(color_scheme="dark")
        page.wait_for_function(IS_DARK)
        assert barriers(page, COLOURS_ALONE) == [], f"{language}, dark"


def barriers(page: Page, options: str) -> list[tuple[str, list[str]]]:
    """Return what axe-core finds: each rule with the elements that break it."""
    page.evaluate(SETTLED)
    found = page.evaluate(f"axe.run({options}).then(r => r.violations)")
    return [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found]
