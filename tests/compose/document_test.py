"""The eight texts of a real campaign fit where its people were told that they fit."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.compose.samples import GUARD, INM, NETWORKS, account, translated
from toolkit.compose import Composed, Setting, compose_text, directory
from toolkit.networks import count

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("TOOLKIT_SHARED", ROOT.parent / "shared"))
FOLDER = SHARED / "documents"
pytestmark = pytest.mark.skipif(
    not list(FOLDER.glob("000_*.txt")), reason=f"the campaign document is not in {FOLDER}"
)
X = NETWORKS["x"]
LINK = "https://example.org/free-them-all/"
KNOWN = directory((INM, GUARD))


def document() -> str:
    (path,) = FOLDER.glob("000_*.txt")
    return path.read_text(encoding="utf-8")


def texts() -> list[str]:
    """Return the posts of the document: what stands between its tags and its accounts."""
    middle = document().partition("HASHTAGS:")[2].partition("ACCOUNTS:")[0]
    return [line.strip() for line in middle.split("\n")[1:] if line.strip()]


def composed(text: str, network: str = "x", *, addressed: bool = False) -> Composed:
    targets = (GUARD,) if addressed else ()
    return compose_text(text, (), Setting(NETWORKS[network], "en", KNOWN, LINK, "", targets))


def test_there_are_eight_of_180_to_263_characters() -> None:
    lengths = [count(text, X).used for text in texts()]

    assert len(lengths) == 8
    assert (min(lengths), max(lengths)) == (180, 263)
    assert lengths[6] == 263


def test_seven_fit_x_with_a_link_and_the_seventh_is_seven_over() -> None:
    found = [composed(text) for text in texts()]

    assert [n for n, c in enumerate(found, 1) if not c.fits] == [7]
    assert (found[6].count.used, found[6].count.over) == (287, 7)


def test_the_seventh_is_no_trouble_on_mastodon_and_threads() -> None:
    assert all(composed(texts()[6], network).fits for network in ("mastodon", "threads"))


def test_with_the_handle_of_the_national_guard_seven_fit_and_one_of_them_exactly() -> None:
    full = [f"{text} @GN_MEXICO_" for text in texts()]
    used = [count(f"{text}\n{LINK}", X).used for text in full]

    assert sum(length <= 280 for length in used) == 7
    assert 280 in used


def test_whom_a_text_names_already_is_not_added_again() -> None:
    eighth = composed(texts()[7], addressed=True)

    assert eighth.text.count("@GN_MEXICO_") == 1
    assert eighth.text == texts()[7]


def test_elsewhere_the_text_that_names_the_guard_twice_names_it_once() -> None:
    assert composed(texts()[7], "facebook").text == texts()[7].replace("@GN_MEXICO_ ", "")


def test_the_tag_that_was_lost_is_found() -> None:
    from tests.check.samples import HASHTAGS, post, said

    tags = HASHTAGS + "".join(f"- tag: {t}\n" for t in ("FreeThemAll", "COVID19", "DDHH", "Mexico"))
    (lost,) = (t for t in texts() if t.startswith("#After"))
    remarks = said(post(lost), hashtags=tags)

    assert any("there is no hashtag #After in hashtags.yml" in remark for remark in remarks)


def test_all_nineteen_accounts_never_stand_in_one_post() -> None:
    handles = re.findall(r"@(\w+)", document().partition("ACCOUNTS:")[2])
    everybody = tuple(account(f"a{n}", translated(en=h), x=h) for n, h in enumerate(handles))

    assert len(everybody) == 19
    found = compose_text(
        texts()[0], (), Setting(X, "en", directory(everybody), LINK, "", everybody)
    )
    assert found.fits
    assert found.text.count("@") < 19
