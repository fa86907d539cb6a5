"""Photograph every kind of page, small and large, light and dark, in each language, to look at.

    python3 scripts/shots.py SITE FOLDER [WORD…]

SITE is a built site, FOLDER takes the pictures and a page that shows them side by side; with words,
only pictures whose names contain one of them are taken. FOLDER should lie outside the repository.
"""

from __future__ import annotations

import html
import sys
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import sync_playwright

from tests.browser.chromium import executable
from tests.browser.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

SIZES = {"phone": (360, 740), "desktop": (1280, 900)}
SCHEMES = ("light", "dark")
LANGUAGES = ("en", "es", "ar")
CAMPAIGN = "free-them-all"
# Pictures load when they come into view; a picture of the whole page needs them all.
EAGER = """() => Promise.all([...document.images].map(image => {
  image.loading = "eager";
  return image.decode().catch(() => null);
}))"""


@dataclass(frozen=True, slots=True)
class Shot:
    kind: str
    size: str
    scheme: str
    language: str
    path: str

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.size}-{self.scheme}-{self.language}"


def kinds(site: Path) -> dict[str, str]:
    """Return one page of each kind, by its path below a language's tree."""
    posts = sorted(p.name for p in (site / CAMPAIGN).iterdir() if p.is_dir() and p.name != "posts")
    ended = "ua-84-19-mass-detentions/"
    found = {
        "home": "",
        "campaign": f"{CAMPAIGN}/",
        "posts": f"{CAMPAIGN}/posts/",
        "landing": f"{CAMPAIGN}/{posts[0]}/",
        "ended": ended,
    }
    return {kind: path for kind, path in found.items() if (site / path).is_dir()}


def shots(site: Path, words: list[str]) -> Iterator[Shot]:
    rows = product(kinds(site).items(), SIZES, SCHEMES, LANGUAGES)
    for (kind, path), size, scheme, language in rows:
        tree = "" if language == LANGUAGES[0] else f"{language}/"
        shot = Shot(kind, size, scheme, language, tree + path)
        if (site / shot.path).is_dir() and (not words or any(w in shot.name for w in words)):
            yield shot


def take(browser: Browser, shot: Shot, root: str, folder: Path) -> None:
    """Save what is seen at once, and the whole page."""
    width, height = SIZES[shot.size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if shot.scheme == "dark" else "light",
        device_scale_factor=1,
    )
    page = context.new_page()
    page.goto(root + shot.path)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=folder / f"{shot.name}.png")
    page.evaluate(EAGER)
    page.screenshot(path=folder / f"{shot.name}-whole.png", full_page=True)
    context.close()


def review(taken: list[Shot]) -> str:
    """Return a page that shows all pictures, each under its name."""
    rows = (
        f"<figure><figcaption>{html.escape(s.name)}</figcaption>"
        f'<a href="{s.name}-whole.png"><img src="{s.name}.png" alt="" loading="lazy"></a></figure>'
        for s in taken
    )
    style = "body{display:flex;flex-wrap:wrap;gap:1rem;font:1rem sans-serif}img{height:32rem}"
    return f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(rows)}"


def main(site: Path, folder: Path, words: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    taken = list(shots(site, words))
    with served(site) as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        for shot in taken:
            take(browser, shot, f"http://127.0.0.1:{port}/", folder)
        browser.close()
    (folder / "index.html").write_text(review(taken), encoding="utf-8")
    print(f"{len(taken)} pages photographed; look at {folder / 'index.html'}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
