"""What a host's search should find on our pages: their words, without buttons and links."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from toolkit.pages.press import SLOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.model import Campaign, Translated
    from toolkit.pages import PostView


def campaign_words(campaign: Campaign, language: str) -> str:
    """Return a campaign's own words as plain HTML; its title a search shows anyway."""
    texts = (campaign.call, campaign.summary)
    return _paragraphs(texts, language)


def post_words(views: Iterable[PostView], language: str) -> str:
    """Return the posts of a language, each under a heading that search results can lead to."""
    return "".join(
        f'<h2 id="{view.post.id}">{escape(view.heading)}</h2><p>{escape(view.text)}</p>'
        for view in views
        if view.language == language
    )


def letter_words(campaign: Campaign, language: str) -> str:
    """Return what a letter desk says, once: its subject, its letter and its background."""
    letter = campaign.letter
    texts = (letter.subject, letter.body, letter.background) if letter else ()
    return _paragraphs(texts, language)


def petition_words(campaign: Campaign, language: str) -> str:
    """Return what a petition says: why, and what is demanded."""
    asked = campaign.petition
    if not asked:
        return ""
    demands = (text for d in asked.demands for text in (d.core, d.detail))
    return _paragraphs((asked.preamble, asked.appeal, *demands), language)


def press_words(campaign: Campaign, language: str) -> str:
    """Return what a press release says, with its quotations, without the marks of their places."""
    release = campaign.press
    if not release:
        return ""
    said = (quotation.text for quotation in release.quotations)
    return SLOT.sub("", _paragraphs((release.body, *said, *release.notes), language))


def _paragraphs(texts: Iterable[Translated], language: str) -> str:
    return "".join(f"<p>{escape(str(t.best(language) or ''))}</p>" for t in texts if t)
