"""Where a card's line may end, knowing the language and no font.

The Unicode rules (`breakrules`) are the ground. On top, as a typesetter would have it:

- `#hashtags`, `@handles`, addresses and links stay whole; a number stays with its unit or the sign
  that counts it (`30日`), digits with their group, a dash with the word before it, a single letter
  with what its hyphen joins;
- Japanese and Chinese break between phrases, Korean at spaces, Thai between words (BudouX);
- where even that leaves a chunk wider than the line, it may be taken apart at the places marked
  as not firm: after a slash of a link, between two syllables of Korean, inside a phrase.

Lao, Khmer and Burmese are written without spaces and have no dictionary here: write U+200B.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import budoux
import regex

from toolkit.cards.breakrules import opportunities
from toolkit.cards.thai import whole_words

if TYPE_CHECKING:
    from collections.abc import Iterator

# What vanishes at the end of a line: spaces that are not no-break spaces, and U+200B.
_BLANK = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
BETWEEN = "\u00a0·"
"""Stands between two names, also at a line's end: there a reader could take two names for one."""
_NEW_LINE = regex.compile("\r\n|[\n\v\f\r\x85\u2028\u2029]")
_UNITS = (
    "%|‰|°|€|£|\\$|¥|₹|USD|EUR|GBP|km|m|cm|mm|km²|m²|m³|ha|kg|g|mg|t|l|h|min|s|°C|°F|kW|kWh|MW|GW|"
    "Mio\\.?|Mrd\\.?|million|billion|millones|mil|millions|milliards|млн|млрд|тыс\\."
)
_GLUED_SPACE = regex.compile(
    rf" (?:(?<=\d )(?=(?:{_UNITS})(?!\w))"  # 5 km, 10 %
    r"|(?<=\d )(?=\d{3}(?!\d))"  # 10 000
    r"|(?<=\b(?:[Nn]o\.|[Nn]r\.|[Aa]rt\.|[Pp]p?\.|№|§) )(?=\d)"  # No. 5, Art. 3
    r"|(?<=\S )(?=[–—](?:\s|$)))"  # a dash does not begin a line
)
_GLUED_HYPHEN = regex.compile(r"[-‐](?<=\b\p{L}[-‐])(?=\p{L})")  # e-mail, T-shirt
_GLUED_COUNTER = regex.compile(  # 30日, 3,000人, 50を
    r"(?<=\d)(?=[\p{Han}\p{Hiragana}\p{Katakana}ー])"
)
_GLUED = (_GLUED_SPACE, _GLUED_HYPHEN, _GLUED_COUNTER)
_MAY_GLUE = regex.compile(r"[\d‐–—-]")  # each of the three needs one of these
_MAY_HOLD_TOKEN = regex.compile(r"[#＃@]|\w[.:]\S")
TOKEN = regex.compile(  # links, addresses, handles, hashtags, bare domains
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++"
    r"|(?<![\w@])@[\w.-]*\w(?:@[\w-]++(?:\.[\w-]++)++)?|(?<!\w)[#＃]\w[\w·\u200c]*"
    r"|(?<![\w.-])(?:[\w-]++\.)+[a-z]{2,}+(?:/\S*)?"
)
_INSIDE_TOKEN = regex.compile(r"(?<=[/?&=._#-])(?=\w)|(?<=\p{Ll})(?=\p{Lu})")
_WORDLESS = regex.compile(r"\p{Thai}+")
_PHRASED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ーｰ々〆、。，．！？「」『』（）・…]+")
_LONG_PHRASE = 8  # characters
_PARTICLES = "とやのにをはがでもへな"
_COMPOUND = regex.compile(r"(?<=\p{Han})(?=\p{Han})")  # BudouX takes 施設 apart
_JOINT = regex.compile(
    rf"(?<=[{_PARTICLES}])(?=[\p{{Han}}\p{{Katakana}}])|(?<=・)(?=\p{{Katakana}})"
)
_BEFORE_PARTICLE = regex.compile(rf"(?<=[#＃@]\S+ )(?=[{_PARTICLES}])")  # #メキシコ の
_KOREAN = regex.compile(r"\p{Hangul}+")


class Chunk(NamedTuple):
    """What stays on one line. `space` follows it and vanishes at a line's end.

    `firm` says that a line may well end after it; otherwise only if its neighbours, together as
    far as the next firm chunk, are wider than a whole line.
    """

    text: str
    space: str
    firm: bool


def paragraphs(text: str) -> tuple[str, ...]:
    """Split at the line ends somebody typed (CR LF, LF, CR, VT, FF, NEL, U+2028, U+2029)."""
    return tuple(_NEW_LINE.split(text))


@lru_cache(maxsize=8192)
def chunks(paragraph: str, language: str) -> tuple[Chunk, ...]:
    """Take one paragraph apart (`language`: BCP 47). The chunks joined are the paragraph."""
    places = _places(paragraph, language)
    ends = [*sorted(places), len(paragraph)]
    starts = [0, *ends[:-1]]
    return tuple(
        _chunk(paragraph[start:end], firm=places.get(end, True))
        for start, end in zip(starts, ends, strict=True)
        if start < end
    )


def _chunk(text: str, *, firm: bool) -> Chunk:
    word = text.rstrip(_BLANK)
    return Chunk(word, text[len(word) :], firm)


def _places(text: str, language: str) -> dict[int, bool]:
    """Return every index where a line may begin, and whether that is a good place."""
    places = dict.fromkeys(opportunities(text), True)
    if not text.isascii():
        places |= dict.fromkeys(_thai(text), True)
        for index in _loose(text, language, places):
            places[index] = False
    for glued in _GLUED if _MAY_GLUE.search(text) else ():
        for match in glued.finditer(text):
            places.pop(match.end(), None)
    for match in TOKEN.finditer(text) if _MAY_HOLD_TOKEN.search(text) else ():
        _keep_whole(match, places)
    return places


def _keep_whole(token: regex.Match[str], places: dict[int, bool]) -> None:
    start, end = token.span()
    for index in [i for i in places if start < i < end]:
        del places[index]
    inside = (m.start() for m in _INSIDE_TOKEN.finditer(token[0]))
    places |= {start + i: False for i in inside if i > 1}


def _thai(text: str) -> Iterator[int]:
    for match in _WORDLESS.finditer(text):
        found = whole_words(match[0], (i - match.start() for i in _boundaries("th", match)))
        yield from (match.start() + i for i in found)


def _loose(text: str, language: str, places: dict[int, bool]) -> Iterator[int]:
    """Yield the places inside phrases of Japanese and Chinese and inside words of Korean."""
    for match in _KOREAN.finditer(text):
        yield from (i for i in places if match.start() < i < match.end())
    model = _model(language)
    for match in _PHRASED.finditer(text) if model else ():
        good = set(_boundaries(model, match))
        if model == "ja":
            good -= {joint.start() for joint in _COMPOUND.finditer(text)}
            good |= _within_long_phrases(text, sorted({*good, match.start(), match.end()}))
        yield from (i for i in places if match.start() < i < match.end() and i not in good)
    if model == "ja":
        yield from (m.start() for m in _BEFORE_PARTICLE.finditer(text) if m.start() in places)


def _within_long_phrases(text: str, phrases: list[int]) -> set[int]:
    """Return where a phrase of Japanese that may fill a line by itself has a joint."""
    return {
        joint.start()
        for start, end in pairwise(phrases)
        if end - start > _LONG_PHRASE
        for joint in _JOINT.finditer(text, start + 1, end - 1)
    }


def _boundaries(model: str, match: regex.Match[str]) -> list[int]:
    """Return where phrases begin, as indices into the whole text; the first one is left out."""
    at, found = match.start(), []
    for phrase in _parser(model).parse(match[0])[:-1]:
        at += len(phrase)
        found.append(at)
    return found


def _model(language: str) -> str:
    tag = language.lower().replace("_", "-")
    if tag.startswith("zh"):
        taiwan = any(part in tag for part in ("hant", "-tw", "-hk", "-mo"))
        return "zh-hant" if taiwan else "zh-hans"
    return "ja" if tag.split("-")[0] == "ja" else ""


@lru_cache
def _parser(model: str) -> budoux.Parser:
    load = {
        "ja": budoux.load_default_japanese_parser,
        "zh-hans": budoux.load_default_simplified_chinese_parser,
        "zh-hant": budoux.load_default_traditional_chinese_parser,
        "th": budoux.load_default_thai_parser,
    }
    return load[model]()
