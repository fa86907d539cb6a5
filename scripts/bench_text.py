"""Measure how long the text engine takes, so that a slow change is seen.

Prints medians in ms over different texts of about 234 characters set into 1040 × 420 px, the size
chosen among 30. Cold: first text of a process, fonts unopened. New: fonts and words warm, the
text never seen. Warm: the same text again.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from toolkit.cards.fonts import Fonts, load_fonts
from toolkit.cards.glyphs import Block
from toolkit.cards.textstyle import TextStyle
from toolkit.cards.typeset import fit

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = range(24, 114, 3)
STYLE = TextStyle(weight=700)
WORDS = {
    "en": "we call on the government to release every prisoner of conscience now and to open its "
    "archives, because people who speak up must be safe #FreeThemAll @mayor_london",
    "ar": "ندعو الحكومة إلى الإفراج عن جميع سجناء الرأي الآن وفتح أرشيفها لأن من يتكلم يجب أن يكون "
    "آمنا @mayor_london #أطلقوهم",
    "th": "เราขอเรียกร้องให้รัฐบาล ปล่อยตัวนักโทษทางความคิดทุกคน ทันที และเปิดเผยเอกสาร ทั้งหมด",
}


def texts(language: str, count: int) -> Iterator[str]:
    dice = random.Random(7)  # noqa: S311 - the same texts every time
    words = WORDS[language].split()
    for _ in range(count):
        text = ""
        while len(text) < 226:  # noqa: PLR2004
            text += dice.choice(words) + " "
        yield text.strip()


def timed(fonts: Fonts, text: str, language: str) -> float:
    start = time.perf_counter()
    found = fit(
        text, width=1040, height=420, sizes=SIZES, style=STYLE, fonts=fonts, language=language
    )
    spent = time.perf_counter() - start
    if not isinstance(found, Block):
        raise SystemExit(f"does not fit: {found}")
    return spent * 1000


def main() -> None:
    print(f"{'':4} {'cold':>8} {'new':>8} {'warm':>8}   ms")
    for language in WORDS:
        fonts = load_fonts()
        cold, *_ = [timed(fonts, text, language) for text in texts(language, 1)]
        sample = list(texts(language, 201))[1:]
        new = statistics.median(timed(fonts, text, language) for text in sample)
        warm = statistics.median(timed(fonts, text, language) for text in sample)
        print(f"{language:4} {cold:8.2f} {new:8.2f} {warm:8.2f}")


if __name__ == "__main__":
    main()
