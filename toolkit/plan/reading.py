"""Read and link a project: what every command that looks at its content begins with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.load import load, read_files
from toolkit.networks import builtin, read_table

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.load import Files
    from toolkit.model import Toolkit
    from toolkit.networks import Table
    from toolkit.problems import Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """The files of a project, the networks with its own rows over ours, and all of it linked."""

    files: Files
    networks: Table
    toolkit: Toolkit
    problems: tuple[Problem, ...]


def read_project(root: Path) -> Reading:
    """Return a project as values, with what is wrong in its files."""
    files, problems = read_files(root)
    own = files.texts.get("networks.yml")
    networks, misread = read_table(own, "networks.yml", builtin()) if own else (builtin(), ())
    loaded = load(files, networks)
    return Reading(files, networks, loaded.toolkit, (*problems, *misread, *loaded.problems))
