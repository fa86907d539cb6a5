"""From drawn and hand-made cards to files of the site: named, tagged and counted once for all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from toolkit.cards.formats import FORMATS
from toolkit.kit.cardfiles import Finished, Wanted, finish
from toolkit.kit.metadata import About
from toolkit.kit.store import Kept, key_of
from toolkit.pages import CardFile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toolkit.cards.render import Result
    from toolkit.kit.handmade import HandMade, Slot
    from toolkit.kit.store import Store
    from toolkit.memory import Memory
    from toolkit.plan.cards import Asked

Cards = dict[tuple[str, str, str], tuple[CardFile, ...]]


@dataclass(frozen=True, slots=True)
class _Pictured:
    """A card with its picture."""

    card: Asked
    wanted: Wanted
    by_hand: bool


def files(
    drawn: Sequence[tuple[Asked, Result]],
    made: Sequence[tuple[Asked, HandMade]],
    store: Store,
    workers: int,
    memory: Memory,
) -> tuple[Cards, dict[str, Kept]]:
    """Return the cards by owner, and where each file of theirs lies, by its path in the site."""
    pictured = [p for card, result in drawn if (p := _drawn(card, result))]
    pictured += [_made(card, one, store) for card, one in made]
    order = list(FORMATS)
    pictured.sort(key=lambda p: order.index(p.card.request.format))
    done = finish([p.wanted for p in pictured], store, workers)
    cards: Cards = {}
    sources: dict[str, Kept] = {}
    for one, finished in zip(pictured, done, strict=True):
        card = one.card
        told = (*card.owner, card.request.format)
        file = memory.recall(("card", *told), _file, *told, card.alt, one.by_hand, finished)
        cards[one.card.owner] = (*cards.get(one.card.owner, ()), file)
        sources[file.path] = finished.picture
        if file.twin and finished.twin:
            sources[file.twin.path] = finished.twin
    return cards, sources


def by_hand(
    asked: Sequence[Asked], made: Mapping[Slot, HandMade]
) -> tuple[list[Asked], list[tuple[Asked, HandMade]]]:
    """Part the cards that are to be drawn from those that somebody made, with what they made."""
    theirs = [(card, one) for card in asked if (one := made.get(card.slot))]
    return [card for card in asked if card.slot not in made], theirs


def _drawn(card: Asked, result: Result) -> _Pictured | None:
    if not result.card:
        return None
    wanted = Wanted(result.card.path, result.card.scene, card.request.format, _about(card))
    return _Pictured(card, wanted, by_hand=False)


def _made(card: Asked, one: HandMade, store: Store) -> _Pictured:
    clean = one.clean(store, key_of("hand-made", "1", one.sha256))
    wanted = Wanted(clean.path, clean.key, card.request.format, _about(card), one.suffix)
    return _Pictured(card, wanted, by_hand=True)


def _about(card: Asked) -> About:
    """Return what a card's file says of itself: its alt text, who is to be named, and terms.

    Where no photographer is to be named, the campaign's senders are.
    """
    words = card.post.card if card.post else card.campaign.card
    return About(
        alt=card.alt,
        language=card.request.language,
        credit=words.credit if words and words.credit else _senders(card),
        licence=words.licence if words else "",
    )


def _senders(card: Asked) -> str:
    return ", ".join(sender.name for sender in card.campaign.senders)


def _file(  # noqa: PLR0917 - all that a card is remembered by
    campaign: str,
    post: str,
    language: str,
    format_: str,
    alt: str,
    by_hand: bool,  # noqa: FBT001 - as above
    finished: Finished,
) -> CardFile:
    row, kept = FORMATS[format_], finished.picture
    stem = f"{post or 'campaign'}-{language}-{row.size}"
    suffix = kept.path.suffix
    file = CardFile(
        format=row.id,
        path=f"cards/{campaign}/{stem}.{kept.key[:8]}{suffix}",
        name=f"{campaign}-{stem}{suffix}",
        width=row.width,
        height=row.height,
        size=kept.size,
        alt=alt,
        language=language,
        by_hand=by_hand,
    )
    return replace(file, twin=_twin(file, finished.twin)) if finished.twin else file


def _twin(file: CardFile, kept: Kept) -> CardFile:
    """Return the JPEG twin of a card: the same in everything but its file."""
    stem = PurePosixPath(PurePosixPath(file.path).stem).stem
    path = str(PurePosixPath(file.path).with_name(f"{stem}.{kept.key[:8]}.jpg"))
    name = str(PurePosixPath(file.name).with_suffix(".jpg"))
    return replace(file, path=path, name=name, size=kept.size)
