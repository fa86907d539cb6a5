"""Compose a post for one network: what is said there, what it costs, and what arrives."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from toolkit.compose.handles import mention, rewritten
from toolkit.compose.notes import Note, Said, about
from toolkit.compose.tags import missing, tags_for
from toolkit.compose.targets import PLACE, added, placed
from toolkit.compose.thread import BETWEEN_PARTS, following
from toolkit.compose.vary import said
from toolkit.networks import compose_link, count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.compose.directory import Directory
    from toolkit.compose.tags import Tags
    from toolkit.model import Account, Hashtag, Post
    from toolkit.networks import ComposeLink, Count, Network


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a post is said: on a `network`, in a `language`, with a link and to some accounts.

    `url` is what the post links to (empty: nothing), `title` a subject for networks that want one,
    `known` whose handle is whose, `targets` the accounts to address (see `targets_for`).
    """

    network: Network
    language: str
    known: Directory
    url: str = ""
    title: str = ""
    targets: tuple[Account, ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """A post on a network: `text` with its hashtags, and the `whole` with its link as well.

    `count` is the length of the whole as the network counts, `notes` what people should know.
    """

    setting: Setting
    text: str
    whole: str
    count: Count
    notes: tuple[Said, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether the network takes all of it; a soft limit may be passed."""
        return self.count.fits or not self.count.hard

    @property
    def link(self) -> ComposeLink:
        """The link that opens the network's composer, and what of this arrives there."""
        network, url, title = self.setting.network, self.setting.url, self.setting.title
        share = network.share or ""
        if "{text}" in share and "{url}" not in share:
            return compose_link(network, text=self.whole, title=title)
        # A link that stands in the text goes along a second time only where nothing opens without.
        inside = self.whole == self.text and "{text}" in share and "url" not in network.needs
        return compose_link(network, text=self.text, url=None if inside else url, title=title)

    @property
    def link_alone(self) -> ComposeLink:
        """The same without the text, for one that is too long: no part of it may be cut."""
        setting = self.setting
        return compose_link(setting.network, text="", url=setting.url, title=setting.title)


def compose(post: Post, setting: Setting, seed: int = 0) -> Composed | None:
    """Return a post as a network will see it, None if it is not written in this language.

    Of a thread this is the first part, and all of it where nobody answers their own posts. `seed`
    chooses the wording. The author's text is never cut: a count over the limit says by how
    much. What is added to it, hashtags and mentions, stays out where it would not fit.
    """
    network, language = setting.network, setting.language
    words = post.words_on(network.id, language)
    if not words:
        return None
    rest = () if network.threads else following(post, language, network.id, seed)
    text = BETWEEN_PARTS.join((said(words, seed, post.id), *rest))
    return compose_text(text, post.hashtags, setting)


def later_parts(post: Post, setting: Setting, seed: int = 0) -> tuple[Composed, ...]:
    """Return the parts of a thread after its first, which carries the hashtags and the link.

    None where the network has no threads, or a text of its own.
    """
    network = setting.network
    texts = following(post, setting.language, network.id, seed) if network.threads else ()
    return tuple(compose_part(text, setting) for text in texts)


def compose_part(text: str, setting: Setting) -> Composed:
    """Return one wording of a later part of a thread: nothing is added to it."""
    targets = setting.targets if PLACE in text else ()
    return compose_text(text, (), replace(setting, url="", targets=targets))


def compose_text(text: str, tags: Sequence[Hashtag], setting: Setting) -> Composed:
    """Return one wording of a post as a network will see it."""
    network, language = setting.network, setting.language
    own = rewritten(text, network, language, setting.known)
    body = placed(own.text, setting.targets, network, language, own.mentioned)
    wanted = () if body != own.text else setting.targets
    mentions = (mention(a, network) for a in wanted if a.id not in own.mentioned)
    found = tags_for(body, tags, network, language)
    extras = _Extras(tuple(filter(None, mentions)), found)
    names = about(Note.NAMES, own.named)
    return _fitted(body, extras, setting, names)


def plain(
    text: str,
    tags: Sequence[Hashtag],
    language: str,
    targets: Sequence[Account] = (),
) -> str:
    """Return a wording for no network in particular: names where accounts go, hashtags added."""
    done = placed(text, targets, None, language, ())
    return " ".join((done, *missing(done, tags, language)))


class _Extras(NamedTuple):
    """What is added to the author's words."""

    mentions: tuple[str, ...]
    tags: Tags

    @property
    def needed_last(self) -> tuple[str, ...]:
        """All of it, in the order in which it stays longest."""
        return (*self.tags.main, *self.mentions, *self.tags.other)

    def added_to(self, body: str, left_out: tuple[str, ...]) -> str:
        mentions, tags = self.mentions, (*self.tags.main, *self.tags.other)
        if left_out:
            mentions = tuple(m for m in mentions if m not in left_out)
            tags = tuple(t for t in tags if t not in left_out)
        return " ".join((added(body, mentions), *tags))


def _fitted(body: str, extras: _Extras, setting: Setting, names: tuple[Said, ...]) -> Composed:
    """Add as much as fits: what is needed least goes first, the author's words never."""
    order = extras.needed_last
    keep = len(order)
    while True:
        text = extras.added_to(body, order[keep:])
        whole = with_link(text, setting.url)
        counted = count(whole, setting.network)
        if counted.fits or not counted.hard or not keep:
            break
        keep = _fewer(order, keep, counted.over)
    notes = (*names, *extras.tags.notes, *about(Note.NO_ROOM, order[keep:]), *_length(counted))
    return Composed(setting, text, whole, counted, notes)


def _fewer(order: tuple[str, ...], keep: int, over: int) -> int:
    """Return how many to keep next: fewer cannot be right, since nothing costs more than this."""
    while keep and over > 0:
        keep -= 1
        over -= 1 + len(order[keep]) * (1 if order[keep].isascii() else 4)
    return keep


def with_link(text: str, url: str) -> str:
    """Return a text with a link on a line of its own after it, unless it stands in it."""
    if not url:
        return text
    inside = url in text and re.search(re.escape(url) + r"""(?=[.,;:!?)\]”’"']*(?:\s|$))""", text)
    return text if inside else f"{text}\n{url}"


def _length(counted: Count) -> tuple[Said, ...]:
    if counted.parts > 1:
        return (Said(Note.PARTS, (), counted.parts),)
    if counted.hard and not counted.fits:
        return (Said(Note.TOO_LONG, (), counted.over),)
    return ()
