"""Measure how soon somebody can act on a cheap phone over a slow line: read, copy, compose, search.

    python3 scripts/bench_line.py [SITE [PATH…]]

SITE is a built site, `site` if none is named. The phone is this machine made four times slower; the
line carries 400 kbit/s and answers after 400 ms, files travel gzipped. Without PATH, a posts page
and a landing page. Then posts are searched as if there were 2,000: what each key costs until the
next is counted in processor time, which other work on this machine hardly changes; the same keys
are typed three times, and each counts with its median. At last, what a first visit to one page of
each kind weighs.
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from lighthouse import pages
from playwright.sync_api import sync_playwright

from tests.browser.chromium import executable
from tests.browser.serving import Packing, served

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

ROUNDS = 3
LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOWER = 4
PHONE = {"width": 360, "height": 740}
# When each of these is first so, seen once per frame.
WATCH = """window.since = {};
const first = (name, so) => { if (so && !(name in since)) since[name] = performance.now(); };
const look = () => {
  const words = document.querySelector("[data-tk-draft], [data-tk-text]");
  const copy = document.querySelector("[data-tk-do=copy], [data-tk-copy]");
  const painted = performance.getEntriesByName("first-contentful-paint").length;
  first("read", painted && words?.textContent && words.checkVisibility());
  first("copy", window.toolkit && copy?.checkVisibility());
  first("compose", document.querySelector("[data-tk-composer][data-tk-state=ready]"));
  requestAnimationFrame(look);
};
requestAnimationFrame(look);"""
TYPED = ("people locked up", "detention health", "release everyone now")
MANY = 2000
KEY = """words => {
  const box = document.querySelector("[name=words]");
  box.value = words;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}"""
BETWEEN = 80  # ms, somebody who types fast


def visit(browser: Browser, url: str, *, composes: bool) -> tuple[dict[str, float], int]:
    """Return when what could be done, in ms, and the bytes without pictures."""
    context = browser.new_context(viewport=PHONE, service_workers="block")  # type: ignore[arg-type]
    page = context.new_page()
    page.add_init_script(WATCH)
    line = context.new_cdp_session(page)
    sizes: dict[str, float] = {}
    pictures: set[str] = set()

    def answered(event: dict[str, Any]) -> None:
        if event["type"] == "Image":
            pictures.add(event["requestId"])

    line.on("Network.responseReceived", answered)
    line.on(
        "Network.loadingFinished", lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]})
    )
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(url, wait_until="commit")
    last = "compose" if composes else "copy"
    page.wait_for_function("last => window.since && last in since", arg=last, timeout=60_000)
    page.wait_for_load_state("networkidle")
    weight = sum(size for id_, size in sizes.items() if id_ not in pictures)
    since: dict[str, float] = page.evaluate("since")
    context.close()
    return since, round(weight)


def search(browser: Browser, url: str) -> list[float]:
    """Return what each key costs a page that searches many posts, in ms of a slow processor."""
    context = browser.new_context(viewport=PHONE, service_workers="block")  # type: ignore[arg-type]
    page = context.new_page()
    page.route("**/assets/posts/*.json", many)
    page.goto(url)
    page.locator("[data-tk-composer][data-tk-state=ready]").wait_for()
    page.locator("[data-tk-filter]").scroll_into_view_if_needed()
    busy = clock(context, page)
    taken = []
    for words in TYPED:
        for end in range(1, len(words) + 1):
            before = busy()
            page.evaluate(KEY, words[:end])
            page.wait_for_timeout(BETWEEN)
            taken.append(busy() - before)
        page.evaluate(KEY, "")
        page.wait_for_timeout(1000)
    context.close()
    # The first key fetches the posts and folds them, in pieces that let other keys in between.
    return taken[1:]


def clock(context: BrowserContext, page: Page) -> Callable[[], float]:
    """Return what tells how long a page's main thread has worked, in ms of a slow processor."""
    line = context.new_cdp_session(page)
    line.send("Performance.enable", {"timeDomain": "threadTicks"})

    def busy() -> float:
        found = line.send("Performance.getMetrics")["metrics"]
        seconds = next(row["value"] for row in found if row["name"] == "TaskDuration")
        return float(seconds) * 1000 * SLOWER

    return busy


def weight(browser: Browser, url: str) -> tuple[int, float]:
    """Return the bytes of a first visit without its pictures, and the work of its main thread."""
    context = browser.new_context(viewport=PHONE, service_workers="block")  # type: ignore[arg-type]
    page = context.new_page()
    sizes: list[int] = []

    def finished(request: Request) -> None:
        if request.resource_type != "image":
            size = request.sizes()
            sizes.append(size["responseBodySize"] + size["responseHeadersSize"])

    page.on("requestfinished", finished)
    busy = clock(context, page)
    page.goto(url, wait_until="networkidle")
    worked = busy()
    context.close()
    return sum(sizes), worked


def many(route: Route) -> None:
    """Answer with as many posts as a large campaign has, each with a word of its own."""
    answer = route.fetch()
    bank = answer.json()
    few = bank["posts"]
    bank["posts"] = [
        _another(few[n % len(few)], n) if n >= len(few) else few[n] for n in range(MANY)
    ]
    route.fulfill(response=answer, json=bank)


def _another(post: dict[str, Any], number: int) -> dict[str, Any]:
    return {**post, "id": f"{post['id']}-{number}", "plain": f"{post['plain']} {number}"}


def first_pages(site: Path) -> list[str]:
    """Return a posts page and a landing page of the campaign with the most posts."""
    found = [p.parent for p in site.glob("*/posts/index.html")]
    most = max(found, key=lambda p: sum(1 for _ in p.parent.iterdir()))
    landings = sorted(
        p.parent for p in most.parent.glob("*/index.html") if b"data-tk-plain" in p.read_bytes()
    )
    return [f"{page.relative_to(site).as_posix()}/" for page in (most, landings[0])]


def main(site: Path, asked: list[str]) -> None:
    with served(site, Packing) as port, sync_playwright() as playwright:
        root = f"http://127.0.0.1:{port}/"
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        for path in asked or first_pages(site):
            composes = path.endswith("/posts/")
            rounds = [visit(browser, root + path, composes=composes) for _ in range(ROUNDS)]
            times = {
                name: statistics.median(since[name] for since, _ in rounds) / 1000
                for name in rounds[0][0]
            }
            said = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in times.items())
            print(f"{path}: {said}; {rounds[0][1] / 1000:.1f} kB without pictures")
            if composes:
                typed = [search(browser, root + path) for _ in range(ROUNDS)]
                keys = [statistics.median(key) for key in zip(*typed, strict=True)]
                middle, slowest = statistics.median(keys), max(keys)
                print(f"  {len(keys)} keys among {MANY:,} posts:", end=" ")
                print(f"{middle:.0f} ms, slowest {slowest:.0f} ms")
        for path in () if asked else pages(site):
            bytes_, worked = weight(browser, root + path)
            print(f"/{path}: {bytes_ / 1000:.1f} kB without pictures, {worked:.0f} ms of work")
        browser.close()


if __name__ == "__main__":
    asked = Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parents[1] / "site"
    if not (asked / "index.html").is_file():
        raise SystemExit(f"There is no built site in {asked}; run scripts/build.py first.")
    main(asked, sys.argv[2:])
