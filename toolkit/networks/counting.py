"""Count a text as a network does; where two readings are possible, the larger decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.networks.bluesky import shortened
from toolkit.networks.lookup import pattern
from toolkit.networks.measure import emoji_bytes, graphemes, segments, utf8, utf16
from toolkit.networks.recognise import recognise
from toolkit.networks.spec import READS
from toolkit.networks.table import Unit
from toolkit.networks.weigh import weights_of

if TYPE_CHECKING:
    from toolkit.networks.table import Network

_blank = pattern(r"\p{White_Space}*")
COSTS = frozenset({"link", "mention"})
LINK = frozenset({"link"})
MEASURES = {Unit.GRAPHEMES: graphemes, Unit.UTF_16: utf16, Unit.UTF_8: utf8}


@dataclass(frozen=True, slots=True)
class Count:
    """How long a text is for one network, in `unit`.

    `used` is the larger reading and decides, `least` the smaller one and may be shown; `limit` is
    None where there is none. `hard` tells whether going over is an error or only worth a warning.
    `bytes` and `bytes_limit` are UTF-8 bytes where a network limits them too; `parts` is the number
    of messages an SMS is sent and billed as, else 1.
    """

    used: int
    least: int
    limit: int | None
    unit: Unit
    hard: bool
    bytes: int = 0
    bytes_limit: int | None = None
    parts: int = 1

    @property
    def fits(self) -> bool:
        """Whether nothing is over a limit, hard or soft."""
        return not self.over

    @property
    def over(self) -> int:
        """By how much the text is over, in `unit`; at least 1 when only the bytes are over."""
        by_bytes = self.bytes_limit is not None and self.bytes > self.bytes_limit
        by_unit = self.used - self.limit if self.limit is not None else 0
        return max(by_unit, 1 if by_bytes else 0)


def count(text: str, network: Network, *, warning: str = "") -> Count:
    """Count a text for a network. `warning` is a content warning, which Mastodon counts as well."""
    counted = _as_counted(text, network)
    limit, parts = network.limit, 1
    if network.count is Unit.SMS:
        sms = segments(counted)
        least = used = sms.units
        limit, parts = sms.single, sms.parts
    else:
        least, used = _measured(counted, network.count)
    if warning:
        extra = _measured(warning, network.count)
        least, used = least + extra[0], used + extra[1]
    return Count(
        used,
        least,
        limit,
        network.count,
        network.hard("limit"),
        utf8(counted) if network.bytes is not None else 0,
        network.bytes,
        parts,
    )


def _as_counted(text: str, network: Network) -> str:
    """Put in place of each link and remote mention what it costs."""
    if network.count is Unit.WEIGHTED or (network.link == "full" and network.mention == "full"):
        return text
    if network.mention == "user" and _blank.fullmatch(text):
        return ""
    kinds = LINK if network.mention == "full" else COSTS if network.link != "full" else COSTS - LINK
    parts, position = [], 0
    for entity in recognise(text, READS[network.reads], kinds):
        parts.append(text[position : entity.start])
        typed = text[entity.start : entity.end]
        if entity.kind == "mention":
            parts.append("@" + entity.value.partition("@")[0])
        else:
            parts.append(
                shortened(typed) if network.link == "shortened" else "x" * int(network.link)
            )
        position = entity.end
    return "".join((*parts, text[position:]))


def _measured(text: str, unit: Unit) -> tuple[int, int]:
    """Return the smaller and the larger reading of a length."""
    if unit is Unit.WEIGHTED:
        return weights_of(text)
    if unit is Unit.EMOJI_BYTES:
        return emoji_bytes(text)
    if unit is Unit.EITHER:
        return len(text), utf16(text)
    if unit is Unit.SMS:
        units = segments(text).units
        return units, units
    length = MEASURES.get(unit, len)(text)
    return length, length
