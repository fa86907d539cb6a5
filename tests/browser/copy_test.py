"""What a supporter copies is what the campaign wrote, byte for byte, in any browser."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.pages import samples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.browser.conftest import Place

pytestmark = pytest.mark.browser
POSTS = "free-them-all/posts/"
TEXTS = {v.post.id: v.text for v in samples.views() if v.language == "en"}
REFUSE = "() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no')); }"
FORBID = "() => { document.execCommand = () => false; }"


@contextmanager
def context(browser: Browser, place: Place) -> Iterator[BrowserContext]:
    made = browser.new_context(service_workers="block")
    made.grant_permissions(["clipboard-read", "clipboard-write"], origin=place.url)
    yield made
    made.close()


def clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def copy_button(page: Page, post: str) -> None:
    page.locator(f"#{post} [data-tk-copy]").first.click()
    page.locator(f"#{post} [data-tk-state=done]").wait_for()


@pytest.mark.parametrize("allowed", ["granted", "refused"])
def test_every_post_is_copied_exactly(browser: Browser, place: Place, allowed: str) -> None:
    with context(browser, place) as made:
        page = made.new_page()
        page.goto(place.url + POSTS)
        if allowed == "refused":
            page.evaluate(REFUSE)
        for post, text in TEXTS.items():
            copy_button(page, post)

            assert clipboard(page) == text, post


def test_without_a_clipboard_every_post_is_copied_exactly(browser: Browser, place: Place) -> None:
    with context(browser, place) as made:
        reader, page = made.new_page(), made.new_page()
        reader.goto(place.url)
        page.goto(place.insecure + POSTS)
        assert page.evaluate("navigator.clipboard === undefined")
        for post, text in TEXTS.items():
            copy_button(page, post)
            reader.bring_to_front()

            assert clipboard(reader) == text, post
            page.bring_to_front()


def test_where_nothing_can_copy_the_text_is_selected_to_be_copied_by_hand(
    browser: Browser, place: Place
) -> None:
    with context(browser, place) as made:
        page = made.new_page()
        page.goto(place.url + POSTS)
        page.evaluate(REFUSE)
        page.evaluate(FORBID)

        page.locator("#spaces [data-tk-copy]").first.click()

        box = page.locator("textarea.tk-by-hand")
        box.wait_for()
        assert box.evaluate("e => e === document.activeElement")
        assert (
            box.evaluate("e => e.value.slice(e.selectionStart, e.selectionEnd)")
            == (samples.HARD["spaces"])
        )
        page.get_by_text("copy it yourself").wait_for()


def test_the_line_that_says_so_does_not_lie_on_the_text_it_speaks_of(
    browser: Browser, place: Place
) -> None:
    for width, height in (*((360, h) for h in range(480, 800, 40)), (1280, 900)):
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(place.url + "free-them-all/tenosique/")
        page.evaluate(REFUSE)
        page.evaluate(FORBID)
        page.locator("[data-tk-copy]").first.click()
        page.get_by_text("copy it yourself").wait_for()

        box = page.locator("textarea.tk-by-hand").bounding_box()
        line = page.locator("[data-tk-live]").bounding_box()
        assert box
        assert line
        assert 0 <= box["y"] < box["y"] + box["height"] <= line["y"], (width, box, line)
        page.close()


def test_copying_works_by_keyboard_and_is_said_aloud(browser: Browser, place: Place) -> None:
    with context(browser, place) as made:
        page = made.new_page()
        page.goto(place.url + "es/free-them-all/tenosique/")
        button = page.get_by_role("button", name="Copiar el texto")
        for _ in range(12):
            page.keyboard.press("Tab")
            if button.evaluate("e => e === document.activeElement"):
                break
        page.keyboard.press("Enter")

        page.get_by_role("status").get_by_text("El texto está copiado").wait_for()
        found = samples.POSTS[0].text.get("es")
        assert found
        assert clipboard(page) == found.text
        assert button.or_(page.get_by_role("button", name="Copiado")).first.evaluate(
            "e => e === document.activeElement"
        )


def test_copying_survives_pages_that_are_swapped_without_loading(
    browser: Browser, place: Place
) -> None:
    with context(browser, place) as made:
        page = made.new_page()
        page.goto(place.url + "guide/how/")
        page.evaluate("window.stayed = true")
        page.get_by_role("link", name="All campaigns").click()
        page.locator("a.tk-entry__link").first.click()
        page.wait_for_url("**/free-them-all/")
        page.get_by_role("link", name="All posts", exact=True).click()
        page.wait_for_url("**/posts/")

        copy_button(page, "emoji")

        assert page.evaluate("window.stayed")
        assert clipboard(page) == samples.HARD["emoji"]


def test_tag_alt_text_and_link_are_copied_too(browser: Browser, place: Place) -> None:
    with context(browser, place) as made:
        page = made.new_page()
        page.goto(place.url + "free-them-all/")
        page.get_by_role("button", name="Copy #FreeThemAll").click()
        page.get_by_text("The hashtag is copied.").wait_for()
        assert clipboard(page) == "#FreeThemAll"

        page.goto(place.url + "free-them-all/tenosique/")
        page.get_by_text("Image description", exact=True).click()
        page.get_by_role("button", name="Copy image description").click()
        page.get_by_text("The image description is copied.").wait_for()
        assert clipboard(page) == samples.card("tenosique", "en", samples.FORMATS[0]).alt

        page.get_by_role("button", name="Copy link").click()
        page.get_by_text("The link is copied.").wait_for()
        assert clipboard(page) == place.url + "free-them-all/tenosique/"
