"""The service worker helps without a network, and never stands between a reader and what is new."""

from __future__ import annotations

import http.server
import threading
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from toolkit.pages.offline import WORKER, worker
from toolkit.pages.stored import STORED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
KIT = "/kit/"
PAGES, SEEN = f"tk-pages {KIT}", f"tk-pages-seen {KIT}"
SCRIPT = "\n".join(
    (resources.files("toolkit.pages") / "assets" / name).read_text(encoding="utf-8")
    for name in ("toolkit.js", "deeds.js", "device.js", "progress.js", "offline.js")
)
PAGE = """<!doctype html><title>x</title><link rel="manifest" href="/kit/manifest.webmanifest">
<h1>{}</h1><p data-tk-stock="On your device now: {{n}}"></p><p role="status" data-tk-live></p>
<button data-tk-erase="Everything is erased.">Erase everything</button>
<script src="/kit/script.js"></script>"""
HELD = "async name => (await (await caches.open(name)).keys()).map(request => request.url)"
READ = "async path => (await (await fetch(path)).text())"
NEWER = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const changed = new Promise(done => {
    navigator.serviceWorker.addEventListener("controllerchange", () => done(true), { once: true });
  });
  await registration.update();
  await changed;
  while (registration.active.state !== "activated") await new Promise(done => setTimeout(done, 20));
  return registration.waiting === null;
}"""


@dataclass
class Host:
    """Says what a test lets it say; `gone` hangs up, `slow` are seconds, `asked` what came."""

    says: dict[str, bytes] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)
    slow: dict[str, float] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    gone: bool = False
    url: str = ""

    def put(self, path: str, text: str) -> None:
        self.says[path] = text.encode()

    def build(self, files: dict[str, str], **changes: str) -> None:
        """Put a tree below /kit/ and its worker, in which `changes` stand for other numbers."""
        for name, text in files.items():
            self.put(KIT + name, text)
        made = worker({name: text.encode() for name, text in files.items()}).decode()
        for name, value in changes.items():
            before, line, after = made.partition(f"{name} = ")
            assert line, name
            made = before + line + value + after.lstrip("0123456789")
        self.put(KIT + WORKER, made)


@contextmanager
def hosted() -> Iterator[Host]:
    host = Host()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path
            if host.gone:
                self.close_connection = True
                return
            host.asked.append(path)
            time.sleep(host.slow.get(path, 0))
            status = host.status.get(path, 200 if path in host.says else 404)
            self.send_response(status)
            if status == 302:
                self.send_header("Location", host.says[path].decode())
            kinds = {"js": "text/javascript", "css": "text/css"}
            self.send_header("Content-Type", kinds.get(path.rpartition(".")[2], "text/html"))
            # Hosts say so, and browsers keep things longer than they are true.
            self.send_header("Cache-Control", "max-age=600")
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            self.wfile.write(host.says.get(path, b"nothing is here"))

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        host.url = f"http://127.0.0.1:{server.server_address[1]}"
        yield host
        server.shutdown()


@pytest.fixture
def host() -> Iterator[Host]:
    with hosted() as found:
        found.put(f"{KIT}manifest.webmanifest", "{}")
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with closing(browser.new_context()) as context:
        yield context.new_page()


FILES = {
    "": PAGE.format("Home"),
    "posts/": PAGE.format("Posts"),
    "own.css": "a { color: red }",
    "script.js": SCRIPT,
}


def visited(page: Page, host: Host) -> None:
    """Come for the first time, until the worker has all it keeps and answers this page."""
    page.goto(host.url + KIT)
    page.wait_for_function("navigator.serviceWorker.controller !== null")


def heading(page: Page, host: Host, path: str) -> str:
    page.goto(host.url + KIT + path)
    return page.inner_text("h1")


def test_what_a_host_says_by_mistake_is_shown_once_and_never_kept(page: Page, host: Host) -> None:
    host.build(FILES)
    host.put(f"{KIT}late/", PAGE.format("Late"))
    visited(page, host)
    assert heading(page, host, "late/") == "Late"
    for status in (404, 500):
        host.status[f"{KIT}late/"] = status
        host.put(f"{KIT}late/", PAGE.format(f"Mistake {status}"))
        assert heading(page, host, "late/") == f"Mistake {status}", "it is what is there now"
    host.put(f"{KIT}moved.txt", f"{KIT}own.css")
    host.status[f"{KIT}moved.txt"] = 302
    assert page.evaluate(READ, f"{KIT}moved.txt") == FILES["own.css"]
    page.wait_for_timeout(100)

    assert page.evaluate(HELD, SEEN) == [f"{host.url}{KIT}late/"]
    host.gone = True
    assert heading(page, host, "late/") == "Late"


def test_without_a_network_what_was_never_seen_leads_home_and_data_is_not_a_page(
    page: Page, host: Host
) -> None:
    host.build(FILES)
    visited(page, host)
    host.gone = True

    assert heading(page, host, "posts/") == "Posts"
    assert heading(page, host, "posts/index.html") == "Posts", "by its name as well"
    assert heading(page, host, "never/") == "Home"
    assert page.evaluate("fetch('/kit/never.json').then(() => 'came', () => 'did not')") == (
        "did not"
    )


def test_who_waits_too_long_reads_what_is_there_and_who_does_not_reads_what_is_new(
    page: Page, host: Host
) -> None:
    host.build(FILES, PATIENCE="400")
    assert "PATIENCE = 4000" in worker({}).decode(), "four seconds"
    visited(page, host)
    host.put(f"{KIT}posts/", PAGE.format("New posts"))
    host.slow[f"{KIT}posts/"] = 0.05
    assert heading(page, host, "posts/") == "New posts"
    host.slow[f"{KIT}posts/"] = 1.5

    begun = page.evaluate("Date.now()")
    assert heading(page, host, "posts/") == "Posts"
    assert page.evaluate("Date.now()") - begun < 1500
    host.put(f"{KIT}late/", PAGE.format("Late"))
    host.slow[f"{KIT}late/"] = 0.6
    assert heading(page, host, "late/") == "Late", "where nothing is kept there is time"


def test_a_page_is_asked_for_anew_each_time_and_a_file_of_one_content_once(
    page: Page, host: Host
) -> None:
    host.build(FILES)
    visited(page, host)
    for name in ("One", "Two"):
        host.put(f"{KIT}late/", PAGE.format(name))
        assert heading(page, host, "late/") == name, "however long the host says it is good"
    for _ in range(2):
        host.put(f"{KIT}app.0123abcd.js", "1")
        assert page.evaluate(READ, f"{KIT}app.0123abcd.js") == "1"
        page.wait_for_timeout(100)

    assert host.asked.count(f"{KIT}app.0123abcd.js") == 1
    host.gone = True
    assert heading(page, host, "late/") == "Two"


def test_a_rebuild_replaces_what_changed_and_brings_nothing_else(page: Page, host: Host) -> None:
    host.build(FILES)
    visited(page, host)
    assert page.evaluate(READ, f"{KIT}own.css") == FILES["own.css"]
    before = set(page.evaluate(HELD, PAGES))
    changed = {"own.css": "a { color: blue }", "posts/": PAGE.format("New posts")}
    host.build(FILES | changed)
    host.asked.clear()

    assert page.evaluate(NEWER), "while a page of the old one is open"
    page.wait_for_timeout(100)
    assert sorted(set(host.asked) - {KIT + WORKER}) == [f"{KIT}own.css", f"{KIT}posts/"]
    after = set(page.evaluate(HELD, PAGES))
    assert len(before) == len(after) == len(FILES), "of the old one nothing is left"
    assert len(before & after) == len(FILES) - 2
    host.gone = True
    assert page.evaluate(READ, f"{KIT}own.css") == changed["own.css"]
    assert heading(page, host, "posts/") == "New posts"


def test_a_build_that_is_not_whole_is_not_kept(page: Page, host: Host) -> None:
    host.build(FILES)
    host.status[f"{KIT}own.css"] = 503
    page.goto(host.url + KIT)
    state = """new Promise(async done => {
      const registration = await navigator.serviceWorker.register("/kit/sw.js");
      const made = registration.installing ?? registration.waiting ?? registration.active;
      const look = () => { if (/redundant|activated/.test(made.state)) done(made.state); };
      made.addEventListener("statechange", look);
      look();
    })"""

    assert page.evaluate(state) == "redundant"
    assert page.evaluate("navigator.serviceWorker.controller") is None


def test_what_is_not_of_this_site_is_left_alone(page: Page, host: Host) -> None:
    host.build(FILES)
    host.put("/other/data.txt", "of another site on this host")
    with hosted() as stranger:
        stranger.put("/data.txt", "of another host")
        visited(page, host)
        for address in ("/other/data.txt", f"{stranger.url}/data.txt", f"{KIT}posts/"):
            page.evaluate(READ, address)
        host.put(f"{KIT}late/", PAGE.format("Late"))
        heading(page, host, "late/")
        page.wait_for_timeout(100)

        assert page.evaluate(HELD, SEEN) == [f"{host.url}{KIT}late/"]


def test_no_more_than_so_many_pages_are_kept_and_the_oldest_goes(page: Page, host: Host) -> None:
    host.build(FILES, MOST="3")
    visited(page, host)
    names = [f"{KIT}{n}.txt" for n in range(5)]
    for name in names:
        host.put(name, "x")
        page.evaluate(READ, name)
        page.wait_for_timeout(50)

    assert page.evaluate(HELD, SEEN) == [host.url + name for name in names[2:]]
    assert "MOST = 120," in worker({}).decode()


def test_all_that_pages_keep_is_erased_and_nothing_of_anybody_else(page: Page, host: Host) -> None:
    host.build(FILES)
    host.put(f"{KIT}late/", PAGE.format("Late"))
    host.put("/theirs/worker.js", "")
    visited(page, host)
    heading(page, host, "late/")
    own = [item.key for item in STORED if item.where == "storage"]
    keys = [*own, "tk-desk:ua-100-21", "/kit/.__palette", "theirs", "hot-tk-pot"]
    page.evaluate("keys => keys.forEach(key => localStorage.setItem(key, '1'))", keys)
    page.evaluate(
        """async () => {
      await caches.open("theirs");
      await navigator.serviceWorker.register("/theirs/worker.js");
    }"""
    )
    page.reload()
    page.get_by_text(f"On your device now: {len(keys) - 2 + 2}").wait_for()

    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("status").get_by_text("Everything is erased.").wait_for()
    page.get_by_text("On your device now: 0").wait_for()
    assert set(page.evaluate("Object.keys(localStorage)")) == {"theirs", "hot-tk-pot"}
    assert page.evaluate("caches.keys()") == ["theirs"]
    scopes = "navigator.serviceWorker.getRegistrations().then(all => all.map(r => r.scope))"
    assert page.evaluate(scopes) == [f"{host.url}/theirs/"]


def test_a_preview_keeps_nothing(page: Page, host: Host) -> None:
    host.build(FILES)
    host.put(KIT, FILES[""].replace('rel="manifest"', 'rel="other"'))
    page.goto(host.url + KIT)
    page.wait_for_timeout(200)

    assert f"{KIT}{WORKER}" not in host.asked
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
