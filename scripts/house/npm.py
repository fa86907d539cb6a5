"""Bring a package from npm in one exact version, and believe nothing but its checksum."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from house.talk import Stop, capture, say


@dataclass(frozen=True, slots=True)
class Package:
    """A package and the one file we want out of it.

    `integrity` is its SHA-512 in base64, as npm's lock files write it; `npm view NAME@VERSION
    dist.integrity` prints it. `member` is the file's name inside.
    """

    name: str
    version: str
    integrity: str
    member: str


def fetch(npm: str, package: Package) -> bytes:
    """Return the packed package as npm brings it; raise Stop where it does not."""
    with tempfile.TemporaryDirectory() as folder:
        named = f"{package.name}@{package.version}"
        done = capture((npm, "pack", named, "--json", "--pack-destination", folder))
        if done.returncode:
            say(done.stderr.strip())
            raise Stop(f"npm could not fetch {package.name}; the lines above say why.")
        name: str = json.loads(done.stdout)[0]["filename"]
        return Path(folder, name).read_bytes()


def unpack(packed: bytes, package: Package) -> bytes:
    """Return the one file we want out of a package that is what it should be."""
    found = base64.b64encode(hashlib.sha512(packed).digest()).decode()
    if found != package.integrity:
        raise Stop(f"The {package.name} that npm brought is not the one we know; it was not used.")
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        try:
            member = archive.extractfile(package.member)
        except KeyError:
            member = None
        if member is None:
            raise Stop(f"The {package.name} package holds no {package.member}.")
        return member.read()
