"""A revision that somebody types never becomes an option of Git, by our own guard and by Git's."""

from __future__ import annotations

import io
import re
import subprocess
import tarfile
from typing import TYPE_CHECKING

import pytest

from toolkit.plan.history import NoSuchRevisionError, laid_out

if TYPE_CHECKING:
    from collections.abc import Callable
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


@pytest.fixture
def packed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let Git answer with an archive of these files and links."""

    def pack(*members: tuple[str, str, bytes]) -> None:
        body = io.BytesIO()
        with tarfile.open(fileobj=body, mode="w") as archive:
            for name, link, content in members:
                info = tarfile.TarInfo(name)
                info.size = len(content)
                if link:
                    info.type, info.linkname = tarfile.SYMTYPE, link
                archive.addfile(info, io.BytesIO(content))
        said = {"rev-parse": b"abc\n", "ls-tree": b"campaigns\0", "archive": body.getvalue()}

        def started(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
            answer = next(answer for word, answer in said.items() if word in command)
            return subprocess.CompletedProcess(command, 0, answer, b"")

        monkeypatch.setattr(subprocess, "run", started)

    return pack


def test_files_are_laid_out_and_links_inside_become_what_they_lead_to(
    tmp_path: Path, packed: Callable[..., None]
) -> None:
    packed(("campaigns/a/one.yml", "", b"id: one"), ("campaigns/two.yml", "a/one.yml", b""))
    laid_out(tmp_path, "main", tmp_path / "old")

    assert (tmp_path / "old/campaigns/a/one.yml").read_bytes() == b"id: one"
    assert (tmp_path / "old/campaigns/two.yml").read_bytes() == b"id: one"
    assert not (tmp_path / "old/campaigns/two.yml").is_symlink()


@pytest.mark.parametrize(
    ("name", "link", "says"),
    [
        ("../out.yml", "", "../out.yml would lie outside"),
        ("/out.yml", "", "/out.yml would lie outside"),
        ("campaigns/a.yml", "/etc/hostname", "leads to /etc/hostname"),
        ("campaigns/a.yml", "../../secret", "leads to ../../secret"),
        ("campaigns/a.yml", "a.yml", "leads to a.yml"),
    ],
)
def test_nothing_is_laid_out_outside_and_nothing_taken_from_there(
    tmp_path: Path, packed: Callable[..., None], name: str, link: str, says: str
) -> None:
    (tmp_path / "secret").write_text("a secret", encoding="utf-8")
    packed((name, link, b"" if link else b"id: out"))

    with pytest.raises(NoSuchRevisionError, match=re.escape(says)):
        laid_out(tmp_path, "main", tmp_path / "old")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["secret"]
