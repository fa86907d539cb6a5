"""Link the two lists every campaign shares: hashtags and accounts."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

from toolkit.load.reader import Items
from toolkit.model import Account, Channels, Handle, Hashtag, Role, TagRole

if TYPE_CHECKING:
    from collections.abc import Collection

    from toolkit.load.reader import Reader, Written
    from toolkit.load.shapes import AccountShape, ChannelsShape, HashtagShape

HASHTAGS = "hashtags.yml"
ACCOUNTS = "accounts.yml"


@dataclasses.dataclass(frozen=True, slots=True)
class Shared:
    """What campaigns may name: hashtags by folded spelling, accounts by id, network ids.

    `tags` and `people` also know which names could not be read, so that nobody calls them unknown.
    """

    hashtags: dict[str, Hashtag]
    tags: Items
    accounts: dict[str, Account]
    people: Items
    networks: Collection[str]


def load_shared(reader: Reader, networks: Collection[str]) -> Shared:
    """Read both shared lists; a project may do without either."""
    tags = _items(reader, HASHTAGS, "hashtags", "tag")
    people = _items(reader, ACCOUNTS, "accounts", "id")
    return Shared(
        _hashtags(reader, tags), tags, _accounts(reader, people, networks), people, networks
    )


def _items(reader: Reader, name: str, kind: str, key: str) -> Items:
    return reader.read_list(name, kind, key) if name in reader.files.texts else Items(())


def _hashtags(reader: Reader, items: Items) -> dict[str, Hashtag]:
    """Return the hashtags by every spelling they have, case folded."""
    found: dict[str, Hashtag] = {}
    for index, written in items.good:
        tag = _hashtag(written, written.shape, index)
        first = found.get(tag.tag.casefold())
        if first:
            hint = "remove one; letter case makes no difference on any network"
            message = f"#{tag.tag} is already in line {first.place.line}"
            reader.complain(tag.place, message, hint)
        for form in tag.forms:
            found.setdefault(form.casefold(), tag)
    return found


def _hashtag(written: Written, shape: HashtagShape, index: int) -> Hashtag:
    return Hashtag(
        shape.tag,
        written.at(index, "tag"),
        TagRole(shape.role),
        tuple(shape.languages),
        written.translated(shape.meaning, (index, "meaning")),
        written.translated(shape.translations or {}, (index, "translations")),
    )


def _accounts(reader: Reader, items: Items, networks: Collection[str]) -> dict[str, Account]:
    """Return the accounts by id, each linked to its office."""
    found: dict[str, Account] = {}
    for index, written in items.good:
        shape: AccountShape = written.shape
        if shape.id in found:
            message = f'the account "{shape.id}" is already in line {found[shape.id].place.line}'
            reader.complain(written.at(index, "id"), message, "give one of them another id")
            continue
        found[shape.id] = _account(reader, written, shape, index, networks)
    for index, written in items.good:
        if written.shape.office:
            account = _in_office(reader, items, found, written, index)
            found[written.shape.id] = account
    return found


def _account(
    reader: Reader, written: Written, shape: AccountShape, index: int, networks: Collection[str]
) -> Account:
    here = (index,)
    return Account(
        id=shape.id,
        name=written.translated(shape.name, (*here, "name")),
        role=Role(shape.role),
        place=written.at(index, "id"),
        title=written.translated(shape.title, (*here, "title")),
        salutation=written.translated(shape.salutation, (*here, "salutation")),
        handles=_handles(reader, written, shape, index, networks),
        channels=_channels(shape.channels),
        since=written.day(shape.since, (*here, "since")),
        until=written.day(shape.until, (*here, "until")),
        languages=tuple(shape.languages),
        country=shape.country or "",
        pronouns=shape.pronouns or "",
        source=shape.source or "",
        checked_on=dt.date.fromisoformat(shape.checked_on) if shape.checked_on else None,
    )


def _handles(
    reader: Reader, written: Written, shape: AccountShape, index: int, networks: Collection[str]
) -> tuple[Handle, ...]:
    for network in shape.handles:
        if network not in networks:
            place = written.key_at(index, "handles", network)
            reader.unknown_network(place, network, networks)
    return tuple(
        Handle(network, name, written.at(index, "handles", network, number))
        for network, names in shape.handles.items()
        for number, name in enumerate(names)
    )


def _channels(shape: ChannelsShape) -> Channels:
    return Channels(shape.email, shape.phone, shape.fax, shape.address or "", shape.web)


def _in_office(
    reader: Reader, items: Items, found: dict[str, Account], written: Written, index: int
) -> Account:
    """Return the account with its office; what the holder lacks comes from the office."""
    shape: AccountShape = written.shape
    account, office = found[shape.id], found.get(shape.office or "")
    place = written.at(index, "office")
    if not office:
        if not items.may_hold(shape.office or ""):
            reader.unknown(place, "account", shape.office or "", found, ACCOUNTS)
        return account
    if office is account or office.office:
        message = f'"{office.id}" is a person in an office, not an office'
        if office is account:
            message = f'"{office.id}" cannot be its own office'
        hint = "name the account of the ministry, embassy or body here, or remove the line"
        reader.complain(place, message, hint)
        return account
    channels = Channels(
        *(
            getattr(account.channels, field.name) or getattr(office.channels, field.name)
            for field in dataclasses.fields(Channels)
        )
    )
    return dataclasses.replace(account, office=office, channels=channels)
