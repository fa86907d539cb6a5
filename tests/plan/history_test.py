"""A revision that somebody types never becomes an option of Git, by our own guard and by Git's."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from toolkit.plan.history import NoSuchRevisionError, laid_out

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "revision", ["--git-dir", "--output=stolen", "-h", "-", "", "a\nb", "a\0b"]
)
def test_what_cannot_be_a_revision_is_not_even_given_to_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, revision: str
) -> None:
    def started(command: list[str], **_: object) -> None:
        pytest.fail(f"Git was run: {command}")

    monkeypatch.setattr(subprocess, "run", started)
    with pytest.raises(NoSuchRevisionError, match="is no revision of Git and no folder"):
        laid_out(tmp_path, revision, tmp_path / "old")


def test_a_revision_is_given_to_git_where_no_option_can_be_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []

    def started(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 1, b"", b"")

    monkeypatch.setattr(subprocess, "run", started)
    with pytest.raises(NoSuchRevisionError):
        laid_out(tmp_path, "main", tmp_path / "old")
    assert [command[-2:] for command in commands] == [["--end-of-options", "main^{commit}"]]
