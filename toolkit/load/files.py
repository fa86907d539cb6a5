"""Read a project from disk once, so that everything after works on values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.problems import Place, Problem, did_you_mean

if TYPE_CHECKING:
    from pathlib import Path

SHARED = ("hashtags.yml", "accounts.yml", "networks.yml", "checks.yml")
CAMPAIGN = ("campaign.yml", "posts.yml", "letters.yml", "petition.yml", "press.yml")
PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif"}
NO_CAMPAIGN_FILE = (
    "this folder has no campaign.yml, so it cannot be a campaign",
    "write one with a title: … and languages: [en], or remove the folder",
)
NOT_READ = "this file is not read, because of its name"


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
    root = root.resolve()
    wanted = [root / name for name in SHARED]
    problems = _misnamed_lists(root) + _homeless(root)
    for folder in _folders(root):
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


def _folders(root: Path) -> list[Path]:
    """Return the folders of campaigns; names that start with a dot or underscore are not ours."""
    found = sorted((root / "campaigns").glob("*/"))
    return [folder for folder in found if not folder.name.startswith((".", "_"))]


def _pictures(root: Path) -> frozenset[str]:
    """Return the names of the pictures that really lie inside the project."""
    found = (p for p in (root / "campaigns").glob("*/images/**/*") if p.suffix.lower() in PICTURES)
    inside = (p for p in found if p.is_file() and root in p.resolve().parents)
    return frozenset(p.relative_to(root).as_posix() for p in inside)


def _strangers(root: Path, folder: Path) -> list[Problem]:
    """Point at YAML files that nobody will read because of their name, and at a lost folder."""
    found = [p for p in sorted(folder.glob("*.y*ml")) if p.name not in CAMPAIGN]
    if not found and not any((folder / name).is_file() for name in CAMPAIGN):
        place = Place(folder.relative_to(root).as_posix() + "/campaign.yml")
        return [Problem(place, *NO_CAMPAIGN_FILE, rule="files")]
    return [_not_read(root, path, _meant(path)) for path in found]


def _meant(path: Path) -> str:
    """Name the file of ours whose name, without its ending, is closest; or name them all."""
    meant = did_you_mean(path.stem, [name.removesuffix(".yml") for name in CAMPAIGN])
    if meant:
        return meant.replace('"?', '.yml"?')
    return "the files of a campaign are " + ", ".join(CAMPAIGN)


def _misnamed_lists(root: Path) -> list[Problem]:
    """Point at files beside the shared lists whose name is nearly, but not quite, one of theirs."""
    ours = {f"{name.removesuffix('.yml').rstrip('s')}": name for name in SHARED}
    found = [p for p in sorted(root.glob("*.y*ml")) if p.name not in SHARED]
    meant = [(p, ours.get(p.stem.lower().rstrip("s"))) for p in found]
    return [_not_read(root, p, f'did you mean "{name}"?') for p, name in meant if name]


def _homeless(root: Path) -> list[Problem]:
    """Point at YAML files that lie in campaigns/ itself, where nobody looks."""
    hint = "each campaign has a folder of its own: campaigns/my-campaign/"
    message = "this file is not read, because of where it lies"
    return [
        Problem(Place(p.relative_to(root).as_posix()), message, f"{hint}{p.name}", rule="files")
        for p in sorted((root / "campaigns").glob("*.y*ml"))
    ]


def _not_read(root: Path, path: Path, hint: str) -> Problem:
    return Problem(Place(path.relative_to(root).as_posix()), NOT_READ, hint, rule="files")


def _outside(name: str) -> Problem:
    return Problem(
        Place(name),
        "this is a link to a file outside the project",
        "copy the file itself into the project",
        rule="files",
    )
