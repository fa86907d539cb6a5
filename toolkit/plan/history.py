"""A project as it was at an earlier point of its history, laid out in a folder of its own."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from toolkit.plan.choice import AskedWronglyError

if TYPE_CHECKING:
    from pathlib import Path

KEPT = ("hashtags.yml", "accounts.yml", "networks.yml", "campaigns", "cards")
DESIGNS = ("toolkit/cards/layouts", "toolkit/cards/themes")
"""Our own designs, which change with the project in this repository only."""
PATIENCE = 60


class NoSuchRevisionError(AskedWronglyError):
    """Git knows no such point in the project's history; the message says why."""


def laid_out(root: Path, revision: str, folder: Path) -> None:
    """Write what the project held at a revision of Git into an empty folder.

    Reads Git only and runs no shell; NoSuchRevisionError for what is no commit.
    """
    commit = _commit(root, revision)
    listed = _git(root, "ls-tree", "-z", "--name-only", commit, "--", *KEPT, *DESIGNS)
    names = [name for name in listed.decode().split("\0") if name]
    if not names:
        raise NoSuchRevisionError(f'at "{revision}" there was no project here yet')
    packed = _git(root, "archive", "--format=tar", commit, "--", *names)
    try:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            _unpack(archive, folder)
    except tarfile.TarError as bad:
        raise NoSuchRevisionError(f'"{revision}" cannot be unpacked: {bad}') from bad


def _unpack(archive: tarfile.TarFile, folder: Path) -> None:
    """Write the plain files of an archive, and those that links inside it lead to.

    Raises tarfile.TarError for what would lie, or leads, outside the folder. The filters of
    `tarfile` would do this, but Python 3.11 has them only since 3.11.4, and Debian 12 has 3.11.2.
    """
    for member in archive:
        if member.isdir() or not (member.isfile() or member.issym()):
            continue
        path = PurePosixPath(member.name)
        if path.is_absolute() or ".." in path.parts:
            raise tarfile.TarError(f"{member.name} would lie outside")
        try:
            content = archive.extractfile(member)
        except (KeyError, RecursionError):  # outside, or a link to itself
            content = None
        if content is None:
            raise tarfile.TarError(f"{member.name} leads to {member.linkname}, which is not there")
        into = folder / path
        into.parent.mkdir(parents=True, exist_ok=True)
        into.write_bytes(content.read())


def _commit(root: Path, revision: str) -> str:
    if not revision or revision.startswith("-") or not revision.isprintable():
        raise NoSuchRevisionError(f'"{revision}" is no revision of Git and no folder')
    ask = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    try:
        return _git(root, *ask).decode().strip()
    except NoSuchRevisionError:
        message = f'"{revision}" is no revision of Git and no folder; try HEAD, or a branch'
        raise NoSuchRevisionError(message) from None


def _git(root: Path, *arguments: str) -> bytes:
    command = ["git", "-c", "core.fsmonitor=false", "-C", str(root), *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - a list, no shell, and the revision is checked
            command, capture_output=True, check=False, timeout=PATIENCE
        )
    except FileNotFoundError as gone:
        raise NoSuchRevisionError("Git is not installed, so there is no history here") from gone
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise NoSuchRevisionError(said or "Git found nothing")
    return done.stdout
