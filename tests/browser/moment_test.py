"""On a phone: what a person did, when things end and begin, in which language, with no network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest

from tests.browser.pages_test import SMALL
from tests.pages import samples

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.browser.conftest import Place

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
CAMPAIGN, STORM, PRIVACY = "free-them-all/", "free-them-all/storm/", "privacy/"
VIOLATIONS = """window.refused = [];
addEventListener("securitypolicyviolation", e => refused.push(e.violatedDirective));"""
# The sample site stands still on the day it was built for; here time goes on.
GO_ON = """new MutationObserver(() => {
  document.querySelectorAll("[data-tk-now]").forEach(e => e.removeAttribute("data-tk-now"));
}).observe(document, { childList: true, subtree: true })"""


def context(browser: Browser, *, locale: str = "en", offline: bool = False) -> BrowserContext:
    made = browser.new_context(
        viewport={"width": 360, "height": 740},
        locale=locale,
        timezone_id="Asia/Tokyo",
        service_workers="allow" if offline else "block",
    )
    made.add_init_script(VIOLATIONS)
    made.add_init_script(GO_ON)
    return made


def opened(made: BrowserContext, url: str, moment: str = "2020-04-10T12:00:00Z") -> Page:
    page = made.new_page()
    page.clock.install(time=moment)
    page.goto(url)
    return page


def test_what_was_done_stays_on_the_device_and_becomes_one_line(
    browser: Browser, place: Place
) -> None:
    made = context(browser)
    page = opened(made, place.url + CAMPAIGN)
    act = page.locator(".tk-act[data-tk-kind=share]")
    tick = page.get_by_role("button", name="I did it: Share a post")

    mine = page.get_by_role("heading", name="What you did")
    assert not mine.is_visible(), "there is nothing to tell yet"
    assert not page.get_by_role("heading", name="Tell the organisers").is_visible()
    assert act.get_by_text("1 min").is_visible()
    assert page.get_by_role("button", name="I did it: Join the storm").bounding_box() is not None
    for _ in range(3):
        tick.click()
    page.get_by_role("status").get_by_text("Noted on this device only").wait_for()
    assert act.get_by_text("Done: 3").is_visible()
    assert mine.is_visible()
    assert act.get_attribute("data-tk-some") == "", "its tick looks done"
    assert page.locator("[data-tk-mine] [data-tk-undo]:visible").count() == 1

    page.get_by_role("button", name="I did it: Join the storm").click()
    page.get_by_role("button", name="Posts: Undo").click()
    line = "FTA 1: Posts 2, Storms 1"
    assert page.locator("[data-tk-line]").inner_text() == line
    assert page.locator("[data-tk-report] [data-tk-copy]").get_attribute("data-tk-copy") == line
    mail = page.get_by_role("link", name="Send it by e-mail").get_attribute("href") or ""
    assert unquote(mail) == f"mailto:act@example.org?subject={line}&body={line}"
    form = page.get_by_role("link", name="Open the form").get_attribute("href") or ""
    assert form == f"https://form.example/?line={quote(line)}"

    page.get_by_role("button", name="Storms: Undo").click()
    assert page.evaluate("document.activeElement.innerText") == "I did it: Join the storm"

    page.reload()
    assert act.get_by_text("Done: 2").is_visible()
    assert page.evaluate("Object.keys(localStorage)") == ["tk-done"]
    assert made.cookies() == []

    page.goto(place.url + PRIVACY)
    page.get_by_text("On your device now: 1").wait_for()
    here = page.get_by_text("On this device now", exact=True).locator("visible=true")
    assert here.locator("xpath=..").inner_text().split("\n")[0] == "tk-done"
    page.locator("[title='Use light colours']").click()
    page.reload()
    page.get_by_text("On your device now: 2").wait_for()
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_text("Everything is erased from this device.").wait_for()
    page.get_by_text("On your device now: 0").wait_for()
    assert here.count() == 0
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate("refused") == []
    made.close()


# In how many lines each name stands. How long it takes may stand in a line below.
LINES = """names => names.map(name => {
  const range = document.createRange();
  range.selectNodeContents(name);
  return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
})"""


@pytest.mark.parametrize("language", ["", "es/", "ar/"])
@pytest.mark.parametrize(("width", "most"), [(320, 2), (360, 1)])
def test_what_is_asked_stands_in_one_line_on_a_phone(
    browser: Browser, place: Place, language: str, width: int, most: int
) -> None:
    made = browser.new_context(viewport={"width": width, "height": 740})
    page = opened(made, f"{place.url}{language}{CAMPAIGN}")
    page.locator("[data-tk-hour] [data-tk-until]").get_by_text("2").wait_for()

    assert max(page.locator(".tk-act__name").evaluate_all(LINES)) <= most
    made.close()


def test_where_nothing_may_be_kept_progress_is_known_while_the_page_is_open(
    browser: Browser, place: Place
) -> None:
    made = context(browser)
    made.add_init_script("Storage.prototype.setItem = () => { throw new Error('forbidden'); }")
    page = opened(made, place.url + CAMPAIGN)
    for _ in range(2):
        page.get_by_role("button", name="I did it: Share a post").click()

    assert page.locator(".tk-act[data-tk-kind=share]").get_by_text("Done: 2").is_visible()
    made.close()


def test_a_site_nobody_builds_again_still_closes(browser: Browser, place: Place) -> None:
    made = context(browser)
    page = opened(made, place.url + CAMPAIGN, "2020-05-30T11:59:30Z")
    ended = page.get_by_text("This campaign ran until the end of May 2020.")

    assert page.get_by_text("Until the end of May 2020 (Mexico City time)").is_visible()
    assert page.get_by_text("Ends in 41 hours").is_visible()
    assert page.get_by_text("Last days", exact=True).is_visible()
    assert not ended.is_visible()

    page.clock.fast_forward("40:59:10")
    assert page.get_by_text("Ends in 1 minute").is_visible()
    assert page.get_by_text("Last day", exact=True).is_visible()
    assert not ended.is_visible()
    page.clock.fast_forward("02:00")
    assert ended.is_visible()
    assert not page.get_by_role("link", name="Share a post").is_visible()
    assert not page.get_by_text("Last day").is_visible()

    page.goto(place.url)
    first = page.locator(".tk-entry").first
    assert first.get_by_text("Ended").is_visible()
    assert not first.get_by_text("Networking kit").is_visible()
    made.close()


def test_time_left_is_said_in_whole_days_hours_minutes_and_never_too_much(
    browser: Browser, place: Place
) -> None:
    made = context(browser)
    page = opened(made, place.url + CAMPAIGN, "2020-05-20T12:00:00Z")
    last, ended = page.locator("[data-tk-last]"), page.get_by_text("This campaign ran until")
    for moment, left, near in (
        ("2020-05-29T04:59:59Z", "3 days", ""),
        ("2020-05-29T05:00:00Z", "3 days", "Last days"),
        ("2020-05-30T05:00:00Z", "2 days", "Last days"),
        ("2020-05-30T05:00:01Z", "47 hours", "Last days"),
        ("2020-06-01T03:00:00Z", "2 hours", "Last day"),
        ("2020-06-01T03:00:01Z", "119 minutes", "Last day"),
        ("2020-06-01T04:59:00Z", "1 minute", "Last day"),
        ("2020-06-01T04:59:01Z", "59 seconds", "Last day"),
    ):
        page.clock.set_fixed_time(moment)
        # As when a phone that slept is looked at again.
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert page.locator("[data-tk-left]").inner_text() == f"Ends in {left}", moment
        assert (last.inner_text() if last.is_visible() else "") == near, moment
        assert not ended.is_visible()
    page.clock.set_fixed_time("2020-06-01T05:00:00Z")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert ended.is_visible()
    made.close()


@pytest.mark.parametrize("path", ["free-them-all/posts/", "free-them-all/tenosique/"])
def test_posts_close_too_with_the_words_kept_and_nothing_left_to_press(
    browser: Browser, place: Place, path: str
) -> None:
    made = context(browser)
    page = opened(made, place.url + path, "2020-06-01T04:00:00Z")
    ended = page.get_by_text("This campaign ran until the end of May 2020.")
    copies = page.locator("[data-tk-copy]:visible, [data-tk-do=copy]:visible, a.tk-share:visible")
    assert not ended.is_visible()
    assert copies.count() > 0

    page.clock.fast_forward("01:00:01")
    assert ended.is_visible()
    assert copies.count() == 0
    assert page.locator(".tk-text:visible").count() > 0, "the words stay as a record"
    page.get_by_role("link", name="See what you can do now").click()
    page.wait_for_url(f"**/{CAMPAIGN}")
    made.close()


def test_a_site_built_as_if_it_were_another_day_stays_open_on_it(
    browser: Browser, place: Place
) -> None:
    made = browser.new_context()
    page = opened(made, place.url + CAMPAIGN, "2026-11-22T12:00:00Z")

    assert not page.get_by_text("This campaign ran until").is_visible()
    assert page.get_by_text("Ends in 59 days").is_visible()
    page.goto(place.url + STORM)
    assert page.get_by_text("Begins in 21 days").is_visible()
    made.close()


def test_a_storm_begins_and_ends_in_the_readers_own_time(browser: Browser, place: Place) -> None:
    made = context(browser)
    made.add_init_script("localStorage.getItem('tk-seed') ?? localStorage.setItem('tk-seed', '1')")
    page = opened(made, place.url + STORM, "2020-04-24T22:29:45Z")

    assert page.get_by_text("24 April 2020, 18:00 (Mexico City time)").is_visible()
    assert "8:00" in page.locator("[data-tk-here]").inner_text()
    assert "Saturday" in page.locator("[data-tk-here]").inner_text()
    assert page.get_by_text("Begins in 30 minutes").is_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Add to my calendar").click()
    assert download.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")

    page.clock.fast_forward("30:20")
    assert page.get_by_text("It is on.").is_visible()
    assert not page.get_by_text("Begins in").is_visible()
    mine = page.locator(".tk-turn:visible .tk-text")
    assert mine.count() == 3
    texts = [view.text for view in samples.views() if view.language == "en"]
    assert mine.all_text_contents() == texts[1:4], "the device's number says where to begin"
    for turn in (0, 2):
        card = page.locator(".tk-turn:visible").nth(turn)
        card.locator("[data-tk-copy]").click()
        card.get_by_text("Time for the next one: 8:20").wait_for()

    page.evaluate("localStorage.setItem('tk-seed', '5')")
    page.reload()
    page.locator("[data-tk-slice][data-tk-done]").wait_for()
    assert mine.all_text_contents() == texts[5:8]
    page.clock.fast_forward("01:00:00")
    assert page.get_by_text("The storm is over.").is_visible()
    assert page.get_by_text("12,400").is_visible()
    assert page.locator(".tk-turn:visible").count() == 0
    assert page.locator("[data-tk-here]").is_hidden(), "when it was is no longer of use"
    assert page.evaluate("refused") == []
    made.close()


def test_a_storm_that_is_on_comes_before_all_else_and_afterwards_not_at_all(
    browser: Browser, place: Place
) -> None:
    made = context(browser)
    page = opened(made, place.url + CAMPAIGN, "2020-04-24T20:59:30Z")
    rows, storm = page.locator(".tk-act:visible"), page.locator("[data-tk-hour]")
    offered = rows.count()

    assert storm.get_by_text("Begins in 2 hours").is_visible()
    assert rows.first.get_by_role("link", name="Share a post").is_visible()
    page.clock.fast_forward("02:00:40")
    assert storm.get_by_text("On now").is_visible()
    assert rows.first.get_by_role("link", name="Join the storm").is_visible()
    (first,) = page.locator(".tk-act__go--main").all_inner_texts()
    assert first.startswith("Join the storm")
    page.clock.fast_forward("01:00:00")
    assert not storm.is_visible()
    assert rows.count() == offered - 1
    made.close()


def test_a_language_is_offered_once_and_nobody_is_sent_anywhere(
    browser: Browser, place: Place
) -> None:
    made = context(browser, locale="ar-EG")
    page = opened(made, place.url + CAMPAIGN)
    bar = page.locator(".tk-offer")

    assert bar.get_attribute("dir") == "rtl"
    assert bar.get_attribute("lang") == "ar"
    assert bar.get_by_role("link").get_attribute("href", timeout=1000)
    assert page.url == place.url + CAMPAIGN, "nobody was sent anywhere"
    assert page.evaluate(SMALL) == []
    bar.get_by_role("button").click()
    page.reload()
    page.wait_for_function("window.tkDevice")
    assert bar.count() == 0

    page.get_by_role("navigation", name="This page in other languages").get_by_text(
        "Español"
    ).click()
    page.wait_for_url("**/es/free-them-all/")
    assert page.evaluate("localStorage.getItem('tk-language')") == '"es"'
    page.goto(place.url + STORM)
    assert page.locator(".tk-offer").get_by_text("Leerla en español").is_visible()
    made.close()


def found(page: Page, word: str) -> None:
    """Hold that the theme's search finds a word."""
    page.locator("label.md-header__button[for=__search]").click()
    page.keyboard.type(word)
    page.locator(".md-search-result__item").first.wait_for()


def test_after_one_visit_pages_open_without_a_network_and_never_stale(
    browser: Browser, place: Place
) -> None:
    made = context(browser, offline=True)
    page = opened(made, place.url + CAMPAIGN)
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    assert page.evaluate("caches.keys()") == ["tk-pages /"]

    made.set_offline(True)
    page.goto(f"{place.url}free-them-all/posts/")
    page.locator("[data-tk-composer][data-tk-state=ready]").wait_for()
    for path, words in (
        ("", "Free everyone held for migrating"),
        ("free-them-all/posts/", "An asylum seeker died"),
        (STORM, "One hour for all"),
    ):
        page.goto(place.url + path)
        assert page.get_by_text(words).first.is_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.tk')).boxSizing") == (
            "border-box"
        )
    found(page, "asylum")
    made.set_offline(False)

    home = place.folder / "index.html"
    before = home.read_bytes()
    try:
        home.write_bytes(before.replace(b"<h1", b"<p>Everyone is free</p><h1", 1))
        page.goto(place.url)
        assert page.get_by_text("Everyone is free").first.is_visible()
    finally:
        home.write_bytes(before)
    page.goto(place.url + PRIVACY)
    # Another site on the same host keeps things too; they are not ours to count or to erase.
    page.evaluate("caches.open('theirs').then(() => localStorage.setItem('theirs', '1'))")
    ours = "Object.keys(localStorage).filter(key => key !== 'theirs').length"
    copies = "caches.keys().then(names => names.filter(name => name !== 'theirs').length)"
    page.reload()
    page.get_by_text(f"now: {page.evaluate(ours) + page.evaluate(copies)}").wait_for()
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_text("Everything is erased").wait_for()
    assert page.evaluate("caches.keys()") == ["theirs"]
    assert page.evaluate("Object.keys(localStorage)") == ["theirs"]
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(r => r.length)") == 0
    made.close()


def test_a_language_below_the_first_is_whole_without_a_network_too(
    browser: Browser, place: Place
) -> None:
    made = context(browser, offline=True)
    page = opened(made, f"{place.url}es/{CAMPAIGN}")
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    assert page.evaluate("caches.keys()") == ["tk-pages /es/"]

    made.set_offline(True)
    page.goto(f"{place.url}es/free-them-all/posts/")
    page.locator("[data-tk-composer][data-tk-state=ready]").wait_for()
    assert page.get_by_text("Una persona que pedía asilo").first.is_visible()
    found(page, "asilo")
    made.close()


def test_the_kit_in_one_file_opens_and_copies_from_a_folder(
    browser: Browser, place: Place, tmp_path: Path
) -> None:
    file = tmp_path / "kit.html"
    file.write_bytes((place.folder / "free-them-all/free-them-all-en.html").read_bytes())
    made = context(browser)
    page = made.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())

    read = page.locator("article:has(.tk-text:visible)")
    assert page.locator("article").count() == read.count() > 10
    page.get_by_role("button", name="Copy text").first.click()
    page.get_by_role("status").get_by_text("The text is copied").wait_for()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert page.evaluate("refused") == []
    made.close()


def test_without_script_the_way_to_act_is_there(browser: Browser, place: Place) -> None:
    made = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = made.new_page()
    page.goto(place.url + CAMPAIGN)

    box = page.get_by_role("link", name=re.compile("Share a post")).bounding_box()
    assert box
    assert box["y"] + box["height"] < PHONE["height"], "seen without scrolling"
    assert not page.get_by_role("button").filter(has_text="I did it").first.is_visible()
    page.goto(place.url + STORM)
    assert page.locator(".tk-turn:visible").count() > 3, "all of them, where none can be chosen"
    made.close()
