"""What a card says at each placeholder: the words told, and what their language makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.cards.punctuation import in_a_row, listed, nested, quotation_marks, whole
from toolkit.cards.request import JOINED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.cards.request import CardRequest


def values_of(request: CardRequest) -> Mapping[str, str]:
    """Return the text for each placeholder that this card has words for."""
    told = dict(request.values)
    told["licence"] = whole(told.get("licence", ""))
    if "quote" in told:
        told["quote"] = nested(told["quote"], request.language)
    opening, closing = quotation_marks(request.language)
    made = {"quote_open": opening, "quote_close": closing}
    for name, parts in JOINED.items():
        made[name] = listed((told[part] for part in parts if told.get(part)), request.language)
    made["roll"] = in_a_row(lines_of(told.get("names", "")), rtl=request.direction == "rtl")
    return {**told, **made}


def lines_of(text: str) -> list[str]:
    """Return the lines of a list that have something in them."""
    return [line.strip() for line in text.splitlines() if line.strip()]
