"""The README shows what its own list makes, and its words hold."""

from __future__ import annotations

import re
from pathlib import Path

import readme

ROOT = Path(__file__).parents[1]


def test_the_readmes_cards_are_what_its_list_makes() -> None:
    made = readme.drawn()

    assert made.keys() == set(readme.NAMES.values())
    for name, body in made.items():
        assert (ROOT / "docs/readme" / name).read_bytes() == body, f"run scripts/readme.py: {name}"


def test_every_link_in_the_readme_leads_somewhere() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)

    assert links
    for link in links:
        assert (ROOT / link).exists(), link
