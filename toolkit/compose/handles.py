"""Write every handle as the network at hand knows it, or the plain name; never a wrong account."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.networks import entities

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toolkit.model import Account, Handle
    from toolkit.networks import Network

# What authors write as a handle: any network's form, with the host of a federated one.
WRITTEN = re.compile(r"(?<![\w@＠/.=&-])[@＠]([\w.-]*\w(?:@[\w-]+(?:\.[\w-]+)+)?)")


@dataclass(frozen=True, slots=True)
class Directory:
    """Whose handle is whose: accounts by handle, letter case folded."""

    owners: Mapping[str, tuple[Account, ...]]

    def owner(self, handle: str, network: Network) -> Account | None:
        """Return the one account that can be meant by a handle, None if it is unclear or unknown.

        Two accounts may have the same name on two networks; then the one on `network` is meant.
        """
        found = self.owners.get(handle.casefold(), ())
        here = [a for a in found if any(_same(h, handle) for h in a.on(network.id))]
        sure = here or list(found)
        return sure[0] if len(sure) == 1 else None

    def knows(self, handle: str) -> bool:
        return handle.casefold() in self.owners


def _same(handle: Handle, written: str) -> bool:
    return handle.name.casefold() == written.casefold()


def directory(accounts: Iterable[Account]) -> Directory:
    """Return whose handle is whose among these accounts."""
    owners: dict[str, tuple[Account, ...]] = {}
    for account in accounts:
        for name in dict.fromkeys(handle.name.casefold() for handle in account.handles):
            owners[name] = (*owners.get(name, ()), account)
    return Directory(owners)


def mention(account: Account, network: Network) -> str:
    """Return an account as a mention that this network links, or nothing if it cannot."""
    for handle in account.on(network.id):
        written = f"@{handle.name}"
        found = entities(written, network)
        if any(e.kind == "mention" and e.end == len(written) for e in found):
            return written
    return ""


def name(account: Account, language: str) -> str:
    """Return an account's plain name in a language."""
    words = account.name.best(language)
    return words.text if words else ""


def rewritten(text: str, network: Network, language: str, known: Directory) -> str:
    """Return a text with every known handle as `network` knows it, else as the plain name.

    A handle that stands beside that very name is taken out, so that no name is said twice. What is
    no known handle stays as it is.
    """
    done: list[str] = []
    at = 0
    for match in WRITTEN.finditer(text):
        account = known.owner(match[1], network)
        if not account:
            continue
        done.append(text[at : match.start()])
        at = match.end()
        written = mention(account, network)
        plain = name(account, language)
        if written or not plain:
            done.append(written or match[1])
        elif _follows(text, at, plain):
            at += len(text[at:]) - len(text[at:].lstrip(" "))
        elif _precedes("".join(done), plain):
            done[-1] = done[-1].rstrip(" ")
        else:
            done.append(plain)
    return "".join((*done, text[at:]))


def _follows(text: str, at: int, plain: str) -> bool:
    return text[at:].lstrip(" ").casefold().startswith(plain.casefold())


def _precedes(text: str, plain: str) -> bool:
    return text.rstrip(" ").casefold().endswith(plain.casefold())
