"""Compose a post for one network: what is said there, what it costs, and what arrives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.compose.handles import rewritten
from toolkit.compose.tags import with_tags
from toolkit.networks import compose_link, count

if TYPE_CHECKING:
    from toolkit.compose.handles import Directory
    from toolkit.model import Post
    from toolkit.networks import ComposeLink, Count, Network


@dataclass(frozen=True, slots=True)
class Composed:
    """A post on a network: `text` with its hashtags, `url`, and both together as `whole`.

    `link` opens the network's composer and says what of this arrives there; `count` is the length
    of the whole as the network counts.
    """

    network: Network
    language: str
    text: str
    url: str
    whole: str
    count: Count
    link: ComposeLink


def compose(
    post: Post, network: Network, language: str, *, url: str, title: str, known: Directory
) -> Composed | None:
    """Return a post as a network will see it, None if it is not written in this language.

    `url` is what the post links to (empty: nothing), `title` a subject for networks that want one,
    `known` whose handle is whose. The text is never cut: a count over the limit says by how much.
    """
    words = post.words_on(network.id, language)
    if not words:
        return None
    text = rewritten(words.text, network, language, known)
    text = with_tags(text, post.hashtags, network, language)
    whole = f"{text}\n{url}" if url and url not in text else text
    beside = url if url and url not in text else ""
    link = compose_link(network, text=text, url=beside or url or None, title=title)
    return Composed(network, language, text, url, whole, count(whole, network), link)
