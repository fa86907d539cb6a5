"""Photograph every kind of page, small and large, light and dark, in each language, to look at.

    python3 scripts/shots.py FOLDER [WORD…]

Builds the project as it was on one day, with invented campaigns beside its own (scripts/showcase)
that have what they lack, and takes pictures of it with the clock standing still: the same code
gives the same pictures. What is looked at, and in which states, stands in scripts/house/sights.py.
With words, only those pictures are taken that one of the words means; a plus joins what must be
true at once: posts+phone landing+ar. FOLDER takes the site, the pictures and a page that shows them
side by side; it should lie outside the repository.
"""

from __future__ import annotations

import html
import os
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from house.sights import KINDS, PHONE_ONLY, STATES
from playwright.sync_api import sync_playwright

from tests.browser.chromium import executable
from tests.browser.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
TODAY = "2021-12-16"
SHOWCASE = ROOT / "scripts" / "showcase"
PARTS = ("campaigns", "cards", "docs", "accounts.yml", "hashtags.yml", "mkdocs.yml")
WORKERS = os.cpu_count() or 1
SIZES = {"phone": (360, 740), "desktop": (1280, 900)}
SCHEMES = ("light", "dark")
LANGUAGES = ("en", "es", "ar")
# Everybody is offered another post, by a number made on the device; pictures need always the same.
SEED = "localStorage.setItem('tk-seed', '1')"
# Pictures load and posts are laid out when they come into view; a picture of the whole page needs
# them all, and what sticks to the edge of a screen in its own place.
EAGER = """() => {
  const style = new CSSStyleSheet();
  style.replaceSync(`
    .tk * { content-visibility: visible !important }
    .tk .tk-actions--main { position: static !important }
  `);
  document.adoptedStyleSheets.push(style);
  return Promise.all([...document.images].map(image => {
    image.loading = "eager";
    return image.decode().catch(() => null);
  }));
}"""


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


def project(folder: Path) -> Path:
    """Copy the project's content into a folder, with the invented campaign beside its own."""
    for part in PARTS:
        source, copy = ROOT / part, folder / part
        if source.is_dir():
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(source, copy)
        elif source.is_file():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)
    for invented in sorted(SHOWCASE.iterdir()):
        own = folder / "campaigns" / invented.name
        shutil.copytree(invented, own)
        with (folder / "accounts.yml").open("a", encoding="utf-8") as accounts:
            accounts.write((own / "accounts.yml").read_text(encoding="utf-8"))
        (own / "accounts.yml").unlink()
    return folder


def build(folder: Path) -> Path:
    """Build the project as a preview of one day and return its site."""
    command = (sys.executable, "-m", "toolkit", "build", "--root", str(folder))
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        (*command, "--today", TODAY, "--preview"),
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return folder / "site"


def shots(site: Path, words: list[str]) -> Iterator[Shot]:
    """Yield what to photograph; a kind that no language has a page for is an error.

    Kinds that are written by hand or asked of a campaign may be missing in a language.
    """
    every = {
        **{kind: kind for kind in KINDS},
        **{state: kind for state, (kind, _) in STATES.items()},
    }
    for name, kind in every.items():
        ways = [(language, _path(kind, language)) for language in LANGUAGES]
        there = [(language, path) for language, path in ways if _is_there(site, path)]
        if not there:
            raise SystemExit(f"{name}: the site has no page {KINDS[kind]}")
        for size, scheme, (language, path) in product(SIZES, SCHEMES, there):
            shot = Shot(name, size, scheme, language, path)
            if _wanted(shot, words) and (size == "phone" or not PHONE_ONLY.search(name)):
                yield shot


def _path(kind: str, language: str) -> str:
    tree = "" if language == LANGUAGES[0] else f"{language}/"
    return tree + KINDS[kind].replace("{language}", language)


def _is_there(site: Path, path: str) -> bool:
    return (site / path / "index.html" if path.endswith("/") or not path else site / path).is_file()


def _wanted(shot: Shot, words: list[str]) -> bool:
    own, common = (shot.size, shot.scheme, shot.language), {*SIZES, *SCHEMES, *LANGUAGES}
    meant = [all(p in (own if p in common else shot.kind) for p in w.split("+")) for w in words]
    return not words or any(meant)


def take(browser: Browser, shot: Shot, root: str, folder: Path) -> None:
    """Save what is seen at once, and the whole page."""
    width, height = SIZES[shot.size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if shot.scheme == "dark" else "light",
        reduced_motion="reduce",
        locale=shot.language,
        timezone_id="America/Mexico_City",
        device_scale_factor=1,
        service_workers="block",
    )
    context.add_init_script(SEED)
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T18:00:00Z")
    page.goto(root + shot.path)
    page.wait_for_load_state("networkidle")
    settle(page, shot)
    page.screenshot(path=folder / f"{shot.name}.png", animations="disabled", caret="hide")
    page.evaluate(EAGER)
    page.screenshot(path=folder / f"{shot.name}-whole.png", full_page=True, animations="disabled")
    context.close()


def settle(page: Page, shot: Shot) -> None:
    """Wait for the composer, which comes by itself, and bring the page into its state."""
    if page.locator("[data-tk-composer]:not([data-tk-fixed]):visible").count():
        page.locator("[data-tk-composer][data-tk-state=ready]").wait_for()
    if shot.kind in STATES:
        STATES[shot.kind][1](page)


def review(taken: list[Shot]) -> str:
    """Return a page that shows all pictures, each under its name."""
    rows = (
        f"<figure><figcaption>{html.escape(s.name)}</figcaption>"
        f'<a href="{s.name}-whole.png"><img src="{s.name}.png" alt="" loading="lazy"></a></figure>'
        for s in taken
    )
    style = "body{display:flex;flex-wrap:wrap;gap:1rem;font:1rem sans-serif}img{height:32rem}"
    return f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(rows)}"


def photograph(part: list[Shot], root: str, folder: Path) -> None:
    """Take a part of the pictures with a browser of their own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        for shot in part:
            take(browser, shot, root, folder)
        browser.close()


def main(folder: Path, words: list[str]) -> None:
    site = build(project(folder / "project"))
    taken = list(shots(site, words))
    parts = [part for first in range(WORKERS) if (part := taken[first::WORKERS])]
    with served(site) as port, ProcessPoolExecutor(WORKERS, get_context("spawn")) as workers:
        root = f"http://127.0.0.1:{port}/"
        for done in [workers.submit(photograph, part, root, folder) for part in parts]:
            done.result()
    (folder / "index.html").write_text(review(taken), encoding="utf-8")
    print(f"{len(taken)} pages photographed; look at {folder / 'index.html'}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2:])
