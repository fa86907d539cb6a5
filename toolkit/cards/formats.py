"""The sizes a card is drawn in, one row each; a new size is a new row and nothing else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A size in px. `unit` is the px of one layout unit (`u`), in which type and gaps are given.

    Nothing that matters may stand in the first `clear_top` or the last `clear_bottom` px, where
    an app lays its own buttons.
    """

    id: str
    width: int
    height: int
    unit: float
    clear_top: int = 0
    clear_bottom: int = 0

    @property
    def size(self) -> str:
        """The size as it stands in file names: `1200x630`."""
        return f"{self.width}x{self.height}"


# What the networks show, and the 250 px that stories cover: Meta's and the schedulers' own
# pages, gathered in the image table of the guide.
FORMATS = {
    row.id: row
    for row in (
        Format("link", 1200, 630, unit=8.0),
        Format("wide", 1600, 900, unit=11.0),
        Format("square", 1080, 1080, unit=10.8),
        Format("portrait", 1080, 1350, unit=11.4),
        Format("story", 1080, 1920, unit=12.0, clear_top=250, clear_bottom=250),
    )
}
