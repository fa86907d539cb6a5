"""Pictures written as letters, and PNG files read back to be compared with them."""

from __future__ import annotations

import io

from PIL import Image

LETTERS = {"_": (255, 255, 255), "R": (255, 0, 0), "B": (0, 0, 255), "K": (0, 0, 0)}


def opened(png: bytes) -> Image.Image:
    """Return a PNG file as RGB pixels."""
    return Image.open(io.BytesIO(png)).convert("RGB")


def letters(png: bytes) -> str:
    """Return a small PNG as letters, `?` for colours that have none."""
    image = opened(png)
    names = {colour: letter for letter, colour in LETTERS.items()}
    rows = (
        "".join(names.get(image.getpixel((x, y)), "?") for x in range(image.width))  # type: ignore[arg-type]
        for y in range(image.height)
    )
    return "\n".join(rows)


def drawing(text: str) -> str:
    """Return a drawing without its indentation."""
    return "\n".join(line.strip() for line in text.strip().splitlines())
