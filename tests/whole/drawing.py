"""Draw and check a project without building its site, and say all that is wrong with it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from toolkit.check import Project, check
from toolkit.compose import directory
from toolkit.pages import SiteInfo
from toolkit.plan import Options
from toolkit.plan.drawing import draw, order
from toolkit.plan.reading import read_project
from toolkit.plan.shares import Sharing

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.problems import Problem

TODAY = dt.date(2026, 11, 22)


def problems_of(folder: Path) -> list[Problem]:
    """Return the problems of a project's files and cards, apart from whom its posts address."""
    options = Options(TODAY, site_name="Kit", site_url="https://example.org/")
    read = read_project(folder)
    drawn = draw(folder, order(folder, read.toolkit, options), read.networks)
    site = SiteInfo(name="Kit", url=options.site_url, languages=("en",), today=TODAY)
    sharing = Sharing(read.networks, site, directory(read.toolkit.accounts))
    project = Project(read.toolkit, read.files.texts, read.networks, TODAY, sharing.url)
    found = (*read.problems, *drawn.problems, *check(project))
    return [problem for problem in found if problem.rule not in {"no-target", "no-room"}]
