"""Take a month written in words for what it is, because deadlines often know no more."""

from __future__ import annotations

import re

# Unicode CLDR, months in wide form, in English, Spanish, French, Portuguese, German.
MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december",
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
    "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
)
NUMBERS = {name: n for row in MONTHS for n, name in enumerate(row.split("|"), 1)}
WRITTEN = re.compile(r"(\w+)(?:\s+del?)?,?\s+(\d{4})")


def in_figures(value: str) -> str:
    """Return `December 2021` or `diciembre de 2021` as `2021-12`, anything else unchanged."""
    match = WRITTEN.fullmatch(value.strip().casefold())
    month = NUMBERS.get(match[1]) if match else None
    return f"{match[2]}-{month:02}" if match and month else value
