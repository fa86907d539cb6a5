"""What every room's tests share: goldens, compared by default and replaced only on purpose."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.browser.chromium import ELSEWHERE, executable
from tests.golden import Golden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


# Time is never asserted, and a busy machine is no mistake of ours. A build server looks at the same
# texts every time; developers look at new ones.
settings.register_profile(
    "steady",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
settings.load_profile("steady")


HERE = Path(__file__).parent
# Rooms whose tests look at one site that is built once, and rooms in the order of their length.
TOGETHER = {"whole"}
LONGEST = {"whole": 0, "browser": 1}


def pytest_addoption(parser: pytest.Parser) -> None:
    words = "replace the goldens of the tests that run by what the code makes now"
    parser.addoption("--bless", action="store_true", help=words)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let several workers share the tests: a file stays with one, and so does the built site.

    What takes longest comes first, so that no worker is left alone with it at the end.
    """
    items.sort(key=lambda item: LONGEST.get(room(item), len(LONGEST)))
    for item in items:
        name = room(item) if room(item) in TOGETHER else str(item.path)
        item.add_marker(pytest.mark.xdist_group(name))


def room(item: pytest.Item) -> str:
    return item.path.relative_to(HERE).parts[0]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return the goldens in the folder `golden/` beside the test."""
    here: Path = request.path
    return Golden(here.parent / "golden", bless=request.config.getoption("--bless"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium, or say what to do where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api")
    path = executable()
    if path is None:
        pytest.skip("no Chromium here; install one, or name it in the variable CHROMIUM")
    rules = f"--host-resolver-rules=MAP {ELSEWHERE} 127.0.0.1"
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", rules])
        yield started
        started.close()
