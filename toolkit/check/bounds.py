"""Say cheaply that a text cannot be too long, so that only doubtful ones are counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.networks import Unit

if TYPE_CHECKING:
    from toolkit.networks import Network

# Where a link may be: a dot inside a word. No network counts a link more than 23 or its length.
DOT = re.compile(r"\.\S")
LINK = 23
# From this character on, one code point may count for so many; below it, for one.
DEARER = {
    Unit.WEIGHTED: ("\u1100", 2),
    Unit.EMOJI_BYTES: ("\xa9", 4),
    Unit.UTF_16: ("\U00010000", 2),
    Unit.EITHER: ("\U00010000", 2),
    Unit.UTF_8: ("\x80", 4),
    Unit.GRAPHEMES: ("\U0010ffff", 1),
    Unit.CODE_POINTS: ("\U0010ffff", 1),
}
BYTES = 4


def surely_fits(text: str, more: int, highest: str, network: Network) -> bool:
    """Tell whether a text must fit, whatever its links cost and with `more` code points added.

    `highest` is the highest character in what may be added. False says nothing.
    """
    if network.limit is None:
        return True
    threshold, factor = DEARER.get(network.count, ("", BYTES))
    dear = max(highest, max(text, default="")) >= threshold
    points = len(text) + more
    most = points * (factor if dear else 1) + LINK * len(DOT.findall(text))
    return most <= network.limit and (network.bytes is None or points * BYTES <= network.bytes)
