"""Cards that a designer made by hand: strangers' files until they are cleaned."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from toolkit.cards.paint.pictures import MOST_PIXELS, UnusableImageError

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 30_000_000
COLOURS = 256
"""As many as a palette holds; a card with no more of them is kept exactly, as indices."""
QUALITY = 90


def measured(path: Path) -> tuple[int, int]:
    """Return width and height (px) of an image file as it is meant to be seen, reading its head.

    Raises UnusableImageError for what is no still PNG or JPEG of a sensible size.
    """
    if path.stat().st_size > MOST_BYTES:
        raise UnusableImageError(f"the file is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        with _quietly(), Image.open(path, formats=("PNG", "JPEG")) as image:
            if image.width * image.height > MOST_PIXELS:
                raise UnusableImageError(f"it is {image.width} × {image.height} px, too large")
            if getattr(image, "n_frames", 1) > 1:
                raise UnusableImageError("it moves; save it as a still picture")
            turned = image.getexif().get(0x0112, 1) in {5, 6, 7, 8}
            return (image.height, image.width) if turned else image.size
    except _BROKEN as bad:
        raise UnusableImageError(f"it cannot be read as PNG or JPEG ({bad})") from bad


def cleaned(path: Path) -> bytes:
    """Return the picture alone, upright, without metadata, as PNG or JPEG like the file itself.

    What is transparent becomes white, because networks make it black. Raises UnusableImageError.
    """
    try:
        with _quietly(), Image.open(path, formats=("PNG", "JPEG")) as image:
            kind = image.format
            flat = _flat(ImageOps.exif_transpose(image))
    except _BROKEN as bad:
        raise UnusableImageError(f"it cannot be read as PNG or JPEG ({bad})") from bad
    flat.info.clear()
    out = io.BytesIO()
    if kind == "JPEG":
        flat.save(out, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    else:
        few = flat.getcolors(COLOURS)
        (flat.quantize(len(few)) if few else flat).save(out, "PNG", optimize=True)
    return out.getvalue()


def _flat(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    seen = image.convert("RGBA")
    white = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(white, seen).convert("RGB")


_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    Image.DecompressionBombWarning,
    Image.DecompressionBombError,
)


def _quietly() -> warnings.catch_warnings[None]:
    """Take every complaint of the decoder as a refusal."""
    return warnings.catch_warnings(action="error")
