"""What a person says is chosen on the page exactly as the build would choose it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from toolkit.compose.vary import as_data, mix, pick, said, salt_of
from toolkit.load.variation import pieces_of
from toolkit.model import Variation, Words
from toolkit.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

SCRIPT = Path(__file__).parents[2] / "toolkit" / "assets" / "vary.js"
HERE = Place("posts.yml")
TEXTS = (
    "Free them [now|today|at once], [please|[I|we] beg [you|all of you]]! 自由 👩‍👩‍👧",
    "[Release|Free] everyone #FreeThemAll",
    "Nobody should be locked up.",
)
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Yield an empty page that knows how to vary texts."""
    page = browser.new_page()
    page.add_script_tag(path=SCRIPT)
    yield page
    page.close()


def seeds(count: int) -> list[int]:
    """Return seeds from end to end, the same every time."""
    return [0, 1, 2**31 - 1, 2**31, 2**32 - 1, *(mix(number) for number in range(1, count))]


def test_every_pick_is_the_same_on_the_page(page: Page) -> None:
    asked = [
        (seed, salt, mix(seed) % 200, mix(seed + 1) % 60 + 1)
        for seed in seeds(2000)
        for salt in ("free/en", "絆/ja", "")
    ]

    found = page.evaluate("asked => asked.map(a => toolkitVary.pick(...a))", asked)
    assert found == [pick(*each) for each in asked]


def test_every_text_is_the_same_on_the_page(page: Page) -> None:
    variations = tuple(Variation(pieces_of(text)[0], HERE) for text in TEXTS)
    words = Words(variations[0].first, "en", HERE, variations)
    data = {"salt": salt_of("free", "en"), "versions": [as_data(v.pieces) for v in variations]}

    found = page.evaluate(
        "([data, seeds]) => seeds.map(seed => toolkitVary.said(data, seed))", [data, seeds(3000)]
    )
    assert found == [said(words, seed, "free") for seed in seeds(3000)]
    assert len(set(found)) == 3 * 5 + 2 + 1


def test_a_new_seed_is_never_the_one_of_nobody(page: Page) -> None:
    found = page.evaluate("Array.from({length: 1000}, () => toolkitVary.newSeed())")

    assert all(0 < seed < 2**32 for seed in found)
    assert len(set(found)) > 990
