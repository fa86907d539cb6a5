"""Facts carry over from the documents, sentences do not; quotations are facts."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from toolkit.model import Campaign, Translated

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("TOOLKIT_SHARED", ROOT.parent / "shared"))
DOCUMENTS = SHARED / "documents"
TOGETHER = 8
QUOTED = 120
here = pytest.mark.skipif(
    not DOCUMENTS.is_dir(), reason=f"the campaign documents are not in {DOCUMENTS}"
)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of eight words."""
    found = words(text)
    return {tuple(found[i : i + TOGETHER]) for i in range(len(found) - TOGETHER + 1)}


def documents() -> str:
    return "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(DOCUMENTS.glob("*.txt")))


def documents_of(campaign: Campaign) -> list[Translated]:
    """What the letter, the petition and the release say, quotations apart."""
    found: list[Translated] = []
    if letter := campaign.letter:
        found += [letter.subject, letter.background, *letter.asks, *letter.steps, *letter.tips]
        found += [wording.body for wording in letter.wordings]
    if petition := campaign.petition:
        found += [petition.preamble, petition.appeal, petition.statement]
        found += [text for d in petition.demands for text in (d.core, d.detail)]
        found += [claim.text for claim in petition.claims]
    if press := campaign.press:
        found += [press.headline, press.body, *press.notes, *(p.alt for p in press.pictures)]
    return found


def sentences(campaign: Campaign) -> list[str]:
    """What a campaign says in its own name: all but the names of senders and the quotations."""
    texts = [campaign.title, campaign.short_title, campaign.summary, campaign.call]
    for card in (campaign.card, *(post.card for post in campaign.posts)):
        texts += [t for name, t in (card.words if card else ()) if name != "quote"]
    texts += [post.text for post in campaign.posts]
    texts += documents_of(campaign)
    return [w.text for text in texts for w in text]


@here
def test_no_sentence_of_a_document_is_copied(campaigns: dict[str, Campaign]) -> None:
    theirs = runs(documents())
    for campaign in campaigns.values():
        copied = [run for text in sentences(campaign) for run in runs(text) & theirs]
        assert not copied, " ".join(copied[0])


@here
def test_quotations_are_short_and_word_for_word(campaigns: dict[str, Campaign]) -> None:
    source = documents()
    quotes = [
        words.text
        for campaign in campaigns.values()
        for post in campaign.posts
        if post.card and (words := post.card.word("quote").get("en"))
    ]

    assert len(quotes) == 3
    for quote in quotes:
        assert len(quote) < QUOTED
        assert all(part.strip() in source for part in quote.split("[…]")), quote


def test_a_copied_sentence_would_be_found() -> None:
    ours = "Then add your voice to these demands and use our kit on every network"
    theirs = "Please add your voice to these demands and use our kit, they wrote"

    assert runs(ours) & runs(theirs)
