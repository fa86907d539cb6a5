"""Read a project from disk once, so that everything after works on values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.problems import Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

SHARED = ("hashtags.yml", "accounts.yml", "networks.yml")
CAMPAIGN = ("campaign.yml", "posts.yml", "letters.yml", "petition.yml", "press.yml")
PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif"}


@dataclass(frozen=True, slots=True)
class Files:
    """What a project holds: YAML by its name under the root, and the names of its pictures.

    Names use `/` and are relative to the root: `campaigns/free-them-all/posts.yml`.
    """

    texts: dict[str, bytes]
    pictures: frozenset[str] = frozenset()

    @property
    def campaigns(self) -> tuple[str, ...]:
        """The campaigns' folder names, sorted."""
        names = {n.split("/")[1] for n in self.texts if n.startswith("campaigns/")}
        return tuple(sorted(names))


def read_files(root: Path) -> tuple[Files, tuple[Problem, ...]]:
    """Read every file of ours under a project's root; symbolic links out of it are refused."""
    texts: dict[str, bytes] = {}
    problems: list[Problem] = []
    root = root.resolve()
    wanted = [root / name for name in SHARED]
    for folder in sorted((root / "campaigns").glob("*/")):
        wanted += [folder / name for name in CAMPAIGN]
        problems += _strangers(root, folder)
    for path in wanted:
        name = path.relative_to(root).as_posix()
        if not path.is_file():
            continue
        if root not in path.resolve().parents:
            problems.append(_outside(name))
            continue
        texts[name] = path.read_bytes()
    return Files(texts, _pictures(root)), tuple(problems)


def _pictures(root: Path) -> frozenset[str]:
    """Return the names of the pictures that really lie inside the project."""
    found = (p for p in (root / "campaigns").glob("*/images/**/*") if p.suffix.lower() in PICTURES)
    inside = (p for p in found if p.is_file() and root in p.resolve().parents)
    return frozenset(p.relative_to(root).as_posix() for p in inside)


def _strangers(root: Path, folder: Path) -> list[Problem]:
    """Point at YAML files that nobody will read, because of their name."""
    known = {*CAMPAIGN}
    found = [p for p in sorted(folder.glob("*.y*ml")) if p.name not in known]
    return [
        Problem(
            Place(p.relative_to(root).as_posix()),
            "this file is not read, because of its name",
            "the files of a campaign are " + ", ".join(CAMPAIGN),
            rule="files",
        )
        for p in found
    ]


def _outside(name: str) -> Problem:
    return Problem(
        Place(name),
        "this is a link to a file outside the project",
        "copy the file itself into the project",
        rule="files",
    )
