"""Measure our cards beside other makers of cards: the same texts, fonts, box and logo in one run.

    python scripts/bench_peers.py [--cards 100] [--rounds 3] [--install]

Each maker draws in a process of its own: so many texts to warm up, then as many others that count,
on flat and on graded ground, in several rounds by turns. Medians of processor time, with the file
written; KB of the PNG. --install fetches the two makers from npm, in exact versions, into
.toolkit/peers; without them, or without npm, their rows say so.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from peers.job import GROUNDS, ROOT, write_job

HERE = Path(__file__).resolve().parent
HOME = ROOT / ".toolkit" / "peers"
PACKAGES = ("@takumi-rs/core@2.16.3", "satori@0.63.2", "@resvg/resvg-js@2.6.2")
MAKERS = {
    "social toolkit": ("ours.py", "yes"),
    "takumi (npm, Rust)": ("takumi.mjs", "no, size guessed"),
    "satori + resvg-js (npm)": ("satori.mjs", "no, size guessed"),
    "Material's social plugin": ("social_plugin.py", "shrinks line by line"),
    "Pillow, as most write it": ("plain_pillow.py", "shrinks step by step"),
}
FASTEST = "takumi (npm, Rust)"
Found = dict[str, list[float]]


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cards", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--install", action="store_true")
    options = parser.parse_args()
    if options.install:
        install()
    found: dict[tuple[str, str], Found] = defaultdict(lambda: defaultdict(list))
    with tempfile.TemporaryDirectory() as folder:
        jobs = {ground: write_job(Path(folder), ground, options.cards) for ground in GROUNDS}
        for _ in range(options.rounds):
            for name, (driver, _) in MAKERS.items():
                for ground, job in jobs.items():
                    for key, values in measured(HERE / "peers" / driver, job).items():
                        found[name, ground][key] += values
    table(found, options.cards)


def install() -> None:
    """Fetch the makers that come from npm."""
    npm = shutil.which("npm")
    if npm is None:
        print("There is no npm here; the rows of its packages stay empty.")
        return
    HOME.mkdir(parents=True, exist_ok=True)
    (HOME / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    subprocess.run((npm, "install", *quiet, *PACKAGES), cwd=HOME, check=True)


def measured(driver: Path, job: Path) -> Found:
    """Run a maker over a job; nothing if it is not installed."""
    paths = os.pathsep.join((str(ROOT), str(HERE)))
    env = {**os.environ, "PYTHONPATH": paths, "PEERS": str(HOME), "NO_MKDOCS_2_WARNING": "1"}
    node = shutil.which("node")
    if driver.suffix == ".mjs":
        if node is None or not (HOME / "node_modules").is_dir():
            return {}
        command = (node, str(driver), str(job))
    else:
        command = (sys.executable, str(driver), str(job))
    done = subprocess.run(command, env=env, check=True, capture_output=True, text=True)
    told = json.loads(done.stdout.splitlines()[-1])
    return {k: v if isinstance(v, list) else [v] for k, v in told.items()}


def table(found: dict[tuple[str, str], Found], count: int) -> None:
    """Print a row for each maker, and how it stands to the fastest peer of the same run."""
    print(f"{count} texts at 1200 × 630, one process, processor time")
    head = "".join(f"{ground + ' ms':>13}{'KB':>7}{'ratio':>7}" for ground in GROUNDS)
    print(f"{'':26}{head}{'first ms':>10}{'peak MiB':>10}  fits the text")
    for name, (_, fits) in MAKERS.items():
        if not found[name, "flat"]:
            print(f"{name:26}  not installed here: scripts/bench_peers.py --install brings it")
            continue
        cells = ""
        for ground in GROUNDS:
            ms, kb = (statistics.median(found[name, ground][key]) for key in ("ms", "kb"))
            base = found[FASTEST, ground]
            ratio = f"{ms / statistics.median(base['ms']):7.2f}" if base else f"{'':7}"
            cells += f"{ms:13.2f}{kb:7.1f}{ratio}"
        first = statistics.median(found[name, "flat"]["first"])
        peak = max(found[name, "gradient"]["peak"])
        print(f"{name:26}{cells}{first:10.0f}{peak:10.0f}  {fits}")


if __name__ == "__main__":
    main()
