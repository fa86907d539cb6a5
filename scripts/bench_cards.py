"""Measure what a card costs: fitting, layout, painting and PNG, one process, steady state.

    python scripts/bench_cards.py [--cards 100] [--rounds 3] [--full]

Every row: that many different texts, each dressed and painted once after a warm-up with other
texts; medians in ms of processor time and KB. The last rows go through the cache, with one worker
and with two by turns; --full draws 1,000 posts there.
"""

from __future__ import annotations

import argparse
import io
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).parent.parent))

from typing import TYPE_CHECKING

from tests.cards.samples import sample
from toolkit.cards.dress import dress
from toolkit.cards.fonts import Fonts, load_fonts
from toolkit.cards.formats import FORMATS
from toolkit.cards.library import Library, load_library
from toolkit.cards.paint import Painter
from toolkit.cards.render import render

if TYPE_CHECKING:
    from toolkit.cards.request import CardRequest
from toolkit.cards.scene import Scene

NAMES = ["Tapachula", "Tenosique", "Acayucan", "Iztapalapa", "Saltillo", "Tijuana", "Mexicali"]
FULL = 1000
ROWS = (
    ("statement, flat", "statement", "paper", "link", "en", True),
    ("statement, flat, short", "statement", "paper", "link", "en", False),
    ("statement, gradient", "statement", "ember", "link", "en", True),
    ("statement, gradient, short", "statement", "ember", "link", "en", False),
    ("quotation, flat", "quotation", "paper", "link", "en", True),
    ("quotation, gradient, ar", "quotation", "ember", "link", "ar", True),
    ("statement, flat, hi", "statement", "paper", "link", "hi", True),
    ("statement, flat, square", "statement", "paper", "square", "en", True),
    ("statement, gradient, story", "statement", "ember", "story", "en", True),
)


def varied(request: CardRequest, number: int) -> CardRequest:
    """Return the card with a text of its own, about as long as before."""
    key = "quote" if request.layout == "quotation" else "headline"
    values = dict(request.values)
    words = values[key].split(" ")
    turned = words[number % len(words) :] + words[: number % len(words)]
    values[key] = " ".join([NAMES[number % len(NAMES)], str(number), *turned[:-1]])
    return replace(request, values=tuple(values.items()))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cards", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--full", action="store_true", help="1,000 posts in every format")
    parser.add_argument("--batch", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    count: int = options.cards
    if options.batch:
        posts, cache, workers = options.batch
        batch(int(posts), Path(cache), int(workers))
        return
    library, _ = load_library()
    fonts = load_fonts()
    painter = Painter(fonts.units)
    print(f"{'':28} dress ms  paint ms  all ms     KB")
    for name, layout, theme, format_, language, long in ROWS:
        base = sample(layout, theme, format_, language, long=long)
        dressed, painted, sizes = [], [], []
        for number in range(count * 2):
            start = time.process_time()
            scene = dress(varied(base, number), library=library, fonts=fonts).scene
            middle = time.process_time()
            if scene is None:
                continue
            png = painter.png(scene)
            end = time.process_time()
            if number >= count:
                dressed.append((middle - start) * 1e3)
                painted.append((end - middle) * 1e3)
                sizes.append(len(png) / 1e3)
        both = [a + b for a, b in zip(dressed, painted, strict=True)]
        numbers = [statistics.median(row) for row in (dressed, painted, both, sizes)]
        print(f"{name:28}" + "".join(f"{number:9.2f}" for number in numbers))
    took, size = yardstick(library, fonts)
    print(f"{'Pillow, PNG of it alone':28}{'':18}{took:9.2f}{size:9.2f}")
    batches(FULL if options.full else count, options.rounds)


def yardstick(library: Library, fonts: Fonts) -> tuple[float, float]:
    """Return the ms that only encoding the same card costs Pillow, and its KB.

    Read other times as ratios to it: so they can be compared from one machine to the next.
    """
    painter = Painter(fonts.units)
    scene = dress(
        sample("statement", "paper", "link", "en", long=True), library=library, fonts=fonts
    )
    image = Image.open(io.BytesIO(painter.png(scene.scene or Scene(1, 1, ())))).convert("RGB")
    times, size = [], 0
    for _ in range(9):
        start, file = time.process_time(), io.BytesIO()
        image.save(file, "PNG")
        times.append((time.process_time() - start) * 1e3)
        size = len(file.getvalue())
    return statistics.median(times), size / 1e3


def batches(count: int, rounds: int) -> None:
    """Time whole runs over all formats by turns: one worker, again from the cache, two workers.

    Each is a process of its own, whose children count too: for processor time and for memory. A
    run of half as many posts goes before each, so that what is more in the whole one is work
    alone: in the last column no process starts, no font is opened, no word is met for the first
    time. Medians of all rounds.
    """
    print(f"\n{count} posts in {len(FORMATS)} formats, median of {rounds} rounds by turns")
    print(
        f"{'':14}{'cards':>7}{'s':>8}{'a second':>10}{'CPU ms a card':>15}{'peak MiB':>10}", end=""
    )
    print(f"{'without the start':>20}")
    found: dict[str, list[list[float]]] = defaultdict(list)
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            for name, place, workers in (
                ("one worker", "1", 1),
                ("again", "1", 1),
                ("two", "2", 2),
            ):
                half = _run(Path(folder) / f"{place}half", count // 2, workers)
                whole = _run(Path(folder) / place, count, workers)
                more = (whole[0] - half[0]) / max(whole[1] - half[1], 1e-3)
                found[name].append([*whole, more])
    middle = {
        name: [statistics.median(c) for c in zip(*runs, strict=True)]
        for name, runs in found.items()
    }
    for name, (cards, took, busy, peak, more) in middle.items():
        row = f"{cards:7.0f}{took:8.2f}{cards / took:10.0f}{busy:15.2f}{peak:10.0f}"
        print(f"{name:14}{row}{more:18.0f}/s")
    one, two = middle["one worker"], middle["two"]
    print(
        f"two workers are {one[1] / two[1]:.2f} times as fast as one, "
        f"{two[4] / one[4]:.2f} times without the start"
    )


def _run(place: Path, count: int, workers: int) -> list[float]:
    """Return cards, seconds with the start of the process, CPU ms a card, and peak MiB of a run."""
    began = time.perf_counter()
    command = (sys.executable, __file__, "--batch", str(count), str(place), str(workers))
    subprocess.run(command, check=True, env=os.environ)
    took = time.perf_counter() - began
    cards, busy, peak = map(float, place.with_suffix(".txt").read_text(encoding="utf-8").split())
    return [cards, took, busy, peak]


def batch(count: int, cache: Path, workers: int) -> None:
    """Draw so many posts in all formats into a cache; write beside it what that took."""
    library, _ = load_library()
    fonts = load_fonts()
    requests = [
        varied(sample("statement", "ember", format_, "en", long=True), number)
        for number in range(count)
        for format_ in FORMATS
    ]
    busy = sum(os.times()[:4])
    render(requests, library=library, fonts=fonts, cache=cache, workers=workers)
    cards = len(requests)
    each = (sum(os.times()[:4]) - busy) / cards * 1e3
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak = sum(resource.getrusage(who).ru_maxrss for who in whose) / 1024
    cache.with_suffix(".txt").write_text(f"{cards} {each} {peak}", encoding="utf-8")


if __name__ == "__main__":
    main()
