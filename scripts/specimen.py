"""Put every layout in every theme and format on one sheet, to be looked at before it is signed.

python scripts/specimen.py FOLDER [--layout NAME] [--theme NAME] [--format NAME] [--language en]

With --pages it writes contact sheets to read instead, FOLDER/LAYOUT-LANGUAGE.png: the longest that
campaigns say, in every language, the themes by turns; with --theme all of that theme.
"""

from __future__ import annotations

import argparse
import html
import itertools
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.cards.longest import in_all_languages, longest
from tests.cards.samples import HEADLINES, sample
from toolkit.cards.fonts import BUNDLED, load_fonts
from toolkit.cards.formats import FORMATS
from toolkit.cards.library import load_library
from toolkit.cards.render import Result, render

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toolkit.cards.request import CardRequest

ACROSS, GAP, CAPTION = 380, 16, 18
"""Px on a contact sheet: the width of a card, the space around it, the height of its caption."""
COLUMNS = (("link", "wide"), ("square",), ("portrait",), ("story",))
"""Which formats stand below each other on a contact sheet."""


def main() -> int:
    """Write FOLDER/index.html or pages, and the cards; return 1 if any card could not be made."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    for name in ("layout", "theme", "format", "language", "mode"):
        parser.add_argument(f"--{name}", action="append")
    parser.add_argument("--pages", action="store_true", help="contact sheets of the longest texts")
    parser.add_argument("--workers", type=int, default=1)
    chosen = parser.parse_args()
    library, problems = load_library()
    fonts = load_fonts()
    here = [name for name in HEADLINES if name != "ja" or any(face.extra for face in fonts.faces)]
    chosen.layout = chosen.layout or [name for name in library.layouts if name != "base"]
    chosen.language = chosen.language or here
    requests = _long(chosen, list(library.themes)) if chosen.pages else _all(chosen, library.themes)
    results = render(
        requests,
        library=library,
        fonts=fonts,
        cache=chosen.folder / "cache",
        workers=chosen.workers,
    )
    if chosen.pages:
        _write_pages(results, chosen.folder)
    else:
        sheet = "\n".join(figure(result, chosen.folder) for result in results)
        (chosen.folder / "index.html").write_text(PAGE.replace("SHEET", sheet), encoding="utf-8")
    failed = [result for result in results if result.faults]
    for problem in (*problems, *(f"{named(r)}: {told(r)}" for r in failed)):
        print(problem)
    where = chosen.folder if chosen.pages else chosen.folder / "index.html"
    print(f"{len(results) - len(failed)} cards on {where}")
    return 1 if failed or problems else 0


def _all(chosen: argparse.Namespace, themes: Iterable[str]) -> list[CardRequest]:
    return [
        sample(layout, theme, format_, language, long=long, mode=mode)
        for theme, mode, layout, format_, language, long in itertools.product(
            chosen.theme or themes,
            chosen.mode or ("light", "dark"),
            chosen.layout,
            chosen.format or FORMATS,
            chosen.language,
            (False, True),
        )
    ]


def _long(chosen: argparse.Namespace, themes: Sequence[str]) -> list[CardRequest]:
    """Return the longest cards; without a theme, each is in the one that the tests hold it in."""
    if chosen.theme:
        each = itertools.product(chosen.layout, chosen.theme, FORMATS, chosen.language)
        return [longest(*asked, *(chosen.mode or ())[:1]) for asked in each]
    layouts = [name for name in load_library()[0].layouts if name != "base"]
    return [
        asked
        for asked in in_all_languages(layouts, themes)
        if asked.layout in chosen.layout and asked.language in chosen.language
    ]


def _write_pages(results: Sequence[Result], folder: Path) -> None:
    """Write a page for each layout and language (and theme, where there are several)."""
    pages: dict[str, dict[str, Result]] = {}
    for result in results:
        asked = result.request
        page = pages.setdefault(f"{asked.layout}-{asked.language}", {})
        if asked.format in page:
            page = pages.setdefault(f"{asked.layout}-{asked.language}-{asked.theme}", {})
        page[asked.format] = result
    for name, page in pages.items():
        columns = [[tile(page[f]) for f in column if f in page] for column in COLUMNS]
        high = max(sum(t.height + GAP for t in column) for column in columns)
        wide = len(columns) * (ACROSS + GAP) + GAP
        whole = Image.new("RGB", (wide, high + GAP), "#8a8a8a")
        for at, column in enumerate(columns):
            top = GAP
            for one in column:
                whole.paste(one, (GAP + at * (ACROSS + GAP), top))
                top += one.height + GAP
        whole.save(folder / f"{name}.png")


def tile(result: Result) -> Image.Image:
    """Return a card, or the faults in its way, with its name above."""
    size = FORMATS[result.request.format]
    whole = Image.new("RGB", (ACROSS, round(ACROSS * size.height / size.width) + CAPTION), "white")
    pen = ImageDraw.Draw(whole)
    font = ImageFont.truetype(BUNDLED / "NotoSans-Regular.ttf", 13)
    pen.text((2, 0), named(result), "black", font)
    if result.card is None:
        pen.multiline_text((2, CAPTION), "\n".join(told(result).split("; ")), "red", font)
        return whole
    with Image.open(result.card.path) as card:
        room = (ACROSS, whole.height - CAPTION)
        whole.paste(card.convert("RGB").resize(room, Image.Resampling.LANCZOS), (0, CAPTION))
    return whole


def named(result: Result) -> str:
    """Return what was asked for in a few words."""
    asked = result.request
    return f"{asked.layout} {asked.theme} {asked.mode} {asked.format} {asked.language}"


def told(result: Result) -> str:
    """Return what keeps a card from being made."""
    return "; ".join(f"{f.layer}: {f.message} ({f.hint})" for f in result.faults)


def figure(result: Result, folder: Path) -> str:
    """Return a card, or the faults in its way, with its name below."""
    name = named(result)
    if result.card is None:
        said = html.escape(told(result))
        return f"<figure><p>{said}</p><figcaption>{name}</figcaption></figure>"
    card = result.card
    source = card.path.relative_to(folder).as_posix()
    caption = f"{name} {card.size / 1000:.1f} KB"
    return (
        f'<figure><img src="{source}" width="{card.width // 3}" alt="">'
        f"<figcaption>{caption}</figcaption></figure>"
    )


PAGE = """<!doctype html><meta charset="utf-8"><title>Specimen</title>
<style>body{font:12px sans-serif;background:#999;display:flex;flex-wrap:wrap;gap:8px}
figure{margin:0}img{display:block}</style>
SHEET
"""

if __name__ == "__main__":
    sys.exit(main())
