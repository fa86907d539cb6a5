"""The counter on the page agrees with the build, text by text, over thousands of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.networks import cases
from tests.networks.texts import texts
from toolkit.networks import builtin, compose_link, count, entities
from toolkit.networks.lookup import emoji_of_x
from toolkit.networks.measure import utf16
from toolkit.networks.spec import X_WEIGHTS
from toolkit.networks.weigh import weigh

if TYPE_CHECKING:
    from tests.networks.conftest import Counter

pytestmark = pytest.mark.browser

TABLE = builtin()
URL = "https://example.org/es/?a=1&b=ñ"


def by_build(text: str, name: str) -> list[Any]:
    """Count, recognise and link a text in Python, places in UTF-16 as on the page."""
    network = TABLE[name]
    counted = count(text, network)
    numbers = [counted.used, counted.least, counted.limit, counted.over, counted.bytes]
    found = [
        [e.kind, utf16(text[: e.start]), utf16(text[: e.end]), e.value]
        for e in entities(text, network)
    ]
    link = compose_link(network, text=text, url=URL, title="T & T")
    return [*numbers, counted.parts, counted.hard, found, link.href]


BY_PAGE = """({texts, name, url}) => texts.map((text) => {
  const c = networks.count(text, name);
  const found = networks.entities(text, name).map((e) => [e.kind, e.start, e.end, e.value]);
  const href = networks.compose(name, {text, url, title: "T & T"});
  return [c.used, c.least, c.limit, c.over, c.bytes, c.parts, c.hard, found, href];
})"""


@pytest.mark.parametrize("name", TABLE)
def test_the_page_counts_recognises_and_links_as_the_build_does(
    counter: Counter, name: str
) -> None:
    given = texts(750, seed=len(name))
    got = counter.run(BY_PAGE, {"texts": given, "name": name, "url": URL})
    for text, found in zip(given, got, strict=True):
        assert found == by_build(text, name), ascii(text)


@cases.needed
def test_the_page_counts_every_emoji_as_the_build_does(counter: Counter) -> None:
    given = cases.emoji() + texts(500, seed=7, emoji=tuple(cases.emoji()))
    for name in ("x", "threads", "sms"):
        got = counter.run(BY_PAGE, {"texts": given, "name": name, "url": URL})
        for text, found in zip(given, got, strict=True):
            assert found == by_build(text, name), (name, ascii(text))


def test_the_page_knows_as_well_how_far_a_text_may_go_on_x(counter: Counter) -> None:
    given = texts(500, seed=11)
    script = """(texts) => texts.map((t) => {
      const w = networks.weigh(t, data.x.emoji);
      return [w.weight, w.valid, w.permillage, w.validEnd, w.displayEnd];
    })"""
    for text, got in zip(given, counter.run(script, given), strict=True):
        w = weigh(text, X_WEIGHTS, emoji_of_x())
        assert got == [w.weight, w.valid, w.permillage, w.valid_end, w.display_end], ascii(text)
