"""Find texts that are too long for a network: with their link, and in their longest wording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.check.finding import found, listed
from toolkit.compose import Setting, compose_text
from toolkit.compose.handles import mention, name
from toolkit.compose.longest import longest
from toolkit.compose.tags import missing
from toolkit.compose.targets import PLACE, pool
from toolkit.model import everything

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.check.context import Context
    from toolkit.check.finding import Found
    from toolkit.compose import Composed
    from toolkit.model import Account, Campaign, Pieces, Post, Words
    from toolkit.networks import Network
    from toolkit.problems import Place

# The longest line our files may hold, in code points.
LINE = 500
SHORTEN = "shorten it, or give the network a text of its own under networks:"


@dataclass(frozen=True, slots=True)
class _Wording:
    """One variation of a text, and what it is said with."""

    context: Context
    campaign: Campaign
    post: Post
    language: str
    place: Place
    pieces: Pieces
    text: str

    def on(self, network: Network, text: str = "") -> Composed:
        """Compose it bare: with its link and the longest target it may name, no more."""
        context, text = self.context, text or self.text
        url = context.url(self.campaign, self.post, self.language)
        targets = self._longest_target(network) if PLACE in text else ()
        setting = Setting(network, self.language, context.known, url, targets=targets)
        return compose_text(text, (), setting)

    @property
    def at_most(self) -> int:
        """More than any network counts, whatever is added; what is below needs no counting.

        No network counts more than four for a code point, or more than 23 for a link, and every
        link has a dot. A name is at most 500 code points long, and so is a line of hashtags.
        """
        text = everything(self.pieces)
        return (
            4 * (len(text) + len(self.context.url(self.campaign, self.post, self.language)))
            + 23 * (text.count(".") + 1)
            + 4 * LINE * (1 + text.count("@") + text.count("＠") + text.count(PLACE))
        )

    def _longest_target(self, network: Network) -> tuple[Account, ...]:
        accounts = pool(self.post, self.campaign)
        written = [(len(mention(a, network) or name(a, self.language)), a) for a in accounts]
        return (max(written, key=lambda found: found[0])[1],) if written else ()


def of_post(context: Context, campaign: Campaign, post: Post) -> Iterator[Found]:
    """Yield each text of a post that does not fit somewhere, at the version that is too long."""
    own = {n: {w.language for w in texts} for n, texts in post.networks}
    for words in post.text:
        common = [n for n in context.limited if words.language not in own.get(n.id, ())]
        for wording in _wordings(context, campaign, post, words):
            yield from _common(wording, common)
    for network_id, texts in post.networks:
        for network in (n for n in context.limited if n.id == network_id):
            for words in texts:
                for wording in _wordings(context, campaign, post, words):
                    yield from _own(wording, network)


def _wordings(context: Context, campaign: Campaign, post: Post, words: Words) -> Iterator[_Wording]:
    if not words.variations:
        pieces = (words.text,)
        yield _Wording(context, campaign, post, words.language, words.place, pieces, words.text)
    for variation in words.variations:
        first = variation.first
        yield _Wording(
            context, campaign, post, words.language, variation.place, variation.pieces, first
        )


def _common(wording: _Wording, networks: list[Network]) -> Iterator[Found]:
    over: list[str] = []
    tight: list[tuple[str, str]] = []
    most = wording.at_most
    for network in networks:
        if most < (network.limit or 0):
            continue
        composed = wording.on(network)
        if not composed.fits:
            over.append(_by_how_much(composed))
        elif len(wording.pieces) > 1:
            yield from _choices(wording, network)
        tight += [(network.name, what) for what in _no_room(wording, composed)]
    if over:
        message = f"this text is too long for {listed(over)}"
        yield found("too-long", wording.place, message, SHORTEN)
    for what in dict.fromkeys(what for _, what in tight):
        names = listed([network for network, of in tight if of == what])
        message = f"there is no room for {what} on {names}"
        hint = "people can share it without; shorten the text if it should be there"
        yield found("no-room", wording.place, message, hint)


def _own(wording: _Wording, network: Network) -> Iterator[Found]:
    composed = wording.on(network)
    if not composed.fits:
        message = f"this text was written for {network.name} and is too long for it"
        hint = f"shorten it: {_by_how_much(composed)}"
        yield found("too-long-own", wording.place, message, hint)
    elif len(wording.pieces) > 1:
        yield from _choices(wording, network)


def _choices(wording: _Wording, network: Network) -> Iterator[Found]:
    """Yield when some wording of a text that fits is too long after all."""
    most = longest(wording.pieces, lambda text: wording.on(network, text).count.used)
    composed = wording.on(network, most.text)
    if not composed.fits:
        message = f"some wordings of this text are too long: {_by_how_much(composed)}"
        hint = f"shorten the longest one: {most.text}"
        yield found("too-long-choice", wording.place, message, hint)
    elif not most.sure:
        message = f"this text has too many wordings to make sure that each fits {network.name}"
        hint = "use fewer choices, or keep signs such as # and @ outside of the brackets"
        yield found("too-many-wordings", wording.place, message, hint)


def _by_how_much(composed: Composed) -> str:
    count = composed.count
    return f"{composed.setting.network.name} (by {count.over}: {count.used} of {count.limit})"


def _no_room(wording: _Wording, composed: Composed) -> Iterator[str]:
    """Yield what would be added to a text that fits, and does not fit any more."""
    network, count = composed.setting.network, composed.count
    if not composed.fits or count.limit is None:
        return
    room = count.limit - count.used
    tags = missing(wording.text, wording.post.hashtags, wording.language)
    needed = sum(len(tag) + 1 for tag in tags)
    if network.hashtags != 0 and needed > room:
        yield f"{' '.join(tags)} ({needed - room} too many)"
    if PLACE not in wording.text:
        mentions = [mention(a, network) for a in pool(wording.post, wording.campaign)]
        most = max(mentions, key=len, default="")
        if most and len(most) + 1 > room:
            yield f"a mention such as {most} ({len(most) + 1 - room} too many)"
