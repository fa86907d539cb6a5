"""Ask for every card of a toolkit in every language and format, and name the files they become."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import regex

from toolkit.cards.alt import alt_text
from toolkit.cards.formats import FORMATS
from toolkit.cards.request import CardRequest
from toolkit.compose import directory, named, plain, targets_for
from toolkit.compose.targets import PLACE
from toolkit.model import CardWords
from toolkit.pages.languages import language as about_language
from toolkit.problems import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.cards.library import Library
    from toolkit.cards.render import Result
    from toolkit.cards.request import PictureFile
    from toolkit.kit.handmade import Slot
    from toolkit.model import Campaign, CardPicture, Post, Translated
    from toolkit.plan.options import Options
    from toolkit.plan.photos import Photos
    from toolkit.problems import Place

IN_ALL = ("number", "handle", "time", "names")
"""What is the same in every language, unless it is written for each."""
LAYOUT, THEME = "statement", "ember"
MAX_TAGS = 2
# Hashtags at either end of a text; on a card they have a place of their own. One that is a word of
# its sentence stays: `#Mexico must act`, `it violates their #DDHH.`
EDGE_TAGS = regex.compile(
    r"^(?:[#＃]\w+(?:\s*[,.:;–—]+\s*|\s+(?!\p{Ll})|$))+"
    r"|(?:\s*[#＃]\w+)+\s*$|(?<=[.!?…。！？؟।:»”]\s*)(?:[#＃]\w+\s*)+[.\s]*$"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A card that is wanted: for which campaign, post (None: the campaign itself) and format."""

    campaign: Campaign
    post: Post | None
    request: CardRequest
    alt: str
    place: Place
    pictures: tuple[CardPicture, ...] = ()

    @property
    def owner(self) -> tuple[str, str, str]:
        """Whose card this is: campaign id, post id (empty for the campaign) and language."""
        return self.campaign.id, self.post.id if self.post else "", self.request.language

    @property
    def slot(self) -> Slot:
        """What a hand-made card is matched with: the owner and the format."""
        return (*self.owner, self.request.format)


def asked(
    campaigns: tuple[Campaign, ...], library: Library, options: Options, photos: Photos
) -> tuple[tuple[Asked, ...], tuple[Problem, ...]]:
    """Return every card that is wanted, and the layouts and themes that do not exist."""
    found: list[Asked] = []
    problems: list[Problem] = []
    for campaign in campaigns:
        for post in (None, *campaign.posts):
            card = (post.card if post else campaign.card) or CardWords(
                LAYOUT, (post or campaign).place
            )
            unknown = list(_unknown(card, campaign, library))
            problems += unknown
            if not unknown:
                pictures = photos.of(card)
                found += _versions(campaign, post, card, library, options, pictures=pictures)
    return tuple(found), tuple(dict.fromkeys((*problems, *photos.problems)))


def _versions(
    campaign: Campaign,
    post: Post | None,
    card: CardWords,
    library: Library,
    options: Options,
    *,
    pictures: tuple[PictureFile, ...],
) -> Iterator[Asked]:
    """Yield a card for each language the words are in and each format."""
    for tag in (post.text if post else campaign.title).languages:
        values = tuple(_values(campaign, post, card, tag, options).items())
        request = CardRequest(
            layout=card.layout,
            theme=card.theme or campaign.theme or THEME,
            format="link",
            language=tag,
            direction="rtl" if about_language(tag).direction == "rtl" else "ltr",
            values=values,
            pictures=pictures,
        )
        own = card.alt.get(tag)
        # What a card says does not depend on its size.
        alt = own.text if own else alt_text(request, library.layouts[card.layout])
        place = _place(post, card, tag)
        for format_ in FORMATS if post else ("link",):
            one = replace(request, format=format_)
            yield Asked(campaign, post, one, alt, place, card.pictures)


def _place(post: Post | None, card: CardWords, tag: str) -> Place:
    """Where the words of a card stand: its headline, else the text it is made from."""
    for words in (card.word("headline"), card.word("quote"), post.text if post else None):
        found = words.get(tag) if words else None
        if found:
            return found.place
    return card.place


def _values(
    campaign: Campaign, post: Post | None, card: CardWords, tag: str, options: Options
) -> dict[str, str]:
    """Return the words for a layout's placeholders in one language; what is empty is left out."""
    text = post.text.get(tag) if post else campaign.title.get(tag)
    tags = (post.hashtags if post else ()) or campaign.hashtags
    values = {
        "campaign": _in(campaign.short_title or campaign.title, tag),
        "headline": without_edge_tags(_addressed(text.text, campaign, post, tag)) if text else "",
        "hashtags": " ".join(f"#{h.written_in(tag)}" for h in tags[:MAX_TAGS]),
        "link": re.sub(r"^https?://|/$", "", options.printed_url),
        "sender": campaign.senders[0].name if len(campaign.senders) == 1 else "",
    }
    values["names"] = "\n".join(sender.name for sender in campaign.senders)
    values |= {"credit": card.credit, "licence": card.licence, **_of_petition(campaign, tag)}
    values |= {n: _in(words, tag) for n, words in card.words if n in IN_ALL or words.get(tag)}
    return {name: value for name, value in values.items() if value}


def _of_petition(campaign: Campaign, tag: str) -> dict[str, str]:
    """Return what a petition lends its cards: its demands, and the paragraph to remember."""
    petition = campaign.petition
    if petition is None:
        return {}
    cores = [demand.core.get(tag) for demand in petition.demands]
    appeal = petition.appeal.get(tag)
    return {
        "demands": "\n".join(core.text for core in cores if core) if all(cores) else "",
        "quote": appeal.text if appeal else "",
    }


def _in(words: Translated, tag: str) -> str:
    found = words.best(tag)
    return found.text if found else ""


def _addressed(text: str, campaign: Campaign, post: Post | None, tag: str) -> str:
    """Return a text with the names of the accounts that its post's page shows.

    Where it can put people at risk, a card names accounts by handle as little as a post does.
    """
    if campaign.sensitive:
        text = named(text, tag, directory(campaign.accounts))
    if not post or PLACE not in text:
        return text
    turn = next(n for n, one in enumerate(campaign.posts) if one is post)
    return plain(text, (), tag, targets_for(post, campaign, turn=turn))


def without_edge_tags(text: str) -> str:
    """Return a text without the hashtags before its first and after its last word.

    Where nothing else is left, the text stays as it is.
    """
    return EDGE_TAGS.sub("", text).strip() or text


def _unknown(card: CardWords, campaign: Campaign, library: Library) -> Iterator[Problem]:
    theme = card.theme or campaign.theme or THEME
    for what, name, known in (
        ("layout", card.layout, library.layouts),
        ("theme", theme, library.themes),
    ):
        if name not in known:
            hint = did_you_mean(name, known) or "there are: " + ", ".join(sorted(known))
            yield Problem(card.place, f'there is no {what} "{name}"', hint, "design")


def faults(drawn: Sequence[tuple[Asked, Result]]) -> Iterator[Problem]:
    """Yield what keeps cards from being drawn, at the words that cause it, formats together."""
    found: dict[tuple[Place, str, str], list[str]] = {}
    for card, result in drawn:
        for fault in result.faults:
            place = card.pictures[0].place if fault.layer == "picture" else card.place
            key = (place, fault.message, fault.hint)
            found.setdefault(key, []).append(FORMATS[card.request.format].size)
    for (place, message, hint), sizes in found.items():
        yield Problem(place, f"card {', '.join(dict.fromkeys(sizes))}: {message}", hint, "card")
