"""Hand the page what its counter needs: the same specification, as data for networks.js."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toolkit.networks import address, domains, measure, spec, urls
from toolkit.networks.bluesky import (
    ADDRESS,
    IGNORED_IN_HOST,
    IN_FRAGMENT,
    IN_PATH,
    IN_QUERY,
    NEVER_IN_HOST,
)
from toolkit.networks.lookup import emoji_of_x_source, tables, text_by_default
from toolkit.networks.table import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.networks.table import Network

KEPT = (
    *("reads", "count", "limit", "bytes", "link", "mention", "share", "server_share", "ceiling"),
    *("name", "hashtags", "shown", "alt", "says", "threads"),
)


def page_data(networks: Iterable[Network]) -> dict[str, Any]:
    """Return what networks.js needs for these networks, and nothing for others. It is JSON."""
    rows = {network.id: _row(network) for network in networks}
    reads = sorted({row["reads"] for row in rows.values()})
    data: dict[str, Any] = {"networks": rows, "reads": {name: spec.READS[name] for name in reads}}
    units = {row["count"] for row in rows.values()}
    data["tlds"] = tables()["tlds"]
    data["domains"] = _domains()
    data["blank"] = f"[{spec.SPACES}]*"
    if Unit.WEIGHTED in units:
        data["x"] = {"weights": spec.X_WEIGHTS, "emoji": emoji_of_x_source()}
    if units & {Unit.WEIGHTED, Unit.EMOJI_BYTES}:
        data["emoji"] = spec.EMOJI
        data["textByDefault"] = text_by_default()
    if "bluesky" in reads:
        data["address"] = _address()
    if Unit.SMS in units:
        data["gsm"] = {"once": spec.GSM, "twice": spec.GSM_TWICE, "sizes": measure.SMS_SIZES}
    return data


def _row(network: Network) -> dict[str, Any]:
    row = {key: getattr(network, key) for key in KEPT}
    cards = [f"{width}x{height}" for width, height in network.cards]
    needs = list(network.needs)
    return row | {"needs": needs, "hard": network.hard("limit"), "cards": cards}


def _domains() -> dict[str, Any]:
    return {
        "retired": tables()["retired"],
        "longest": domains.LONGEST_TLD,
        "run": domains.RUN,
        "ascii": domains.IN_ASCII_LABEL,
        "dot": urls.DOT,
        "notBefore": urls.NOT_BEFORE,
        "short": urls.SHORT,
        "never": f"[{spec.NEVER}]",
        "scheme": address.SCHEME,
        "url": address.REST,
        "maxUrl": urls.MAX_URL,
        "maxSlug": urls.MAX_SHORT_SLUG,
    }


def _address() -> dict[str, Any]:
    return {
        "parts": ADDRESS,
        "never": NEVER_IN_HOST,
        "ignored": IGNORED_IN_HOST,
        "path": IN_PATH,
        "query": IN_QUERY,
        "fragment": IN_FRAGMENT,
    }
