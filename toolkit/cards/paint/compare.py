"""Pictures about pictures: small previews, what is different between two, and many on one sheet."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw, ImageOps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.cards.facts import Facts
    from toolkit.cards.formats import Format

SEEN = 12
"""Channel levels by which a pixel has to differ before an eye can tell."""
RED, PALE = (220, 0, 60), 0.82
GAP = 24
GROUND = (236, 236, 236)
LINE, BASE, SAFE = (0, 110, 255), (220, 0, 120), (255, 150, 0)


def preview(picture: bytes, width: int) -> bytes:
    """Return a small JPEG of a picture, `width` px wide; a palette would lose small accents."""
    out = io.BytesIO()
    _small(_opened(picture), width).save(out, "JPEG", quality=82, subsampling=0, optimize=True)
    return out.getvalue()


def difference(before: bytes, after: bytes, width: int) -> tuple[bytes, float]:
    """Return `after` (PNG), small and pale, what changed in red, and the part that did (0 to 1).

    Pictures of different sizes are compared on the larger ground of the two.
    """
    old, new = _opened(before), _opened(after)
    size = (max(old.width, new.width), max(old.height, new.height))
    one, other = (_on_ground(image, size) for image in (old, new))
    apart = ImageChops.difference(one, other)
    most = ImageChops.lighter(ImageChops.lighter(*apart.split()[:2]), apart.split()[2])
    changed = most.point(lambda level: 255 if level > SEEN else 0)
    pale = Image.blend(other.convert("L").convert("RGB"), Image.new("RGB", size, "white"), PALE)
    pale.paste(RED, (0, 0), changed)
    part = changed.histogram()[255] / (size[0] * size[1])
    return _png(_small(pale, width).quantize(32, dither=Image.Dither.NONE)), part


def sheet(
    cards: Sequence[tuple[bytes, Facts | None, Format]], *, columns: int, width: int
) -> bytes:
    """Return one PNG with many cards in rows, each `width` px wide.

    Where facts are given, boxes, baselines and what apps cover are drawn over the card.
    """
    tiles = [_tile(*card, width=width) for card in cards]
    rows = [tiles[at : at + columns] for at in range(0, len(tiles), columns)]
    heights = [max(tile.height for tile in row) for row in rows]
    wide = columns * (width + GAP) + GAP
    whole = Image.new("RGB", (wide, sum(heights) + GAP * (len(rows) + 1)), GROUND)
    top = GAP
    for row, high in zip(rows, heights, strict=True):
        for at, tile in enumerate(row):
            whole.paste(tile, (GAP + at * (width + GAP), top))
        top += high + GAP
    return _png(whole)


def photograph(width: int = 1600, height: int = 1600) -> bytes:
    """Return a picture (JPEG) that stands where a campaign's photograph will: light in the mist."""
    down = ImageOps.invert(Image.linear_gradient("L"))
    round_ = ImageOps.invert(Image.radial_gradient("L"))
    grey = Image.blend(down, round_, 0.45).resize((width, height), Image.Resampling.BICUBIC)
    image = ImageOps.colorize(grey, "#14242b", "#fff3dc", mid="#86989a")
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


def _tile(picture: bytes, facts: Facts | None, format_: Format, *, width: int) -> Image.Image:
    image = _opened(picture)
    if facts:
        _guides(ImageDraw.Draw(image), facts, format_)
    return _small(image, width)


def _guides(pen: ImageDraw.ImageDraw, facts: Facts, format_: Format) -> None:
    for fact in facts.marks:
        if fact.kind == "text":
            right, bottom = fact.left + fact.width, fact.top + fact.height
            pen.rectangle((fact.left, fact.top, right, bottom), outline=LINE, width=3)
            for y in fact.baselines:
                pen.line((fact.left, y, right, y), fill=BASE, width=2)
    for y in (format_.clear_top, format_.height - format_.clear_bottom):
        if 0 < y < format_.height:
            pen.line((0, y, format_.width, y), fill=SAFE, width=5)


def _small(image: Image.Image, width: int) -> Image.Image:
    """Shrink by whole steps first, which is as good and much quicker."""
    high = max(1, round(image.height * width / image.width))
    return image.resize((width, high), Image.Resampling.LANCZOS, reducing_gap=2.0)


def _on_ground(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    ground = Image.new("RGB", size, GROUND)
    ground.paste(image, (0, 0))
    return ground


def _opened(picture: bytes) -> Image.Image:
    with Image.open(io.BytesIO(picture), formats=("PNG", "JPEG")) as image:
        return image.convert("RGB")


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
