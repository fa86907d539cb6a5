"""Put every layout in every theme and format on one sheet, to be looked at before it is signed.

python scripts/specimen.py FOLDER [--layout NAME] [--theme NAME] [--format NAME] [--language en]
"""

from __future__ import annotations

import argparse
import html
import itertools
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.cards.samples import HEADLINES, sample
from toolkit.cards.fonts import load_fonts
from toolkit.cards.formats import FORMATS
from toolkit.cards.library import load_library
from toolkit.cards.render import Result, render


def main() -> int:
    """Write FOLDER/index.html and the cards it shows; return 1 if any card could not be made."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    for name in ("layout", "theme", "format", "language", "mode"):
        parser.add_argument(f"--{name}", action="append")
    parser.add_argument("--workers", type=int, default=1)
    chosen = parser.parse_args()
    library, problems = load_library()
    fonts = load_fonts()
    here = [name for name in HEADLINES if name != "ja" or any(face.extra for face in fonts.faces)]
    requests = [
        sample(layout, theme, format_, language, long=long, mode=mode)
        for theme, mode, layout, format_, language, long in itertools.product(
            chosen.theme or library.themes,
            chosen.mode or ("light", "dark"),
            chosen.layout or [name for name in library.layouts if name != "base"],
            chosen.format or FORMATS,
            chosen.language or here,
            (False, True),
        )
    ]
    results = render(
        requests,
        library=library,
        fonts=fonts,
        cache=chosen.folder / "cache",
        workers=chosen.workers,
    )
    sheet = "\n".join(figure(result, chosen.folder) for result in results)
    (chosen.folder / "index.html").write_text(PAGE.replace("SHEET", sheet), encoding="utf-8")
    failed = [result for result in results if result.faults]
    for problem in (*problems, *failed):
        print(problem if not isinstance(problem, Result) else (problem.request, problem.faults))
    print(f"{len(results) - len(failed)} cards on {chosen.folder / 'index.html'}")
    return 1 if failed or problems else 0


def figure(result: Result, folder: Path) -> str:
    """Return a card, or the faults in its way, with its name below."""
    asked = result.request
    name = f"{asked.layout} {asked.theme} {asked.mode} {asked.format} {asked.language}"
    if result.card is None:
        told = "; ".join(f"{f.layer}: {f.message} ({f.hint})" for f in result.faults)
        return f"<figure><p>{html.escape(told)}</p><figcaption>{name}</figcaption></figure>"
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
