"""Share the accounts a campaign addresses out among its posts and its people, a few at a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.compose.handles import mention, name
from toolkit.compose.vary import pick
from toolkit.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.model import Account, Campaign, Post
    from toolkit.networks import Network

# Where an author wants the chosen accounts named.
PLACE = "{target}"
MOST = 3
WORD = re.compile(r"\S+")
TAG = re.compile(r"[#＃]\w+")
# What stands between names in a list; where nothing is known, a comma and a space.
BETWEEN = {"ar": "، ", "fa": "، ", "ja": "、", "ur": "، ", "zh": "、"}


def pool(post: Post, campaign: Campaign) -> tuple[Account, ...]:
    """Return whom a post may address: its own accounts, else the campaign's targets.

    Allies are asked only by posts that name them: what is said to a target does not fit them.
    """
    return post.targets or tuple(a for a in campaign.accounts if a.role is Role.TARGET)


def targets_for(
    post: Post, campaign: Campaign, *, seed: int = 0, count: int = 1, turn: int = 0
) -> tuple[Account, ...]:
    """Return the one to three accounts that a person addresses in a post.

    `turn` is the post's place in its campaign, from 0: the next post goes to the next accounts, so
    that somebody who sends them all reaches everybody. `seed` is the person's; each has an own
    order, and 0 keeps the author's.
    """
    accounts = _shuffled(pool(post, campaign), seed, f"targets/{campaign.id}")
    many = min(count, MOST, len(accounts))
    return tuple(accounts[(turn * many + step) % len(accounts)] for step in range(many))


def _shuffled(accounts: Sequence[Account], seed: int, salt: str) -> list[Account]:
    """Return accounts in a person's own order (Fisher and Yates, from the end)."""
    order = list(accounts)
    if seed:
        for last in range(len(order) - 1, 0, -1):
            other = pick(seed, salt, last, last + 1)
            order[last], order[other] = order[other], order[last]
    return order


def placed(
    text: str,
    targets: Sequence[Account],
    network: Network | None,
    language: str,
    had: Sequence[str],
) -> str:
    """Return a text with accounts where the author wants them; without any, the place stays.

    On a network each is a mention if that can be, else a name. `had` are the ids of accounts the
    text mentions anyway: those are named, so that nobody is mentioned twice.
    """
    if PLACE not in text or not targets:
        return text
    written = [
        (mention(a, network) if network and a.id not in had else "") or name(a, language)
        for a in targets
    ]
    all_mentions = all(w.startswith("@") for w in written)
    between = " " if all_mentions else BETWEEN.get(language.partition("-")[0], ", ")
    return text.replace(PLACE, between.join(written))


def added(text: str, mentions: Sequence[str]) -> str:
    """Return a text with mentions after its words, before the hashtags it ends with."""
    if not mentions:
        return text
    cut = _end_of_words(text)
    return " ".join((text[:cut], *mentions)) + text[cut:]


def _end_of_words(text: str) -> int:
    """Return where the last word ends that is no hashtag; the end of a text of nothing else."""
    for word in reversed(list(WORD.finditer(text))):
        if not TAG.fullmatch(word[0]):
            return word.end()
    return len(text)
