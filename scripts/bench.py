"""Measure what we claim, each part by a script of its own, in the project's own environment.

    python3 scripts/bench.py             everything, some minutes
    python3 scripts/bench.py site cards  only these parts

Machines drift and are shared: read ratios, and compare only numbers of one run.
"""

from __future__ import annotations

import os
from pathlib import Path

from house import environment, talk

HERE = Path(__file__).resolve().parent


def bench(arguments: list[str]) -> int:
    """Run the parts that are named, or all of them, one after the other."""
    parts = {path.stem.removeprefix("bench_"): path for path in sorted(HERE.glob("bench_*.py"))}
    unknown = [name for name in arguments if name not in parts]
    if unknown:
        talk.say(f"There is no part {', '.join(unknown)}; there are: {', '.join(parts)}.")
        return 2
    python = environment.prepare("build")
    paths = os.pathsep.join((str(HERE.parent), str(HERE)))
    codes = [
        talk.run((str(python), str(parts[name])), {"PYTHONPATH": paths})
        for name in arguments or parts
    ]
    return max(codes)


if __name__ == "__main__":
    talk.press(bench)
