"""A published folder holds exactly what was planned, and files appear whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from toolkit.publish import Published, publish, swap

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_holds_exactly_what_was_planned(tmp_path: Path) -> None:
    (tmp_path / "old/deep").mkdir(parents=True)
    (tmp_path / "old/deep/page.html").write_text("gone")

    done = publish({"a/index.html": b"new", "b.txt": b"two"}, tmp_path)

    assert done == Published(written=2, kept=0, removed=1)
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")) == [
        "a",
        "a/index.html",
        "b.txt",
    ]


def test_what_did_not_change_is_not_touched(tmp_path: Path) -> None:
    publish({"a.txt": b"same"}, tmp_path)
    os.utime(tmp_path / "a.txt", (1, 1))

    assert publish({"a.txt": b"same"}, tmp_path) == Published(written=0, kept=1, removed=0)
    assert (tmp_path / "a.txt").stat().st_mtime == 1


def test_a_file_can_be_copied_from_elsewhere(tmp_path: Path) -> None:
    source = tmp_path / "cache.png"
    source.write_bytes(b"pixels")

    publish({"cards/one.png": source}, tmp_path / "site")

    assert (tmp_path / "site/cards/one.png").read_bytes() == b"pixels"


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "a\\b.txt", ""])
def test_nothing_is_written_outside_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="would leave the folder"):
        publish({name: b"x"}, tmp_path / "site")


def test_a_failed_write_leaves_no_half_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        publish({"cards/one.png": tmp_path / "missing.png"}, tmp_path / "site")

    assert not [p for p in (tmp_path / "site").rglob("*") if p.is_file()]


def test_a_finished_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/old.html").write_text("old")
    (tmp_path / "new").mkdir()
    (tmp_path / "new/new.html").write_text("new")

    swap(tmp_path / "new", tmp_path / "site")

    assert [p.name for p in tmp_path.iterdir()] == ["site"]
    assert [p.name for p in (tmp_path / "site").iterdir()] == ["new.html"]
