"""What YAML would turn into something else is read as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.network_ids import NETWORKS
from toolkit.load import Loaded, load, read_files

PROJECT = Path(__file__).parents[1] / "kind"
TEXTS = {
    "010": "no",
    "clock": "12:30",
    "octal": "010",
    "day": "2020-04-02",
    "yes": "yes",
    "on": "On",
    "float": "3.10",
    "exponent": "1e3",
    "hex": "0x1F",
    "thousands": "6,000",
    "underscore": "1_000",
    "infinity": ".inf",
    "plus": "+52 55 1234 5678",
    "tight-hash": "Route#7 is closed",
    "tight-colon": "Meet at 12:30 or at https://example.org/a:b",
    "quoted-hash": "#Now is “now” & @here",
    "single-quoted": "It's 100% ours: #Now",
    "quoted-null": "null",
    "folded": "#Now is @here",
    "lines": "#Now\n\n  two  spaces",
    "tab": "a\tb",
    "noted": "ours",
}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    files, problems = read_files(PROJECT)
    assert not problems
    return load(files, NETWORKS)


def test_nothing_of_it_is_a_problem(loaded: Loaded) -> None:
    assert not loaded.problems, "\n".join(map(str, loaded.problems))


def test_every_text_is_read_as_it_was_written(loaded: Loaded) -> None:
    (campaign,) = loaded.toolkit.campaigns
    read = {post.id: words.text for post in campaign.posts if (words := post.text.get("en"))}

    assert read == TEXTS


def test_norwegian_is_a_language_and_a_year_is_a_title(loaded: Loaded) -> None:
    (campaign,) = loaded.toolkit.campaigns

    assert campaign.languages == ("en", "no")
    assert [words.text for words in campaign.title] == ["2030"]
    assert (campaign.number, campaign.country) == ("84.10", "NO")
    assert [tag.tag for tag in loaded.toolkit.hashtags] == ["1492", "no"]
