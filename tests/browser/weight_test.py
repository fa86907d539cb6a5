"""What a first visit fetches, as it travels: packed, and counted in the browser's own log."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.browser import site as sample
from tests.browser.pages_test import EVERY
from tests.browser.reach_test import OURS
from tests.browser.serving import Packing, served
from tests.pages import samples
from toolkit import pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.browser.conftest import Place

pytestmark = pytest.mark.browser
KB = 1000
# A posts page composes at once; all others bring nothing that is not needed to read and to act.
MOST = {"posts": 75 * KB, "landing": 15 * KB}
MOST_OF_OTHERS = 44 * KB
MANY, MOST_OF_MANY = 50, 120 * KB
LANGUAGES = ("en", "es")


def weights(browser: Browser, url: str) -> Counter[str]:
    """Return the bytes of a first visit by address, headers and all, without pictures.

    Not in it is what the service worker puts by once the page is there, to be read without a
    network.
    """
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, service_workers="block", reduced_motion="reduce"
    )
    page = context.new_page()
    line = context.new_cdp_session(page)
    answers: dict[str, tuple[str, str]] = {}
    sizes: Counter[str] = Counter()

    def answered(event: dict[str, Any]) -> None:
        answers[event["requestId"]] = event["type"], event["response"]["url"]

    def finished(event: dict[str, Any]) -> None:
        kind, address = answers[event["requestId"]]
        if kind != "Image":
            sizes[urlsplit(address).path] += int(event["encodedDataLength"])

    line.on("Network.responseReceived", answered)
    line.on("Network.loadingFinished", finished)
    line.send("Network.enable")
    page.goto(url)
    composer = page.locator("[data-tk-composer]:not([data-tk-fixed])")
    if composer.count():
        page.locator("[data-tk-composer][data-tk-state=ready]").wait_for()
    page.wait_for_load_state("networkidle")
    context.close()
    return sizes


@pytest.fixture(scope="module")
def packed(place: Place) -> Iterator[str]:
    with served(place.folder, Packing) as port:
        yield f"http://127.0.0.1:{port}/"


@pytest.mark.parametrize("kind", OURS)
def test_a_first_visit_weighs_little(browser: Browser, packed: str, kind: str) -> None:
    found = weights(browser, packed + EVERY[kind])

    assert found[f"/{EVERY[kind]}"] > KB
    assert found.total() < MOST.get(kind, MOST_OF_OTHERS), found


def words(language: str) -> Iterator[str]:
    """Yield texts as long as people write them, of words from this project's own campaigns.

    In an order that nobody wrote they pack a little worse than posts do.
    """
    folder = Path(__file__).parents[2] / "campaigns"
    written = " ".join(path.read_text("utf-8") for path in sorted(folder.glob("*/posts.yml")))
    known = sorted(set(re.findall(r"[^\W\d_]{2,}", written)))
    some = random.Random(language)  # noqa: S311 - always the same
    while True:
        yield " ".join(some.choices(known, k=38))


@pytest.fixture(scope="module")
def fifty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the posts page of a campaign of 50 posts in two languages, and their own pages."""
    own = {tag: words(tag) for tag in LANGUAGES}
    posts = [
        samples.post(f"post-{n}", **{tag: f"{next(own[tag])} #FreeThemAll" for tag in LANGUAGES})
        for n in range(MANY)
    ]
    campaign = replace(samples.CAMPAIGN, posts=tuple(posts), languages=LANGUAGES)
    site = replace(samples.SITE, languages=LANGUAGES, pretended=str(samples.SITE.today))
    stock, views = sample.stocked(site, campaign), samples.views(campaign)
    banks = stock.of(campaign.id)
    rich = [pages.posts(site, campaign, tag, views, banks=banks) for tag in LANGUAGES]
    rich += [pages.home(samples.TOOLKIT, site, tag, {}) for tag in LANGUAGES]
    landings = {
        landing.file: landing.html.encode() for landing in pages.landings(site, views, banks)
    }
    folder = tmp_path_factory.mktemp("fifty")
    out = sample.written(folder, site, rich, stock.files | landings)
    with served(out, Packing) as port:
        yield f"http://127.0.0.1:{port}/"


def test_a_page_of_fifty_posts_weighs_little_with_all_that_it_fetches(
    browser: Browser, fifty: str
) -> None:
    found = weights(browser, f"{fifty}free-them-all/posts/")

    kinds = {path.rpartition("/")[2].rpartition(".")[2] for path in found}
    assert kinds == {"", "css", "js", "json", "svg"}, found
    assert found["/assets/posts/free-them-all-en-0.json"] > 5 * KB
    assert found.total() < MOST_OF_MANY, found
    page = browser.new_page()
    page.goto(f"{fifty}free-them-all/posts/")
    page.locator("[name=words]").fill("FreeThemAll")
    page.locator("[data-tk-found]").get_by_text(f"{MANY} of {MANY} posts").wait_for()
    others = page.get_by_role("link", name="More posts")
    assert not others.is_visible(), "what is found is here"
    page.locator("[name=words]").fill("")
    others.wait_for()
    said = page.locator("[data-tk-draft]").inner_text()
    page.close()
    assert 200 < len(said) < 320, "as long as people write"


@pytest.mark.parametrize("number", [0, MANY - 1])
def test_the_page_of_one_of_fifty_posts_is_all_that_a_first_visit_fetches(
    browser: Browser, fifty: str, number: int
) -> None:
    found = weights(browser, f"{fifty}free-them-all/post-{number}/")

    path = f"/free-them-all/post-{number}/"
    assert found.keys() == {path, "/assets/toolkit/icon.svg"}
    assert found.total() < MOST["landing"], found
