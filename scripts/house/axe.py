"""Bring axe-core, which checks pages for barriers, in one exact version."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from house import debian, npm
from house.environment import FOLDER
from house.talk import say

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = npm.Package(
    "axe-core",
    "4.14.1",
    "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==",
    "package/axe.min.js",
)
SCRIPT = FOLDER / "axe-core" / PACKAGE.version / "axe.min.js"


def bring_npm(script: Path = SCRIPT) -> None:
    """Bring npm where we may, if axe-core has to be fetched and npm is not here."""
    if not script.is_file() and shutil.which("npm") is None:
        debian.install("The accessibility tests fetch axe-core with npm, which is not here.", "npm")


def ensure(script: Path = SCRIPT) -> Path | None:
    """Return axe.min.js, fetched by npm the first time; nothing where there is no npm.

    Raise Stop if npm brings nothing, or something other than what we know.
    """
    if script.is_file():
        return script
    found = shutil.which("npm")
    if found is None:
        say("No npm here, so the tests with axe-core are left out; Node.js from nodejs.org has it.")
        return None
    say(f"Fetching axe-core {PACKAGE.version} with npm, for the accessibility tests.")
    body = npm.unpack(npm.fetch(found, PACKAGE), PACKAGE)
    script.parent.mkdir(parents=True, exist_ok=True)
    script.write_bytes(body)
    return script
