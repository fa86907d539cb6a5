"""Find the browser that the browser tests drive, or bring one where that takes no decision."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from house import debian
from house.talk import Stop, capture

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "msedge",
)
MAC = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)
WINDOWS_HOMES = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
# The page tests read emoji and many scripts, so a bare machine gets letters for them too.
WHY = "No browser is here for the tests."
DEBIAN = ("chromium", "fonts-noto-color-emoji", "fonts-noto-core")
# Playwright brings a Node.js of its own, which asks for a library that a bare Debian lacks.
DRIVER = "libatomic1"
# Asks Playwright where its own Chromium would be, whether it is there or not.
ASK = """\
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)"""


def candidates(environment: Mapping[str, str], platform: str) -> Iterator[Path]:
    """Yield where a browser of Chromium's family may be, the explicitly named one first."""
    if named := environment.get("CHROMIUM"):
        yield Path(named)
        return
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    if platform == "darwin":
        yield from (Path("/Applications", name) for name in MAC)
    if platform == "win32":
        homes = (Path(environment[key]) for key in WINDOWS_HOMES if environment.get(key))
        yield from (home / name for home in homes for name in WINDOWS)


def find(python: Path) -> Path | None:
    """Return a browser that starts, or nothing. A browser of Playwright's own comes last."""
    for path in candidates(os.environ, sys.platform):
        if path.is_file() and starts(path):
            return path
    own = Path(capture((python, "-c", ASK)).stdout.strip() or ".")
    return own if own.is_file() else None


def starts(path: Path) -> bool:
    """Tell whether it is more than a signpost: Ubuntu's chromium-browser only points to a snap.

    Asked on Linux alone: elsewhere the question would open a window.
    """
    return sys.platform != "linux" or capture((path, "--version")).returncode == 0


def ensure_driver(python: Path) -> None:
    """See that Playwright starts, bringing what it lacks where we may; else raise Stop with why."""
    ask = (python, "-m", "playwright", "--version")
    if capture(ask).returncode:
        debian.install("Playwright, which drives the browser, does not start.", DRIVER)
        again = capture(ask)
        if again.returncode:
            raise Stop(f"Playwright, which drives the browser, says:\n{again.stderr.strip()}")


def ensure(python: Path) -> Path:
    """Return a browser, installing Debian's where we may. Raise Stop with the command that does."""
    ensure_driver(python)
    if named := os.environ.get("CHROMIUM"):
        if not Path(named).is_file():
            raise Stop(f"CHROMIUM names {named}, and there is no such program.")
    elif find(python) is None:
        debian.install(WHY, *DEBIAN)
    if found := find(python):
        return found
    raise Stop(
        "The browser tests need Chromium, Chrome or Edge, and none was found. One command brings\n"
        f'one:\n  "{python}" -m playwright install --with-deps chromium'
    )
