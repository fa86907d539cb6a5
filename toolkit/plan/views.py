"""Put together what a supporter takes from each post: text, cards, links to the networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.compose import following, named, plain, targets_for
from toolkit.memory import Memory
from toolkit.pages import PostView
from toolkit.plan.shares import Turn

if TYPE_CHECKING:
    from toolkit.model import Campaign, Post
    from toolkit.pages import CardFile
    from toolkit.plan.finished import Cards
    from toolkit.plan.shares import Sharing


def views(
    campaign: Campaign, cards: Cards, sharing: Sharing, memory: Memory | None = None
) -> tuple[PostView, ...]:
    """Return a view of each post in each of its languages; what is in `memory` is not made anew.

    The campaign of a view is its front, so that a view stays when another post changes.
    """
    memory = memory or Memory()
    front = memory.same(f"front of {campaign.id}", campaign.front)
    return tuple(
        memory.recall(
            ("view", campaign.id, post.id, words.language),
            _view,
            front,
            post,
            Turn(words.language, targets_for(post, campaign, turn=turn)),
            cards.get((campaign.id, post.id, words.language), ()),
            sharing,
        )
        for turn, post in enumerate(campaign.posts)
        for words in post.text
    )


def _view(
    campaign: Campaign, post: Post, turn: Turn, cards: tuple[CardFile, ...], sharing: Sharing
) -> PostView:
    """Return a view of a post, made from nothing but these: of the campaign its front alone."""
    words = post.text.best(turn.language)
    offers = sharing.offers(campaign, post, turn)
    return PostView(
        campaign=campaign,
        post=post,
        language=turn.language,
        text=_text(campaign, post, str(words), turn, sharing),
        cards=cards,
        shares=sharing.links(post, offers, turn.language),
        variants=sharing.variants(campaign, post, turn),
        title=_title(post, turn.language),
        thread=_thread(campaign, post, turn, sharing),
        too_long=tuple(c.setting.network.id for c in offers if not c.fits),
    )


def _text(campaign: Campaign, post: Post, words: str, turn: Turn, sharing: Sharing) -> str:
    """Return what people copy; where it can put them at risk, accounts are named, not mentioned."""
    return plain(_safe(campaign, words, turn, sharing), post.hashtags, turn.language, turn.targets)


def _thread(campaign: Campaign, post: Post, turn: Turn, sharing: Sharing) -> tuple[str, ...]:
    """Return the parts that follow the text, as people copy them."""
    said = (_safe(campaign, text, turn, sharing) for text in following(post, turn.language))
    return tuple(plain(text, (), turn.language, turn.targets) for text in said)


def _safe(campaign: Campaign, words: str, turn: Turn, sharing: Sharing) -> str:
    return named(words, turn.language, sharing.known) if campaign.sensitive else words


def _title(post: Post, language: str) -> str:
    """Return the card's headline, which is the shortest way to say what a post is about."""
    headline = post.card.word("headline").get(language) if post.card else None
    return headline.text if headline else ""
