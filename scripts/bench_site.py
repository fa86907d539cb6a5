"""Measure pages and rebuilds: 200 posts in two languages, beside plain MkDocs on as many pages.

A rebuild is measured twice: as `serve` does it after a save, inside a process that stays, and as a
command that starts anew. `serve` is told in processor time; a machine that has other things to do
takes longer by the clock. The yardstick is that of `bench_cards.py`.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench_cards import yardstick
from sample import make_project, sentence

from toolkit.cards.fonts import load_fonts
from toolkit.cards.library import load_library

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.pages import PostView, SiteInfo

POSTS = 200
ROUNDS = 5
YARDSTICK = 17.2
"""Ms that the yardstick took on the machine for which the targets were set."""


def main() -> None:
    """Print medians, and for builds the ratio to plain MkDocs in the same run."""
    with tempfile.TemporaryDirectory() as folder:
        root, plain = Path(folder) / "project", Path(folder) / "plain"
        make_project(root, POSTS)
        pages = make_plain(plain, POSTS * 2)
        first = timed(lambda: build(root))
        again = [timed(lambda: build(root)) for _ in range(ROUNDS)]
        edited = [timed(lambda: build(root), before=edit(root, n)) for n in range(ROUNDS)]
        beside = [timed(lambda: mkdocs(plain)) for _ in range(ROUNDS)]
        saved = saves(root, Path(folder) / "served")
        landing = landings(root, Path(folder) / "landings")
        size = sum(p.stat().st_size for p in (root / "site").rglob("*") if p.is_file())
    base = statistics.median(beside)
    print(f"\n{POSTS} posts in 2 languages: {POSTS * 2 * 5 + 2} cards, {size / 1e6:.0f} MB of site")
    print(f"{'':58}{'seconds':>9}{'ratio':>7}  target")
    row(f"plain mkdocs build, Material, {pages} pages, not in the nav", base, base)
    row("first build, every card painted", first, base)
    row("build again, nothing changed", statistics.median(again), base)
    row("build after one edited post", statistics.median(edited), base)
    slower = yardstick(load_library()[0], load_fonts())[0] / YARDSTICK
    print(f"\nserve, seconds of processor time{'':26}{'here':>9}{'scaled':>8}  target")
    for what, seconds, target in saved:
        print(f"{what:58}{seconds:9.2f}{seconds / slower:8.2f}  {target}")
    print(f"scaled: this machine takes {slower:.2f} times as long for the yardstick")
    print(f"landing page, rendered and written: {landing:.2f} ms (target 1.5 ms)")


def row(what: str, seconds: float, base: float, target: str = "") -> None:
    print(f"{what:58}{seconds:9.2f}{seconds / base:7.2f}  {target}")


def timed(action: Callable[[], None], before: Callable[[], None] | None = None) -> float:
    """Return how many seconds an action takes, what comes before it not counted."""
    if before:
        before()
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def edit(root: Path, number: int) -> Callable[[], None]:
    """Return what changes the words of one post."""

    def change() -> None:
        path = root / "campaigns" / "sample" / "posts.yml"
        old, new = f'en: "{number + 1}.', f'en: "No. {number + 1}:'
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def saves(root: Path, served: Path) -> list[tuple[str, float, str]]:
    """Return the median processor time of what `serve` does after a save, in one process."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    url, file = "http://127.0.0.1:8000/", str(root / "mkdocs.yml")
    load_config(file, site_dir=str(served)).plugins.on_startup(command="serve", dirty=False)

    def rebuild() -> None:
        config = load_config(file, site_dir=str(served))
        config.site_url = url
        mkdocs_build(config, serve_url=url)

    def median(before: Callable[[int], Callable[[], None]]) -> float:
        return statistics.median(busy(rebuild, before(n)) for n in range(ROUNDS, 2 * ROUNDS))

    first = busy(rebuild, lambda: None)
    again = median(lambda _: lambda: None)
    edited = median(lambda number: edit(root, number))
    return [
        ("first build of a serve, cards for its address painted", first, ""),
        ("a save that changes nothing", again, ""),
        ("a save of one edited post", edited, "1.5 s"),
    ]


def busy(action: Callable[[], None], before: Callable[[], None]) -> float:
    """Return how many seconds of processor time an action takes, with its child processes."""
    before()
    began = sum(os.times()[:4])
    action()
    return sum(os.times()[:4]) - began


def build(root: Path) -> None:
    run(root, "toolkit", "build")


def mkdocs(root: Path) -> None:
    run(root, "mkdocs", "build", "--quiet")


def run(root: Path, *command: str) -> None:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(
        [sys.executable, "-m", *command], cwd=root, env=environment, check=True, capture_output=True
    )


def make_plain(folder: Path, count: int) -> int:
    """Write the same texts as Markdown pages outside the navigation; return how many there are."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Plain\n", encoding="utf-8")
    for number in range(count):
        text = sentence("en" if number % 2 else "es", number // 2)
        (docs / f"post-{number}.md").write_text(f"# Post {number}\n\n{text}\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Plain\ntheme: {name: material, font: false}\nplugins: [search]\n"
        "nav: [index.md]\nvalidation: {nav: {omitted_files: ignore}}\n",
        encoding="utf-8",
    )
    return count + 1


def landings(root: Path, out: Path) -> float:
    """Return the median ms of a landing page: rendered, folder made, file written."""
    from toolkit import pages

    views, site = viewed(root)
    times = []
    for _ in range(ROUNDS):
        shutil.rmtree(out, ignore_errors=True)
        began = time.perf_counter()
        made = 0
        for page in pages.landings(site, views):
            path = out / page.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.html, encoding="utf-8")
            made += 1
        times.append((time.perf_counter() - began) / made * 1000)
    return statistics.median(times)


def viewed(root: Path) -> tuple[tuple[PostView, ...], SiteInfo]:
    """Return what the project's landing pages are made from."""
    from toolkit.compose import directory
    from toolkit.load import load, read_files
    from toolkit.networks import builtin
    from toolkit.pages import SiteInfo
    from toolkit.plan.shares import Sharing
    from toolkit.plan.views import views

    toolkit = load(read_files(root)[0], builtin()).toolkit
    site = SiteInfo("Sample", "https://example.org/", ("en", "es"), dt.date(2026, 11, 22))
    sharing = Sharing(builtin(), site, directory(toolkit.accounts))
    return views(toolkit.campaigns[0], {}, sharing), site


if __name__ == "__main__":
    main()
