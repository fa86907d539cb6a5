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
    from xdist.remote import Producer
    from xdist.scheduler import LoadScopeScheduling


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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no worker is left alone with it at the end."""
    items.sort(key=lambda item: LONGEST.get(room(item.nodeid), len(LONGEST)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """Let several workers share the tests: a file stays with one, and so does the built site."""
    from xdist.scheduler import LoadScopeScheduling

    class Rooms(LoadScopeScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            return room(nodeid) if room(nodeid) in TOGETHER else nodeid.partition("::")[0]

    return Rooms(config, log)


def room(nodeid: str) -> str:
    """Return the folder below `tests` in which a test is."""
    return nodeid.removeprefix(f"{HERE.name}/").split("/")[0]


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


@pytest.fixture(autouse=True)
def alone(request: pytest.FixtureRequest) -> Iterator[None]:
    """Close what a test opened in the browser: pages left open go on working beside the next."""
    if "browser" not in request.fixturenames:
        yield
        return
    started: Browser = request.getfixturevalue("browser")
    before = started.contexts
    yield
    for context in started.contexts:
        if context not in before:
            context.close()
