"""The one job that every maker of cards is given: the same texts, fonts, colours, logo and box."""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent.parent
FONTS = ROOT / "toolkit" / "cards" / "fontdata"
LONGEST = 260
"""Characters of a text; cut at sentences they come to about 234, the longest that posts have."""
SHORTEST = 215
MARKUP = re.compile(r"```[^`]*```|^[#|>].*$|`|\*|!?\[([^\]]*)\]\([^)]*\)", re.MULTILINE)
BOX = (64, 150, 1072, 370)
"""Left, top, width, height of the text in px."""
GROUNDS = {"flat": ("#f5f0e6", "#f5f0e6", "#1f1c18"), "gradient": ("#a82b14", "#2b1f6b", "#fffaf3")}


@dataclass(frozen=True)
class Job:
    """What is on the cards; the gradient runs from the left top to the right bottom.

    Every text is drawn, the first half of them only to warm up.
    """

    texts: tuple[str, ...]
    start: str
    end: str
    ink: str
    out: str
    logo: str
    bold: str = str(FONTS / "NotoSans-Bold.ttf")
    regular: str = str(FONTS / "NotoSans-Regular.ttf")
    title: str = "Free them all"
    tags: str = "#FreeThemAll #COVID19"
    box: tuple[int, int, int, int] = BOX
    width: int = 1200
    height: int = 630

    @property
    def graded(self) -> bool:
        """Whether the ground goes from one colour to another."""
        return self.start != self.end


def write_job(folder: Path, ground: str, count: int) -> Path:
    """Write a job of `count` texts to warm up and as many to measure; return its file."""
    logo = folder / "logo.png"
    _draw_logo(logo)
    start, end, ink = GROUNDS[ground]
    job = Job(tuple(_texts(count * 2)), start, end, ink, str(folder / "out"), str(logo))
    Path(job.out).mkdir(exist_ok=True)
    path = folder / f"{ground}.json"
    path.write_text(json.dumps(asdict(job)), encoding="utf-8")
    return path


def read_job(path: str) -> Job:
    """Return the job of a file."""
    found = json.loads(Path(path).read_text(encoding="utf-8"))
    return Job(**{**found, "texts": tuple(found["texts"]), "box": tuple(found["box"])})


def work(maker: Callable[[Job], Callable[[str], bytes]]) -> None:
    """Draw all texts with what `maker` makes of the job; print what the second half took.

    Processor time, since the machine is shared. What is drawn is saved, and that counts too.
    """
    job = read_job(sys.argv[1])
    draw = maker(job)
    times, sizes = [], []
    for number, text in enumerate(job.texts):
        began = time.process_time()
        card = draw(text)
        (Path(job.out) / f"{Path(sys.argv[0]).stem}-{number}.png").write_bytes(card)
        times.append((time.process_time() - began) * 1000)
        sizes.append(len(card) / 1000)
    half = len(times) // 2
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"ms": times[half:], "kb": sizes[half:], "first": times[0], "peak": peak}))


def _texts(count: int) -> list[str]:
    """Return different texts of the length of a post, cut from the project's own prose."""
    found = list(_passages())
    if len(found) < count:
        raise SystemExit(f"there is prose for {len(found) // 2} cards, not for {count // 2}")
    return found[:count]


def _passages() -> Iterator[str]:
    """Yield, from each sentence on, as many sentences as make a post."""
    for path in sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))):
        plain = " ".join(MARKUP.sub(r"\1", path.read_text(encoding="utf-8")).split())
        sentences = re.split(r"(?<=[.!?:;]) ", plain)
        for first in range(len(sentences)):
            ends = range(first + 1, len(sentences) + 1)
            texts = (" ".join(sentences[first:end]) for end in ends)
            found = next((text for text in texts if len(text) >= SHORTEST), "")
            if 0 < len(found) <= LONGEST:
                yield found


def _draw_logo(path: Path) -> None:
    logo = Image.new("RGBA", (96, 48), (0, 0, 0, 0))
    pen = ImageDraw.Draw(logo)
    pen.rounded_rectangle((0, 0, 95, 47), 10, fill="#0b6e4f")
    pen.ellipse((12, 8, 44, 40), fill="#ffd257")
    pen.rectangle((54, 20, 84, 28), fill="#fffaf3")
    logo.save(path)
