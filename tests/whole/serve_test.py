"""While somebody edits: one rebuild for one save, problems on the page, recovery by itself."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.whole import project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 90
POST = "campaigns/free-them-all/posts.yml"
PAGE = "free-them-all/posts/"


class Server:
    """A running `mkdocs serve` and what it has said so far."""

    def __init__(self, folder: Path, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/"
        self.log = folder / "serve.log"
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command,
                cwd=folder,
                env=project.environment(SITE_URL=""),
                stderr=log,
                stdout=subprocess.DEVNULL,
            )

    def builds(self) -> int:
        return self.log.read_text().count("Documentation built in")

    def page(self, path: str) -> str:
        with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())

    def wait_for_builds(self, count: int) -> None:
        until = time.monotonic() + PATIENCE
        while self.builds() < count:
            assert time.monotonic() < until, self.log.read_text()
            assert self.process.poll() is None, self.log.read_text()
            time.sleep(0.1)


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Server(folder, port)
    try:
        server.wait_for_builds(1)
        yield server
    finally:
        server.process.terminate()
        server.process.wait()


@pytest.fixture(scope="module")
def server(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Server]]:
    """Serve a copy of the project whose cards are drawn already."""
    folder = project.copied(tmp_path_factory.mktemp("serve") / "project")
    (folder / ".toolkit").symlink_to(built / ".toolkit")
    with serving(folder) as running:
        yield folder, running


def edited(path: Path, pattern: str, by: str) -> str:
    before = path.read_text(encoding="utf-8")
    after = re.sub(pattern, lambda _: by, before, count=1)
    assert after != before
    path.write_text(after, encoding="utf-8")
    return before


@pytest.mark.parametrize(
    ("file", "pattern", "by", "page", "shows"),
    [
        (POST, "‘INAMI’", "‘the institute’", PAGE, "institute"),
        ("hashtags.yml", "tag: FreeThemAll", "tag: FreeThemALL", "", ""),
        (
            "docs/guide/first-campaign.md",
            "(?m)^# .*$",
            "# Hello there",
            "guide/first-campaign/",
            "Hello",
        ),
    ],
)
def test_one_save_is_one_rebuild(  # noqa: PLR0917 - a row of a table
    server: tuple[Path, Server], file: str, pattern: str, by: str, page: str, shows: str
) -> None:
    folder, running = server
    count = running.builds()

    before = edited(folder / file, pattern, by)
    running.wait_for_builds(count + 1)
    time.sleep(3)

    assert running.builds() == count + 1
    assert shows in running.page(page)
    (folder / file).write_text(before, encoding="utf-8")
    running.wait_for_builds(count + 2)


def test_broken_yaml_is_explained_on_the_page_and_recovers_by_itself(
    server: tuple[Path, Server],
) -> None:
    folder, running = server
    count = running.builds()

    before = edited(folder / POST, r"(?m)^  text:", "  txt:")
    running.wait_for_builds(count + 1)
    broken = running.page(PAGE)
    (folder / POST).write_text(before, encoding="utf-8")
    running.wait_for_builds(count + 2)
    mended = running.page(PAGE)

    assert "This needs a correction" in broken
    assert "is not known here" in broken
    assert "txt" in broken
    assert 'class="tk-post' in broken, "the last good content is still there"
    assert "no link to more information" not in broken, "what only warns does not stop anybody"
    assert "This needs a correction" not in mended
