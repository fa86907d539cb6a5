"""A card request becomes a scene, or a list of reasons why it cannot; never a shortened text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.cards.arrange import Arranger, Fault
from toolkit.cards.drawn import marks
from toolkit.cards.formats import FORMATS
from toolkit.cards.lookup import Lookup
from toolkit.cards.measured import Room
from toolkit.cards.request import PICTURES
from toolkit.cards.scene import Fill, Scene
from toolkit.cards.textstyle import Align
from toolkit.cards.typeset import Misfit, Missing, fitted

if TYPE_CHECKING:
    from toolkit.cards.fonts import Fonts
    from toolkit.cards.glyphs import Block
    from toolkit.cards.layers import Words
    from toolkit.cards.library import Library
    from toolkit.cards.request import CardRequest

RATIO = 0.96
"""From one type size to the next smaller one; few sizes let their glyphs be drawn once."""


@dataclass(frozen=True, slots=True)
class Dressed:
    """A scene, or the faults that are in its way; never both."""

    scene: Scene | None
    faults: tuple[Fault, ...] = ()


def dress(request: CardRequest, *, library: Library, fonts: Fonts) -> Dressed:
    """Return the scene of a card.

    Raises KeyError for a layout, theme or format that is not there; the texts of a campaign can
    only lead to faults.
    """
    format_ = FORMATS[request.format]
    look = Lookup(request, library.layouts[request.layout], library.themes[request.theme], format_)
    if lacking := look.missing():
        return Dressed(None, tuple(_lacking(request, name) for name in lacking))
    arranger = Arranger(
        lambda words, sizes, room: _set(words, sizes, room, fonts, request.language)
    )
    rtl = request.direction == "rtl"
    whole = (0, 0, format_.width, format_.height)
    found = [Fill("ground", whole, look.colour("ground"))]
    scene = Scene(
        format_.width,
        format_.height,
        (
            *found,
            *(
                mark
                for frame in look.frames()
                for mark in marks(arranger.framed(frame), card=format_.width, rtl=rtl)
            ),
        ),
    )
    return Dressed(None, tuple(arranger.faults)) if arranger.faults else Dressed(scene)


def _set(
    words: Words,
    sizes: tuple[float, float],
    room: tuple[float, float],
    fonts: Fonts,
    language: str,
) -> Block | tuple[str, str]:
    how = Room(
        *room,
        _sizes(*sizes),
        Align(words.align),
        words.lines,
        hang=words.marks is not None,
        tight=not words.plate,
    )
    found = fitted(words.text, how, style=words.style, fonts=fonts, language=language)
    match found:
        case Missing():
            return _missing(found)
        case Misfit():
            return _misfit(found, words, room[1])
        case _:
            return found


@lru_cache(maxsize=256)
def _sizes(smallest: float, largest: float) -> tuple[int, ...]:
    """Return whole px from the largest to the smallest size, each a little below the last."""
    sizes, size = [round(smallest)], largest
    while size > smallest:
        sizes.append(round(size))
        size *= RATIO
    return tuple(sorted(set(sizes)))


def _lacking(request: CardRequest, name: str) -> Fault:
    if name in PICTURES:
        message = f'the layout "{request.layout}" needs a picture for "{name}"'
        return Fault(name, message, f"name a file from images/ in {name}: …, or change the layout")
    message = f'the layout "{request.layout}" needs words for "{name}"'
    return Fault(name, message, f"write {name}: … for this card, or choose another layout")


def _missing(found: Missing) -> tuple[str, str]:
    told = "; ".join(str(glyph) for glyph in found.glyphs)
    return told, "; ".join(dict.fromkeys(glyph.advice for glyph in found.glyphs))


def _misfit(found: Misfit, words: Words, height: float) -> tuple[str, str]:
    if found.widest:
        over = f"“{found.widest}” is {found.over_width:.0f} px too wide"
        return f"{over} even at {found.size:g} px", "use a shorter word, or put a hyphen into it"
    if found.over_lines:
        return (
            f"the text takes {found.over_lines} more lines than the {words.lines} it may have",
            "shorten it",
        )
    part = found.over_height / (found.over_height + height)
    fewer = max(1, round(len(words.text) * part))
    return (
        f"the text is {found.over_height:.0f} px too high even at {found.size:g} px",
        f"shorten it by about {fewer} characters, or leave this format out",
    )
