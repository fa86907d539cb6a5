"""Measure counting: one post per network, and how the cost of hostile texts grows with length."""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.networks.hostile_test import ATTACKS
from toolkit.networks import Network, builtin, count

POSTS = {
    "English": "People who fled for their lives are locked up. Sign and share today, it takes a"
    " minute: https://example.org/free-them-all/posts/1 @INAMI_mx #FreeThemAll #COVID19",
    "Spanish": "Liberación ya: más de 3,000 personas están en riesgo; el Gobierno debe actuar hoy…"
    " #FreeThemAll #DDHH https://example.org/es/libertad @GN_MEXICO_",
    "Japanese": "収容されているすべての人をいますぐ解放してください。" * 4 + " #自由",
    "emoji": "Now ✊🏽 for all 👨‍👩‍👧‍👧 " * 8,
}
LENGTHS = (25_000, 50_000, 100_000)
ROUNDS, REPEATS = 15, 20


def one(text: str, network: Network) -> float:
    """Return the median time of one count, in µs."""
    count(text, network)
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for _ in range(REPEATS):
            count(text, network)
        times.append((time.perf_counter() - start) / REPEATS * 1e6)
    return statistics.median(times)


def once(text: str, network: Network) -> float:
    """Return the time of a single count, in ms."""
    start = time.perf_counter()
    count(text, network)
    return (time.perf_counter() - start) * 1e3


def main() -> None:
    """Print both tables."""
    table = builtin()
    print("| µs a count |", " | ".join(POSTS), "|\n|---|" + "--:|" * len(POSTS))
    for name in ("x", "bluesky", "mastodon", "threads", "linkedin", "telegram", "sms"):
        row = [f"{one(text, table[name]):.0f}" for text in POSTS.values()]
        print(f"| {table[name].name} |", " | ".join(row), "|")
    print(
        "\n| ms for", " / ".join(f"{n:,}" for n in LENGTHS), "characters | X | Bluesky | Mastodon |"
    )
    print("|---|--:|--:|--:|")
    for attack, piece in ATTACKS.items():
        cells = [
            " / ".join(f"{once((piece * n)[:n], table[name]):.0f}" for n in LENGTHS)
            for name in ("x", "bluesky", "mastodon")
        ]
        print(f"| {attack} |", " | ".join(cells), "|", flush=True)


if __name__ == "__main__":
    main()
