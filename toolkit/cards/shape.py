"""Words into glyphs: one font, script and direction at a time, each word shaped once per voice.

A word (what stands between spaces) is the unit, as in browsers' word caches: letters do not join
and fonts hardly ever kern across a space, and so a measured line and the set line are the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex
import uharfbuzz as hb

from toolkit.cards.glyphs import Piece
from toolkit.cards.itemise import Item, Itemiser

if TYPE_CHECKING:
    from toolkit.cards.fonts import Fonts, MissingGlyph
    from toolkit.cards.textstyle import TextStyle

MOST_WORDS = 50_000  # kept per voice and language; then the oldest memory starts anew
# Scripts whose letters hang together: space between them would tear words apart.
_JOINED = frozenset(
    ("Adlm", "Arab", "Mand", "Mong", "Nkoo", "Rohg", "Syrc", "Beng", "Deva", "Guru", "Tirh")
)


# Neighbouring full-width signs share one half-width gap (CSS Text 4, 8.4, text-spacing-trim).
_CLOSE_UP = regex.compile(
    "[」』）］｝〉》】〕、。，．](?=[「『（［｛〈《【〔」』）］｝〉》】〕、。，．])|(?<=[「『（［｛〈《【〔])[「『（［｛〈《【〔]"
)
Feature = bool | int | list[tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Word:
    """A shaped word: pieces from left to right, width in em (tracking after it included)."""

    pieces: tuple[Piece, ...]
    advance: float
    missing: tuple[MissingGlyph, ...] = ()


class Shaper:
    """Shapes words in one voice and language; made by `shaper`, kept as long as its fonts."""

    def __init__(self, fonts: Fonts, style: TextStyle, language: str) -> None:
        self._fonts = fonts
        self.style = style
        self._language = language
        self._items = Itemiser(fonts, style, language)
        self._words: dict[tuple[str, bool], Word] = {}
        self.primary = self._items.primary
        self.cap_height = fonts.metrics(self.primary.id).cap_height  # em
        self.tracking = style.tracking  # em after each cluster, also after a line's last

    def word(self, text: str, *, rtl: bool = False) -> Word:
        """Return the shaped word. `rtl` is the direction of its embedding level."""
        found = self._words.get((text, rtl))
        if found is None:
            if len(self._words) >= MOST_WORDS:
                self._words.clear()
            found = self._words[text, rtl] = self._shape(text, rtl=rtl)
        return found

    def ink(self, text: str) -> tuple[float, float]:
        """Return how far the glyphs of a text reach above and below its baseline, in em."""
        tops, feet = [0.0], [0.0]
        for word in map(self.word, text.split()):
            for piece in word.pieces:
                font = self._fonts.units(piece.font)
                for gid, y in zip(piece.gids, piece.ys, strict=True):
                    if box := font.get_glyph_extents(gid):
                        tops.append(box.y_bearing / font.face.upem - y)
                        feet.append(y - (box.y_bearing + box.height) / font.face.upem)
        return max(tops), max(feet)

    def _shape(self, text: str, *, rtl: bool) -> Word:
        items, missing = self._items.items(text.replace("\t", " ").replace("\u200b", ""))
        if missing:
            return Word((), 0.0, missing)
        pieces: list[Piece] = []
        at = 0.0
        for item in reversed(items) if rtl else items:
            piece, at = self._piece(item, at, rtl=rtl)
            pieces.append(piece)
        return Word(tuple(pieces), at)

    def _piece(self, item: Item, at: float, *, rtl: bool) -> tuple[Piece, float]:
        font = self._fonts.units(item.face.id)
        tracking = 0.0 if item.script in _JOINED else self.style.tracking
        buf = self._buffer(item, rtl=rtl)
        hb.shape(font, buf, self._features(item.text, tracking))
        em = 1 / font.face.upem
        infos, positions = buf.glyph_infos, buf.glyph_positions or ()
        xs: list[float] = []
        for i, (info, pos) in enumerate(zip(infos, positions, strict=True)):
            xs.append(at + pos.x_offset * em)
            at += pos.x_advance * em
            ends_cluster = i + 1 == len(infos) or infos[i + 1].cluster != info.cluster
            at += tracking if ends_cluster else 0.0
        gids = tuple(info.codepoint for info in infos)
        ys = tuple(-pos.y_offset * em for pos in positions)
        return Piece(item.face.id, item.face.in_colour, gids, tuple(xs), ys), at

    def _buffer(self, item: Item, *, rtl: bool) -> hb.Buffer:
        buf = hb.Buffer()
        buf.add_str(item.text)
        buf.direction = "rtl" if rtl else "ltr"
        buf.script = item.script
        buf.language = self._language
        buf.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        return buf

    def _features(self, text: str, tracking: float) -> dict[str, Feature]:
        """Spaced letters do not ligate (CSS Text 3); full-width brackets and stops close up."""
        features: dict[str, Feature] = dict(self.style.features)
        if tracking:
            features = {"liga": False, "clig": False, **features}
        if halved := [(m.start(), m.end(), 1) for m in _CLOSE_UP.finditer(text)]:
            features = {"halt": halved, **features}
        return features


def shaper(fonts: Fonts, style: TextStyle, language: str) -> Shaper:
    """Return the warm shaper of this voice and language."""
    made: Shaper = fonts.keep(("shaper", style, language), lambda: Shaper(fonts, style, language))
    return made
