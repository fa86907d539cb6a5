"""What the worker keeps for the time without a network takes little of the line that there is."""

from __future__ import annotations

import threading
import time
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

import pytest

from tests.browser.serving import Quiet, served
from toolkit.mkdocs_plugin.offline import SHELL

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.browser.conftest import Place

pytestmark = pytest.mark.browser
CAMPAIGN = "free-them-all/"
READY = "navigator.serviceWorker.ready.then(() => 1)"
KEPT = """caches.open('tk-pages /').then(cache => cache.keys())
  .then(kept => kept.map(request => new URL(request.url).pathname))"""
MOMENT = 0.01  # s an answer takes, so that two at once are seen


class _Line:
    """What was asked over a line: how often each file, and by the worker how many at once."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.most = 0
        self._now = 0
        self._lock = threading.Lock()

    def wait(self, path: str, *, worker: bool) -> None:
        """Note a question and let it wait a moment; what follows may overlap the next one."""
        with self._lock:
            self.asked[path] += 1
            self._now += worker
            self.most = max(self.most, self._now)
        time.sleep(MOMENT)
        with self._lock:
            self._now -= worker


@contextmanager
def watched(place: Place) -> Iterator[tuple[str, _Line]]:
    """Serve the sample site and yield its address, and the line to it."""
    line = _Line()

    class Watched(Quiet):
        def send_head(self) -> io.BytesIO | BinaryIO | None:
            worker = self.headers.get("Referer", "").endswith("/sw.js")
            line.wait(self.path, worker=worker)
            return super().send_head()

    with served(place.folder, Watched) as port:
        yield f"http://127.0.0.1:{port}/", line


def test_the_worker_asks_for_one_file_at_a_time_and_for_none_that_came_with_the_page(
    browser: Browser, place: Place
) -> None:
    with watched(place) as (url, line):
        page = browser.new_context(service_workers="allow").new_page()
        page.goto(url + CAMPAIGN)
        page.evaluate(READY)
        kept = set(page.evaluate(KEPT))
        page.context.close()

    shell = {
        "/" + path.relative_to(place.folder).as_posix()
        for pattern in SHELL
        for path in place.folder.glob(pattern)
    }
    assert shell <= kept
    assert line.most == 1
    hashed = {path: n for path, n in line.asked.items() if path in shell and "icon" not in path}
    assert set(hashed.values()) == {1}, hashed


def test_nothing_is_fetched_ahead_for_who_asks_to_save_data(browser: Browser, place: Place) -> None:
    with watched(place) as (url, line):
        page = browser.new_context(service_workers="allow").new_page()
        told = page.context.new_cdp_session(page)
        told.send("Emulation.setDataSaverOverride", {"dataSaverEnabled": True})
        page.goto(url + CAMPAIGN)
        page.wait_for_load_state("networkidle")
        kept = page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)")
        page.context.close()

    assert kept == 0
    assert line.asked["/sw.js"] == 0
