"""The browser that is there is found, and where none is one command is named."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from house import axe, browser, debian, npm
from house.talk import Stop

HERE = Path("python")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Stand on a machine with no browser and no package manager."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "find", lambda _: None)
    monkeypatch.setattr(browser, "ensure_driver", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    return monkeypatch


def test_the_browser_somebody_names_is_the_only_one_tried() -> None:
    named = {"CHROMIUM": "/opt/chrome"}

    assert list(browser.candidates(named, "linux")) == [Path("/opt/chrome")]


def test_macs_and_windows_are_looked_through_where_they_keep_programs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)

    mac = list(browser.candidates({}, "darwin"))
    windows = list(browser.candidates({"PROGRAMFILES": "C:/Program Files"}, "win32"))

    assert Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome") in mac
    assert Path("C:/Program Files/Microsoft/Edge/Application/msedge.exe") in windows


def test_a_signpost_to_a_snap_is_no_browser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signpost = tmp_path / "chromium-browser"
    signpost.write_text("#!/bin/sh\necho install the snap >&2\nexit 1\n", encoding="utf-8")
    signpost.chmod(0o755)
    monkeypatch.setattr("sys.platform", "linux")

    assert not browser.starts(signpost)


def test_a_machine_without_a_browser_is_told_the_one_command(bare: pytest.MonkeyPatch) -> None:
    del bare
    with pytest.raises(Stop, match="playwright install --with-deps chromium"):
        browser.ensure(HERE)


def test_a_named_browser_that_is_not_there_is_said(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("CHROMIUM", "/no/such/browser")

    with pytest.raises(Stop, match="/no/such/browser"):
        browser.ensure(HERE)


def test_a_debian_without_a_browser_gets_its_own(bare: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    bare.setattr(debian, "install", lambda *words: asked.extend(words))

    with pytest.raises(Stop):
        browser.ensure(HERE)
    assert asked == [browser.WHY, "chromium", "fonts-noto-color-emoji", "fonts-noto-core"]


@pytest.mark.parametrize("cured", [True, False])
def test_a_driver_that_does_not_start_gets_the_library_it_lacks(
    monkeypatch: pytest.MonkeyPatch, *, cured: bool
) -> None:
    asked: list[str] = []

    def answer(command: tuple[str | Path, ...]) -> subprocess.CompletedProcess[str]:
        code = 0 if cured and asked else 127
        return subprocess.CompletedProcess(command, code, "", "libatomic.so.1: cannot open")

    monkeypatch.setattr(browser, "capture", answer)
    monkeypatch.setattr(debian, "install", lambda *words: asked.extend(words))

    if cured:
        browser.ensure_driver(HERE)
    else:
        with pytest.raises(Stop, match=r"libatomic\.so\.1: cannot open"):
            browser.ensure_driver(HERE)
    assert asked[1:] == ["libatomic1"]


def test_a_driver_that_starts_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    fine = subprocess.CompletedProcess((), 0, "", "")
    monkeypatch.setattr(browser, "capture", lambda _: fine)
    monkeypatch.setattr(debian, "install", lambda *words: asked.extend(words))
    browser.ensure_driver(HERE)

    assert asked == []


def test_an_axe_that_was_tampered_with_is_not_used() -> None:
    with pytest.raises(Stop, match="not the one we know"):
        npm.unpack(b"something else", axe.PACKAGE)


def test_without_npm_the_run_goes_on_and_says_what_is_left_out(
    tmp_path: Path, bare: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    del bare

    assert axe.ensure(tmp_path / "axe.min.js") is None
    assert "left out" in capsys.readouterr().out
