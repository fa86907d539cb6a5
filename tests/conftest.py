"""What every room's tests share: goldens, compared by default and replaced only on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.golden import Golden

if TYPE_CHECKING:
    from pathlib import Path


def pytest_addoption(parser: pytest.Parser) -> None:
    words = "replace the goldens of the tests that run by what the code makes now"
    parser.addoption("--bless", action="store_true", help=words)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return the goldens in the folder `golden/` beside the test."""
    here: Path = request.path
    return Golden(here.parent / "golden", bless=request.config.getoption("--bless"))
