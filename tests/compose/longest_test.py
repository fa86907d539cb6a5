"""The longest wording is found without writing out all of them, and it is the longest."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compose.samples import composed
from toolkit.compose.longest import TRIED, longest
from toolkit.load.variation import pieces_of
from toolkit.model import combinations

PARTS = st.sampled_from(
    [
        "[now|today|at once] ",
        "We want it ",
        "[here|[there|over there]], ",
        "👩\u200d👩\u200d👧 ",
        "[|very ]much ",
        "[#a|#bb]",
        "[x.org|example.org/long] ",
        "@INAMI_mx ",
        "[é|ee|👍🏽]!",
        " [自由|all]. ",
        "a[b|cc]d",
    ]
)


@settings(deadline=None, max_examples=80)
@given(
    st.lists(PARTS, max_size=7).map("".join), st.sampled_from(["x", "bluesky", "threads", "sms"])
)
def test_nothing_is_longer_than_the_longest(written: str, network: str) -> None:
    pieces, _ = pieces_of(written)

    def used(text: str) -> int:
        return composed(text, network).count.used

    found = longest(pieces, used)
    everything = list(combinations(pieces))
    assert found.text in everything
    assert found.used == used(found.text)
    if found.sure:
        assert found.used == max(used(text) for text in everything)
    else:
        assert len(everything) > TRIED


def test_a_thousand_millions_of_wordings_are_no_trouble_when_choices_stand_apart() -> None:
    pieces, _ = pieces_of(" ".join(["[now|today|at once]"] * 19))
    found = longest(pieces, lambda text: composed(text).count.used)

    assert found.text == " ".join(["at once"] * 19)
    assert found.sure


def test_what_cannot_be_tried_is_said() -> None:
    pieces, _ = pieces_of("".join(["[a|b]"] * 12))

    assert not longest(pieces, len).sure


def test_choices_that_make_a_link_together_are_tried_together() -> None:
    pieces, _ = pieces_of("go to ab[-|.]o[x|rg] now")
    found = longest(pieces, lambda text: composed(text).count.used)

    assert found.text == "go to ab.org now"
    assert found.used == len("go to  now") + 23
    assert found.sure
