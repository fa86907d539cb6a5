"""Which zips a campaign offers, and what is in each: the same values that its pages show."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from toolkit.cards.formats import FORMATS
from toolkit.kit import lists
from toolkit.kit.zips import Entry, zipped
from toolkit.pages import Download

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from toolkit.kit.store import Kept, Store
    from toolkit.memory import Memory
    from toolkit.model import Campaign
    from toolkit.pages import CardFile, PostView

Made = tuple[Download, "Kept"]


def zips(
    campaign: Campaign,
    views: Sequence[PostView],
    kept: Mapping[str, Kept],
    address: Callable[[PostView], str],
    store: Store,
    *,
    memory: Memory,
) -> Iterator[Made]:
    """Yield a zip of everything, then for each language one of everything and one a format.

    `kept` are the files of cards by their path in the site; `address` is where a post is read, a
    value that is equal as long as it leads to the same places.
    """
    by_language: dict[str, tuple[PostView, ...]] = {}
    for tag in dict.fromkeys(view.language for view in views):
        by_language[tag] = tuple(view for view in views if view.language == tag)
    shelves: dict[tuple[str, str], tuple[Entry, ...]] = {}
    for tag, rows in by_language.items():
        listed = memory.recall(("lists", campaign.id, tag), _lists, rows, address)
        cards = tuple(card for view in rows for card in view.cards)
        files = tuple((c.path, kept[c.path]) for c in _with_twins(cards))
        for part in ("", *FORMATS):
            if not part or any(card.format == part for card in cards):
                name = ("shelf", campaign.id, tag, part)
                shelf = memory.recall(name, _entries, tag, part, cards, files, listed)
                shelves[tag, part] = shelf
    pack = _Packer(campaign, store, memory)
    if len(by_language) > 1:
        shown = (entries for (_, part), entries in shelves.items() if not part)
        everything = tuple(entry for entries in shown for entry in entries)
        yield pack(("", ""), everything, len(campaign.posts))
    for (tag, part), entries in shelves.items():
        yield pack((tag, part), entries, len(by_language[tag]))


def download(
    kind: str, campaign: Campaign, parts: Sequence[str], file: Kept, *, language: str, count: int
) -> Download:
    """Return a file as pages offer it; `parts` make its name and the last one its part."""
    stem = "-".join((campaign.id, *filter(None, parts)))
    suffix = file.path.suffix
    path = f"downloads/{campaign.id}/{stem}.{file.key[:8]}{suffix}"
    return Download(kind, path, stem + suffix, file.size, language, parts[-1], count)


@dataclass(frozen=True, slots=True)
class _Packer:
    """Packs the zips of one campaign."""

    campaign: Campaign
    store: Store
    memory: Memory

    def __call__(self, parts: tuple[str, str], entries: tuple[Entry, ...], count: int) -> Made:
        """Return the zip of a language and a format, either of which may be empty: all of them."""
        title = "-".join(filter(None, (self.campaign.id, *parts)))
        file = self.memory.recall(("zip", title), zipped, title, entries, self.store)
        made = download("cards", self.campaign, parts, file, language=parts[0], count=count)
        return made, file


def _entries(
    tag: str,
    part: str,
    cards: tuple[CardFile, ...],
    files: tuple[tuple[str, Kept], ...],
    listed: tuple[Entry, ...],
) -> tuple[Entry, ...]:
    """Return what belongs to some posts of one language: lists, and the cards of a format."""
    kept = dict(files)
    own = [card for card in cards if not part or card.format == part]
    alt = Entry(f"{tag}/alt-texts.txt", lists.alt_list(own).encode())
    return (alt, *listed, *(e for card in own for e in _files(card, kept, twins=bool(part))))


def _lists(views: tuple[PostView, ...], address: Callable[[PostView], str]) -> tuple[Entry, ...]:
    """Return the posts of one language, which are in every zip of it, as text and as a table."""
    tag = views[0].language
    table = lists.posts_table((view, address(view)) for view in views)
    text = lists.posts_text(views).encode()
    return Entry(f"{tag}/posts.txt", text), Entry(f"{tag}/posts.csv", table)


def _with_twins(cards: Sequence[CardFile]) -> Iterator[CardFile]:
    return (file for card in cards for file in (card, card.twin) if file)


def _files(card: CardFile, kept: Mapping[str, Kept], *, twins: bool) -> Iterator[Entry]:
    """Yield a card and, in the zip of a single format, its JPEG twin: four times as large."""
    for file in filter(None, (card, card.twin if twins else None)):
        told: tuple[tuple[str, str | int], ...] = (
            ("format", file.format),
            ("width", file.width),
            ("height", file.height),
            ("language", file.language),
            ("alt", file.alt),
        )
        if file.by_hand:
            told = (*told, ("made", "by hand"))
        name = PurePosixPath(file.language, file.format, file.name)
        yield Entry(str(name), kept[file.path], told)
