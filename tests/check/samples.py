"""A small campaign to make mistakes in: what a rule says about it is compared word for word."""

from __future__ import annotations

import datetime as dt
from textwrap import dedent, indent
from typing import TYPE_CHECKING

from toolkit.check import Project, check
from toolkit.load import Files, load
from toolkit.networks import builtin

if TYPE_CHECKING:
    from toolkit.problems import Problem

TODAY = dt.date(2026, 11, 21)
HASHTAGS = """\
- tag: SaveTheRiver
  role: main
- tag: Water
"""
ACCOUNTS = """\
- id: water-board
  name: {en: Water Board, es: Junta del Agua}
  handles:
    x: WaterBoard
    bluesky: water.example.org
- id: mayor
  name: Ada Mayor
  handles: {x: AdaMayor}
- id: museum
  name: River Museum
  role: ally
  handles: {instagram: WaterBoard.museum}
"""
CAMPAIGN = """\
title: Save the river
languages: [en]
link: https://example.org/river
accounts: [water-board, mayor]
"""
POSTS = "campaigns/river/posts.yml"


def project(
    posts: str,
    *,
    hashtags: str = HASHTAGS,
    accounts: str = ACCOUNTS,
    campaign: str = CAMPAIGN,
    checks: str = "",
    pictures: frozenset[str] = frozenset(),
    today: dt.date = TODAY,
) -> Project:
    """Return a project that could be read without a problem."""
    texts = {
        "hashtags.yml": hashtags,
        "accounts.yml": accounts,
        "campaigns/river/campaign.yml": campaign,
        POSTS: posts,
    }
    if checks:
        texts["checks.yml"] = checks
    files = {name: text.encode() for name, text in texts.items()}
    loaded = load(Files(files, pictures), builtin())
    assert loaded.problems == (), "\n".join(map(str, loaded.problems))
    return Project(loaded.toolkit, files, builtin(), today, lambda _c, _p, _l: "")


def post(text: str, more: str = "") -> str:
    """Return a posts.yml with one post; its text begins in line 3."""
    body = indent(dedent(text).strip("\n"), "    ")
    return f"- id: dry\n  text: |-\n{body}\n" + indent(dedent(more), "  ")


def said(*args: object, **kwargs: object) -> list[str]:
    """Return what is said of a project, as people read it."""
    return [str(problem) for problem in found(*args, **kwargs)]


def found(*args: object, **kwargs: object) -> tuple[Problem, ...]:
    return check(project(*args, **kwargs))  # type: ignore[arg-type]
