"""Find handles nobody knows, handles of two accounts, and mentions that will reach nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.check.finding import Finding, listed
from toolkit.compose.directory import handles_in
from toolkit.compose.handles import mention, rewritten
from toolkit.compose.targets import PLACE
from toolkit.networks import entities
from toolkit.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.check.context import Context
    from toolkit.compose.directory import Written
    from toolkit.model import Account

PLACES = re.compile(r"\{\s*[^\W\d][\w ]*\}")
BEFORE = re.compile(r"(?:^|[\s(])$")
AFTER = re.compile(r"$|\s|[.,!?;:)](?:\s|$)")


def of_text(text: str, context: Context, *, targets: bool) -> Iterator[Finding]:
    """Yield what is wrong with the handles and places of one text; `targets`: there are some."""
    written = handles_in(text, context.known)
    for handle in written:
        if not handle.accounts:
            yield _unknown(handle, text, context)
        elif not handle.account:
            yield _ambiguous(handle, handle.accounts)
        elif not _stands_free(handle, text):
            yield from _unlinked(handle, handle.account, text, context)
    if text.startswith(PLACE) or (written and not text[: written[0].start].strip()):
        message = "this text starts with a mention: some networks show such a post to few people"
        hint = "put a word or two in front of it"
        yield Finding("starts-with-mention", message, hint)
    if "{" in text:
        yield from _places(text, targets=targets)


def _unknown(handle: Written, text: str, context: Context) -> Finding:
    written = text[handle.start : handle.end]
    names = [h.name for a in context.project.toolkit.accounts for h in a.handles]
    hint = did_you_mean(handle.name, names).replace('mean "', 'mean "@') or (
        "add the account to accounts.yml; until then it is copied as it stands to every network,"
        " where it may be somebody else"
    )
    return Finding("unknown-handle", f"{written} is not in accounts.yml", hint, written)


def _ambiguous(handle: Written, accounts: tuple[Account, ...]) -> Finding:
    names = listed([f'"{account.id}"' for account in accounts])
    message = f"@{handle.name} may be {names}, on different networks"
    hint = "write a handle that only one of them has, or the name"
    return Finding("ambiguous-handle", message, hint, handle.name)


def _stands_free(handle: Written, text: str) -> bool:
    return bool(BEFORE.search(text[: handle.start]) and AFTER.match(text, handle.end))


def _unlinked(handle: Written, account: Account, text: str, context: Context) -> Iterator[Finding]:
    """Yield a handle that something beside it keeps from being a mention."""
    names = []
    for network in context.networks:
        own = mention(account, network)
        if own:
            done = rewritten(text, network, "", context.known).text
            mentioned = {e.value.casefold() for e in entities(done, network) if e.kind == "mention"}
            if own[1:].casefold() not in mentioned:
                names.append(network.name)
    if names:
        message = f"@{handle.name} will not be a mention on {listed(names)}"
        hint = "put a space in front of it and after it"
        yield Finding("unlinked-mention", message, hint, handle.name)


def _places(text: str, *, targets: bool) -> Iterator[Finding]:
    if PLACE in text and not targets:
        message = f"nobody can be named where {PLACE} stands"
        hint = "give the post targets: [...], or the campaign accounts with role: target"
        yield Finding("no-target", message, hint, PLACE)
    for place in PLACES.finditer(text):
        if place[0] != PLACE:
            message = f"nothing is filled in where {place[0]} stands"
            hint = f"the one place there is, is {PLACE}; take the braces away if none is meant"
            yield Finding("unknown-place", message, hint, place[0])
