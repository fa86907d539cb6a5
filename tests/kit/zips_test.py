"""A zip is the same bytes for the same content, says what is in it, and is never an old one."""

from __future__ import annotations

import hashlib
import io
import json
import os
import time
import zipfile
from typing import TYPE_CHECKING

import pytest

from toolkit.kit.store import Store
from toolkit.kit.zips import Entry, zipped

if TYPE_CHECKING:
    from pathlib import Path

DAY = 24 * 3600
ENTRIES = (Entry("es/ñandú.txt", "río".encode()), Entry("a.txt", b"a" * 999, (("format", "link"),)))


def test_the_manifest_holds_the_hash_and_size_of_every_other_file(tmp_path: Path) -> None:
    made = zipped("river", ENTRIES, Store(tmp_path))

    with zipfile.ZipFile(made.there()) as archive:
        told = json.loads(archive.read("manifest.json"))
        assert [row["file"] for row in told["files"]] == ["a.txt", "es/ñandú.txt"]
        for row in told["files"]:
            body = archive.read(row["file"])
            assert row["sha256"] == hashlib.sha256(body).hexdigest()
            assert row["size"] == len(body)
        assert told["files"][0]["format"] == "link"
        assert archive.testzip() is None


def test_order_place_and_time_do_not_change_a_byte(tmp_path: Path) -> None:
    one = zipped("river", ENTRIES, Store(tmp_path / "one"))
    two = zipped("river", reversed(ENTRIES), Store(tmp_path / "two"))

    assert one.there().read_bytes() == two.there().read_bytes()
    with zipfile.ZipFile(io.BytesIO(one.path.read_bytes())) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o644}


@pytest.mark.parametrize(
    "other",
    [
        Entry("a.txt", b"b" * 999, (("format", "link"),)),
        Entry("b.txt", b"a" * 999, (("format", "link"),)),
        Entry("a.txt", b"a" * 999, (("format", "wide"),)),
    ],
    ids=["content", "name", "fact"],
)
def test_a_change_makes_another_zip(tmp_path: Path, other: Entry) -> None:
    store = Store(tmp_path)

    assert zipped("r", ENTRIES, store).key != zipped("r", (ENTRIES[0], other), store).key


def test_an_unchanged_zip_is_not_packed_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    made = zipped("river", ENTRIES, store)
    before = made.there().stat().st_ino

    assert zipped("river", ENTRIES, store).there().stat().st_ino == before


def test_a_kept_file_can_be_read_by_a_web_server_and_a_failed_one_leaves_nothing(
    tmp_path: Path,
) -> None:
    store = Store(tmp_path)

    def fail() -> bytes:
        raise KeyboardInterrupt

    assert store.kept("aa", ".txt", lambda: b"x").path.stat().st_mode & 0o777 == 0o644
    with pytest.raises(KeyboardInterrupt):
        store.kept("bb", ".txt", fail)
    assert not list(tmp_path.rglob("*.part"))
    assert not list(tmp_path.rglob("bb*"))


def test_the_size_is_known_before_a_zip_is_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = (*ENTRIES, Entry("b.txt", b"b" * 500))
    plain = zipped("river", entries, Store(tmp_path / "plain"))
    assert not plain.path.exists()
    assert plain.there().stat().st_size == plain.size

    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 1100)
    large = zipped("river", entries, Store(tmp_path / "large"))
    assert large.there().stat().st_size == large.size > plain.size

    monkeypatch.undo()
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 2)
    many = zipped("river", entries, Store(tmp_path / "many"))
    assert many.there().stat().st_size == many.size > plain.size


def test_what_nobody_asked_for_in_a_week_goes_and_a_zip_after_half_an_hour(tmp_path: Path) -> None:
    store, now = Store(tmp_path), time.time()
    ages = {"used": 30 * DAY, "asked": 30 * DAY, "young": 6 * DAY, "old": 8 * DAY}
    files = {name: store.kept(name, ".png", lambda: b"x").path for name in ages}
    zip_ = store.kept("zip", ".zip", lambda: b"x").path
    for name, path in files.items():
        os.utime(path, (now - ages[name],) * 2)
    os.utime(zip_, (now - DAY / 24,) * 2)

    store.kept("asked", ".png", lambda: b"another")
    gone = store.prune({files["used"]}, now)

    assert gone == 2
    assert [name for name, path in files.items() if path.exists()] == ["used", "asked", "young"]
    assert not zip_.exists()
