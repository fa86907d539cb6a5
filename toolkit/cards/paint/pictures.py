"""Image files from strangers: opened within limits, turned upright, cut to their box."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from toolkit.cards.paint.stencils import Sticker

if TYPE_CHECKING:
    from toolkit.cards.scene import Picture

KINDS = ("PNG", "JPEG", "WEBP")
MOST_PIXELS = 60_000_000
"""Larger images are refused before they are unpacked."""


class UnusableImageError(ValueError):
    """The file is no image that can be drawn; the message says why."""


def cropped(mark: Picture) -> Image.Image:
    """Return the image as RGB, scaled and cropped to fill its box around its focus."""
    left, top, right, bottom = mark.box
    image = _opened(mark).convert("RGB")
    return ImageOps.fit(
        image, (right - left, bottom - top), Image.Resampling.LANCZOS, centering=mark.focus
    )


def whole(mark: Picture) -> Sticker:
    """Return the image as RGBA, scaled to stand whole and centred in its box."""
    left, top, right, bottom = mark.box
    image = _opened(mark).convert("RGBA")
    image = ImageOps.contain(image, (right - left, bottom - top), Image.Resampling.LANCZOS)
    at = (left + (right - left - image.width) // 2, top + (bottom - top - image.height) // 2)
    return Sticker(image, *at)


def _opened(mark: Picture) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(mark.path, formats=KINDS) as image:
                if image.width * image.height > MOST_PIXELS:
                    size = f"{image.width} × {image.height}"
                    raise UnusableImageError(f"{mark.path.name} is {size} px, which is too large")
                image.draft("RGB", (mark.box[2] - mark.box[0], mark.box[3] - mark.box[1]))
                return ImageOps.exif_transpose(image)
    except (
        OSError,
        SyntaxError,
        Image.DecompressionBombWarning,
        Image.DecompressionBombError,
    ) as bad:
        raise UnusableImageError(f"{mark.path.name} cannot be read as an image ({bad})") from bad
