"""Copy this repository's own project aside and build it by the command that people use."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONTENT = ("hashtags.yml", "accounts.yml", "mkdocs.yml", "campaigns", "cards", "docs")
URL = "https://example.org/kit/"


def copied(folder: Path) -> Path:
    """Return a folder with the project's content and nothing else: no code, no cache."""
    for name in CONTENT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, folder / name)
    return folder


def environment(**more: str) -> dict[str, str]:
    """Return the environment for a build that gives the same bytes every time."""
    fixed = {"SITE_URL": URL, "SOURCE_DATE_EPOCH": "1790000000", "NO_MKDOCS_2_WARNING": "1"}
    return {**os.environ, "PYTHONPATH": str(ROOT), **fixed, **more}


def toolkit(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a project."""
    command = [sys.executable, "-m", "toolkit", *arguments]
    return run(folder, command, **more)


def run(folder: Path, command: list[str], **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=environment(**more), text=True, capture_output=True, check=False
    )


def hashes(folder: Path) -> dict[str, str]:
    """Return the sha256 of every file below a folder by its name."""
    files = (p for p in sorted(folder.rglob("*")) if p.is_file())
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files
    }
