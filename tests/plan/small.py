"""A project of one campaign with two posts, small enough to be planned many times."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from toolkit.plan import Options, build

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.plan import Plan

OPTIONS = Options(dt.date(2026, 1, 1), site_url="https://example.org/kit/")
CAMPAIGN = """\
title: {en: Save the river, es: Salva el río}
languages: [en, es]
hashtags: [SaveTheRiver]
link: https://example.org/about
"""
POSTS = """\
- id: first
  text: {en: The river belongs to everybody., es: El río es de todo el mundo.}
- id: second
  text: {en: "=1+1 is what they count on the dam."}
"""


def project(folder: Path) -> Path:
    """Write the project into a folder and return it."""
    home = folder / "campaigns/river"
    home.mkdir(parents=True)
    (folder / "hashtags.yml").write_text("- tag: SaveTheRiver\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text("site_name: River\n", encoding="utf-8")
    (home / "campaign.yml").write_text(CAMPAIGN, encoding="utf-8")
    (home / "posts.yml").write_text(POSTS, encoding="utf-8")
    return folder


def planned(root: Path) -> Plan:
    """Return the plan; a project that cannot be built fails the test."""
    plan = build(root, OPTIONS)
    assert not plan.failed, "\n".join(map(str, plan.problems))
    return plan


def edited(root: Path, old: str, new: str) -> None:
    path = root / "campaigns/river/posts.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
