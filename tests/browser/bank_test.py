"""All of a campaign's posts, searched while somebody types: a few at a time, never out of turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.composer_test import POSTS, clipboard, draft, opened
from tests.pages import samples
from toolkit.pages import wording

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

    from tests.browser.conftest import Place

pytestmark = pytest.mark.browser
MANY = 45


def many(route: Route) -> None:
    """Answer with more posts than are shown at once, each with a word of its own."""
    answer = route.fetch()
    bank = answer.json()
    (post, *_) = bank["posts"]
    bank["posts"] += [
        {**post, "id": f"more-{n}", "plain": f"More number{n}"}
        for n in range(MANY - len(bank["posts"]))
    ]
    route.fulfill(response=answer, json=bank)


def found(page: Page, line: str) -> None:
    """Wait until how many were found is said, also to those who only listen."""
    page.get_by_role("status").get_by_text(line, exact=True).wait_for()


def test_of_many_findings_a_few_are_shown_and_then_more_until_there_are_no_more(
    browser: Browser, place: Place
) -> None:
    made = browser.new_context(service_workers="block")
    page = made.new_page()
    page.route("**/posts/free-them-all-en-0.json", many)
    page.goto(place.url + POSTS)
    page.locator("[data-tk-composer][data-tk-state=ready]").wait_for()
    listed, more = page.locator("[data-tk-list] > article"), page.locator("[data-tk-do=more]")
    here = listed.count()
    assert not more.is_visible()

    page.locator("[name=network]").select_option("mastodon")
    found(page, f"{MANY} of {MANY} posts")
    expect(listed).to_have_count(20)
    more.click()
    expect(listed).to_have_count(40)
    more.click()
    expect(listed).to_have_count(MANY)
    expect(more).to_be_hidden()
    page.locator("[name=network]").select_option("")
    expect(listed).to_have_count(here)
    made.close()


def test_an_answer_that_comes_too_late_changes_nothing(browser: Browser, place: Place) -> None:
    with opened(browser, place, POSTS, size="desktop") as page:
        held: list[Route] = []
        page.route("**/free-them-all-ar-0.json", lambda route: held.append(route))  # noqa: PLW0108
        listed = page.locator("[data-tk-list] > article")
        first = listed.first.get_attribute("id")
        page.locator("[name=language]").select_option("العربية")
        page.locator("[name=words]").fill("virus")
        page.locator("[name=words]").fill("")
        page.locator("[name=language]").select_option("English")
        (route,) = held
        route.continue_()
        page.wait_for_timeout(400)

        assert listed.first.get_attribute("id") == first
        assert page.locator("[data-tk-found]").inner_text() == ""


def test_posts_that_cannot_come_are_said_and_come_when_they_can(
    browser: Browser, place: Place
) -> None:
    with opened(browser, place, POSTS, size="desktop") as page:
        page.route("**/free-them-all-ar-0.json", lambda route: route.abort())
        page.locator("[name=language]").select_option("العربية")
        found(page, wording("en")[0]("does_failed"))
        page.unroute("**/free-them-all-ar-0.json")
        page.locator("[name=words]").fill("#FreeThemAll")
        found(page, "1 of 1 posts")
        text = page.locator("[data-tk-list] [data-tk-text]").first
        assert text.get_attribute("lang") == "ar"


def test_all_that_is_asked_for_counts_and_when_nothing_is_all_is_as_it_was(
    browser: Browser, place: Place
) -> None:
    with opened(browser, place, POSTS, size="desktop") as page:
        listed = page.locator("[data-tk-list] > article")
        before = listed.evaluate_all("all => all.map(e => e.id)")
        page.locator("[name=words]").fill("virus zebra")
        found(page, wording("en")[0]("does_found_none"))
        page.locator("[name=words]").fill("asylum seeker")
        found(page, "1 of 13 posts")
        page.locator("[name=topic]").select_option("Health")
        found(page, wording("en")[0]("does_found_none"))
        page.locator("[name=words]").fill("virus")
        found(page, "1 of 13 posts")
        page.locator("[name=tag]").select_option("FreeThemAll")
        found(page, "1 of 13 posts")
        page.locator("[name=words]").fill("")
        for name in ("topic", "tag"):
            page.locator(f"[name={name}]").select_option("")
        expect(page.locator("[data-tk-found]")).to_have_text("")
        expect(listed).to_have_count(len(before))
        assert listed.evaluate_all("all => all.map(e => e.id)") == before


def test_what_was_found_is_copied_where_it_stands_or_opened_beside(
    browser: Browser, place: Place
) -> None:
    with opened(browser, place, POSTS, size="desktop") as page:
        said = draft(page)
        page.locator("[name=words]").fill("asylum seeker")
        found(page, "1 of 13 posts")
        item = page.locator("[data-tk-list] > article").first
        item.locator("[data-tk-copy]").first.click()
        item.locator("[data-tk-state=done]").wait_for()
        assert clipboard(page) == samples.views()[0].text
        with page.context.expect_page() as beside:
            item.get_by_role("link", name="Use this one").click(modifiers=["Control"])
        assert beside.value.url == f"{place.url}free-them-all/tenosique/"
        assert draft(page) == said, "the page itself stays as it is"
