"""Lists of posts open in any program and run in none."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.samples import CAMPAIGN, HARD, saying, view
from toolkit.kit import lists


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "－1", "＠a", "'=1"]
)
def test_a_cell_that_a_table_program_would_run_is_shielded(text: str) -> None:
    assert lists.cell(text).startswith("'")
    assert lists.text_of(lists.cell(text)) == text


@given(st.text())
def test_every_text_comes_back_from_its_cell(text: str) -> None:
    shown = lists.cell(text)

    assert lists.text_of(shown) == text
    assert not shown.startswith(lists.RUNS)


@pytest.mark.parametrize("text", HARD.values(), ids=HARD.keys())
def test_hard_posts_come_back_from_the_table_as_they_were(text: str) -> None:
    campaign = saying(text)
    one = view(campaign, campaign.posts[0], "en")

    table = lists.posts_table([(one, "https://example.org/")])

    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    assert lists.text_of(rows[1][3]) == text
    assert rows[0] == list(lists.COLUMNS)


def test_the_text_file_has_every_post_exactly_as_it_is() -> None:
    campaign = saying(HARD["spaces"])

    told = lists.posts_text([view(campaign, campaign.posts[0], "en")])

    assert HARD["spaces"] in told


def test_a_thread_is_listed_part_by_part() -> None:
    campaign = saying("First.")
    thread = replace(view(campaign, campaign.posts[0], "en"), thread=("Second.", "Third."))

    table = lists.posts_table([(thread, "https://example.org/")])
    told = lists.posts_text([thread])

    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    assert [(row["part"], row["text"]) for row in rows] == [
        ("1/3", "First."),
        ("2/3", "Second."),
        ("3/3", "Third."),
    ]
    assert [bool(row["pictures"]) for row in rows] == [True, False, False]
    assert "———— only (en 2/3)\n\nSecond.\n" in told


def test_one_description_stands_once_under_all_its_pictures() -> None:
    cards = view(CAMPAIGN, CAMPAIGN.posts[0], "en").cards
    other = replace(cards[0], alt="Another", name="other.png")

    told = lists.alt_list([*cards, other])

    assert told.count(cards[0].alt) == 1
    assert all(card.name in told for card in cards)
    assert told.rstrip().endswith("other.png\n\nAnother")
