"""Measure a built site's pages as a phone sees them.

    python3 scripts/lighthouse.py [--rounds N] [--slower TIMES | --phone] [SITE [PATH…]]

Prints performance, accessibility, best practices and SEO of each page, 100 being the best, and
every audit that costs points. The site has to be built for the address it is measured at:

    SITE_URL=http://127.0.0.1:8799/ python3 scripts/build.py

Lighthouse thinks of a phone four times slower than the machine it runs on, which compares with what
others measure. With --phone it is asked first how fast this machine is, and slows it down to the
speed of the phone that it means. With several rounds each score is the median of them.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from house import browser, environment, talk
from house.hosting import hosted

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = "13.5.0"
FOLDER = environment.FOLDER / "lighthouse" / VERSION
PROGRAM = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
PORT = 8799
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
NO_NPM = "Lighthouse comes from npm, and there is no npm here; Node.js from nodejs.org has it."
NO_BROWSER = "Lighthouse drives a browser of Chromium's family, and none was found; set CHROMIUM."
# The benchmark index at which a machine is 1, 2 and 3 times as fast as the phone we think of.
SLOW, USUAL, FAST = 150, 800, 1300
# What Lighthouse itself slows a machine down by (its core/config/constants.js).
OWN = 4.0
BEST = 100
KINDS = ("posts", "letters", "petition", "press", "storm", "kit")


def ensure() -> tuple[str, Path]:
    """Return Node.js and Lighthouse, fetched by npm the first time (180 MB with all it needs)."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        raise talk.Stop(NO_NPM)
    if not PROGRAM.is_file():
        talk.say(f"Fetching Lighthouse {VERSION} with npm: 180 MB, once.")
        quietly = ("--no-audit", "--no-fund", "--ignore-scripts")
        named = f"lighthouse@{VERSION}"
        done = talk.capture((npm, "install", "--prefix", FOLDER, *quietly, named))
        if done.returncode:
            talk.say(done.stderr.strip())
            raise talk.Stop("npm could not fetch Lighthouse; the lines above say why.")
    return node, PROGRAM


def pages(site: Path) -> Iterator[str]:
    """Yield the front page, and of the first campaign that has it one page of each kind."""
    yield ""
    campaigns = sorted(p.parent.parent for p in site.glob("*/posts/index.html"))
    yield from (f"{campaign.name}/" for campaign in campaigns[:1])
    every = (
        f"{c.name}/{p.parent.name}/" for c in campaigns for p in sorted(c.glob("*/index.html"))
    )
    yield from islice((path for path in every if path.split("/")[1] not in KINDS), 1)
    for kind in KINDS:
        having = (c for c in campaigns if (c / kind / "index.html").is_file())
        yield from (f"{campaign.name}/{kind}/" for campaign in islice(having, 1))


def slowdown(index: float) -> float:
    """Return how many times slower a machine of this benchmark index has to be, to be a phone.

    After github.com/patrickhulce/lighthouse-cpu-throttling-calculator, which Lighthouse's
    docs/throttling.md names: 1 at 150, 2 at 800, 3 at 1300, and one more for each 233 above.
    """
    if index >= FAST:
        return 3 + (index - FAST) / 233
    if index >= USUAL:
        return 2 + (index - USUAL) / (FAST - USUAL)
    return 1 + max(0.0, index - SLOW) / (USUAL - SLOW)


def measure(
    tools: tuple[str, Path], chromium: Path, url: str, times: float = OWN
) -> dict[str, Any]:
    """Return what Lighthouse says of a page, on its model of a phone on slow 4G.

    `times` is how many times slower than this machine the phone is.
    """
    flags = "--headless=new --no-sandbox --disable-dev-shm-usage"
    done = talk.capture(
        (
            *tools,
            url,
            "--quiet",
            "--output=json",
            f"--chrome-path={chromium}",
            f"--chrome-flags={flags}",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--throttling.cpuSlowdownMultiplier={times:.2f}",
        )
    )
    if done.returncode:
        talk.say(done.stderr.strip())
        raise talk.Stop(f"Lighthouse did not measure {url}; the lines above say why.")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def losses(report: dict[str, Any]) -> Iterator[str]:
    """Yield the audits that cost a page points, each with what it shows."""
    for category in report["categories"].values():
        for row in category["auditRefs"]:
            audit = report["audits"][row["id"]]
            if row["weight"] and audit["score"] is not None and audit["score"] < 1:
                shown = audit.get("displayValue") or f"score {audit['score']:.2f}"
                yield f"  {category['title']}: {audit['title']} ({shown})"


def asked(arguments: list[str]) -> argparse.Namespace:
    """Return what somebody wants measured."""
    parser = argparse.ArgumentParser(prog="lighthouse.py", description=__doc__.splitlines()[0])
    parser.add_argument("site", nargs="?", type=Path, default=talk.ROOT / "site")
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="pages; otherwise one of each kind"
    )
    parser.add_argument("--rounds", type=int, default=1, help="how often to measure each page")
    speed = parser.add_mutually_exclusive_group()
    speed.add_argument(
        "--slower", type=float, default=OWN, metavar="TIMES", help="than this machine"
    )
    speed.add_argument("--phone", action="store_true", help="as slow as a phone, by a benchmark")
    return parser.parse_args(arguments)


def middle(reports: list[dict[str, Any]], category: str) -> tuple[int, list[int]]:
    """Return the median of a category's scores, 0 to 100, and all of them."""
    every = [round(report["categories"][category]["score"] * 100) for report in reports]
    return statistics.median_low(every), every


def typical(reports: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the report in the middle by performance."""
    ranked = sorted(reports, key=lambda report: report["categories"]["performance"]["score"])
    return ranked[(len(ranked) - 1) // 2]


def lighthouse(arguments: list[str]) -> int:
    """Return 0 when every score is 100, 1 otherwise."""
    what = asked(arguments)
    site = what.site.resolve()
    if not (site / "index.html").is_file():
        raise talk.Stop(f"There is no site in {site}; build it first.")
    tools = ensure()
    chromium = browser.find(environment.interpreter())
    if chromium is None:
        raise talk.Stop(NO_BROWSER)
    full = True
    with hosted(site, PORT) as port:
        root = f"http://127.0.0.1:{port}/"
        index = measure(tools, chromium, root)["environment"]["benchmarkIndex"]
        times = slowdown(index) if what.phone else what.slower
        print(f"This machine's benchmark index is {index:.0f}: slowed down {times:.1f} times.")
        for path in what.paths or pages(site):
            reports = [measure(tools, chromium, root + path, times) for _ in range(what.rounds)]
            scores = {name: middle(reports, name) for name in CATEGORIES}
            full = full and all(score == BEST for score, _ in scores.values())
            print(
                f"/{path}",
                *map(line, scores.items()),
                *losses(typical(reports)),
                sep="\n",
                flush=True,
            )
    return 0 if full else 1


def line(row: tuple[str, tuple[int, list[int]]]) -> str:
    """Return a category's score in words, with those of every round where there are several."""
    name, (score, every) = row
    return f"  {name} {score}" + (f" ({' '.join(map(str, every))})" if len(every) > 1 else "")


if __name__ == "__main__":
    talk.press(lighthouse)
