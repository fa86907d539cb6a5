"""Say what a network would make of a text: its links, hashtags, mentions, lists and cashtags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.networks.bluesky import find_links
from toolkit.networks.lookup import pattern
from toolkit.networks.signs import Entity, find_signed
from toolkit.networks.spec import READS, SPACES
from toolkit.networks.urls import find_urls

if TYPE_CHECKING:
    from toolkit.networks.spec import Spec
    from toolkit.networks.table import Network

KINDS = frozenset({"link", "hashtag", "mention", "list", "cashtag"})
ACCOUNTS = frozenset({"mention", "list"})


def entities(text: str, network: Network) -> tuple[Entity, ...]:
    """Return what `network` would link, in order and without overlaps (the earlier one wins)."""
    return recognise(text, READS[network.reads])


def recognise(text: str, rules: Spec, kinds: frozenset[str] = KINDS) -> tuple[Entity, ...]:
    """Return the entities of some kinds by one network's rules (`spec.READS`)."""
    found = list(links(text, rules)) if "link" in kinds else []
    for rule in rules["signs"]:
        if rule["kind"] in kinds:
            found += find_signed(text, rule)
    found.sort(key=lambda entity: entity.start)
    kept: list[Entity] = []
    for entity in found:
        if not kept or kept[-1].end <= entity.start:
            kept.append(entity)
    return tuple(kept)


def links(text: str, rules: Spec) -> tuple[Entity, ...]:
    """Return only the links of a text, by one network's rules."""
    urls = find_links(text) if "whole_link" in rules else find_urls(text, rules["links"])
    return tuple(Entity("link", url.start, url.end, url.text) for url in urls)


def reply_to(text: str, network: Network) -> str | None:
    """Return whom a text addresses in its first word, if `network` may take it for a reply."""
    blank = pattern(f"[{SPACES}]*").match(text)
    start = blank.end() if blank else 0
    rules = READS[network.reads]
    addressed = recognise(text[start:], rules, ACCOUNTS)
    if not addressed or addressed[0].start:
        return None
    return addressed[0].value.partition("/")[0]


def byte_span(text: str, entity: Entity) -> tuple[int, int]:
    """Return where an entity begins and ends in UTF-8 bytes, the way Bluesky's facets count."""
    start = len(text[: entity.start].encode("utf-8", "surrogatepass"))
    return start, start + len(text[entity.start : entity.end].encode("utf-8", "surrogatepass"))


def valid_hashtag(tag: str, network: Network) -> bool:
    """Tell whether `network` would link the whole of a tag, given without its `#`."""
    found = recognise(f"#{tag}", READS[network.reads])
    return [(e.kind, e.start, e.end) for e in found] == [("hashtag", 0, len(tag) + 1)]


def valid_handle(handle: str, network: Network) -> bool:
    """Tell whether an account could have this name on `network`, given without `@`."""
    return bool(pattern(READS[network.reads]["handle"]).fullmatch(handle))
