"""Text reaches the reader byte for byte, through front matter, Markdown and HTML."""

from __future__ import annotations

import html.parser
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.utils import meta

from tests.pages import samples
from toolkit import pages

if TYPE_CHECKING:
    from toolkit.pages import RichPage

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"
# No file holds half a surrogate pair. Python's reader drops references to control characters,
# which browsers keep; those texts are held against a browser in tests/browser.
CONTROLS = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), 127)))
HARD = [name for name in samples.HARD if name != "controls"]
TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=f"{CONTROLS}\r"), min_size=1
)


@dataclass
class Reading(html.parser.HTMLParser):
    """What a browser reads: the text of posts, and what copy buttons carry."""

    texts: list[str] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_ = dict(attrs)
        self.tags.append((tag, given_))
        if given_.get("data-tk-copy") is not None:
            self.carried.append(given_["data-tk-copy"] or "")
        if "data-tk-text" in given_:
            self.open = True
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.open = self.open and tag != "div"

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[-1] += data


def read(source: str) -> Reading:
    reading = Reading()
    reading.feed(source)
    reading.close()
    return reading


def extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """Return the Markdown extensions of the site, and more that campaigns may switch on."""
    text = CONFIG.read_text(encoding="utf-8").replace("!ENV", "")
    rows = yaml.safe_load(text)["markdown_extensions"]
    pairs = [row if isinstance(row, dict) else {row: {}} for row in rows]
    names = {name: options for pair in pairs for name, options in pair.items()}
    more = ("tables", "abbr", "footnotes", "def_list", "smarty", "fenced_code", "nl2br")
    return [*names, *(m for m in more if m not in names)], names


EXTENSIONS, OPTIONS = extensions()


def through_markdown(page: RichPage) -> str:
    """Return the HTML that MkDocs makes of a page."""
    body, front = meta.get_data(page.markdown)
    assert front == page.meta
    made: str = markdown.markdown(body, extensions=EXTENSIONS, extension_configs=OPTIONS)
    return made


def posts_saying(text: str) -> RichPage:
    campaign = samples.saying(text)
    return pages.posts(samples.SITE, campaign, "en", samples.views(campaign))


@pytest.mark.parametrize("name", HARD)
def test_hard_texts_come_out_as_they_went_in(name: str) -> None:
    text = samples.HARD[name]

    reading = read(through_markdown(posts_saying(text)))

    assert reading.texts == [text]
    assert reading.carried[0] == text


@given(TEXTS)
@example("\n")
@example("\x85\x9f\u2028\ufeff")
@example("a\n\n\n\t b  \n")
def test_any_text_comes_out_of_markdown_as_it_went_in(text: str) -> None:
    reading = read(through_markdown(posts_saying(text)))

    assert reading.texts == [text]
    assert reading.carried[0] == text


@given(TEXTS)
@example("\r")
def test_any_text_comes_out_of_a_landing_page_as_it_went_in(text: str) -> None:
    view = samples.views(samples.saying(text))[0]
    (page,) = pages.landings(samples.SITE, [view])

    reading = read(page.html)

    assert reading.texts == [text]
    assert reading.carried[0] == text


@given(TEXTS)
@example('"quoted" \\ \x85\u2028\ufeff\ufffe\U0001f600 {[#:')
def test_front_matter_says_what_the_page_says(title: str) -> None:
    page = pages.RichPage("", "en", title, "", "body", {"title": title, "hide": ["toc"]})

    _, front = meta.get_data(page.markdown)

    assert front == {"title": title, "hide": ["toc"]}


@given(TEXTS)
@example("قبل #FreeThemAll، @INAMI_mx https://a.example/?b=1&c#d بعد <b>#x</b>")
def test_a_text_from_right_to_left_comes_out_as_it_went_in(text: str) -> None:
    campaign = replace(samples.CAMPAIGN, posts=(samples.post("only", ar=text),))
    page = pages.posts(samples.SITE, campaign, "ar", samples.views(campaign))

    assert read(through_markdown(page)).texts == [text]


def test_tags_and_handles_keep_their_direction_between_arabic_words() -> None:
    view = next(v for v in samples.views() if v.language == "ar")

    html = next(iter(pages.landings(samples.SITE, [view]))).html

    assert "<bdi>#FreeThemAll</bdi></div>" in html


def test_a_rich_page_is_one_block_without_markup_of_its_own() -> None:
    page = pages.posts(samples.SITE, samples.CAMPAIGN, "en", samples.views())

    made = through_markdown(page)

    assert "\n" not in page.markdown.partition("---\n<")[2].rstrip("\n")
    assert made.startswith('<div class="tk')
    assert made.endswith("</div>")
