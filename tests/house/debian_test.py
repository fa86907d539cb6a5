"""What no Python package holds comes from Debian, without a question, or is named."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from house import axe, debian, readers

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand on a Debian machine as root, with nothing but apt-get, and note what is run."""
    noted: list[str] = []

    def note(command: tuple[str, ...]) -> int:
        noted.append(" ".join(command))
        return 0

    found = {"apt-get": "/usr/bin/apt-get"}
    monkeypatch.setattr(shutil, "which", found.get)
    monkeypatch.setattr(debian, "is_root", lambda: True)
    monkeypatch.setattr(debian, "run", note)
    return noted


def test_packages_come_after_a_fresh_list_and_a_word_about_why(
    commands: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    debian.install("No browser is here.", "chromium", "fonts-noto-core")

    update, install = commands
    assert update.endswith("apt-get --quiet --yes update")
    assert install.endswith("install --no-install-recommends chromium fonts-noto-core")
    assert "sudo" not in install
    assert capsys.readouterr().out == (
        "No browser is here. Installing chromium, fonts-noto-core with apt-get.\n"
    )


def test_nothing_is_installed_from_a_list_that_could_not_be_fetched(
    commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(command: tuple[str, ...]) -> int:
        commands.append(" ".join(command))
        return 100

    monkeypatch.setattr(debian, "run", fail)
    debian.install("Why.", "chromium")

    assert len(commands) == 1


def test_a_password_is_never_asked_for(
    commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(debian, "is_root", lambda: False)
    monkeypatch.setattr(debian, "may_sudo", lambda: False)
    debian.install("Why.", "chromium")

    assert commands == []


def test_what_reads_pdf_and_word_files_back_is_brought(
    commands: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    readers.ensure()

    assert commands[1].endswith("poppler-utils libreoffice-writer-nogui")
    assert "pdftotext and soffice cannot be found. Installing" in capsys.readouterr().out


def test_only_what_is_missing_is_brought(
    commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = {"apt-get": "/usr/bin/apt-get", "soffice": "/usr/bin/soffice"}
    monkeypatch.setattr(shutil, "which", here.get)
    readers.ensure()

    assert commands[1].endswith("--no-install-recommends poppler-utils")


def test_where_nothing_can_be_brought_it_is_said_what_is_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)

    assert readers.ensure() == ("pdftotext", "soffice")
    assert capsys.readouterr().out == (
        "Without pdftotext and soffice some tests are skipped. On Debian and Ubuntu:\n"
        "  sudo apt-get install poppler-utils libreoffice-writer-nogui\n"
    )


def test_a_machine_that_has_everything_is_left_alone(
    commands: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")

    assert readers.ensure() == ()
    assert commands == []
    assert capsys.readouterr().out == ""


def test_npm_is_brought_to_fetch_what_looks_for_barriers(
    commands: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    axe.bring_npm(tmp_path / "axe.min.js")

    assert commands[1].endswith("--no-install-recommends npm")
    assert "axe-core with npm, which is not here. Installing npm" in capsys.readouterr().out


def test_npm_is_not_brought_where_nothing_has_to_be_fetched(
    commands: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "axe.min.js"
    script.touch()
    axe.bring_npm(script)
    script.unlink()
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    axe.bring_npm(script)

    assert commands == []
