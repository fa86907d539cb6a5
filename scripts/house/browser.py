"""Find the browser that the browser tests drive, or bring one where that takes no decision."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from house.talk import Stop, capture, run, say

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
DEBIAN = ("chromium", "fonts-noto-color-emoji", "fonts-noto-core")
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


def ensure(python: Path) -> Path:
    """Return a browser, installing Debian's where we may. Raise Stop with the command that does."""
    if named := os.environ.get("CHROMIUM"):
        if not Path(named).is_file():
            raise Stop(f"CHROMIUM names {named}, and there is no such program.")
    elif find(python) is None:
        install()
    if found := find(python):
        return found
    raise Stop(
        "The browser tests need Chromium, Chrome or Edge, and none was found. One command brings\n"
        f'one:\n  "{python}" -m playwright install --with-deps chromium'
    )


def install() -> None:
    """Fetch Debian's Chromium as root or with a sudo that asks nothing; elsewhere do nothing."""
    become = () if is_root() else ("sudo", "--non-interactive")
    if not shutil.which("apt-get") or (become and not may_sudo()):
        return
    say(f"No browser here for the tests; installing {', '.join(DEBIAN)} with apt-get.")
    apt = (*become, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--yes")
    if run((*apt, "update")) == 0:
        run((*apt, "install", "--no-install-recommends", *DEBIAN))


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def may_sudo() -> bool:
    return bool(shutil.which("sudo")) and capture(("sudo", "-n", "true")).returncode == 0
