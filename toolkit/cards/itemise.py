"""Which font draws which character: the first of the stack that can, and never a blank box.

Emoji: a character with U+FE0F, or one that Unicode shows in colour by default, comes from the
colour font; one with U+FE0E or with text presentation comes from a text font if any has it, else
from the colour font (https://www.unicode.org/reports/tr51/, section 4). Sequences stay together.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

import regex
import uharfbuzz as hb

from toolkit.cards.fonts import Face, Fonts, MissingGlyph

if TYPE_CHECKING:
    from toolkit.cards.textstyle import TextStyle

_CLUSTER = regex.compile(r"\X")
_COLOUR = regex.compile(
    r"\p{Emoji}\ufe0f|\p{Emoji_Presentation}(?!\ufe0e)|\p{Emoji}\p{Emoji_Modifier}|\p{RI}{2}"
)
# HarfBuzz hides the former and makes the latter from the font's own space.
_DRAWN_BY_ANY = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Zs}]")
# ISO 15924 codes as HarfBuzz wants them, by the names `regex` knows; the rest is asked when met.
_SCRIPTS = (  # noqa: SIM905
    "Latn Grek Cyrl Arab Hebr Deva Thai Hira Kana Hani Hang Beng Armn Geor Ethi Taml Telu Knda "
    "Mlym Gujr Guru Orya Sinh Laoo Khmr Mymr Tibt Mong Syrc Thaa Nkoo Cher Cans Bopo Adlm Tfng"
).split()
_SCRIPT = regex.compile("|".join(rf"(?P<{s}>\p{{sc={s}}})" for s in _SCRIPTS))
_COMMON = regex.compile(r"[\p{sc=Zyyy}\p{sc=Zinh}]")

# Letters that hold no marks apart, and the signs of ASCII, which take the script beside them.
_LATIN = "".join(
    char
    for char in map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x250)))
    if char.isascii() or _SCRIPT.match(char)
)


class Item(NamedTuple):
    """Neighbouring characters that one font draws in one script (ISO 15924 code)."""

    text: str
    face: Face
    script: str


class Itemiser:
    """Deals characters out to the fonts of one voice."""

    def __init__(self, fonts: Fonts, style: TextStyle, language: str) -> None:
        self._fonts = fonts
        self._language = language
        stack = fonts.stack(style.families, style.weight, italic=style.italic)
        self._text_first = stack
        self._colour_first = tuple(sorted(stack, key=lambda face: not face.in_colour))
        self._best: dict[tuple[str, bool], Face | None] = {}
        self.primary = stack[0]
        self._plain = frozenset(c for c in _LATIN if fonts.covers(self.primary.id, ord(c)))
        """What the first font draws, and what is in its script wherever it stands."""

    def items(self, word: str) -> tuple[tuple[Item, ...], tuple[MissingGlyph, ...]]:
        """Split a word; what no font can draw is returned as faults instead."""
        if self._plain.issuperset(word):
            return ((Item(word, self.primary, "Latn"),) if word else ()), ()
        dealt = self._dealt([word] if len(word) == 1 else _CLUSTER.findall(word))
        missing = tuple(
            fault for cluster, face, _ in dealt if face is None for fault in self._faults(cluster)
        )
        return (() if missing else _joined(dealt)), missing

    def _dealt(self, clusters: list[str]) -> list[tuple[str, Face | None, str]]:
        dealt: list[tuple[str, Face | None, str]] = []
        scripts = _resolved([_script(cluster) for cluster in clusters])
        anchor = self._anchor(clusters)
        for cluster, script in zip(clusters, scripts, strict=True):
            face = self._face(cluster, anchor)
            dealt.append((cluster, face, script))
            if face and not face.in_colour:
                anchor = face
        return dealt

    def _anchor(self, clusters: list[str]) -> Face | None:
        """Return the font of the first letter: marks and quotes before it are drawn alike."""
        letters = (c for c in clusters if _script(c) and not _COLOUR.match(c))
        first = next(letters, None)
        return self._choose(first, in_colour=False) if first else None

    def _face(self, cluster: str, anchor: Face | None) -> Face | None:
        in_colour = bool(_COLOUR.match(cluster))
        sticks = anchor and not in_colour and not _script(cluster)
        if anchor and sticks and self._covers(anchor, cluster):
            return anchor
        return self._choose(cluster, in_colour=in_colour)

    def _choose(self, cluster: str, *, in_colour: bool) -> Face | None:
        key = (cluster, in_colour)
        if key not in self._best:
            stack = self._colour_first if in_colour else self._text_first
            fitting = (f for f in stack if self._covers(f, cluster) and self._whole(f, cluster))
            self._best[key] = next(fitting, None)
        return self._best[key]

    def _covers(self, face: Face, text: str) -> bool:
        return all(self._draws(face, char) for char in text)

    def _whole(self, face: Face, cluster: str) -> bool:
        """Whether an emoji sequence is one picture here, and does not fall apart into its parts."""
        if not face.in_colour or len(cluster) == 1:
            return True
        buf = hb.Buffer()
        buf.add_str(cluster)
        buf.guess_segment_properties()
        buf.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self._fonts.units(face.id), buf)
        return len(buf.glyph_infos) == 1

    def _draws(self, face: Face, char: str) -> bool:
        if self._fonts.covers(face.id, ord(char)) or _DRAWN_BY_ANY.match(char):
            return True
        parts = normalize("NFD", char)
        return parts != char and all(self._fonts.covers(face.id, ord(c)) for c in parts)

    def _faults(self, cluster: str) -> list[MissingGlyph]:
        alone = [c for c in cluster if not any(self._draws(f, c) for f in self._text_first)]
        return [MissingGlyph(char, _script(char)) for char in alone or [cluster]]


@lru_cache(maxsize=16384)
def _script(cluster: str) -> str:
    """Return the script of the first character that has one of its own, or nothing."""
    for char in cluster:
        if found := _SCRIPT.match(char):
            return str(found.lastgroup)
        if not _COMMON.match(char):
            return "Zzzz"
    return ""


def _resolved(scripts: list[str]) -> list[str]:
    """Give punctuation the script before it, or after it where a word begins (UAX #24, 5.1)."""
    last = next((s for s in scripts if s), "Latn")
    resolved = []
    for script in scripts:
        last = script or last
        resolved.append(last)
    return resolved


def _joined(dealt: list[tuple[str, Face | None, str]]) -> tuple[Item, ...]:
    items: list[Item] = []
    for text, face, script in dealt:
        if face is None:
            continue
        last = items[-1] if items else None
        if last and last.face is face and last.script == script:
            items[-1] = last._replace(text=last.text + text)
        else:
            items.append(Item(text, face, script))
    return tuple(items)
