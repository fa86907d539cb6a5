"""Draw single cards for somebody who is looking: each with its facts, and only what is new."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toolkit.cards import paint, scene
from toolkit.cards.arrange import Fault
from toolkit.cards.cache import Cache, Entry
from toolkit.cards.dress import dress
from toolkit.cards.facts import VERSION, Facts, facts, load_facts
from toolkit.cards.formats import FORMATS
from toolkit.cards.inspect import inspected
from toolkit.cards.paint.pictures import UnusableImageError
from toolkit.cards.render import Studio
from toolkit.wholly import write

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from toolkit.cards.fonts import Fonts
    from toolkit.cards.formats import Format
    from toolkit.cards.library import Library
    from toolkit.cards.request import CardRequest

GROUNDS = 32
"""Backgrounds kept ready from save to save: those of a layout in five formats and six themes."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A card that can be looked at, with what is on it; or the faults that are in its way."""

    request: CardRequest
    card: Entry | None = None
    facts: Facts | None = None
    faults: tuple[Fault, ...] = ()
    new: bool = False


class Sketcher:
    """Keeps glyphs and grounds warm between the cards of one sitting."""

    def __init__(self, fonts: Fonts, cache: Path) -> None:
        self._fonts, self._folder = fonts, cache
        self._cache = Cache(cache)
        self._painter = paint.Painter(fonts.units, GROUNDS)
        self._seen: dict[str, Sketch] = {}

    def key(self, request: CardRequest, library: Library) -> str:
        """Return what a card is known by in this sitting."""
        return Studio(library, self._fonts, self._folder).key(request)

    def seen(self, key: str) -> Sketch | None:
        """Return a card that was sketched in this sitting, if its file is still there."""
        found = self._seen.get(key)
        there = found and (found.card is None or found.card.path.is_file())
        return found if there else None

    def forget(self, but: Collection[str]) -> None:
        """Let go of all cards but these, so that a long sitting needs no more than a short one."""
        self._seen = {key: sketch for key, sketch in self._seen.items() if key in but}

    def sketch(self, request: CardRequest, library: Library) -> Sketch:
        """Return a card with its facts, from the cache where it was drawn before."""
        key = self.key(request, library)
        return self.take(key, self._sketched(key, request, library))

    def take(self, key: str, found: Sketch) -> Sketch:
        """Remember a card, also one that somebody else has sketched; return it."""
        self._seen[key] = replace(found, new=False)
        return found

    def _sketched(self, key: str, request: CardRequest, library: Library) -> Sketch:
        entry, told = self._cache.find(key), self._kept(key)
        if entry and told:
            return Sketch(request, entry, told)
        dressed = dress(request, library=library, fonts=self._fonts)
        if dressed.scene is None:
            return Sketch(request, faults=dressed.faults)
        try:
            entry = entry or self._painted(key, dressed.scene, FORMATS[request.format])
        except UnusableImageError as bad:
            fault = Fault("picture", str(bad), "use another file: PNG, JPEG or WebP")
            return Sketch(request, faults=(fault,))
        told = facts(dressed.scene)
        write(self._file(key), told.dump().encode())
        return Sketch(request, entry, told, new=True)

    def _painted(self, key: str, card: scene.Scene, format_: Format) -> Entry:
        """Keep a card as a build would, with what is to be mended on it: both share the cache."""
        look = scene.digest(card, f"{self._fonts.hash} {paint.VERSION}")
        png = None if self._cache.drawn(look) else self._painter.png(card)
        notes = inspected(card, format_, self._painter.sampled)
        return self._cache.keep(key, look, (card.width, card.height), png, notes)

    def _file(self, key: str) -> Path:
        return self._folder.parent / "facts" / VERSION / key[:2] / f"{key}.json"

    def _kept(self, key: str) -> Facts | None:
        try:
            return load_facts(self._file(key).read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError, TypeError, KeyError):
            return None
