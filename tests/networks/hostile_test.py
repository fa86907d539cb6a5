"""A hostile text costs what its length costs: twice as long, twice the steps, never four times.

Time is not asserted: the lines of our code that run are counted. What the pattern engine does in
between is measured by scripts/bench_networks.py, over the same attacks.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from toolkit.networks import builtin, compose_link, count, entities

if TYPE_CHECKING:
    from types import FrameType

TABLE = builtin()
ATTACKS = {
    "dots": "a.",
    "domain labels": "a-b.c_d.",
    "bare domains": "a.com ",
    "accented labels": "é.",
    "low lines": "é_",
    "schemes": "https://",
    "links": "https://a.co/(",
    "brackets": "a.co/(a",
    "nested brackets": "a.co/((",
    "end of path": "a.co/a,,,,",
    "hashes": "#",
    "digits in a tag": "#1",
    "joined tag": "#a·",
    "middle dots": "·",
    "signs": "@a@",
    "hosts": "@a@b.",
    "hyphens": "@a-",
    "dollars": "$a",
    "joiners": "👨‍",
    "skins": "👍🏽\ufe0f",
    "flags": "🇲",
    "flag tags": "🏴\U000e0067",
    "keycaps": "1\ufe0f",
    "marks": "e\u0301",
    "virama": "क\u094d",
    "han": "日本。",
    "labels beyond ASCII": "日本.",
    "punycode": "xn--a.",
    "question marks": "https://a.co/?a=,",
}
READERS = ("x", "bluesky", "mastodon", "threads", "sms")
LONG = 10_000


class Steps:
    """Count the lines of our own code that run: what a wall clock would only guess."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, frame: FrameType, event: str, _: Any) -> Steps | None:  # noqa: ANN401
        self.number += event == "line"
        return self if "/toolkit/networks/" in frame.f_code.co_filename else None


def steps(text: str, name: str) -> int:
    counter, before = Steps(), sys.gettrace()
    sys.settrace(counter)
    try:
        count(text, TABLE[name])
    finally:
        sys.settrace(before)
    return counter.number


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("attack", ATTACKS)
def test_twice_the_text_takes_twice_the_steps(attack: str, name: str) -> None:
    piece = ATTACKS[attack]
    once, twice = (steps(piece * number, name) for number in (400, 800))
    assert twice <= 2.2 * once + 200


@pytest.mark.parametrize("attack", ATTACKS)
def test_ten_thousand_characters_are_read_to_the_end(attack: str) -> None:
    text = (ATTACKS[attack] * LONG)[:LONG]
    for name in READERS:
        counted = count(text, TABLE[name])
        assert counted.used >= counted.least >= 0
        assert all(e.start < e.end <= len(text) for e in entities(text, TABLE[name]))
    assert compose_link(TABLE["x"], text=text).text == text
