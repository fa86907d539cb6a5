"""Image files from strangers: opened within limits, turned upright, cut to their box."""

from __future__ import annotations

import struct
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PIL import ExifTags, Image, ImageOps

from toolkit.cards.paint.stencils import Sticker, rounded
from toolkit.cards.scene import Fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.cards.scene import Picture

KINDS = ("PNG", "JPEG", "WEBP")
MOST_PIXELS = 60_000_000
"""Larger images are refused before they are unpacked."""
MOST_UNSCALED = 30_000_000
"""The same for formats that cannot be unpacked at a smaller scale, as JPEG can."""
TURNED = (5, 6, 7, 8)
"""EXIF orientations in which width and height change places (CIPA DC-008, 4.6.5.1)."""


class UnusableImageError(ValueError):
    """The file is no image that can be drawn; the message says why."""


def measured(path: Path) -> tuple[int, int]:
    """Return width and height in px as the picture is seen; only the head of the file is read.

    Raises UnusableImageError for what is no picture, or one that is too large to unpack.
    """
    with _at_hand(path) as image:
        wide, high = image.size
        return (
            (high, wide)
            if image.getexif().get(ExifTags.Base.Orientation) in TURNED
            else (wide, high)
        )


def cropped(mark: Picture) -> Image.Image:
    """Return the image as RGB, scaled and cropped to fill its box around its focus."""
    left, top, right, bottom = mark.box
    image = _opened(mark).convert("RGB")
    return ImageOps.fit(
        image, (right - left, bottom - top), Image.Resampling.LANCZOS, centering=mark.focus
    )


def cut(mark: Picture) -> Image.Image:
    """Return the same as RGB, or with its corners rounded as RGBA."""
    image = cropped(mark)
    if mark.radius:
        image.putalpha(rounded(Fill(mark.layer, mark.box, "", mark.radius)).mask)
    return image


def whole(mark: Picture) -> Sticker:
    """Return the image as RGBA, scaled to stand whole and centred in its box."""
    left, top, right, bottom = mark.box
    image = _opened(mark).convert("RGBA")
    image = ImageOps.contain(image, (right - left, bottom - top), Image.Resampling.LANCZOS)
    at = (left + (right - left - image.width) // 2, top + (bottom - top - image.height) // 2)
    return Sticker(image, *at)


def _opened(mark: Picture) -> Image.Image:
    """Return the first picture in the file, upright, in eight bits a channel."""
    with _at_hand(mark.path) as image:
        image.draft("RGB", (mark.box[2] - mark.box[0], mark.box[3] - mark.box[1]))
        upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith(("I", "F")):
        upright = upright.convert("I").point(lambda value: value / 256).convert("L")
    return upright


@contextmanager
def _at_hand(path: Path) -> Iterator[Image.Image]:
    """Open a file within limits; whatever its bytes do to the reader becomes one kind of error."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=KINDS) as image:
                _refuse_too_large(path, image)
                yield image
    except UnusableImageError:
        raise
    except BROKEN as bad:
        raise UnusableImageError(f"{path.name} cannot be read as an image ({bad})") from bad


BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    struct.error,
    MemoryError,
    OverflowError,
    Image.DecompressionBombWarning,
    Image.DecompressionBombError,
)
"""What Pillow's readers raise for files that are damaged or made to do damage."""


def _refuse_too_large(path: Path, image: Image.Image) -> None:
    most = MOST_PIXELS if image.format == "JPEG" else MOST_UNSCALED
    if image.width * image.height > most:
        size = f"{image.width} × {image.height}"
        raise UnusableImageError(f"{path.name} is {size} px, which is too large")
