"""Add a post's hashtags where they are missing, as many as the network can use."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from toolkit.compose.notes import Note, Said, about
from toolkit.model import TagRole
from toolkit.networks.recognise import recognise
from toolkit.networks.spec import READS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.model import Hashtag
    from toolkit.networks import Network

ANY_TAG = re.compile(r"[#＃](\w+)")
TAG = frozenset({"hashtag"})


class Tags(NamedTuple):
    """Hashtags to add, with their signs: `main` and `other` ones, and why some stay out."""

    main: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    notes: tuple[Said, ...] = ()


NONE = Tags()


def tags_for(text: str, tags: Sequence[Hashtag], network: Network, language: str) -> Tags:
    """Return the tags that a text does not have yet, as far as a network links them."""
    wanted = _missing(text, tags, language)
    if not wanted:
        return NONE
    usable = [tag for tag in wanted if _is_tag(tag.written_in(language), network.reads)]
    room = _room(text, network)
    kept = usable if room is None else usable[:room]
    many = [_sign(tag, language) for tag in usable if tag not in kept]
    unlinked = [_sign(tag, language) for tag in wanted if tag not in usable]
    if network.hashtags == 0:
        many, unlinked = [], many + unlinked
    return Tags(
        tuple(_sign(tag, language) for tag in kept if tag.role is TagRole.MAIN),
        tuple(_sign(tag, language) for tag in kept if tag.role is not TagRole.MAIN),
        (*about(Note.TAGS_UNLINKED, unlinked), *about(Note.TAGS_MANY, many)),
    )


def missing(text: str, tags: Sequence[Hashtag], language: str) -> tuple[str, ...]:
    """Return the tags that a text does not have yet, main ones first, with their signs."""
    return tuple(_sign(tag, language) for tag in _missing(text, tags, language))


def _missing(text: str, tags: Sequence[Hashtag], language: str) -> list[Hashtag]:
    if not tags:
        return []
    present = _present(text)
    wanted = [
        tag
        for tag in tags
        if used_in(tag, language)
        and not (present and any(form.casefold() in present for form in tag.forms))
    ]
    return sorted(wanted, key=lambda tag: tag.role is not TagRole.MAIN)


@functools.lru_cache(maxsize=256)
def _present(text: str) -> frozenset[str]:
    return frozenset(m[1].casefold() for m in ANY_TAG.finditer(text))


def used_in(tag: Hashtag, language: str) -> bool:
    """Tell whether a tag belongs into texts of a language."""
    return not tag.languages or language in tag.languages or bool(tag.translations.get(language))


def _sign(tag: Hashtag, language: str) -> str:
    return f"#{tag.written_in(language)}"


@functools.lru_cache(maxsize=65_536)
def _is_tag(tag: str, reads: str) -> bool:
    """Tell whether all of a tag is a link by the rules called `reads`."""
    found = recognise(f"#{tag}", READS[reads], TAG)
    return [e.end for e in found] == [len(tag) + 1]


def _room(text: str, network: Network) -> int | None:
    """Return how many more tags the network takes, None if it does not limit them."""
    if network.hashtags is None:
        return None
    used = len(recognise(text, READS[network.reads], TAG)) if network.hashtags else 0
    return max(0, network.hashtags - used)
