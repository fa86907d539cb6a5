"""In the built site, every button gives exactly the text that was written; nobody else hears."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.browser.serving import served
from tests.whole import project
from toolkit.load import load, read_files
from toolkit.networks import builtin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from toolkit.model import Campaign

pytestmark = pytest.mark.browser

# A day on which none of the campaigns has ended yet: afterwards nobody is asked to copy.
OPEN = "2019-07-15"
# What Markdown, HTML, templates and clipboards like to change.
HARD = [
    "#FreeThemAll begins this line\n#and this one",
    "@GN_MEXICO_ and @lopezobrador_ end in a line_",
    "two  spaces,\ta tab, a trailing space \n\n\nthree line breaks",
    "*stars* _lines_ `ticks` <b>tags</b> &amp; \"quotes\" 'more' \\ # + - 1. > |",
    "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 e\u0301 \u00a0 \u202fnarrow",
    "الحرية #FreeThemAll للجميع @GN_MEXICO_ 2020",
    "{{ 7 * 7 }} {% raw %} ${7} {placeholder",
]


@pytest.fixture(scope="module")
def site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Serve the project's own site, with one more campaign of hard texts."""
    folder = project.copied(tmp_path_factory.mktemp("copy") / "project")
    (folder / ".toolkit").symlink_to(built / ".toolkit")
    hard = folder / "campaigns/hard"
    hard.mkdir()
    (hard / "campaign.yml").write_text("title: Hard\nlanguages: [en]\n", encoding="utf-8")
    (hard / "posts.yml").write_text(
        "".join(
            f"- id: hard-{number}\n  text: {quoted(text)}  # allow leftover: it is meant\n"
            "  card: {headline: Hard}\n"
            for number, text in enumerate(HARD)
        ),
        encoding="utf-8",
    )
    (folder / "site").mkdir()
    with served(folder / "site") as port:
        url = f"http://127.0.0.1:{port}/"
        done = project.toolkit(folder, "build", "--today", OPEN, SITE_URL=url)
        assert done.returncode == 0, done.stderr
        yield folder, url


def quoted(text: str) -> str:
    """Write a text as a YAML string that says exactly this."""
    import json

    return json.dumps(text, ensure_ascii=False)


@pytest.fixture(scope="module")
def page(browser: Browser, site: tuple[Path, str]) -> Iterator[Page]:
    """Open a page that may use the clipboard and notes every host it asks for anything."""
    _, url = site
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=url.rstrip("/"))
    opened = context.new_page()
    yield opened
    context.close()


def campaigns(folder: Path) -> tuple[Campaign, ...]:
    return load(read_files(folder)[0], builtin()).toolkit.campaigns


def test_every_post_is_copied_byte_for_byte_and_no_other_host_is_asked(
    site: tuple[Path, str], page: Page
) -> None:
    folder, url = site
    asked: set[str] = set()
    broken: list[str] = []
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page.on("console", lambda m: broken.append(m.text) if m.type == "error" else None)
    copied: dict[tuple[str, str, str], str] = {}
    written: dict[tuple[str, str, str], str] = {}

    for campaign in campaigns(folder):
        for post in campaign.posts:
            for words in post.text:
                tree = "" if words.language == "en" else f"{words.language}/"
                page.goto(f"{url}{tree}{campaign.id}/{post.id}/")
                page.locator("[data-tk-copy]").first.click()
                page.locator("[data-tk-live]").filter(has_text="").wait_for(state="attached")
                key = (campaign.id, post.id, words.language)
                copied[key] = page.evaluate("navigator.clipboard.readText()")
                written[key] = words.text

    assert copied == written
    assert len(copied) >= 40 + len(HARD)
    assert asked == {urlsplit(url).netloc}
    assert not [text for text in broken if "Content Security Policy" in text]


def test_the_posts_page_copies_the_same(site: tuple[Path, str], page: Page) -> None:
    _, url = site
    page.goto(f"{url}hard/posts/")

    for number, text in enumerate(HARD):
        page.locator(f"#hard-{number} [data-tk-copy]").first.click()
        assert page.evaluate("navigator.clipboard.readText()") == text
