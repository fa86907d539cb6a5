"""Put together what a supporter takes from each post: text, cards, links to the networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.pages import PostView

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.model import Campaign, Post
    from toolkit.pages import ShareLink
    from toolkit.plan.cards import Cards


def views(
    campaign: Campaign, cards: Cards, shares: Callable[[Campaign, Post, str], tuple[ShareLink, ...]]
) -> tuple[PostView, ...]:
    """Return a view of each post in each of its languages."""
    return tuple(
        PostView(
            campaign=campaign,
            post=post,
            language=words.language,
            text=words.text,
            cards=cards.get((campaign.id, post.id, words.language), ()),
            shares=shares(campaign, post, words.language),
            title=_title(post, words.language),
        )
        for post in campaign.posts
        for words in post.text
    )


def _title(post: Post, language: str) -> str:
    """Return the card's headline, which is the shortest way to say what a post is about."""
    headline = post.card.word("headline").get(language) if post.card else None
    return headline.text if headline else ""
