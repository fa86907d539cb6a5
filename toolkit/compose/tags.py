"""Add a post's hashtags where they are missing, as many as the network can use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.model import TagRole
from toolkit.networks import entities, valid_hashtag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.model import Hashtag
    from toolkit.networks import Network

ANY_TAG = re.compile(r"[#＃](\w+)")


def with_tags(text: str, tags: Sequence[Hashtag], network: Network, language: str) -> str:
    """Return a text followed by the tags it does not have yet, main ones first.

    None are added where a network does not link them, and never more than it links.
    """
    present = {m[1].casefold() for m in ANY_TAG.finditer(text)}
    wanted = [
        tag.written_in(language)
        for tag in sorted(tags, key=lambda tag: tag.role is not TagRole.MAIN)
        if not present & {form.casefold() for form in tag.forms}
    ]
    usable = [tag for tag in wanted if valid_hashtag(tag, network)][: _room(text, network)]
    return " ".join((text, *(f"#{tag}" for tag in usable))) if text else text


def _room(text: str, network: Network) -> int | None:
    """Return how many more tags the network links, None if it does not limit them."""
    if network.hashtags is None:
        return None
    used = sum(e.kind == "hashtag" for e in entities(text, network))
    return max(0, network.hashtags - used)
