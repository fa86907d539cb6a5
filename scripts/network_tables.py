"""Write toolkit/networks/tables.json: the lists that X and Bluesky look things up in.

    python scripts/network_tables.py TLDS.json X-TLDS.yml EMOJI-TEST.txt

TLDS.json is `index.json` of the npm package `tlds` (IANA's list of top-level domains, kept in step
with it; Bluesky asks the same package), X-TLDS.yml is `conformance/tld_lib.yml` of twitter-text,
EMOJI-TEST.txt is Unicode's `emoji-test.txt`. All three are data; the tables are derived here.
"""

from __future__ import annotations

import json
import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

TABLES = Path(__file__).parent.parent / "toolkit" / "networks" / "tables.json"
# X's own library, twitter-text 3.1.0, knows the emoji of this version and no later one.
LAST_EMOJI_OF_X = (11, 0)
# Emoji by default, yet old enough for Unicode to give them a text form: they take U+FE0F as well.
STYLED_TOO = "⌚⌛☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛔⛪⛲⛳⛵⛺⛽❗⬛⬜⭐⭕🀄🈚🈯"
# X's library had these before Unicode did.
JOINED_TOO = ("🤵\u200d♂\ufe0f", "🤵\u200d♀\ufe0f")
BARE = {"👁\ufe0f\u200d🗨\ufe0f": "👁\u200d🗨"}  # it takes this one only without U+FE0F
NOT_STYLED = "♾"  # measured: X's library counts its U+FE0F
SKIN = {chr(c) for c in range(0x1F3FB, 0x1F400)}
JOINER, AS_EMOJI = "\u200d", "\ufe0f"
PAIR = 2  # a character and what is laid over it
LINE = re.compile(r"([0-9A-F ]+?)\s*; fully-qualified\s*# \S+ E(\d+)\.(\d+)")


def old_emoji(text: str) -> list[str]:
    """Return the fully qualified emoji that X's library knows."""
    found = []
    for codes, major, minor in LINE.findall(text):
        if (int(major), int(minor)) <= LAST_EMOJI_OF_X:
            found.append("".join(chr(int(code, 16)) for code in codes.split()))
    return found


def emoji_tables(emoji: list[str]) -> dict[str, str]:
    """Group emoji by what a first character takes with it; everything else counts by itself."""
    joined = [BARE.get(e, e) for e in emoji if JOINER in e]
    plain = {"".join(c for c in e if c not in SKIN) for e in joined if SKIN & set(e)}
    styled = (e[0] for e in emoji if len(e) == PAIR and e[1] == AS_EMOJI)
    return {
        "styled": ranges({*styled, *STYLED_TOO} - set(NOT_STYLED)),
        "toned": ranges(e[0] for e in emoji if len(e) == PAIR and e[1] in SKIN),
        "flags": " ".join(
            e for e in emoji if len(e) == PAIR and "\U0001f1e6" <= e[0] <= "\U0001f1ff"
        ),
        "tagged": " ".join(e for e in emoji if e[0] == "\U0001f3f4" and e[-1] == "\U000e007f"),
        "joined": " ".join(e for e in joined if not SKIN & set(e) and e not in plain),
        "joined_toned": " ".join(sorted({*plain, *JOINED_TOO})),
    }


def ranges(characters: Iterable[str]) -> str:
    """Write characters as the inside of a character class."""
    points = sorted({ord(c) for c in characters})
    cuts = [i + 1 for i, (a, b) in enumerate(pairwise(points)) if b != a + 1]
    return "".join(_span(points[i:j]) for i, j in pairwise([0, *cuts, len(points)]))


def _span(points: list[int]) -> str:
    if len(points) <= PAIR:
        return "".join(map(chr, points))
    return f"{chr(points[0])}-{chr(points[-1])}"


def main(tlds: Path, x_tlds: Path, emoji_test: Path) -> None:
    """Derive the tables and write them, with where they come from."""
    current = sorted(json.loads(tlds.read_text(encoding="utf-8")))
    of_x = re.findall(r"^- (\S+)$", x_tlds.read_text(encoding="utf-8"), re.MULTILINE)
    tables = {
        "sources": {
            "tlds": "IANA's list by way of the npm package tlds 1.261.0 (2025-10-24)",
            "retired": "in X's list of 2021 (twitter-text 3.1.0), no longer in IANA's",
            "emoji": "Unicode emoji-test 18.0 (2026-04-30), the emoji of version 11.0 and before",
        },
        "tlds": " ".join(current),
        "retired": " ".join(sorted({t.strip("'\"") for t in of_x} - set(current))),
        "emoji": emoji_tables(old_emoji(emoji_test.read_text(encoding="utf-8"))),
    }
    TABLES.write_text(json.dumps(tables, ensure_ascii=True, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
