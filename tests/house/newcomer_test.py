"""The words for newcomers are true: every room, layer, script and link they name exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.layers_test import LAYERS

ROOT = Path(__file__).parent.parent.parent
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SCRIPTS = sorted(path.name for path in (ROOT / "scripts").glob("*.py"))
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_is_named_in_the_readme_or_in_contributing(script: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert f"scripts/{script}" in readme + CONTRIBUTING


def test_every_script_that_is_named_exists() -> None:
    pages = (ROOT / "docs" / "guide").glob("*.md")
    words = CONTRIBUTING + "".join(page.read_text(encoding="utf-8") for page in pages)

    assert set(re.findall(r"scripts[/\\](\w+\.py)", words)) <= set(SCRIPTS)


def test_the_table_of_layers_is_the_one_the_code_obeys() -> None:
    chapter = CONTRIBUTING.split("## The layers")[1].split("\n## ")[0]

    assert re.findall(r"^\| `(\w+)`", chapter, re.MULTILINE) == list(LAYERS)


@pytest.mark.parametrize("path", DECISIONS, ids=lambda p: p.stem)
def test_a_decision_says_what_was_chosen_given_up_and_what_would_change_our_mind(
    path: Path,
) -> None:
    text = path.read_text(encoding="utf-8")

    assert text.startswith(f"# {int(path.name[:3])}. ")
    for part in ("**We chose**", "**Why.**", "**We gave up**", "**What would change our mind.**"):
        assert part in text
    assert len(text.split()) < 300, "more than half a page"


def test_the_changelog_keeps_its_form() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert "## [Unreleased]" in text
    for entry in re.findall(r"^- (.+(?:\n  .+)*)", text, re.MULTILINE):
        assert entry.endswith("."), entry


def test_the_build_server_runs_what_a_developer_types() -> None:
    text = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert "set -euo pipefail" in text
    assert text.splitlines()[-1] == "python3 scripts/test.py"
