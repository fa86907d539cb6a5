"""A slow machine is not made slower than a phone, and what costs points is said."""

from __future__ import annotations

import gzip
import urllib.request
from typing import TYPE_CHECKING

import lighthouse
import pytest
from house.hosting import hosted

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("index", "times"), [(90, 1), (150, 1), (475, 1.5), (800, 2), (1300, 3), (1533, 4), (1766, 5)]
)
def test_a_machine_is_slowed_down_to_a_phone_and_no_further(index: float, times: float) -> None:
    assert lighthouse.slowdown(index) == pytest.approx(times)


def test_a_phone_is_meant_as_lighthouse_means_it_unless_somebody_asks_for_another() -> None:
    assert lighthouse.asked([]).slower == lighthouse.OWN
    assert lighthouse.asked(["--slower", "6", "built", "river/"]).slower == 6
    assert lighthouse.asked(["--phone"]).phone
    assert lighthouse.asked(["built", "river/", "dam/"]).paths == ["river/", "dam/"]


@pytest.mark.parametrize(
    ("scores", "said"), [([0.97], 97), ([0.97, 1.0, 0.98], 98), ([1.0, 0.99], 99)]
)
def test_a_score_is_the_median_of_its_rounds_and_never_flatters(
    scores: list[float], said: int
) -> None:
    reports = [{"categories": {"performance": {"score": score}}} for score in scores]

    assert lighthouse.middle(reports, "performance") == (said, [round(s * 100) for s in scores])
    assert round(lighthouse.typical(reports)["categories"]["performance"]["score"] * 100) == said


def test_only_what_costs_points_is_said() -> None:
    audits = {
        "fast": {"title": "Fast", "score": 1},
        "slow": {"title": "Paints late", "score": 0.4, "displayValue": "3.1 s"},
        "hint": {"title": "A hint", "score": 0},
        "none": {"title": "Not for this page", "score": None},
    }
    refs = [{"id": id_, "weight": 0 if id_ == "hint" else 1} for id_ in audits]
    report = {
        "audits": audits,
        "categories": {"performance": {"title": "Performance", "auditRefs": refs}},
    }

    assert list(lighthouse.losses(report)) == ["  Performance: Paints late (3.1 s)"]


def test_one_page_of_each_kind_is_measured(tmp_path: Path) -> None:
    for page in ("river/posts", "river/first", "river/second", "dam/posts", "dam/letters", ""):
        (tmp_path / page).mkdir(parents=True, exist_ok=True)
        (tmp_path / page / "index.html").touch()

    found = list(lighthouse.pages(tmp_path))

    assert found == ["", "dam/", "river/first/", "dam/posts/", "dam/letters/"]


def test_pages_are_packed_and_files_with_a_hash_are_kept(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>Free them all", encoding="utf-8")
    (tmp_path / "a.0123abcd.js").write_text("go()", encoding="utf-8")
    with hosted(tmp_path) as port:
        answers = {}
        for name in ("", "a.0123abcd.js"):
            asked = urllib.request.Request(
                f"http://127.0.0.1:{port}/{name}", headers={"Accept-Encoding": "gzip"}
            )
            with urllib.request.urlopen(asked) as answer:  # noqa: S310
                answers[name] = (answer.headers["Cache-Control"], answer.read())

    assert gzip.decompress(answers[""][1]) == b"<p>Free them all"
    assert answers[""][0] == "no-cache"
    assert "immutable" in answers["a.0123abcd.js"][0]
