"""Measure how long pages take to render and how much they weigh; numbers to read, not to assert."""

from __future__ import annotations

import gzip
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.pages import samples
from toolkit import pages

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 30


def measured(work: Callable[[], object], pieces: int) -> tuple[float, float]:
    """Return the best and the median time for one piece, in ms of processor time."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) / pieces * 1000)
    return min(times), statistics.median(times)


def main() -> None:
    views = samples.views()
    landings = list(pages.landings(samples.SITE, views))
    rows = {
        "landing page": (lambda: list(pages.landings(samples.SITE, views)), len(views)),
        "post on its posts page": (
            lambda: pages.posts(samples.SITE, samples.CAMPAIGN, "en", views),
            len(samples.CAMPAIGN.posts),
        ),
    }
    print(f"{'':24}{'best':>10}{'median':>10}")
    for name, (work, pieces) in rows.items():
        best, median = measured(work, pieces)
        print(f"{name:24}{best:>7.3f} ms{median:>7.3f} ms")
    weights = [len(gzip.compress(p.html.encode(), mtime=0)) for p in landings]
    print(f"landing page, gzip      {min(weights):>7} … {max(weights)} bytes")
    for asset in pages.theme_assets():
        print(f"{asset.path:40}{len(asset.body):>7} bytes, gzip {len(gzip.compress(asset.body))}")


if __name__ == "__main__":
    main()
