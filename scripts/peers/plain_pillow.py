"""Pillow as most people write it: measure each line as it grows, shrink step by step, save."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from peers.job import Job, work

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST, STEP, LEADING = 96, 2, 1.2


def maker(job: Job) -> Callable[[str], bytes]:
    """Return what draws one card."""
    return lambda text: _card(job, text)


def _card(job: Job, text: str) -> bytes:
    image = ground(job)
    pen = ImageDraw.Draw(image)
    pen.text((64, 64), job.title, job.ink, ImageFont.truetype(job.bold, 32))
    left, top, width, height = job.box
    size = LARGEST
    while True:
        font = ImageFont.truetype(job.bold, size)
        lines = _lines(pen, text, font, width)
        if len(lines) * size * LEADING <= height:
            break
        size -= STEP
    for number, line in enumerate(lines):
        pen.text((left, top + number * size * LEADING), line, job.ink, font)
    pen.text((64, 550), job.tags, job.ink, ImageFont.truetype(job.regular, 30))
    logo = Image.open(job.logo)
    image.paste(logo, (1040, 56), logo)
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def ground(job: Job) -> Image.Image:
    size = (job.width, job.height)
    if not job.graded:
        return Image.new("RGB", size, job.start)
    across = Image.linear_gradient("L").rotate(90).resize(size)
    down = Image.linear_gradient("L").resize(size)
    mask = Image.blend(across, down, 0.5)
    return Image.composite(Image.new("RGB", size, job.end), Image.new("RGB", size, job.start), mask)


def _lines(
    pen: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, width: int
) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and pen.textlength(longer, font) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


if __name__ == "__main__":
    work(maker)
