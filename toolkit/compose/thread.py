"""A post of several parts: what follows the first, in a person's wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.compose.vary import said

if TYPE_CHECKING:
    from toolkit.model import Post

# Between parts where they are one text.
BETWEEN_PARTS = "\n\n"


def name_of(post_id: str, number: int) -> str:
    """Return the name under which a part's choices are made; parts after the first count from 2."""
    return f"{post_id}/{number}"


def following(post: Post, language: str, network: str = "", seed: int = 0) -> tuple[str, ...]:
    """Return what each part after the first says to a person, none where there are none."""
    parts = post.following(language, network)
    return tuple(said(words, seed, name_of(post.id, n)) for n, words in enumerate(parts, start=2))
