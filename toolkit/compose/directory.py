"""Know whose handle is whose, and find the handles that authors write into texts."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from toolkit.model import Account

# What authors write as a handle: any network's form, with the host of a federated one. An address
# of a page or of e-mail is none; a full stop may stand in front (`.@name`).
WRITTEN = re.compile(r"(?<![\w@＠/=&-])(?<!\w\.)[@＠]([\w.-]*\w(?:@[\w-]+(?:\.[\w-]+)+)?)")
SIGNS = ("@", "＠")
# A domain of 253 characters, with a user in front, is the longest handle there is.
LONGEST = 320
# Where a handle may end before the run of letters does: @WHO-led, @WHOは.
ENDS = re.compile(r"[.@-]|(?<=[\x00-\x7f])(?=[^\x00-\x7f])")


@dataclass(frozen=True, slots=True, eq=False)
class Directory:
    """Whose handle is whose: accounts by handle, letter case folded. Equal only to itself."""

    owners: Mapping[str, tuple[Account, ...]]

    def owner(self, handle: str) -> Account | None:
        """Return the one account that can be meant by a handle, None if unclear or unknown."""
        found = self.owners.get(handle.casefold(), ())
        return found[0] if len(found) == 1 else None

    def owned_by(self, handle: str) -> tuple[Account, ...]:
        """Return every account that has this handle on some network."""
        return self.owners.get(handle.casefold(), ())


@dataclass(frozen=True, slots=True)
class Written:
    """A handle in a text, in code points with its sign, and the accounts it may mean."""

    start: int
    end: int
    name: str
    accounts: tuple[Account, ...]

    @property
    def account(self) -> Account | None:
        """The one account that is meant, None if that is unclear or nobody has this handle."""
        return self.accounts[0] if len(self.accounts) == 1 else None


def directory(accounts: Iterable[Account]) -> Directory:
    """Return whose handle is whose among these accounts."""
    owners: dict[str, tuple[Account, ...]] = {}
    for account in accounts:
        for name in dict.fromkeys(handle.name.casefold() for handle in account.handles):
            owners[name] = (*owners.get(name, ()), account)
    return Directory(owners)


@functools.lru_cache(maxsize=256)
def handles_in(text: str, known: Directory) -> tuple[Written, ...]:
    """Return the handles an author wrote, known or not, in order.

    A post is composed for one network after the other, so the last texts are remembered.
    """
    if not any(sign in text for sign in SIGNS):
        return ()
    return tuple(_written(match, known) for match in WRITTEN.finditer(text))


def _written(match: re.Match[str], known: Directory) -> Written:
    """Take the longest beginning that somebody has for the handle, else all of it."""
    for name in _readings(match[1]):
        accounts = known.owned_by(name)
        if accounts:
            return Written(match.start(), match.start() + 1 + len(name), name, accounts)
    return Written(match.start(), match.end(), match[1], ())


def _readings(run: str) -> Iterator[str]:
    """Yield what may be the handle in a run of letters, the longest first."""
    yield run
    for end in reversed(list(ENDS.finditer(run[:LONGEST]))):
        if end.start():
            yield run[: end.start()]
