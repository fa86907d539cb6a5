"""Find texts that are too long for a network: with their link, and in their longest wording."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toolkit.check.bounds import surely_fits
from toolkit.check.finding import found, listed
from toolkit.compose import Setting, compose_part, compose_text
from toolkit.compose.handles import mention, name
from toolkit.compose.longest import longest
from toolkit.compose.tags import missing
from toolkit.compose.targets import PLACE, pool
from toolkit.compose.thread import BETWEEN_PARTS
from toolkit.model import everything

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.check.context import Context
    from toolkit.check.finding import Found
    from toolkit.compose import Composed
    from toolkit.model import Account, Campaign, Pieces, Post, Words
    from toolkit.networks import Network
    from toolkit.problems import Place

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

    def part_on(self, network: Network, text: str = "") -> Composed:
        """Compose it as a later part of a thread, which carries no link."""
        targets = self._longest_target(network)
        setting = Setting(network, self.language, self.context.known, targets=targets)
        return compose_part(text or self.text, setting)

    def used_on(self, network: Network, text: str) -> int:
        return self.on(network, text).count.used

    def used_by_part(self, network: Network, text: str) -> int:
        return self.part_on(network, text).count.used

    def doubtful(self, networks: list[Network]) -> list[Network]:
        """Return the networks that it may be too long for, with all that is added to it."""
        url = self.context.url(self.campaign, self.post, self.language)
        text = f"{everything(self.pieces)} {url}"
        names = 1 + text.count("@") + text.count("＠") + text.count(PLACE)
        tags = [tag.written_in(self.language) for tag in self.post.hashtags]
        more = names * (1 + len(self.context.longest_name)) + sum(len(tag) + 2 for tag in tags)
        highest = max("".join((self.context.longest_name, *tags)), default="")
        return [n for n in networks if not surely_fits(text, more, highest, n)]

    def _longest_target(self, network: Network) -> tuple[Account, ...]:
        accounts = pool(self.post, self.campaign)
        written = [(len(mention(a, network) or name(a, self.language)), a) for a in accounts]
        return (max(written, key=lambda found: found[0])[1],) if written else ()


def of_post(context: Context, campaign: Campaign, post: Post) -> Iterator[Found]:
    """Yield each text of a post that does not fit somewhere, at the version that is too long."""
    own = {n: {w.language for w in texts} for n, texts in post.networks}
    for words in post.text:
        common = [n for n in context.limited if words.language not in own.get(n.id, ())]
        parts = post.following(words.language)
        first = [n for n in common if n.threads] if parts else common
        for wording in _wordings(context, campaign, post, words):
            yield from _common(wording, first)
            if parts:
                yield from _common(_joined(wording, parts), [n for n in common if not n.threads])
        for number, part in enumerate(parts, start=2):
            for wording in _wordings(context, campaign, post, part):
                yield from _part(wording, first, number)
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
    fitting: list[Composed] = []
    for network in wording.doubtful(networks):
        composed = wording.on(network)
        if composed.fits:
            fitting.append(composed)
        else:
            over.append(_by_how_much(composed))
    if over:
        message = f"this text is too long for {listed(over)}"
        yield found("too-long", wording.place, message, SHORTEN)
    yield from _choices(wording, fitting)
    yield from _no_room(wording, fitting)


def _joined(wording: _Wording, parts: Sequence[Words]) -> _Wording:
    """Return a thread as one text, its later parts in their longest wordings."""
    rest = "".join(BETWEEN_PARTS + _longest_of(words) for words in parts)
    return replace(wording, pieces=(*wording.pieces, rest), text=wording.text + rest)


def _longest_of(words: Words) -> str:
    pieces = words.variations[0].pieces if words.variations else (words.text,)
    return longest(pieces, len).text


def _part(wording: _Wording, networks: list[Network], number: int) -> Iterator[Found]:
    """Yield where a later part of a thread is too long in its longest wording."""
    over: list[str] = []
    for network in networks:
        most = longest(wording.pieces, functools.partial(wording.used_by_part, network))
        composed = wording.part_on(network, most.text)
        if not composed.fits:
            over.append(_by_how_much(composed))
    if over:
        message = f"part {number} of this thread is too long for {listed(over)}"
        yield found("too-long-part", wording.place, message, "shorten it, or make two parts of it")


def _own(wording: _Wording, network: Network) -> Iterator[Found]:
    composed = wording.on(network)
    if composed.fits:
        yield from _choices(wording, [composed])
    else:
        message = f"this text was written for {network.name} and is too long for it"
        hint = f"shorten it: {_by_how_much(composed)}"
        yield found("too-long-own", wording.place, message, hint)


def _choices(wording: _Wording, fitting: list[Composed]) -> Iterator[Found]:
    """Yield where some wording is too long after all, though the first one fits."""
    if len(wording.pieces) == 1:
        return
    over: dict[str, str] = {}
    unsure: list[str] = []
    for network in (composed.setting.network for composed in fitting):
        most = longest(wording.pieces, functools.partial(wording.used_on, network))
        composed = wording.on(network, most.text)
        if not composed.fits:
            over[_by_how_much(composed)] = most.text
        elif not most.sure:
            unsure.append(network.name)
    if over:
        message = f"some wordings of this text are too long for {listed(list(over))}"
        hint = f"shorten the longest one: {next(iter(over.values()))}"
        yield found("too-long-choice", wording.place, message, hint)
    if unsure:
        message = f"this text has too many wordings to make sure that each fits {listed(unsure)}"
        hint = "use fewer choices, or keep signs such as # and @ outside of the brackets"
        yield found("too-many-wordings", wording.place, message, hint)


def _by_how_much(composed: Composed) -> str:
    count = composed.count
    return f"{composed.setting.network.name} (by {count.over}: {count.used} of {count.limit})"


def _no_room(wording: _Wording, fitting: list[Composed]) -> Iterator[Found]:
    """Yield what would be added to a text that fits, and does not fit any more."""
    tight: dict[str, list[str]] = {}
    for composed in fitting:
        for what in _left_out(wording, composed):
            tight.setdefault(what, []).append(composed.setting.network.name)
    for what, names in tight.items():
        message = f"there is no room for {what} on {listed(names)}"
        hint = "people can share it without; shorten the text if it should be there"
        yield found("no-room", wording.place, message, hint)


def _left_out(wording: _Wording, composed: Composed) -> Iterator[str]:
    network, count = composed.setting.network, composed.count
    room = (count.limit or 0) - count.used
    tags = missing(wording.text, wording.post.hashtags, wording.language)
    needed = sum(len(tag) + 1 for tag in tags)
    if network.hashtags != 0 and needed > room:
        yield f"{' '.join(tags)} ({needed - room} too many)"
    if PLACE not in wording.text:
        mentions = [mention(a, network) for a in pool(wording.post, wording.campaign)]
        most = max(mentions, key=len, default="")
        if most and len(most) + 1 > room:
            yield f"a mention such as {most} ({len(most) + 1 - room} too many)"
