"""The theme's program stays away from pages of ours until somebody reaches for what it does."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.pages_test import AXE, KINDS, VIOLATIONS, barriers, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route

    from tests.browser.conftest import Place

pytestmark = pytest.mark.browser
PROGRAM = re.compile(r"/assets/javascripts/bundle\.\w+\.min\.js$")
CAMPAIGN = "free-them-all/"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
HERE = "() => 'component$' in window"
# The page for what is not there is the theme's; landing pages have nothing of it.
OURS = [kind for kind in KINDS if kind != "lost"]
LIGHT = [kind for kind in OURS if kind != "landing"]


@contextmanager
def context(browser: Browser, **how: object) -> Iterator[BrowserContext]:
    made = browser.new_context(service_workers="block", **{"viewport": PHONE, **how})  # type: ignore[arg-type]
    made.add_init_script(VIOLATIONS)
    yield made
    made.close()


@contextmanager
def visit(browser: Browser, place: Place, path: str = CAMPAIGN, **how: object) -> Iterator[Page]:
    """Open a page, and hold in the end that it kept to its own policy."""
    with context(browser, **how) as made:
        page = made.new_page()
        page.goto(place.url + path)
        yield page
        assert page.evaluate("refused") == []


def field(page: Page) -> Locator:
    return page.locator("[data-md-component=search-query]")


def results(page: Page) -> Locator:
    return page.locator(".md-search-result__item")


def waiting(page: Page, held: list[Route]) -> Route:
    """Return the one request that is held back, as soon as it is there."""
    while not held:
        page.wait_for_timeout(20)
    (route,) = held
    return route


def ground(page: Page) -> str:
    made: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return made


def test_no_page_of_ours_asks_for_the_program_or_for_what_it_searches(
    browser: Browser, place: Place
) -> None:
    with context(browser) as made:
        page = made.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for kind in LIGHT:
            opened(page, place, "en", kind)
            page.wait_for_load_state("networkidle")
            page.mouse.wheel(0, 2000)
            page.locator(".tk h1, h1").first.click()
            assert page.evaluate("document.documentElement.className") == "js tk-js"
        late = ("/assets/javascripts/", "/search/", "sitemap")
        assert [url for url in asked if any(part in url for part in late)] == []


def test_nothing_is_asked_for_twice(browser: Browser, place: Place) -> None:
    with context(browser) as made:
        page = made.new_page()
        asked: list[str] = []
        line = made.new_cdp_session(page)
        line.on("Network.responseReceivedExtraInfo", lambda e: asked.append(e["requestId"]))
        line.on(
            "Network.requestWillBeSent",
            lambda e: urls.update({e["requestId"]: e["request"]["url"]}),
        )
        urls: dict[str, str] = {}
        line.send("Network.enable")
        for path in ("free-them-all/posts/", "free-them-all/tenosique/", "ua/letters/"):
            page.goto(place.url + path)
            if "letters" not in path:
                page.locator("[data-tk-composer]").first.wait_for(state="attached")
            page.wait_for_load_state("networkidle")
            once = [urls[id_] for id_ in asked if not urls[id_].endswith("/icon.svg")]
            assert len(once) == len(set(once)), path
            asked.clear()


def test_a_tap_brings_search_and_what_was_typed_meanwhile_is_answered(
    browser: Browser, place: Place
) -> None:
    with visit(browser, place, has_touch=True) as page:
        held: list[Route] = []
        page.route(PROGRAM, lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it
        page.locator("label.md-header__button[for=__search]").tap()
        expect(field(page)).to_be_focused()
        page.keyboard.type("asylum")
        expect(page.get_by_text("Initializing search")).to_be_visible()
        waiting(page, held).continue_()

        results(page).first.wait_for()
        expect(field(page)).to_have_value("asylum")
        page.locator(".md-search__icon[for=__search]").tap()
        expect(page.locator("#__search")).not_to_be_checked()


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_brings_search_as_well(browser: Browser, place: Place, key: str) -> None:
    with visit(browser, place, viewport=DESK) as page:
        page.keyboard.press(key)
        page.keyboard.type("asylum")

        results(page).first.wait_for()
        expect(field(page)).to_have_value("asylum")
        expect(page.locator("link[data-tk-light]")).to_have_count(0)
        assert page.evaluate("[...document.styleSheets].map(sheet => sheet.href).join()").count(
            ".min.css"
        ) == page.locator("[data-tk-program]").evaluate(
            "e => e.content.querySelectorAll('link').length"
        )
        page.keyboard.press("Escape")
        expect(page.locator("#__search")).not_to_be_checked()


def test_keys_that_are_typed_into_a_field_stay_there(browser: Browser, place: Place) -> None:
    with visit(browser, place, CAMPAIGN + "posts/", viewport=DESK) as page:
        words = page.locator("input[name=words]")
        words.fill("")
        words.press_sequentially("sf/ np.,")

        expect(words).to_have_value("sf/ np.,")
        assert not page.evaluate(HERE)
        assert page.url == f"{place.url}{CAMPAIGN}posts/"


def test_keys_turn_the_pages_of_the_menu(browser: Browser, place: Place) -> None:
    with visit(browser, place, "", viewport=DESK) as page:
        page.keyboard.press("n")
        page.wait_for_url("**/guide/how/")
        page.go_back()
        page.wait_for_url(place.url)
        page.keyboard.press(".")
        page.wait_for_url("**/guide/how/")


def test_a_finding_is_opened_by_the_browser_and_shows_the_words(
    browser: Browser, place: Place
) -> None:
    with visit(browser, place, viewport=DESK) as page:
        page.evaluate("window.stayed = true")
        page.keyboard.press("/")
        page.keyboard.type("asylum")
        results(page).locator("a").first.click()
        page.wait_for_url("**/?h=asylum*")

        page.locator("mark").first.wait_for()
        assert not page.evaluate("window.stayed")
        assert page.evaluate(HERE), "who comes from a search has reached for it"


def test_pages_are_opened_by_the_browser_also_when_the_program_came(
    browser: Browser, place: Place
) -> None:
    with visit(browser, place, viewport=DESK) as page:
        page.locator("label.md-search__icon").first.hover(force=True)
        page.wait_for_function(HERE)
        page.mouse.wheel(0, 400)
        page.wait_for_function("() => scrollY > 300")
        page.evaluate("window.stayed = true")
        page.get_by_role("link", name="All posts", exact=True).click()
        page.wait_for_url("**/posts/")
        assert not page.evaluate("window.stayed")
        page.locator("[data-tk-composer][data-tk-state=ready]").wait_for()
        page.go_back()
        page.wait_for_url("**/free-them-all/")

        page.wait_for_function("() => scrollY > 300")


def test_before_it_is_there_escape_closes_search_and_enter_goes_nowhere(
    browser: Browser, place: Place
) -> None:
    with visit(browser, place, viewport=DESK) as page:
        page.route(PROGRAM, lambda _route: None)
        page.keyboard.press("/")
        expect(page.locator("#__search")).to_be_checked()
        page.keyboard.type("asylum")
        page.keyboard.press("Enter")
        assert page.url == place.url + CAMPAIGN
        page.keyboard.press("Escape")

        expect(page.locator("#__search")).not_to_be_checked()
        expect(field(page)).not_to_be_focused()


def test_search_that_cannot_come_says_so_and_comes_later(browser: Browser, place: Place) -> None:
    with visit(browser, place, "es/" + CAMPAIGN, viewport=DESK) as page:
        page.route(PROGRAM, lambda route: route.abort())
        page.keyboard.press("/")
        page.get_by_text("No se pudo traer la búsqueda.").wait_for()
        page.keyboard.press("Escape")
        page.unroute(PROGRAM)
        page.keyboard.press("/")
        page.keyboard.type("asilo")

        results(page).first.wait_for()


def test_the_menu_opens_at_once_leads_on_and_closes(browser: Browser, place: Place) -> None:
    with visit(browser, place, has_touch=True) as page:
        held: list[Route] = []
        page.route(PROGRAM, lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it
        button = page.locator("label[for=__drawer].md-header__button")
        drawer = page.locator(".md-sidebar--primary")
        guide = drawer.get_by_role("link", name="How it is done")
        button.tap()
        drawer.locator("label.md-nav__link", has_text="Guide").tap()
        expect(guide).to_be_in_viewport()
        waiting(page, held).continue_()
        page.wait_for_function(HERE)
        expect(guide).to_be_in_viewport()
        page.touchscreen.tap(350, 400)
        expect(page.locator("#__drawer")).not_to_be_checked()

        page.unroute(PROGRAM)
        button.tap()
        guide.tap()
        page.wait_for_url("**/guide/how/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_the_devices_before_anything_is_seen(
    browser: Browser, place: Place, scheme: str
) -> None:
    with visit(browser, place, color_scheme=scheme) as page:
        page.route("**/*.js", lambda route: route.abort())
        page.reload()

        assert page.evaluate("document.body.dataset.mdColorScheme") == (
            "default" if scheme == "light" else "slate"
        )
        assert page.locator("[data-md-component=palette] label:visible").count() == 1
        assert page.evaluate("localStorage.length") == 0, "nothing was chosen"


def test_chosen_colours_are_kept_and_the_theme_agrees(browser: Browser, place: Place) -> None:
    with visit(browser, place, color_scheme="dark") as page:
        dark = ground(page)
        page.locator("[title='Use light colours']").click()
        light = ground(page)
        assert light != dark
        page.goto(place.url + CAMPAIGN + "posts/")
        assert ground(page) == light
        expect(page.locator("meta[name=color-scheme]")).to_have_attribute("content", "light")
        expect(page.locator("meta[name=theme-color]")).to_have_attribute("content", light)

        page.goto(place.url + "guide/how/")
        page.wait_for_function(HERE)
        assert ground(page) == light
        page.locator("[title='Use dark colours']").click()
        page.goto(place.url + CAMPAIGN)
        assert ground(page) == dark
        page.locator("[title='Use the device\\'s colours']").click()
        page.emulate_media(color_scheme="light")
        page.wait_for_function(
            "light => getComputedStyle(document.body).backgroundColor === light", arg=light
        )


def test_colours_change_by_keyboard_once_with_and_without_the_program(
    browser: Browser, place: Place
) -> None:
    with visit(browser, place, color_scheme="light", viewport=DESK) as page:
        buttons = page.locator("[data-md-component=palette] input")
        shown = page.locator("[data-md-component=palette] label:visible")
        buttons.first.focus()
        page.keyboard.press("Enter")
        expect(shown).to_have_attribute("title", "Use dark colours")
        page.locator("label.md-search__icon").first.hover(force=True)
        page.wait_for_function(HERE)
        buttons.nth(1).focus()
        page.keyboard.press("Enter")
        expect(shown).to_have_attribute("title", "Use the device's colours")


def test_the_keyboards_place_is_outlined_in_the_header(browser: Browser, place: Place) -> None:
    with visit(browser, place, viewport=DESK) as page:
        logo = page.locator(".md-header .md-logo")
        for _ in range(8):
            page.keyboard.press("Tab")
            if logo.evaluate("e => e === document.activeElement"):
                break
        expect(logo).to_have_class(re.compile("focus-visible"))
        assert logo.evaluate("e => getComputedStyle(e).outlineColor") != "rgba(0, 0, 0, 0)"
        page.keyboard.press("Tab")
        expect(logo).not_to_have_class(re.compile("focus-visible"))


def test_the_way_back_to_the_top_is_there_for_those_who_turn_round(
    browser: Browser, place: Place
) -> None:
    with visit(browser, place, CAMPAIGN + "posts/") as page:
        up = page.locator(".md-top")
        page.mouse.wheel(0, 3000)
        page.wait_for_function("() => scrollY > 1500")
        expect(up).to_have_attribute("hidden", "")
        page.mouse.wheel(0, -300)
        expect(up).not_to_have_attribute("hidden", "")
        up.click()
        page.wait_for_function("() => scrollY === 0")
        expect(up).to_have_attribute("hidden", "")


def test_on_paper_nothing_is_folded(browser: Browser, place: Place) -> None:
    with visit(browser, place, "ua/letters/") as page:
        closed = page.locator("main details:not([open])").count()
        assert closed
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator("main details:not([open])").count() == 0
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator("main details:not([open])").count() == closed


def test_scripts_made_for_the_theme_find_the_page(browser: Browser, place: Place) -> None:
    with visit(browser, place) as page:
        assert page.evaluate("new Promise(done => document$.subscribe(page => done(page.title)))")


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here; scripts/test.py brings it")
@pytest.mark.parametrize("tree", ["", "ar/"])
def test_open_search_and_menu_have_no_barriers_of_ours(
    browser: Browser, place: Place, tree: str
) -> None:
    with visit(browser, place, tree + CAMPAIGN) as page:
        page.locator("label.md-header__button[for=__search]").click()
        page.wait_for_function(HERE)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert barriers(page, "{}") == []
