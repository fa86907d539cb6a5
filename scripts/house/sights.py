"""What there is to look at: every kind of page, and the states that pages get into by use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

KIT, ACTION, TEACHERS = "free-them-all", "ua-100-21-stop-deportations", "three-teachers"
ENDED, PETITION, HOUR = "ua-84-19-mass-detentions", "petition-release-migrants", "an-hour-for-water"
PRESS = "press-access-to-detention-centres"

KINDS = {
    "home": "",
    "campaign": f"{KIT}/",
    "action": f"{ACTION}/",
    "hour": f"{HOUR}/",
    "posts": f"{KIT}/posts/",
    "landing": f"{KIT}/died-in-tenosique/",
    "thread": f"{HOUR}/what-it-takes/",
    "letters": f"{ACTION}/letters/",
    "petition": f"{PETITION}/petition/",
    "petition-link": f"{HOUR}/petition/",
    "press": f"{PRESS}/press/",
    "storm": f"{HOUR}/storm/",
    "kit": f"{KIT}/kit/",
    "frame": f"{KIT}/kit/frame/",
    "gallery": "gallery/",
    "privacy": "privacy/",
    "ended": f"{ENDED}/",
    "ended-landing": f"{ENDED}/never-detain-children/",
    "ended-posts": f"{ENDED}/posts/",
    "ended-letters": f"{ENDED}/letters/",
    "embargo": f"{TEACHERS}/",
    "sensitive-posts": f"{TEACHERS}/posts/",
    "sensitive-landing": f"{TEACHERS}/asked-for-water/",
    "sensitive-letters": f"{TEACHERS}/letters/",
    "sensitive-petition": f"{TEACHERS}/petition/",
    "whole": f"{HOUR}/{HOUR}-{{language}}.html",
    "plain": f"{HOUR}/posts.txt",
    "guide": "guide/first-campaign/",
    "checks": "guide/checks/",
    "decision": "decisions/006-post-text-is-data/",
    "networks": "networks/",
    "about": "about/",
    "lost": "404.html",
}

BEFORE, DURING, AFTER = "2021-12-18T22:00:00Z", "2021-12-18T23:10:00Z", "2021-12-19T00:30:00Z"
SET_OFF = """moment => {
  const roots = document.querySelectorAll(
    "[data-tk-starts], [data-tk-closes], [data-tk-hour]");
  for (const root of roots) root.dataset.tkNow = moment;
  document.dispatchEvent(new Event("visibilitychange"));
}"""
REFUSED = """() => {
  Object.defineProperty(navigator, "clipboard", { value: undefined });
  document.execCommand = () => false;
}"""
LONG = "We ask because nobody else does, and we go on asking until somebody answers. "


def at(moment: str) -> Callable[[Page], None]:
    return lambda page: page.evaluate(SET_OFF, moment)


def network(name: str) -> Callable[[Page], None]:
    return lambda page: _choose(page, name)


def _choose(page: Page, name: str) -> None:
    page.locator("select[data-tk-network]").select_option(name)
    page.locator("[data-tk-count]").wait_for()


def target_chosen(page: Page) -> None:
    _choose(page, "x")
    page.locator("[data-tk-to] summary").click()
    page.locator("[data-tk-choices] input:not(:checked)").first.click()


def too_long(page: Page) -> None:
    _choose(page, "x")
    page.locator("[data-tk-do=edit]").click()
    page.locator("[data-tk-composer] textarea").fill(LONG * 6)


def copied(page: Page) -> None:
    _choose(page, "bluesky")
    page.locator("[data-tk-composer] [data-tk-do=copy]").click()
    _said(page)


def refused(page: Page) -> None:
    page.evaluate(REFUSED)
    _choose(page, "x")
    page.locator("[data-tk-composer] [data-tk-do=copy]").click()
    _said(page)


def _said(page: Page) -> None:
    page.wait_for_function("document.querySelector('[data-tk-status]').textContent")


def found(page: Page) -> None:
    page.locator("[name=topic]").select_option(index=1)
    page.locator("[name=words]").fill("40")
    page.locator("[name=words]").fill("")
    page.wait_for_function("document.querySelector('[data-tk-found]').textContent")


def none_found(page: Page) -> None:
    page.locator("[name=words]").fill("xyzzy")
    page.wait_for_function("document.querySelector('[data-tk-found]').textContent")


def made_mine(page: Page) -> None:
    page.locator("[data-tk-start]").click()
    page.locator("[data-tk-composer][data-tk-state=ready]").wait_for()
    _choose(page, "mastodon")


def thread_part(page: Page) -> None:
    made_mine(page)
    page.locator("[data-tk-do=part]").click()
    _said(page)


def filled(page: Page) -> None:
    page.locator("[data-tk-gap=name]").fill("Inés Quispe Rojas")
    page.locator("[data-tk-gap=city]").fill("Ayacucho")
    opened(page)


def left_empty(page: Page) -> None:
    page.locator("[data-tk-take=text]:visible").first.click()
    page.wait_for_function("document.querySelector('[data-tk-live]').textContent")


def did_some(page: Page) -> None:
    for tick in page.locator(".tk-tick").all():
        tick.click()
    page.locator(".tk-tick").first.click()
    page.locator("[data-tk-mine]").scroll_into_view_if_needed()


def opened(page: Page) -> None:
    page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")


def copied_here(page: Page) -> None:
    page.locator("[data-tk-copy]:visible").first.click()
    page.wait_for_function("document.querySelector('[data-tk-live]').textContent")


def by_hand(page: Page) -> None:
    page.evaluate(REFUSED)
    copied_here(page)


def erased(page: Page) -> None:
    page.locator("[data-tk-erase]").click()
    page.wait_for_function("document.querySelector('[data-tk-live]').textContent")


def framed(page: Page) -> None:
    picture = page.locator("[data-tk-maker] img").evaluate("image => image.src")
    body = page.request.get(picture).body()
    page.locator("[data-tk-photo]").set_input_files(
        {"name": "me.png", "mimeType": "image/png", "buffer": body}
    )
    page.locator("a[data-tk-save]").wait_for()


def drawer(page: Page) -> None:
    page.locator(".md-header label[for=__drawer]").click()
    page.wait_for_timeout(400)


def search(page: Page) -> None:
    button = page.locator("label.md-header__button[for=__search]")
    (button if button.is_visible() else page.locator(".md-search__input")).click()
    page.keyboard.type("migra")
    page.locator(".md-search-result__item").first.wait_for()


# A state: on which kind of page it comes about, and how.
STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "storm-before": ("storm", at(BEFORE)),
    "storm-now": ("storm", at(DURING)),
    "storm-over": ("storm", at(AFTER)),
    "hour-last": ("hour", at(DURING)),
    "hour-did": ("hour", did_some),
    "posts-x": ("posts", network("x")),
    "posts-mastodon": ("posts", network("mastodon")),
    "posts-facebook": ("posts", network("facebook")),
    "posts-instagram": ("posts", network("instagram")),
    "posts-tiktok": ("posts", network("tiktok")),
    "posts-target": ("posts", target_chosen),
    "posts-long": ("posts", too_long),
    "posts-copied": ("posts", copied),
    "posts-refused": ("posts", refused),
    "posts-found": ("posts", found),
    "posts-none": ("posts", none_found),
    "landing-open": ("landing", opened),
    "landing-copied": ("landing", copied_here),
    "landing-by-hand": ("landing", by_hand),
    "landing-mine": ("landing", made_mine),
    "thread-part": ("thread", thread_part),
    "letters-filled": ("letters", filled),
    "letters-empty": ("letters", left_empty),
    "sensitive-letters-filled": ("sensitive-letters", filled),
    "privacy-erased": ("privacy", erased),
    "frame-ready": ("frame", framed),
    "home-drawer": ("home", drawer),
    "hour-drawer": ("hour", drawer),
    "home-search": ("home", search),
}
# On a large screen there is nothing to pull out.
PHONE_ONLY = re.compile("-drawer$")
