"""Find hashtags nobody knows, spellings nobody can hear, and tags that a network will not link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.check.finding import Finding, found, listed
from toolkit.networks.recognise import recognise
from toolkit.networks.spec import READS
from toolkit.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.check.context import Context
    from toolkit.check.finding import Found
    from toolkit.model import Hashtag, Toolkit
    from toolkit.networks import Network
    from toolkit.networks.spec import Spec

TAG = re.compile(r"[#＃](\w+)")
LETTER = re.compile(r"[^\W\d_]")
# Where nothing unusual stands around a tag, every network links it.
PLAIN = re.compile(r"(?:^|(?<=\s))[#＃](?=\d*[^\W\d_])[^\W_]+(?=$|\s|[.,!?;:](?:\s|$))")
HASHTAG = frozenset({"hashtag"})
# A tag this long in one letter case is more than one word.
LONG = 9
# A number with as many digits as a year may well be meant as a tag.
YEAR = 4
WORD = re.compile(r"[^\W\d_]{2,}")


def of_text(text: str, context: Context) -> Iterator[Finding]:
    """Yield what is wrong with the hashtags in one text."""
    if "#" not in text and "＃" not in text:
        return
    tags = [tag for tag in TAG.finditer(text) if LETTER.search(tag[1])]
    for tag in tags:
        known = context.spelling.get(tag[1].casefold())
        if known is None:
            yield _unknown(tag[0], tag[1], context)
        elif known != tag[1]:
            message = f"{tag[0]} is written {tag[0][0]}{known} elsewhere"
            hint = f"write #{known}: with a capital at each word, screen readers can say it"
            yield Finding("tag-case", message, hint, tag[0])
    yield from _unlinked(text, context)
    yield from _many(len(tags), context)


def _unknown(written: str, tag: str, context: Context) -> Finding:
    nearest = did_you_mean(tag, context.spelling.values()).replace('mean "', 'mean "#')
    mend = f"{nearest} If" if nearest else "add it to hashtags.yml; if"
    hint = f"{mend} no hashtag is meant, take the # away"
    return Finding("unknown-tag", f"there is no hashtag {written} in hashtags.yml", hint, written)


def _unlinked(text: str, context: Context) -> Iterator[Finding]:
    """Yield tags that something beside them breaks; `#1` is no tag and not meant as one."""
    plain = {tag.start() for tag in PLAIN.finditer(text)}
    unusual = [tag for tag in TAG.finditer(text) if tag.start() not in plain and _meant(tag[1])]
    if not unusual:
        return
    linking = [n for n in context.networks if n.hashtags != 0 and _signs(n)]
    links = {
        n.name: {e.start: e.end for e in recognise(text, {"signs": _signs(n)}, HASHTAG)}
        for n in linking
    }
    for tag in unusual:
        names = [name for name, found in links.items() if found.get(tag.start()) != tag.end()]
        if names:
            everywhere = len(names) == len(links)
            yield _broken(text, tag, "any network" if everywhere else listed(names))


def _meant(tag: str) -> bool:
    return bool(LETTER.search(tag)) or len(tag) >= YEAR


def _signs(network: Network) -> list[Spec]:
    """Return how a network finds tags; that some link only the first, they say on the page."""
    rules = READS[network.reads]["signs"]
    return [{**rule, "first": False} for rule in rules if rule["kind"] == "hashtag"]


def _broken(text: str, tag: re.Match[str], where: str) -> Finding:
    message = f"{tag[0]} will not be a hashtag on {where}"
    if not LETTER.search(tag[1]):
        hint = "a hashtag needs a letter; if none is meant, write it without the #"
    elif tag.start() and not text[tag.start() - 1].isspace():
        hint = f'write a space in front of it, where "{text[tag.start() - 1]}" stands now'
    else:
        hint = "write a space after it"
    return Finding("unlinked-tag", message, hint, tag[0])


def _many(count: int, context: Context) -> Iterator[Finding]:
    over = [n for n in context.networks if n.hashtags and 1 < n.hashtags < count]
    if over:
        takes = listed([f"{n.name} takes {n.hashtags}" for n in over])
        hint = "keep those that people follow; the others cost attention"
        yield Finding("many-tags", f"{count} hashtags in one text: {takes}", hint)


def of_list(toolkit: Toolkit) -> Iterator[Found]:
    """Yield tags of the shared list whose words run together, with the spelling to use."""
    running = [tag for tag in toolkit.hashtags if _runs_together(tag.tag)]
    if not running:
        return
    words = {w.casefold() for text in _texts(toolkit) for w in WORD.findall(text)}
    for tag in running:
        yield _in_capitals(tag, words)


def _runs_together(tag: str) -> bool:
    letters = [c for c in tag if c.isalpha()]
    cased = all(c.islower() for c in letters[1:]) or all(c.isupper() for c in letters)
    both = "".join(letters).lower() != "".join(letters).upper()
    return both and "_" not in tag and len(letters) >= LONG and cased


def _in_capitals(tag: Hashtag, words: set[str]) -> Found:
    parts = _split(tag.tag.casefold(), words)
    capitals = "".join(part[:1].upper() + part[1:] for part in parts)
    message = f"#{tag.tag} may be several words: in one letter case nobody can hear where they end"
    hint = "begin each word with a capital, as in #SaveTheRiver; one single word may stay"
    if len(parts) > 1:
        hint = f"write {capitals}"
    return found("tag-case", tag.place, message, hint)


def _split(tag: str, words: set[str]) -> list[str]:
    """Cut a tag into words that the project uses, as few as possible; [] if that cannot be."""
    best: list[list[str] | None] = [[]]
    for end in range(1, len(tag) + 1):
        ways = [
            [*way, tag[start:end]]
            for start in range(end)
            if (way := best[start]) is not None and (tag[start:end] in words)
        ]
        best.append(min(ways, key=len) if ways else None)
    return best[-1] or []


def _texts(toolkit: Toolkit) -> Iterator[str]:
    for campaign in toolkit.campaigns:
        for translated in (campaign.title, campaign.summary, *(p.text for p in campaign.posts)):
            yield from (words.text for words in translated)
    for tag in toolkit.hashtags:
        yield from (words.text for words in tag.meaning)
