"""Measure a text in each of the units networks count in."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from toolkit.networks import lookup, spec

# Latin, Greek, Cyrillic, kana, Han and their punctuation: none of them joins another of them.
_ALONE = (
    "\x00-\x0c\x0e-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20cf"
    "\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u3400-\u9fff\uff01-\uff9d"
)
# What may join, with the neighbours it may join to.
_together = regex.compile(
    f"[{_ALONE}]?[^{_ALONE}](?:[^{_ALONE}]|[{_ALONE}][^{_ALONE}])*[{_ALONE}]?"
)
_flag = regex.compile(f"[{spec.FLAG_LETTER}]{{2}}")
_grapheme = regex.compile(r"\X")
_emoji_begins = regex.compile(
    rf"[{spec.FLAG_LETTER}\p{{Extended_Pictographic}}]|[0-9#*]{spec.EMOJI_STYLE}?{spec.KEYCAP}"
)
_not_gsm = regex.compile(f"[^{regex.escape(spec.GSM + spec.GSM_TWICE)}]")
_gsm_twice = regex.compile(f"[{regex.escape(spec.GSM_TWICE)}]")
# Letters of the GSM alphabet, then any others: in a single message, in each joined part.
SMS_SIZES = ((160, 153), (70, 67))


def graphemes(text: str) -> int:
    """Return how many characters a reader sees: extended grapheme clusters (UAX #29)."""
    number = len(text)
    if text.isascii() and "\r" not in text:
        return number
    for part in _together.findall(text):
        # A flag is two letters; \X looks back over all of them each time: make them one first.
        number -= len(part) - len(_grapheme.findall(_flag.sub("x", part)))
    return number


def utf16(text: str) -> int:
    """Return the length in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8(text: str) -> int:
    """Return the length in UTF-8 bytes; half of a surrogate pair takes three."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def emoji_spans(text: str, known: regex.Pattern[str]) -> list[tuple[int, int]]:
    """Return where the emoji of a text begin and end, in code points; `known` is one emoji.

    The large pattern is tried only where an emoji may begin, not at every letter.
    """
    spans: list[tuple[int, int]] = []
    if text.isascii():
        return spans
    end = 0
    for first in _emoji_begins.finditer(text):
        start = first.start()
        if start >= end and (found := known.match(text, start)):
            end = found.end()
            spans.append((start, end))
    return spans


def emoji_bytes(text: str) -> tuple[int, int]:
    """Return the length in code points with each emoji at its UTF-8 bytes, smaller reading first.

    A sign that is an emoji only when asked to be one (☎ without U+FE0F) counts 1 in the smaller
    reading. Source: developers.facebook.com/documentation/threads/posts (2026-04-14).
    """
    if text.isascii():
        return len(text), len(text)
    plain = lookup.pattern(lookup.text_by_default())
    least = most = len(text)
    for start, end in emoji_spans(text, lookup.emoji()):
        extra = utf8(text[start:end]) - (end - start)
        most += extra
        least += 0 if plain.fullmatch(text, start, end) else extra
    return least, most


@dataclass(frozen=True, slots=True)
class Segments:
    """An SMS: its length in `units`, how many fit in a `single` message, and its `parts`."""

    units: int
    single: int
    parts: int


def segments(text: str) -> Segments:
    """Count an SMS: septets of the GSM alphabet, or UTF-16 units if one character is outside it.

    Joined parts are shorter, and no character is split between two. Source: 3GPP TS 23.038.
    """
    plain = not _not_gsm.search(text)
    single, joined = SMS_SIZES[0] if plain else SMS_SIZES[1]
    units = len(text) + len(_gsm_twice.findall(text)) if plain else utf16(text)
    if units <= single:
        return Segments(units, single, 1)
    parts, room = 1, joined
    for character in text:
        cost = 1 + (character in spec.GSM_TWICE if plain else character > "\uffff")
        if cost > room:
            parts, room = parts + 1, joined
        room -= cost
    return Segments(units, single, parts)
