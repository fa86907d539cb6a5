"""Find the browser that tests drive: the one CHROMIUM names, else one of the usual names."""

from __future__ import annotations

import os
import shutil

# A plain-http name that is not this machine's own: no clipboard there, as on a local network.
ELSEWHERE = "toolkit.test"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")


def executable() -> str | None:
    """Return the path of a browser, None where there is none."""
    named = os.environ.get("CHROMIUM")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)
