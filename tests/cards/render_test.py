"""Many cards: the same bytes however they are made, found again without work, never a half file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.cards.pictures import opened
from tests.cards.samples import sample
from toolkit.cards import render as rendering
from toolkit.cards.cache import DAY, Cache
from toolkit.cards.fonts import load_fonts
from toolkit.cards.library import Library, load_library
from toolkit.cards.render import Result, Studio, render
from toolkit.cards.request import CardRequest, PictureFile

if TYPE_CHECKING:
    import pytest

LIBRARY, _ = load_library()
FONTS = load_fonts(packages=())
REQUESTS = [
    sample(layout, theme, format_, language)
    for layout in ("statement", "quotation")
    for theme in ("ember", "paper")
    for format_ in ("link", "square")
    for language in ("en", "ar")
]


def rendered(requests: list[CardRequest], cache: Path, workers: int = 1) -> tuple[Result, ...]:
    return render(requests, library=LIBRARY, fonts=FONTS, cache=cache, workers=workers)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_each_request_gets_its_card(tmp_path: Path) -> None:
    results = rendered(REQUESTS, tmp_path)
    assert [result.request for result in results] == REQUESTS
    for result in results:
        assert result.card
        assert not result.faults
        data = result.card.path.read_bytes()
        assert len(data) == result.card.size < 60_000
        assert opened(data).size == (result.card.width, result.card.height)
        assert result.card.path.is_relative_to(tmp_path)


def test_one_worker_and_two_make_the_same_bytes_in_any_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "FEW", 4)
    monkeypatch.setattr(rendering, "BATCH", 3)
    rendered(REQUESTS, tmp_path / "one")
    rendered(REQUESTS[::-1], tmp_path / "two", workers=2)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_a_card_that_is_there_is_found_without_setting_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = rendered(REQUESTS[:3], tmp_path)

    def never(*_: object, **__: object) -> None:
        raise AssertionError("this card was there already")

    monkeypatch.setattr(rendering, "dress", never)
    again = rendered(REQUESTS[:3], tmp_path)
    assert [result.card for result in again] == [result.card for result in first]
    assert [result.new for result in (*first, *again)] == [True] * 3 + [False] * 3


def test_two_requests_that_look_the_same_share_a_file(tmp_path: Path) -> None:
    one = REQUESTS[0]
    other = replace(one, values=(*one.values, ("source", "not shown in this layout")))
    a, b = rendered([one, other], tmp_path)
    assert a.card
    assert b.card
    assert a.card.path == b.card.path


def test_a_changed_word_theme_format_language_or_mode_is_another_card(tmp_path: Path) -> None:
    one = REQUESTS[0]
    others = [
        replace(one, values=tuple((k, v.replace("doors", "gates")) for k, v in one.values)),
        replace(one, theme="paper"),
        replace(one, format="wide"),
        replace(one, mode="dark"),
    ]
    paths = {result.card and result.card.path for result in rendered([one, *others], tmp_path)}
    assert len(paths) == 5


def test_a_truncated_card_is_never_served(tmp_path: Path) -> None:
    (before,) = rendered(REQUESTS[:1], tmp_path)
    assert before.card
    whole = before.card.path.read_bytes()
    before.card.path.write_bytes(whole[:1000])
    (asked,) = (path for path in (tmp_path / "asked").rglob("*") if path.is_file())
    assert Cache(tmp_path).find(asked.name) is None
    rendered(REQUESTS[:1], tmp_path)
    assert before.card.path.read_bytes() == whole


def test_a_build_that_is_killed_leaves_only_whole_files(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    code = (
        "from pathlib import Path\n"
        "from tests.cards.render_test import REQUESTS, rendered\n"
        f"rendered(REQUESTS, Path({str(tmp_path)!r}))\n"
    )
    reference = tmp_path.parent / f"{tmp_path.name}-reference"
    rendered(REQUESTS, reference)
    whole = files(reference)
    build = subprocess.Popen([sys.executable, "-c", code], cwd=root)
    while build.poll() is None and not any(tmp_path.rglob("*.png")):
        time.sleep(0.001)
    os.kill(build.pid, signal.SIGKILL)
    build.wait()
    for name, data in files(tmp_path).items():
        if not name.endswith(".part"):
            assert whole[name] == data
    results = rendered(REQUESTS, tmp_path)
    assert all(result.card for result in results)
    for part in tmp_path.rglob("*.part"):
        os.utime(part, (0, 0))
    Cache(tmp_path).prune(time.time())
    (tmp_path / "looked").unlink()
    assert files(tmp_path) == whole


def test_a_fault_is_a_result_and_the_others_are_drawn(tmp_path: Path) -> None:
    bad = replace(REQUESTS[0], values=(("headline", "long " * 400),))
    wrong, right = rendered([bad, REQUESTS[1]], tmp_path)
    assert wrong.card is None
    assert wrong.faults[0].layer == "body"
    assert right.card


def test_what_nobody_asked_for_in_a_week_goes(tmp_path: Path) -> None:
    kept, other = rendered(REQUESTS[:2], tmp_path)
    assert kept.card
    assert other.card
    now = time.time()
    for path in tmp_path.rglob("*"):
        os.utime(path, (now - 8 * DAY,) * 2)
    again = rendered(REQUESTS[:1], tmp_path)
    assert not again[0].new
    assert Cache(tmp_path).prune(now) == 2
    assert kept.card.path.is_file()
    assert not other.card.path.exists()
    assert not rendered(REQUESTS[:1], tmp_path)[0].new
    assert rendered(REQUESTS[1:2], tmp_path)[0].new


def test_a_card_that_another_request_finds_drawn_is_young_again(tmp_path: Path) -> None:
    (first,) = rendered(REQUESTS[:1], tmp_path)
    assert first.card
    now = time.time()
    for path in tmp_path.rglob("*"):
        os.utime(path, (now - 8 * DAY,) * 2)
    spaced = tuple((key, f" {value}") for key, value in REQUESTS[0].values)
    (same,) = rendered([replace(REQUESTS[0], values=spaced)], tmp_path)
    assert same.card
    assert same.card.path == first.card.path
    assert Cache(tmp_path).prune(now) == 1
    assert same.card.path.is_file()


def test_the_cache_is_looked_over_once_a_day(tmp_path: Path) -> None:
    (card,) = (result.card for result in rendered(REQUESTS[:1], tmp_path))
    assert card
    now = time.time()
    assert Cache(tmp_path).prune(now) == 0
    for path in (tmp_path / "asked").rglob("*"):
        os.utime(path, (now - 8 * DAY,) * 2)
    assert Cache(tmp_path).prune(now + DAY / 2) == 0
    assert Cache(tmp_path).prune(now + DAY + 1) == 1


def test_the_key_does_not_depend_on_the_order_of_values() -> None:
    one = REQUESTS[0]
    assert one.key("x") == replace(one, values=one.values[::-1]).key("x")
    assert one.key("x") != one.key("y")
    picture = PictureFile("image", Path("a.jpg"), "12")
    assert one.key("x") != replace(one, pictures=(picture,)).key("x")


def test_a_design_that_changed_is_drawn_anew(tmp_path: Path) -> None:
    before = Studio(LIBRARY, FONTS, tmp_path).key(REQUESTS[0])
    for layouts, themes in (
        ({"statement": replace(LIBRARY.layouts["statement"], digest="other")}, {}),
        ({}, {"ember": replace(LIBRARY.themes["ember"], digest="other")}),
    ):
        changed = Library({**LIBRARY.layouts, **layouts}, {**LIBRARY.themes, **themes})
        assert Studio(changed, FONTS, tmp_path).key(REQUESTS[0]) != before
    bare = load_fonts(packages=()).faces[1:]
    assert Studio(LIBRARY, replace(FONTS, faces=bare), tmp_path).key(REQUESTS[0]) != before
