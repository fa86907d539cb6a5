"""Our own cards, in a process of their own like all the others: fitted, shaped, painted, saved."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from peers.job import Job, work
from toolkit.cards.dress import dress
from toolkit.cards.fonts import load_fonts
from toolkit.cards.library import load_library
from toolkit.cards.paint import Painter
from toolkit.cards.request import CardRequest

if TYPE_CHECKING:
    from collections.abc import Callable

THEME = """about: The job that all makers of cards are given.
extends: ember
logo: logo.png
colours: {{ground: "{start}", deep: "{end}", ink: "{ink}", accent: "{ink}", soft: "{ink}"}}
fonts:
  display: {{families: [Noto Sans], weight: 700, leading: 1.2}}
layers:
  wash: {wash}
  halo: {{show: no}}
  sun: {{show: no}}
"""


def maker(job: Job) -> Callable[[str], bytes]:
    """Return what draws one card."""
    folder = Path(tempfile.mkdtemp(dir=job.out))
    (folder / "themes").mkdir()
    shutil.copy(job.logo, folder / "themes" / "logo.png")
    wash = "{angle: 45}" if job.graded else "{show: no}"
    theme = THEME.format(start=job.start, end=job.end, ink=job.ink, wash=wash)
    (folder / "themes" / "job.yml").write_text(theme, encoding="utf-8")
    library, problems = load_library(folder)
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    fonts = load_fonts()
    painter = Painter(fonts.units)

    def draw(text: str) -> bytes:
        values = (("campaign", job.title), ("headline", text), ("hashtags", job.tags))
        asked = CardRequest("statement", "job", "link", "en", "ltr", values)
        scene = dress(asked, library=library, fonts=fonts).scene
        if scene is None:
            raise SystemExit(f"it does not fit: {text}")
        return painter.png(scene)

    return draw


if __name__ == "__main__":
    work(maker)
