"""Everybody says it in their own words, and says the same tomorrow."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from toolkit.compose.vary import distinct, hashed, mix, pick, said
from toolkit.load.variation import pieces_of
from toolkit.model import Variation, Words
from toolkit.problems import Place

HERE = Place("posts.yml")
SEEDS = st.integers(0, 2**32 - 1)


def words(*texts: str) -> Words:
    variations = tuple(Variation(pieces_of(text)[0], HERE) for text in texts)
    return Words(variations[0].first, "en", HERE, variations)


def test_the_hashes_are_the_published_ones() -> None:
    # RFC 9923, appendix C: FNV-1a of "a" and of "foobar"; MurmurHash3's finaliser of 1.
    assert hashed("") == 0x811C9DC5
    assert hashed("a") == 0xE40C292C
    assert hashed("foobar") == 0xBF9CF968
    assert mix(1) == 0x514E28B7


@given(SEEDS, st.text(max_size=20), st.integers(0, 1000), st.integers(1, 50))
def test_a_pick_is_always_one_of_the_options(seed: int, salt: str, number: int, many: int) -> None:
    assert 0 <= pick(seed, salt, number, many) < many


def test_without_a_seed_everything_comes_first() -> None:
    assert said(words("[a|b] [c|d]", "[e|f]"), 0, "dry") == "a c"


def test_a_person_says_the_same_every_time_and_people_differ() -> None:
    text = words("[a|b|c|d] [a|b|c|d] [a|b|c|d]")
    heard = [said(text, seed, "dry") for seed in range(1, 2000)]

    assert heard == [said(text, seed, "dry") for seed in range(1, 2000)]
    assert len(set(heard)) == 64


def test_options_are_taken_about_equally_often() -> None:
    text = words("[a|b|c|d]")
    heard = Counter(said(text, seed, "dry") for seed in range(1, 40_001))

    assert all(9_500 < count < 10_500 for count in heard.values())


def test_a_person_who_takes_the_first_here_need_not_take_it_there() -> None:
    text = words("[a|b]")
    both = Counter((said(text, s, "dry"), said(text, s, "wet")) for s in range(1, 4001))

    assert len(both) == 4
    assert all(800 < count < 1200 for count in both.values())


def test_texts_that_read_the_same_count_once() -> None:
    assert distinct(words("Free them all")) == (1, True)
    assert distinct(words("[now|today] and [now|today]")) == (4, True)
    assert distinct(words("[a|ab][b|]")) == (3, True)
    assert distinct(words("Free them all", "Free them [all|both]")) == (2, True)


def test_too_many_to_write_out_are_multiplied() -> None:
    assert distinct(words(" ".join(["[a|b]"] * 20))) == (2**20, False)
