"""Make .venv hold exactly what a lock file says, once, and know when it already does."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import sys
import venv
from typing import TYPE_CHECKING

from house.talk import ROOT, Stop, capture, say

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / ".venv"
LOCKS = ("build", "test", "lock")

NO_VENV = """\
This Python cannot make environments of its own: its module ensurepip is missing.
On Debian and Ubuntu one command brings it:
  sudo apt-get install python3-venv"""
NOT_OURS = """\
There is already a folder .venv here that these scripts did not make, so they leave it alone.
Rename it or remove it, then run this again."""
NO_NETWORK = """\
The packages could not be fetched. Is this computer online? If it is, a proxy or a firewall may be
in the way; pip's settings (pip config list) are respected. Nothing is lost: just run this again."""
ALTERED = """\
A downloaded package is not the one the lock file names, so it was not installed. Either something
between here and the package index alters downloads, or the lock is broken: please report it."""
FAILED = "Installing stopped. The lines above come from pip and say why."

# What pip says when there is no way out to the network, in the words of its various layers.
UNREACHABLE = (
    "NewConnectionError",
    "NameResolutionError",
    "Failed to establish a new connection",
    "Max retries exceeded",
    "Temporary failure in name resolution",
    "getaddrinfo failed",
    "ConnectTimeout",
    "ReadTimeout",
    "ProxyError",
    "Network is unreachable",
)


def lock_file(name: str, root: Path = ROOT) -> Path:
    return root / "requirements" / f"{name}.txt"


def digest(name: str, root: Path = ROOT) -> str:
    """Return a line that changes when the environment has to: lock, package or place."""
    parts = (lock_file(name, root).read_bytes(), (root / "pyproject.toml").read_bytes())
    hashes = (hashlib.sha256(part).hexdigest() for part in (*parts, os.fsencode(root)))
    return f"{name} {hashlib.sha256(' '.join(hashes).encode()).hexdigest()}"


def interpreter(folder: Path = FOLDER, *, windows: bool = os.name == "nt") -> Path:
    """Return the Python inside an environment."""
    return folder / "Scripts" / "python.exe" if windows else folder / "bin" / "python"


class Stamp:
    """A file inside the environment: absent it is not ours, empty it is unfinished."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "made-by-scripts.txt"

    def lines(self) -> list[str]:
        return self.path.read_text(encoding="utf-8").splitlines() if self.path.exists() else []

    def write(self, *lines: str) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def state(folder: Path, wanted: str) -> str:
    """Return what .venv is: absent, foreign, broken, stale or ready."""
    stamp = Stamp(folder)
    if not folder.exists():
        return "absent"
    if not stamp.path.exists():
        return "foreign" if any(folder.iterdir()) else "absent"
    if not stamp.lines() or not interpreter(folder).exists():
        return "broken"
    return "ready" if wanted in stamp.lines() else "stale"


def prepare(name: str) -> Path:
    """Make the environment hold requirements/<name>.txt and this project; return its Python.

    An environment that already does is left as it is. Raise Stop where the machine is in the way.
    """
    found = state(FOLDER, digest(name))
    if found == "foreign":
        raise Stop(NOT_OURS)
    if found in ("absent", "broken"):
        create(FOLDER, found)
    if found != "ready":
        fill(FOLDER, name)
    return interpreter()


def create(folder: Path, found: str) -> None:
    if importlib.util.find_spec("ensurepip") is None:
        raise Stop(NO_VENV)
    if found == "broken":
        say("The environment in .venv is unfinished or broken; making it anew.")
        shutil.rmtree(folder)
    say(f"Making an environment in .venv (Python {sys.version.split()[0]}).")
    Stamp(folder).write()  # before anything else: an interruption is then recognised
    venv.create(folder, with_pip=True, symlinks=os.name != "nt")


def fill(folder: Path, name: str) -> None:
    """Install what the lock names and nothing else, then the project itself."""
    lock, stamp = lock_file(name), Stamp(folder)
    before = stamp.lines()
    stamp.write()
    count = sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())
    say(f"Installing {count} packages from requirements/{lock.name}, each checked by its hash.")
    say("The first time this fetches them and takes a minute or so.")
    install(folder, "--require-hashes", "--no-deps", "-r", lock)
    say("Installing the toolkit itself, straight from this folder.")
    install(folder, "--no-build-isolation", "--no-deps", "--editable", ROOT)
    stamp.write(*held(name, before))


def held(name: str, before: list[str], root: Path = ROOT) -> list[str]:
    """Return what an environment satisfies once a lock was installed into it.

    The locks agree with each other, so what was there and has not changed since still is; and
    whoever has the test environment has everything that building needs.
    """
    new = {name, "build"} if name == "test" else {name}
    lines = {each: digest(each, root) for each in LOCKS}
    return [line for each, line in lines.items() if each in new or line in before]


def install(folder: Path, *arguments: str | Path) -> None:
    pip = (interpreter(folder), "-m", "pip", "install", "--quiet", "--retries", "2")
    done = capture((*pip, *arguments))
    if done.returncode == 0:
        return
    words = done.stdout + done.stderr
    say(words.strip())
    raise Stop(reason(words))


def reason(words: str) -> str:
    """Return what to tell a person, from what pip said."""
    if "DO NOT MATCH THE HASHES" in words:
        return ALTERED
    return NO_NETWORK if any(sign in words for sign in UNREACHABLE) else FAILED
