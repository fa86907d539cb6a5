"""Bring axe-core, which checks pages for barriers, in one exact version."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import shutil
import tarfile
import tempfile
from pathlib import Path

from house.environment import FOLDER
from house.talk import Stop, capture, say

VERSION = "4.14.1"
# SHA-512 in base64, as npm's lock files write it; `npm view axe-core dist.integrity` prints it.
INTEGRITY = (
    "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="
)
MEMBER = "package/axe.min.js"
SCRIPT = FOLDER / "axe-core" / VERSION / "axe.min.js"


def ensure(script: Path = SCRIPT) -> Path | None:
    """Return axe.min.js, fetched by npm the first time; nothing where there is no npm.

    Raise Stop if npm brings nothing, or something other than what INTEGRITY promises.
    """
    if script.is_file():
        return script
    npm = shutil.which("npm")
    if npm is None:
        say("No npm here, so the tests with axe-core are left out; Node.js from nodejs.org has it.")
        return None
    say(f"Fetching axe-core {VERSION} with npm, for the accessibility tests.")
    text = unpack(fetch(npm))
    script.parent.mkdir(parents=True, exist_ok=True)
    script.write_bytes(text)
    return script


def fetch(npm: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        pack = (npm, "pack", f"axe-core@{VERSION}", "--json", "--pack-destination", folder)
        done = capture(pack)
        if done.returncode:
            say(done.stderr.strip())
            raise Stop("npm could not fetch axe-core; the lines above say why.")
        name: str = json.loads(done.stdout)[0]["filename"]
        return Path(folder, name).read_bytes()


def unpack(package: bytes, integrity: str = INTEGRITY) -> bytes:
    """Return the one file we want out of a package that is what it should be."""
    if base64.b64encode(hashlib.sha512(package).digest()).decode() != integrity:
        raise Stop("The axe-core that npm brought is not the one we know; it was not used.")
    with tarfile.open(fileobj=io.BytesIO(package)) as archive:
        member = archive.extractfile(MEMBER)
        if member is None:
            raise Stop(f"The axe-core package holds no {MEMBER}.")
        return member.read()
