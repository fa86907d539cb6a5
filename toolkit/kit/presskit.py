"""One zip for a newsroom: the release as text, its pictures, and whom to credit for each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from toolkit.kit.zips import Entry, zipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.kit.store import Kept, Store
    from toolkit.pages import CardFile

Drawn = tuple["CardFile", "Kept"]
# The shapes that newsrooms print and show.
FORMATS = ("wide", "square", "portrait")


@dataclass(frozen=True, slots=True)
class Credited:
    """A photograph as a file, what it shows, and whom to name for it (empty if unknown)."""

    name: str
    file: Kept
    alt: str
    credit: str


def press_zip(
    title: str, release: str, photos: Iterable[Credited], cards: Iterable[Drawn], store: Store
) -> Kept:
    """Return the zip: the release as text, photographs, and the cards of the campaign's posts.

    Everybody's credit and every description stand in `credits.txt` as well.
    """
    pictures = [*_photos(photos), *_cards(cards)]
    lines = [_credited(entry) for entry in pictures]
    told = [
        Entry("release.txt", f"{release}\n".encode()),
        Entry("credits.txt", "\n".join(lines).encode()),
    ]
    return zipped(title, [*told, *pictures], store)


def _photos(photos: Iterable[Credited]) -> Iterator[Entry]:
    for one in photos:
        told = (("alt", one.alt), ("credit", one.credit))
        yield Entry(f"pictures/{one.name}", one.file, told)


def _cards(cards: Iterable[Drawn]) -> Iterator[Entry]:
    for card, file in cards:
        if card.format in FORMATS:
            name = PurePosixPath("cards", card.format, card.name)
            yield Entry(str(name), file, (("alt", card.alt),))


def _credited(entry: Entry) -> str:
    told = dict(entry.told)
    parts = (entry.name, f"© {told['credit']}" if told.get("credit") else "", told["alt"])
    return "\n".join(str(part) for part in parts if part) + "\n"
