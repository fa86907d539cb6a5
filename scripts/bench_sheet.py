"""Measure how soon a saved layout is on the designer's sheet, over all specimens there are.

    python scripts/bench_sheet.py [--saves 9]

Runs `toolkit cards --contact-sheet --watch` as a designer would, with the sheet open in Chromium
(a laptop's window) where there is one. From the moment at which the layout's file was saved: until
the sheet tells of the first changed cards, and of all of them; until what is in the window was
decoded; and until every changed picture was, those far below as well. Medians, in seconds.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import queue
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from house import browser
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

HOME = Path(__file__).parent.parent
LAYOUT = "about: Tried again and again.\nextends: statement\nlayers:\n  foot: {{gap: {gap}u}}\n"
SITE = "site_name: Trying out\nplugins: [search, toolkit]\n"
TARGET = 0.5
# Looks rarely and at what changes alone: a page of 720 cards that is asked all the time is late.
FOLLOW = """group => {
    const all = [...document.querySelectorAll("h2")]
        .filter(head => head.textContent.startsWith(group))
        .flatMap(head => [...head.nextElementSibling.querySelectorAll("figure")])
        .map(figure => figure.id);
    const image = id => document.getElementById(id).querySelector("img");
    const seen = id => {
        const box = image(id).getBoundingClientRect();
        return box.bottom > 0 && box.top < innerHeight;
    };
    const before = new Map(all.map(id => [id, image(id).src]));
    const decoded = async ids => {
        while (!ids.every(id => image(id).src !== before.get(id)))
            await new Promise(done => setTimeout(done, 20));
        await Promise.all(ids.map(id => image(id).decode()));
        return (performance.timeOrigin + performance.now()) / 1000;
    };
    image(all[0]).closest(".row").previousElementSibling.scrollIntoView();
    globalThis.following = (async () => {
        const near = await decoded(all.filter(seen));
        for (const id of all) image(id).loading = "eager";
        return [near, await decoded(all)];
    })();
}"""


class Watched:
    """A sheet that is kept up to date by the command, and the lines it prints with their times."""

    def __init__(self, root: Path) -> None:
        self.sheet = root / "sheet.html"
        self._lines: queue.Queue[tuple[float, str]] = queue.Queue()
        command = ("-m", "toolkit", "cards", "--contact-sheet", str(self.sheet), "--watch")
        environment = {**os.environ, "PYTHONPATH": str(HOME), "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            (sys.executable, *command), cwd=root, env=environment, stdout=subprocess.PIPE, text=True
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self._lines.put((time.time(), line.strip()))

    def round(self) -> list[tuple[float, str]]:
        """Return the lines of one renewal, when the last card of it is there."""
        found: list[tuple[float, str]] = []
        while not found or " cards, " not in found[-1][1] or "still" in found[-1][1]:
            found.append(self._lines.get(timeout=300))
        return found


def main() -> None:
    """Print how long it takes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--saves", type=int, default=9)
    saves = parser.parse_args().saves
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        root = Path(folder)
        layout = root / "cards" / "layouts" / "statement.yml"
        layout.parent.mkdir(parents=True)
        (root / "docs").mkdir()
        (root / "mkdocs.yml").write_text(SITE, encoding="utf-8")
        layout.write_text(LAYOUT.format(gap=2), encoding="utf-8")
        watched = Watched(root)
        stack.callback(watched.process.wait)
        stack.callback(watched.process.send_signal, signal.SIGINT)
        print(f"at first: {watched.round()[-1][1].partition(': ')[2]}")
        page = stack.enter_context(opened(watched.sheet))
        found = [saved(layout, watched, page, number) for number in range(saves + 1)][1:]
    for name in found[0]:
        times = sorted(one[name] for one in found)
        spread = f"{times[0]:.2f} to {times[-1]:.2f}"
        print(f"{name:34}{statistics.median(times):6.2f}  ({spread})  target {TARGET} s")


@contextlib.contextmanager
def opened(sheet: Path) -> Iterator[Any]:
    """Open a sheet in Chromium; nothing where there is none."""
    path = browser.find(Path(sys.executable))
    if path is None:
        yield None
        return
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        page.goto(sheet.as_uri())
        yield page
        chromium.close()


def saved(layout: Path, watched: Watched, page: Any, number: int) -> dict[str, float]:  # noqa: ANN401
    """Save the layout once more; return the seconds until each thing had happened."""
    if page:
        page.evaluate(FOLLOW, "statement, ")
        time.sleep(0.5)
    layout.write_text(LAYOUT.format(gap=2.1 + number / 10), encoding="utf-8")
    began = time.time()
    lines = watched.round()
    times = {
        "the first changed cards are told": lines[0][0],
        "all changed cards are told": lines[-1][0],
    }
    if page:
        near, all_ = page.evaluate("() => globalThis.following")
        times |= {"those in the window are decoded": near, "all of them are decoded": all_}
    return {name: at - began for name, at in times.items()}


if __name__ == "__main__":
    main()
