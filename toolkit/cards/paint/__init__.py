"""Paint turns a scene into a PNG and decides nothing: every choice was made before."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, assert_never

from toolkit.cards.paint import pictures, stencils
from toolkit.cards.paint.glyphs import GlyphMasks
from toolkit.cards.paint.indexed import IndexedCanvas
from toolkit.cards.paint.kept import Kept, keep_memory
from toolkit.cards.paint.palette import SIZE, Palette
from toolkit.cards.paint.truecolour import TruecolourCanvas
from toolkit.cards.scene import (
    Code,
    Disc,
    Fill,
    Gradient,
    Mark,
    Picture,
    Polygon,
    Scene,
    Text,
    Veil,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    import uharfbuzz as hb

    from toolkit.cards.colour import RGB
    from toolkit.cards.paint.stencils import Stencil, Sticker
    from toolkit.cards.scene import Box

VERSION = "4"
"""Part of every cache key: raise it when the same scene is drawn with other pixels."""
FOR_STICKERS = 96
"""Colours kept free for emoji and logos where a card has any."""
LITTLE = 1 / 12
"""Share of a card up to which a photograph is well shown in the colours that are kept free."""
KEPT = 8
"""How many backgrounds are kept ready, with a head and without; each is as large as a card."""
LOGOS = 16
"""How many logos, and how many small photographs, are kept ready, scaled to their box."""

Canvas = IndexedCanvas | TruecolourCanvas


class Painter:
    """Draws scenes, keeping glyphs and backgrounds warm. What it returns does not depend on them.

    `font_of` returns the HarfBuzz font for the name that a run carries. `kept` is how many
    backgrounds stay ready.
    """

    def __init__(self, font_of: Callable[[str], hb.Font], kept: int = KEPT) -> None:
        keep_memory()
        self._masks = GlyphMasks(font_of)
        self._grounds: Kept[Canvas] = Kept(kept)
        self._heads: Kept[Canvas] = Kept(kept)
        self._logos: Kept[Sticker] = Kept(LOGOS)
        self._faces: Kept[Sticker] = Kept(LOGOS)

    def png(self, scene: Scene) -> bytes:
        """Return the card as a PNG file.

        Raises UnusableImageError when a picture of the scene cannot be drawn.
        """
        body = _longest(scene.marks)
        canvas = self._head(scene, scene.marks[:body]).copy()
        for mark in scene.marks[body:]:
            self._draw(canvas, mark)
        return canvas.png()

    def sampled(self, scene: Scene, box: Box) -> list[RGB]:
        """Return the colours of a card without texts in a box (px), each of some 8 × 8 px.

        Raises UnusableImageError when a picture of the scene cannot be drawn.
        """
        return self._ground(scene, scene.marks).sampled(box)

    def _head(self, scene: Scene, marks: tuple[Mark, ...]) -> Canvas:
        """Return what comes before the longest text: a campaign's name and logo are on many cards.

        Where it ends is read off the card, and not off other cards, which would decide its pixels.
        """
        ground = tuple(takewhile(lambda mark: not isinstance(mark, Text), marks))
        below = self._ground(scene, ground)
        if ground == marks:
            return below
        rest = marks[len(ground) :]
        return self._heads.get(_key(scene, marks), lambda: self._over(below.copy(), rest))

    def _ground(self, scene: Scene, marks: tuple[Mark, ...]) -> Canvas:
        """Return what lies under the first text, drawn once for all cards that share it."""
        return self._grounds.get(_key(scene, marks), lambda: self._over(_canvas(scene), marks))

    def _over(self, canvas: Canvas, marks: tuple[Mark, ...]) -> Canvas:
        for mark in marks:
            self._draw(canvas, mark)
        return canvas

    def _draw(self, canvas: Canvas, mark: Mark) -> None:
        match mark:
            case Fill(radius=0):
                canvas.fill(mark.box, mark.colour)
            case Gradient():
                canvas.gradient(mark.box, mark.start, mark.end, mark.angle)
            case Veil():
                canvas.stencil(stencils.veil(mark), mark.colour)
            case Picture(flat=True):
                canvas.sticker(self._logos.get(mark, lambda: pictures.whole(mark)))
            case Picture():
                self._picture(canvas, mark)
            case Text():
                lines, stickers = stencils.text(mark, self._masks)
                for line in lines:
                    canvas.letters(line, mark.colour)
                for sticker in stickers:
                    canvas.sticker(sticker)
            case _:
                shape = _shape(mark, canvas.width, canvas.height)
                if shape is not None:
                    canvas.stencil(shape, mark.colour)

    def _picture(self, canvas: Canvas, mark: Picture) -> None:
        if isinstance(canvas, IndexedCanvas):
            canvas.sticker(self._faces.get(mark, lambda: _face(mark)))
        else:
            canvas.picture(mark.box, pictures.cut(mark))


def _shape(mark: Fill | Disc | Polygon | Code, width: int, height: int) -> Stencil | None:
    match mark:
        case Fill():
            return stencils.rounded(mark)
        case Disc():
            return stencils.disc(mark, width, height)
        case Polygon():
            return stencils.polygon(mark, width, height)
        case Code():
            return stencils.code(mark)
        case _:
            assert_never(mark)


def _face(mark: Picture) -> Sticker:
    return stencils.Sticker(pictures.cut(mark).convert("RGBA"), *mark.box[:2])


def _key(scene: Scene, marks: tuple[Mark, ...]) -> Hashable:
    return scene.width, scene.height, _has_stickers(scene), marks


def _longest(marks: tuple[Mark, ...]) -> int:
    """Return where the text with the most characters stands, of several the first."""
    lengths = [
        sum(len(line.text) for line in mark.lines) if isinstance(mark, Text) else 0
        for mark in marks
    ]
    return lengths.index(max(lengths, default=0)) if any(lengths) else len(marks)


def _canvas(scene: Scene) -> Canvas:
    most = scene.width * scene.height * LITTLE
    if any(
        isinstance(m, Veil) or (isinstance(m, Picture) and _area(m) > most) for m in scene.marks
    ):
        return TruecolourCanvas(scene.width, scene.height)
    room = SIZE - FOR_STICKERS if _has_stickers(scene) else SIZE
    return IndexedCanvas(scene.width, scene.height, Palette(room))


def _area(mark: Picture) -> int:
    left, top, right, bottom = mark.box
    return 0 if mark.flat else (right - left) * (bottom - top)


def _has_stickers(scene: Scene) -> bool:
    return any(
        isinstance(mark, Picture)
        or (isinstance(mark, Text) and any(r.in_colour for line in mark.lines for r in line.runs))
        for mark in scene.marks
    )
