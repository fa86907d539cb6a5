"""One browser and one sample site for all browser tests."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import ELSEWHERE
from tests.browser.serving import served
from tests.pages import samples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """Where the sample site is served: to this machine, and to the network around it."""

    port: int
    folder: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def insecure(self) -> str:
        return f"http://{ELSEWHERE}:{self.port}/"


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Build the sample site for the address at which it is served, as it was on one day.

    Its campaigns are open on that day, and stay so whenever the tests run.
    """
    from tests.browser.site import build

    folder = tmp_path_factory.mktemp("sample")
    (folder / "site").mkdir()
    with served(folder / "site") as port:
        here = Place(port, folder / "site")
        build(folder, replace(samples.SITE, url=here.url, pretended=str(samples.SITE.today)))
        yield here
