"""Write every handle as the network at hand knows it, or the plain name; never a wrong account."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.compose.directory import handles_in
from toolkit.networks.recognise import recognise
from toolkit.networks.spec import READS

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.compose.directory import Directory
    from toolkit.model import Account
    from toolkit.networks import Network

MENTION = frozenset({"mention"})
BRACKETS = {"(": ")", "（": "）", "[": "]"}


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A text with its handles as a network knows them.

    `mentioned` are the ids of the accounts it had handles of, `named` the names that stand there
    now because the account has no handle on the network.
    """

    text: str
    mentioned: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def mention(account: Account, network: Network) -> str:
    """Return an account as a mention that this network links, or nothing if it cannot."""
    for handle in account.handles:
        if handle.network == network.id and _is_mention(handle.name, network.reads):
            return f"@{handle.name}"
    return ""


@functools.lru_cache(maxsize=65_536)
def _is_mention(handle: str, reads: str) -> bool:
    """Tell whether all of a handle is a mention by the rules called `reads`."""
    found = recognise(f"@{handle}", READS[reads], MENTION)
    return [e.end for e in found] == [len(handle) + 1]


def name(account: Account, language: str) -> str:
    """Return an account's plain name in a language."""
    words = account.name.best(language)
    return words.text if words else ""


def rewritten(text: str, network: Network | None, language: str, known: Directory) -> Rewritten:
    """Return a text with every known handle as `network` knows it, else as the plain name.

    A handle that stands beside that very name is taken out, so that no name is said twice. What is
    no known handle, or may be several accounts', stays as it is. For no network all stay.
    """
    if not network:
        return Rewritten(text, _mentioned(text, known))
    return _rewritten(text, functools.partial(mention, network=network), language, known)


def named(text: str, language: str, known: Directory) -> str:
    """Return a text in which every known handle is the plain name, so that nobody is mentioned."""
    return _rewritten(text, lambda _: "", language, known).text


def _mentioned(text: str, known: Directory) -> tuple[str, ...]:
    return tuple(dict.fromkeys(h.account.id for h in handles_in(text, known) if h.account))


def _rewritten(
    text: str, written_as: Callable[[Account], str], language: str, known: Directory
) -> Rewritten:
    found = handles_in(text, known)
    if not found:
        return Rewritten(text)
    done: list[str] = []
    named: list[str] = []
    at = 0
    for handle in found:
        account = handle.account
        if not account:
            continue
        done.append(text[at : handle.start])
        at = handle.end
        written, plain = written_as(account), name(account, language)
        if written or not plain:
            done.append(written or handle.name)
        else:
            named.append(plain)
            at = _put_name(done, text, at, plain)
    ids = tuple(dict.fromkeys(h.account.id for h in found if h.account))
    return Rewritten("".join((*done, text[at:])), ids, tuple(dict.fromkeys(named)))


def _put_name(done: list[str], text: str, at: int, plain: str) -> int:
    """Add a name unless it stands there already; return where the text goes on."""
    before, after = "".join(done), text[at:]
    opening = before[-1:]
    if after[:1] == BRACKETS.get(opening) and _ends_with(before[:-1], plain):
        done[:] = [before[:-1].rstrip(" ")]
        return at + 1
    if _begins_with(after.lstrip(" "), plain):
        return at + len(after) - len(after.lstrip(" "))
    if _ends_with(before, plain):
        done[:] = [before.rstrip(" ")]
        return at
    done.append(plain)
    return at


def _begins_with(text: str, plain: str) -> bool:
    return text.casefold().startswith(plain.casefold()) and not text[len(plain) :][:1].isalnum()


def _ends_with(text: str, plain: str) -> bool:
    text = text.rstrip(" ")
    return text.casefold().endswith(plain.casefold()) and not text[: -len(plain)][-1:].isalnum()
