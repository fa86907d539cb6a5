"""Measure how soon a saved layout is on the designer's sheet, over all specimens there are.

    python scripts/bench_sheet.py [--saves 5]

From the moment at which the layout's file was written until the sheet with its first cards is on
disk, and until all of them are: medians, in seconds by the clock and of processor time.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from toolkit.plan.choice import Choice
from toolkit.plan.specimen import SpecimenRoom
from toolkit.plan.studio import PAUSE, renewals

LAYOUT = "about: Tried again and again.\nextends: statement\nlayers:\n  foot: {{gap: {gap}u}}\n"
TARGET = 0.5


def main() -> None:
    """Print how long it takes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--saves", type=int, default=5)
    saves = parser.parse_args().saves
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        layout = root / "cards" / "layouts" / "statement.yml"
        layout.parent.mkdir(parents=True)
        layout.write_text(LAYOUT.format(gap=2), encoding="utf-8")
        room, sheet = SpecimenRoom(root), root / "sheet.html"
        *_, said = renewals(room, Choice(), sheet, guides=False)
        print(said.partition(": ")[2])
        found = [saved(layout, room, sheet, number) for number in range(saves)]
    print(f"{'':24}{'seconds':>9}{'processor':>11}  target")
    for name, at, target in (
        ("first cards on the sheet", 0, f"{TARGET} s"),
        ("all of them", 1, ""),
    ):
        wall = statistics.median(one[at][0] for one in found) + PAUSE / 2
        busy = statistics.median(one[at][1] for one in found)
        print(f"{name:24}{wall:9.2f}{busy:11.2f}  {target}")


def saved(
    layout: Path, room: SpecimenRoom, sheet: Path, number: int
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Save the layout once more; return (seconds, processor time) for the first cards and all."""
    layout.write_text(LAYOUT.format(gap=2.1 + number / 10), encoding="utf-8")
    began, busy = time.perf_counter(), time.process_time()
    steps = [
        (time.perf_counter() - began, time.process_time() - busy)
        for _ in renewals(room, Choice(), sheet, guides=False)
    ]
    return steps[0], steps[-1]


if __name__ == "__main__":
    main()
