"""Build the site once for all tests that look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.whole import project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose site has been built, its output in `said.txt`."""
    folder = project.copied(tmp_path_factory.mktemp("whole") / "project")
    done = project.toolkit(folder, "build", "--strict", TOOLKIT_WORKERS="2")
    assert done.returncode == 0, done.stdout + done.stderr
    (folder / "said.txt").write_text(done.stdout, encoding="utf-8")
    return folder
