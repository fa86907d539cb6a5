"""From a link to a post in two taps, in one's own words, on any network; and nobody else knows."""

from __future__ import annotations

import gzip
import json
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.pages_test import AXE, SMALL, barriers
from tests.pages import samples
from toolkit.networks import builtin, count
from toolkit.pages import COMPOSER_KEYS, THEME_KEYS, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from tests.browser.conftest import Place

pytestmark = pytest.mark.browser
DEEDS = "tk-done"
POSTS, LANDING = "free-them-all/posts/", "free-them-all/tenosique/"
SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 900}}
WATCH = """window.refused = [];
addEventListener("securitypolicyviolation", e => refused.push(e.violatedDirective));"""
SEED = "localStorage.getItem('tk-seed') || localStorage.setItem('tk-seed', '7');"
SHEET = """window.handed = [];
navigator.canShare = data => (data.files ?? []).every(f => f.type === "image/png");
navigator.share = async data => {
  handed.push({ text: data.text, url: data.url ?? "", files: (data.files ?? []).map(f => f.name) });
  const fails = window.failing;
  if (fails) throw new DOMException("no", fails);
};"""
REFUSE = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no'));"
FORBID = "document.execCommand = () => false;"
TYPE = """(e, texts) => texts.map(text => {
  e.value = text;
  e.dispatchEvent(new Event("input", { bubbles: true }));
  return document.querySelector("[data-tk-used]").textContent;
})"""
BROKEN = """() => [...document.querySelectorAll("[data-tk-composer] .tk-button")]
  .filter(e => e.checkVisibility())
  .filter(e => { const r = document.createRange(); r.selectNodeContents(e);
    return new Set([...r.getClientRects()].map(x => Math.round(x.top))).size > 1; })
  .map(e => e.textContent)"""
# One for each way of counting.
COUNTED = ("x", "bluesky", "mastodon", "threads", "linkedin", "telegram", "email", "sms")
OWN_WORDS = (
    "I was there.",
    "See https://voces.example/a/very/long/path/that/goes/on?and=on and @SEGOB_mx #FreeThemAll",
    "family 👨‍👩‍👧‍👦, flag 🇲🇽, skin 👍🏽, keycap 1️⃣",
    "أطلقوا سراحهم الآن #FreeThemAll @user@social.example",
    "नमस्ते 自由 é e\u0301\nline\n\nline €[]",
    "x" * 700,
)


@contextmanager
def opened(
    browser: Browser,
    place: Place,
    path: str,
    *,
    size: str = "phone",
    before: str = "",
    insecure: bool = False,
) -> Iterator[Page]:
    """Open a page with a composer, and see to it that nothing of it reaches a stranger."""
    made = browser.new_context(viewport=SIZES[size], service_workers="block")  # type: ignore[arg-type]
    if not insecure:
        made.grant_permissions(["clipboard-read", "clipboard-write"], origin=place.url)
    made.add_init_script(WATCH + SEED + before)
    asked: list[str] = []
    page = made.new_page()
    page.on("request", lambda request: asked.append(request.url))
    base = place.insecure if insecure else place.url
    page.goto(base + path)
    start = page.locator("[data-tk-start]")
    if start.count():
        start.click()
    page.locator("[data-tk-composer][data-tk-state=ready]").wait_for()
    yield page
    assert page.evaluate("refused") == []
    assert [url for url in asked if not url.startswith((base, "data:", "blob:"))] == []
    assert made.cookies() == []
    assert kept(page) <= {*COMPOSER_KEYS, DEEDS}
    made.close()


def kept(page: Page) -> set[str]:
    """Return what the device keeps, without what the theme is known to keep."""
    keys: list[str] = page.evaluate("Object.keys(localStorage)")
    return {key for key in keys if not key.endswith(THEME_KEYS)}


def choose(page: Page, network: str) -> None:
    page.locator("select[data-tk-network]").select_option(network)
    page.wait_for_function(
        "name => document.querySelector('[data-tk-network-name]').textContent === name",
        arg=builtin()[network].name,
    )


def draft(page: Page) -> str:
    """Return the post as it is shown, letter for letter."""
    text: str = page.locator("[data-tk-draft]").evaluate("e => e.textContent")
    return text


def clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def did(page: Page, language: str, key: str, network: str = "") -> None:
    """Wait until the page says that something was done."""
    name = builtin()[network].name if network else ""
    line = wording(language)[0](f"does_{key}", network=name)
    page.locator("[data-tk-status]").get_by_text(line, exact=True).wait_for()


def main_button(page: Page) -> str:
    return page.locator(".tk-actions--main .tk-button--main:visible").inner_text()


def press(page: Page, action: str) -> None:
    page.locator(f"[data-tk-do={action}]").click()


@pytest.mark.parametrize(
    ("language", "size"), [("en", "phone"), ("es", "desktop"), ("ar", "phone")]
)
def test_from_a_link_to_a_copied_and_an_opened_post(
    browser: Browser, place: Place, language: str, size: str
) -> None:
    path = LANDING if language == "en" else f"{language}/{LANDING}"
    with opened(browser, place, path, size=size) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size]["width"]
        page.context.route("**/intent/**", lambda route: route.fulfill(body="there"))
        for network, slot in (("x", "text"), ("bluesky", "text"), ("threads", "text")):
            choose(page, network)
            text = draft(page)
            press(page, "copy")
            did(page, language, "copied_on", network)
            assert clipboard(page) == text

            with page.context.expect_page() as there:
                page.locator("[data-tk-open]").click()
            query = parse_qs(urlsplit(there.value.url).query)
            arrived = "\n".join([query[slot][0], *query.get("url", [])])
            assert arrived == text, network
            there.value.close()
        choose(page, "mastodon")
        href = page.locator("[data-tk-open]").get_attribute("href") or ""
        assert unquote(urlsplit(href).fragment.removeprefix("text=")) == draft(page)
        page.locator("input[data-tk-server]").fill("https://voces.social/about")
        href = page.locator("[data-tk-open]").get_attribute("href") or ""
        assert href.startswith("https://voces.social/share?text=")


def test_own_words_are_counted_as_the_build_counts_them(browser: Browser, place: Place) -> None:
    with opened(browser, place, POSTS) as page:
        press(page, "edit")
        box = page.locator("[data-tk-edit]")
        for network in (builtin()[id_] for id_ in COUNTED):
            choose(page, network.id)
            for text, shown in zip(OWN_WORDS, box.evaluate(TYPE, OWN_WORDS), strict=True):
                counted = count(text, network)
                key = "does_count_free" if counted.limit is None else "does_count"
                limit = "" if counted.limit is None else f"{counted.limit:,}"
                said = wording("en")[0](key, used=f"{counted.used:,}", limit=limit)
                assert shown.split(" · ")[0] == said, (network.id, text)
                assert (" · " in shown) == (not counted.fits and counted.hard), network.id


def test_words_can_be_changed_kept_over_networks_and_taken_back(
    browser: Browser, place: Place
) -> None:
    with opened(browser, place, POSTS, size="desktop") as page:
        choose(page, "bluesky")
        suggestion = draft(page)
        press(page, "edit")
        page.keyboard.type("My own: ")
        assert page.locator("[data-tk-edit]").input_value().endswith("My own: ")
        own = page.locator("[data-tk-edit]").input_value()
        choose(page, "mastodon")
        press(page, "edit")
        assert draft(page) == own
        press(page, "reset")
        did(page, "en", "reset")
        assert page.evaluate("document.activeElement.matches('[data-tk-do=edit]')")
        choose(page, "bluesky")
        assert draft(page) == suggestion
        assert not page.locator("[data-tk-do=reset]").is_visible()


def deeds(page: Page) -> list[str]:
    found: dict[str, dict[str, int]] = page.evaluate(
        f"JSON.parse(localStorage['{DEEDS}'] || '{{}}')"
    )
    return list(found.get("free-them-all", {}))


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("#Free أطلقوا سراحهم", "rtl"),
        ("@who سراح", "rtl"),
        ("Let them go سراح", "ltr"),
        ("42", "rtl"),
    ],
)
def test_own_words_run_as_their_language_does(
    browser: Browser, place: Place, words: str, way: str
) -> None:
    with opened(browser, place, "ar/" + LANDING) as page:
        press(page, "edit")
        page.locator("[data-tk-edit]").fill(words)

        for seen in ("edit", "draft"):
            direction = "e => getComputedStyle(e).direction"
            assert page.locator(f"[data-tk-{seen}]").evaluate(direction) == way, seen


@pytest.mark.parametrize("tree", ["", "es/", "ar/"])
def test_what_can_be_pressed_on_a_phone_has_its_words_on_one_line(
    browser: Browser, place: Place, tree: str
) -> None:
    with opened(browser, place, tree + LANDING) as page:
        for network in ("", "instagram", "mastodon"):
            page.locator("select[data-tk-network]").select_option(network)
            press(page, "edit")
            page.locator("[data-tk-edit]").fill("x")
            page.locator("[data-tk-do=reset]").wait_for()
            broken = page.evaluate(BROKEN)
            assert broken == [], network
            press(page, "edit")


def test_a_mail_and_a_text_message_are_written_and_not_posted(
    browser: Browser, place: Place
) -> None:
    with opened(browser, place, "es/" + LANDING) as page:
        for network, called, opens in (
            ("email", "Correo", "Abrir tu correo"),
            ("sms", "SMS", "Abrir tus mensajes"),
        ):
            page.locator("select[data-tk-network]").select_option(network)
            expect(page.locator("[data-tk-network-name]")).to_have_text(called)
            assert main_button(page) == opens
            press(page, "copy")
            did(page, "es", "copied_letter")
            press(page, "edit")
            expect(page.locator("[data-tk-status]")).to_have_text("")
            press(page, "edit")


def test_with_a_composer_on_a_landing_page_there_is_one_way_to_another_post(
    browser: Browser, place: Place
) -> None:
    page = browser.new_page()
    page.goto(place.url + LANDING)
    assert page.get_by_role("link", name="Next post").is_visible()
    page.close()
    with opened(browser, place, LANDING) as page:
        assert not page.get_by_role("link", name="Next post").is_visible()
        assert page.get_by_role("button", name="Another one").is_visible()


def test_a_thread_is_copied_and_opened_part_by_part(browser: Browser, place: Place) -> None:
    say = wording("en")[0]
    with opened(browser, place, "free-them-all/health/") as page:
        choose(page, "x")
        first = draft(page)
        assert page.locator("[data-tk-part-of]").inner_text() == "Part 1 of 3"
        assert first.startswith("Detention spreads the virus.")
        press(page, "copy")
        page.get_by_text(
            f"{say('does_copied_on', network='X')} {say('does_then_part', next=2)}"
        ).wait_for()
        press(page, "part")
        assert draft(page) == samples.LATER[0]
        assert page.locator("[data-tk-picture] img").count() == 0, "it goes with the first part"
        page.context.route("**/intent/**", lambda route: route.fulfill(body="there"))
        with page.context.expect_page() as there:
            page.locator("[data-tk-open]").click()
        assert parse_qs(urlsplit(there.value.url).query) == {"text": [samples.LATER[0]]}
        there.value.close()
        page.get_by_text("X opens with part 2 as a post of its own.").wait_for()
        assert clipboard(page) == samples.LATER[0]
        page.get_by_role("button", name="Part 3 of 3").click()
        assert draft(page) == "So open the doors, @SEGOB_mx, and keep them open."
        assert not page.locator("[data-tk-do=part]").is_visible()
        press(page, "copy")
        page.get_by_text(say("does_part_copied_on", n=3, network="X"), exact=True).wait_for()
        assert deeds(page) == ["share/health/x"], "all parts are one post"
        choose(page, "facebook")
        assert not page.locator("[data-tk-thread]").is_visible()
        assert draft(page).startswith("Detention spreads the virus.")
        assert "Nobody can keep a distance in a locked room.\n\nSo open" in draft(page)


def test_words_too_long_for_a_network_become_parts_between_sentences(
    browser: Browser, place: Place
) -> None:
    sentences = [
        f"Sentence number {n} says what has to be said about the doors." for n in range(12)
    ]
    with opened(browser, place, POSTS, size="desktop") as page:
        choose(page, "bluesky")
        press(page, "edit")
        page.locator("[data-tk-edit]").fill(" ".join(sentences))
        assert main_button(page) == "Split into 3 parts", "opening would lose the words"
        page.get_by_role("button", name="Split into 3 parts").click()
        parts = []
        for n in (1, 2, 3):
            page.get_by_role("button", name=f"Part {n} of 3").click()
            parts.append(page.locator("[data-tk-edit]").input_value())
        assert " ".join(parts).split(". ") == " ".join(sentences).split(". ")
        assert all(count(part, builtin()["bluesky"]).fits and part.endswith(".") for part in parts)
        choose(page, "whatsapp")
        assert page.locator("[data-tk-edit]").input_value() == "\n\n".join(parts)
        choose(page, "x")
        page.locator("[data-tk-edit]").fill("w" * 300)
        assert not page.locator("[data-tk-do=divide]").is_visible(), "no sentence is cut"


def test_what_was_done_here_is_counted_on_the_page_of_the_campaign(
    browser: Browser, place: Place
) -> None:
    with opened(browser, place, LANDING) as page:
        press(page, "copy")
        did(page, "en", "copied")
        choose(page, "mastodon")
        press(page, "copy")
        did(page, "en", "copied_on", "mastodon")
        assert deeds(page) == ["share/tenosique/copy", "share/tenosique/mastodon"]
        page.goto(f"{place.url}{POSTS}")
        page.locator("#health [data-tk-copy]").first.click()
        page.locator("#health [data-tk-state=done]").first.wait_for()
        page.goto(f"{place.url}free-them-all/")
        times = page.locator(".tk-act[data-tk-kind=share]")
        times.get_by_text("Done: 2").wait_for(state="attached")
        page.get_by_role("button", name="Posts: Undo").click()
        times.get_by_text("Done: 1").wait_for(state="attached")
        assert deeds(page) == ["share/tenosique/copy", "share/tenosique/mastodon"]


def test_a_network_opened_without_the_composer_is_noted_too(browser: Browser, place: Place) -> None:
    made = browser.new_context(service_workers="block")
    page = made.new_page()
    page.goto(place.url + LANDING)
    page.evaluate("addEventListener('click', event => event.preventDefault())")
    link = page.locator("a.tk-share").first
    link.click()

    assert deeds(page) == [f"share/tenosique/{link.get_attribute('data-tk-network')}"]
    made.close()


def test_somebody_is_written_to_from_where_they_are_named(browser: Browser, place: Place) -> None:
    with opened(browser, place, f"{POSTS}#to=ministry", size="desktop") as page:
        choose(page, "x")
        for _ in range(3):
            assert "@SEGOB_mx" in draft(page) or "Ministry of the Interior" in draft(page)
            before = draft(page)
            press(page, "next")
            page.wait_for_function(
                "old => document.querySelector('[data-tk-draft]').textContent !== old", arg=before
            )
    made = browser.new_page(service_workers="block")
    made.goto(f"{place.url}free-them-all/")
    link = made.get_by_role("link", name=re.compile("Post to them.*Ministry"))
    assert (link.get_attribute("href") or "").endswith("posts/#to=ministry")
    made.close()


@pytest.mark.parametrize("end", ["%E0%A4%A", "to=%", "nobody", "to=nobody"])
def test_a_link_that_was_cut_short_on_its_way_still_leads_to_a_post(
    browser: Browser, place: Place, end: str
) -> None:
    with opened(browser, place, f"{POSTS}#{end}") as page:
        assert draft(page)
        choose(page, "x")
        assert page.get_by_role("link", name="Open X").get_attribute("href")


def test_a_target_is_addressed_where_it_has_an_account_or_not_at_all(
    browser: Browser, place: Place
) -> None:
    with opened(browser, place, LANDING) as page:
        choose(page, "x")
        assert "@SEGOB_mx" in draft(page)
        page.locator("[data-tk-to] summary").click()
        page.get_by_role("checkbox", name="Ministry of the Interior").uncheck()
        assert "@" not in draft(page)
        page.get_by_role("checkbox", name="Ministry of the Interior").check()
        assert "@SEGOB_mx" in draft(page)
        choose(page, "bluesky")
        assert "@" not in draft(page)


def test_another_one_is_another_and_each_device_begins_elsewhere(
    browser: Browser, place: Place
) -> None:
    with opened(browser, place, POSTS) as page:
        seen = [draft(page)]
        for _ in range(12):
            press(page, "next")
            page.wait_for_function(
                "old => document.querySelector('[data-tk-draft]').textContent !== old",
                arg=seen[-1],
            )
            seen.append(draft(page))
        assert len(set(seen)) == len(seen), "every post comes once before one comes again"
        page.reload()
        page.locator("[data-tk-composer][data-tk-state=ready]").wait_for()
        assert draft(page) == seen[-1], "the page goes on where this device was"
        page.evaluate("localStorage.setItem('tk-seed', '123456')")
        page.reload()
        page.locator("[data-tk-composer][data-tk-state=ready]").wait_for()
        assert draft(page) != seen[-1]


@pytest.mark.parametrize("how", ["refused", "absent", "nothing"])
def test_a_clipboard_that_does_not_work_is_worked_around(
    browser: Browser, place: Place, how: str
) -> None:
    before = {"refused": REFUSE, "absent": "", "nothing": REFUSE + FORBID}[how]
    with opened(browser, place, LANDING, before=before, insecure=how == "absent") as page:
        text = draft(page)
        press(page, "copy")
        if how == "nothing":
            did(page, "en", "by_hand")
            chosen = "e => e.value.slice(e.selectionStart, e.selectionEnd)"
            assert page.locator("[data-tk-edit]").evaluate(chosen) == text
            choose(page, "facebook")
            page.context.route("**/sharer/**", lambda route: route.fulfill(body="there"))
            page.locator("[data-tk-open]").click()
            did(page, "en", "opened_not_copied", "facebook")
        else:
            did(page, "en", "copied")
        if how == "refused":
            assert clipboard(page) == text


def test_network_and_server_are_remembered_and_no_server_is_taken_that_is_none(
    browser: Browser, place: Place
) -> None:
    with opened(browser, place, POSTS, size="desktop") as page:
        choose(page, "mastodon")
        page.locator("input[data-tk-server]").fill("https://voces.social/about")
        page.goto(place.url + LANDING)
        page.locator("[data-tk-start]").click()
        page.locator("[data-tk-composer][data-tk-state=ready]").wait_for()

        assert page.locator("select[data-tk-network]").input_value() == "mastodon"
        server, open_ = page.locator("input[data-tk-server]"), page.locator("[data-tk-open]")
        assert server.input_value() == "voces.social"
        assert (open_.get_attribute("href") or "").startswith("https://voces.social/share?text=")
        assert open_.get_attribute("rel") == "noopener noreferrer"
        for wrong in ("voces.social@evil.example", "evil.example#", "evil example", "javascript:x"):
            server.fill(wrong)
            assert not open_.is_visible(), wrong
        server.fill("")
        assert "voces.social" not in (open_.get_attribute("href") or "")
        assert "tk-server" not in kept(page), "nothing is kept of nothing"


def test_how_full_it_is_is_seen_and_not_only_read(browser: Browser, place: Place) -> None:
    bar = "e => Math.round(100 * e.offsetWidth / e.parentElement.clientWidth)"
    with opened(browser, place, POSTS, size="desktop") as page:
        press(page, "edit")
        assert page.locator("[data-tk-do=edit]").get_attribute("aria-expanded") == "true"
        choose(page, "bluesky")
        count, words = page.locator("[data-tk-count]"), page.locator("[data-tk-edit]")
        for text, over, full in (("x" * 150, "false", 50), ("x" * 301, "true", 100)):
            words.fill(text)
            assert count.get_attribute("data-tk-over") == over
            assert page.locator("[data-tk-bar]").evaluate(bar) == full
        choose(page, "linkedin")
        words.fill("x" * 1234)
        assert page.locator("[data-tk-used]").inner_text() == "1,234 of 3,000"


def test_what_is_seen_only_after_more_is_marked_and_no_word_is_cut_or_lost(
    browser: Browser, place: Place
) -> None:
    words = " ".join(f"word{n}" for n in range(100))
    with opened(browser, place, LANDING) as page:
        choose(page, "mastodon")
        press(page, "edit")
        page.locator("[data-tk-edit]").fill(words)
        assert draft(page) == words
        for network, shown in (("linkedin", 210), ("instagram", 125)):
            choose(page, network)
            mark = f"{builtin()[network].name} shows this much at first."
            before, marked, after = draft(page).partition(mark)
            assert marked
            assert shown - 10 < len(before) <= shown
            assert before.endswith(" ")
            assert before + after == words


def test_where_the_composer_cannot_come_all_else_works_and_it_comes_later(
    browser: Browser, place: Place
) -> None:
    made = browser.new_context(
        permissions=["clipboard-read", "clipboard-write"], service_workers="block"
    )
    page = made.new_page()
    page.route("**/composer.*.js", lambda route: route.abort())
    page.goto(place.url + POSTS)
    page.locator("[data-tk-composer]:not([data-tk-state])").wait_for()
    page.locator("[data-tk-do=copy]").click()
    page.get_by_text(wording("en")[0]("did_text")).wait_for()
    assert clipboard(page) == samples.views()[0].text

    page.goto(place.url + LANDING)
    page.locator("[data-tk-start]").click()
    page.get_by_role("status").get_by_text(wording("en")[0]("does_failed")).wait_for()
    page.locator("[data-tk-plain] [data-tk-copy]").first.click()
    page.get_by_text(wording("en")[0]("did_text")).wait_for()
    assert clipboard(page) == samples.views()[0].text
    page.unroute("**/composer.*.js")
    page.locator("[data-tk-start]").click()
    page.locator("[data-tk-composer][data-tk-state=ready]").wait_for()
    made.close()


def test_a_picture_that_cannot_be_copied_is_to_be_saved(browser: Browser, place: Place) -> None:
    refuse = "navigator.clipboard.write = () => Promise.reject(new DOMException('no'));"
    with opened(browser, place, LANDING, before=refuse) as page:
        press(page, "picture")
        did(page, "en", "picture_failed")


def test_what_networks_do_not_take_is_copied_or_saved_and_said(
    browser: Browser, place: Place
) -> None:
    with opened(browser, place, POSTS, size="desktop") as page:
        choose(page, "instagram")
        assert not page.locator("[data-tk-open]").is_visible()
        with page.expect_download() as download:
            page.locator("[data-tk-both]").click()
        assert download.value.suggested_filename.endswith("1080x1350.png")
        did(page, "en", "both", "instagram")
        assert clipboard(page) == draft(page)

        page.context.route("**/sharer/**", lambda route: route.fulfill(body="there"))
        choose(page, "facebook")
        with page.context.expect_page():
            page.locator("[data-tk-open]").click()
        did(page, "en", "opened_link_only", "facebook")
        assert clipboard(page) == draft(page)
        assert page.locator("[data-tk-link]").is_visible()

        press(page, "alt")
        did(page, "en", "alt")
        assert clipboard(page).startswith("Card ")
        press(page, "picture")
        did(page, "en", "picture")
        kinds = "navigator.clipboard.read().then(items => items.flatMap(i => i.types))"
        assert page.evaluate(kinds) == ["image/png"]
        with page.expect_download():
            page.locator("[data-tk-save]").click()
        did(page, "en", "saved")


def test_the_share_sheet_gets_words_and_picture_or_is_not_offered(
    browser: Browser, place: Place
) -> None:
    with opened(browser, place, LANDING, before=SHEET) as page:
        page.wait_for_load_state("networkidle")
        press(page, "share")
        did(page, "en", "shared")
        handed = page.evaluate("handed[0]")
        assert handed["text"] == draft(page) == clipboard(page)
        assert handed["files"] == ["free-them-all-tenosique-en-1200x630.png"]

        page.evaluate("document.querySelector('[data-tk-status]').textContent = ''")
        page.evaluate("window.failing = 'AbortError'")
        press(page, "share")
        page.wait_for_function("handed.length === 2")
        assert page.locator("[data-tk-status]").inner_text() == ""

        page.evaluate("window.failing = 'DataError'")
        press(page, "share")
        did(page, "en", "share_failed")
    # Where no picture can go along, the link brings one.
    wordy = SHEET.replace("navigator.canShare", "navigator.cannotShare")
    wordy += "delete Navigator.prototype.canShare;"
    with opened(browser, place, LANDING, before=wordy) as page:
        press(page, "share")
        did(page, "en", "shared")
        assert page.evaluate("handed") == [
            {"text": draft(page), "url": place.url + LANDING, "files": []}
        ]
        choose(page, "bluesky")
        assert place.url + LANDING in draft(page)
        press(page, "share")
        page.wait_for_function("handed.length === 2")
        assert page.evaluate("handed[1]") == {"text": draft(page), "url": "", "files": []}
    refusing = SHEET + REFUSE
    with opened(browser, place, LANDING, before=refusing) as page:
        press(page, "share")
        did(page, "en", "shared_only")
    nothing = "delete Navigator.prototype.share; delete Navigator.prototype.canShare;"
    with opened(browser, place, LANDING, before=nothing) as page:
        assert not page.locator("[data-tk-do=share]").is_visible()


def test_all_of_it_works_by_keyboard_alone(browser: Browser, place: Place) -> None:
    with opened(browser, place, f"es/{LANDING}", size="desktop") as page:
        assert page.evaluate("document.activeElement.matches('[data-tk-composer]')")
        page.keyboard.press("Tab")
        page.keyboard.type("Blue")
        page.wait_for_function(
            "document.querySelector('[data-tk-network-name]').textContent === 'Bluesky'"
        )
        for _ in range(8):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('[data-tk-do=copy]')"):
                break
        page.keyboard.press("Enter")
        did(page, "es", "copied_on", "bluesky")
        assert clipboard(page) == draft(page)


def test_posts_are_found_while_somebody_types_and_taken_into_the_composer(
    browser: Browser, place: Place
) -> None:
    with opened(browser, place, POSTS, size="desktop") as page:
        listed = page.locator("[data-tk-list] > article")
        here = listed.count()
        page.locator("[name=words]").fill("VIRUS spréads")
        page.locator("[data-tk-found]").get_by_text("1 of 13 posts").wait_for()
        expect(listed).to_have_count(1)
        listed.get_by_role("link", name="Use this one").click()
        page.locator("[data-tk-draft]").get_by_text("Detention spreads the virus").wait_for()
        assert page.evaluate("document.activeElement.matches('[data-tk-composer]')")
        page.locator("[name=words]").fill("no such words")
        page.locator("[name=tag]").select_option("COVID19")
        page.get_by_text("No post fits all of that").wait_for()
        page.get_by_role("button", name="Show all").click()
        expect(listed).to_have_count(here)
        assert page.locator("[name=tag]").input_value() == ""
        assert page.evaluate("document.activeElement.name") == "words"
        assert not page.get_by_role("button", name="Show all").is_visible()
        page.locator("[name=tag]").select_option("COVID19")
        page.locator("[data-tk-found]").get_by_text("1 of 13 posts").wait_for()
        page.locator("[name=tag]").select_option("")
        expect(listed).to_have_count(here)
        page.locator("[name=topic]").select_option("Health")
        page.locator("[data-tk-found]").get_by_text("1 of 13 posts").wait_for()
        page.locator("[name=words]").fill("keep a distance")
        page.locator("[data-tk-found]").get_by_text("1 of 13 posts").wait_for()
        page.locator("[name=words]").fill("")
        page.locator("[name=topic]").select_option("")
        page.locator("[name=words]").fill("MINISTRY intérior")
        page.locator("[data-tk-found]").get_by_text("13 of 13 posts").wait_for()
        page.locator("[name=words]").fill("")
        page.locator("[name=language]").select_option("العربية")
        page.locator("[data-tk-found]").get_by_text("1 of 1 posts").wait_for()
        assert listed.first.locator("[data-tk-text]").get_attribute("dir") == "rtl"
        way = listed.first.get_by_role("link", name="Use this one").get_attribute("href") or ""
        assert way.endswith("/ar/free-them-all/tenosique/")
        listed.first.get_by_role("link", name="Use this one").click()
        page.wait_for_url("**/ar/free-them-all/tenosique/")
        page.go_back()
        page.locator("[data-tk-composer][data-tk-state=ready]").wait_for()
        page.locator("[name=language]").select_option("العربية")
        page.locator("[name=language]").select_option("English")
        expect(listed).to_have_count(here)

        page.locator(".tk-kicker a").click()
        page.wait_for_url("**/free-them-all/")
        page.go_back()
        page.wait_for_url("**/posts/")
        page.locator("[data-tk-composer][data-tk-state=ready]").wait_for()
        press(page, "next")
        did(page, "en", "another")


def test_posts_are_found_by_where_they_fit_and_whom_they_address(
    browser: Browser, place: Place
) -> None:
    def lengthen(route: Route) -> None:
        answer = route.fetch()
        said = answer.json()
        said["posts"][0]["too_long"] = ["x"]
        for post in said["posts"][3:]:
            post["to"] = []
        route.fulfill(response=answer, json=said)

    made = browser.new_context(service_workers="block")
    page = made.new_page()
    page.route("**/posts/free-them-all-en-0*.json", lengthen)
    page.goto(place.url + POSTS)
    page.locator("[data-tk-composer][data-tk-state=ready]").wait_for()
    page.locator("[name=network]").select_option("x")
    page.locator("[data-tk-found]").get_by_text("12 of 13 posts").wait_for()
    page.locator("[name=network]").select_option("mastodon")
    page.locator("[data-tk-found]").get_by_text("13 of 13 posts").wait_for()
    page.locator("[name=target]").select_option("ministry")
    page.locator("[data-tk-found]").get_by_text("3 of 13 posts", exact=True).wait_for()
    page.locator("[name=network]").select_option("x")
    page.locator("[data-tk-found]").get_by_text("2 of 13 posts").wait_for()
    made.close()


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here; scripts/test.py brings it")
def test_at_four_hundred_percent_nothing_bars_anybody(browser: Browser, place: Place) -> None:
    with opened(browser, place, f"ar/{LANDING}") as page:
        page.set_viewport_size({"width": 320, "height": 256})
        page.evaluate(AXE.read_text(encoding="utf-8"))
        for network in ("instagram", "facebook", "mastodon"):
            choose(page, network)
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            assert barriers(page, "{}") == [], network


def test_at_four_hundred_percent_everything_fits(browser: Browser, place: Place) -> None:
    with opened(browser, place, f"ar/{LANDING}") as page:
        page.set_viewport_size({"width": 320, "height": 256})
        for network in ("instagram", "facebook", "mastodon"):
            choose(page, network)
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
            assert page.evaluate(SMALL) == []
        press(page, "edit")
        page.locator("[data-tk-edit]").fill(" ".join(f"Sentence number {n}." for n in range(40)))
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.locator("[data-tk-do=divide]").click()
        page.locator("[data-tk-steps] button").nth(1).wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.evaluate(SMALL) == []


def test_a_first_visit_weighs_little_and_a_device_keeps_what_the_list_says(
    browser: Browser, place: Place
) -> None:
    made = browser.new_context(service_workers="block")
    page = made.new_page()
    weights: dict[str, int] = {}

    def weigh(url: str, body: bytes) -> None:
        weights[url] = len(gzip.compress(body, mtime=0))

    bodies = []
    page.on("response", lambda r: bodies.append(r) if r.request.resource_type != "image" else None)
    page.goto(place.url + POSTS)
    page.wait_for_load_state("networkidle")
    for response in bodies:
        weigh(response.url, response.body())
    assert sum(weights.values()) < 120_000, json.dumps(weights, indent=1)

    choose(page, "mastodon")
    page.locator("input[data-tk-server]").fill("voces.social")
    press(page, "next")
    did(page, "en", "another")
    assert kept(page) == set(COMPOSER_KEYS)
    made.close()


def test_without_script_the_first_post_and_the_way_to_all_others_are_there(
    browser: Browser, place: Place
) -> None:
    made = browser.new_context(java_script_enabled=False)
    page = made.new_page()
    page.goto(place.url + POSTS)

    assert page.locator("[data-tk-draft]").inner_text() == samples.views()[0].text
    assert not page.locator("[data-tk-do=copy]").is_visible()
    page.locator("#health").get_by_role("link", name="Use this one").click()
    page.wait_for_url("**/free-them-all/health/")
    assert page.get_by_role("link", name="WhatsApp").is_visible()
    made.close()
