"""What is called safe without counting really fits, on every network."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.check.bounds import surely_fits
from toolkit.networks import builtin, count

NETWORKS = builtin()
TEXTS = st.one_of(
    st.text(max_size=600),
    st.lists(
        st.sampled_from(
            ["a.co", "x.org/y", "https://a.b/c", "👩‍👩‍👧", "é", "自由", "@a@b.org", "©", "word"]
        )
    ).map(" ".join),
)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(sorted(NETWORKS)))
def test_what_surely_fits_fits(text: str, id_: str) -> None:
    network = NETWORKS[id_]

    if surely_fits(text, 0, "", network):
        found = count(text, network)
        assert network.limit is None or found.used <= network.limit or found.parts > 1


@pytest.mark.parametrize("id_", ["x", "bluesky", "mastodon", "threads", "instagram"])
def test_an_ordinary_short_text_need_not_be_counted(id_: str) -> None:
    text = "The river is dry. Open the sluice! #SaveTheRiver https://example.org/river"

    assert surely_fits(text, 60, "z", NETWORKS[id_])
    assert not surely_fits(text * 40, 0, "", NETWORKS[id_])
