"""A golden guards what was looked at, and changes only when somebody blesses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.golden import Golden

if TYPE_CHECKING:
    from pathlib import Path


def test_what_equals_its_golden_passes(tmp_path: Path) -> None:
    (tmp_path / "card.txt").write_text("as it was\n", encoding="utf-8")

    Golden(tmp_path)("card.txt", "as it was\n")


@pytest.mark.parametrize("made", ["something else\n", b"\x89PNG"])
def test_what_differs_fails_and_is_left_to_look_at(tmp_path: Path, made: str | bytes) -> None:
    (tmp_path / "card").write_text("as it was\n", encoding="utf-8")

    with pytest.raises((AssertionError, pytest.fail.Exception), match="--bless"):
        Golden(tmp_path)("card", made)

    assert (tmp_path / "actual-card").exists()
    assert (tmp_path / "card").read_text(encoding="utf-8") == "as it was\n"


def test_a_missing_golden_fails(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="has no golden"):
        Golden(tmp_path)("card.png", b"\x89PNG")


def test_blessing_replaces_it(tmp_path: Path) -> None:
    Golden(tmp_path, bless=True)("card.txt", "as it is\n")

    Golden(tmp_path)("card.txt", "as it is\n")
