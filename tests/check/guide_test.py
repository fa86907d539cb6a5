"""What the guide says about posts and checks is what happens."""

from __future__ import annotations

import re
from pathlib import Path

from tests.check.samples import TODAY
from toolkit.check import Project, check
from toolkit.check.severity import RULES
from toolkit.compose.vary import distinct
from toolkit.load import Files, load
from toolkit.networks import builtin

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
FENCE = re.compile(r'^```(\w+)(?: title="([^"\n]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| `([a-z-]+)` \| (error|warning) \|", re.MULTILINE)
FOLDER = "campaigns/save-the-river"
AROUND = {
    "hashtags.yml": "- tag: SaveTheRiver\n- tag: CleanWater\n",
    "accounts.yml": "- id: town-council\n  name: The town council\n  handles: {x: TownCouncil}\n",
    f"{FOLDER}/campaign.yml": (
        "title: Save the river\nlanguages: [en]\nlink: https://example.org\n"
        "accounts: [town-council]\n"
    ),
}


def project(**files: str) -> Project:
    texts = {n: t.encode() for n, t in {**AROUND, **files}.items()}
    loaded = load(Files(texts), builtin())
    assert loaded.problems == (), "\n".join(map(str, loaded.problems))
    return Project(loaded.toolkit, texts, builtin(), TODAY, lambda _c, _p, _l: "")


def blocks(page: str) -> list[tuple[str, str]]:
    """Return the files that a page of the guide shows, with their names."""
    text = (GUIDE / page).read_text(encoding="utf-8")
    return [(name, body) for _, name, body in FENCE.findall(text) if name]


def test_the_table_holds_every_rule_as_serious_as_it_is() -> None:
    rows = dict(ROW.findall((GUIDE / "checks.md").read_text(encoding="utf-8")))

    assert rows == {rule: str(severity) for rule, severity in RULES.items()}
    assert list(rows) == sorted(rows)


def test_the_posts_of_the_guide_get_no_remark_but_the_one_they_speak_of() -> None:
    remarks = [
        problem
        for name, body in blocks("writing-posts.md")
        for problem in check(project(**{name: body}))
    ]

    assert {problem.rule for problem in remarks} <= {"no-room", "too-long"}
    assert not [p for p in remarks if "X" in p.message and p.rule == "too-long"]


def test_there_are_as_many_wordings_as_the_guide_counts() -> None:
    (body,) = (body for _, body in blocks("writing-posts.md") if "say-no" in body)
    (post,) = project(**{f"{FOLDER}/posts.yml": body}).toolkit.campaigns[0].posts

    assert distinct(post.text.versions[0]) == (12, True)


def test_the_remark_that_is_shown_is_the_one_that_is_made() -> None:
    text = (GUIDE / "checks.md").read_text(encoding="utf-8")
    (shown,) = (body.strip() for kind, _, body in FENCE.findall(text) if kind == "text")
    slip = "- id: dry\n  text: |-\n    Open the sluice. #SaveTheRivr\n"

    assert [str(p) for p in check(project(**{f"{FOLDER}/posts.yml": slip}))] == [shown]


def test_rules_are_switched_off_as_the_guide_says() -> None:
    (_, quiet), (_, settings) = blocks("checks.md")
    today = '- id: dry\n  text: "Today the river is dry. #Rivr"\n'
    dated = AROUND[f"{FOLDER}/campaign.yml"] + "issued: 2027-04-01\n"
    files = {
        f"{FOLDER}/posts.yml": today,
        f"{FOLDER}/campaign.yml": dated,
        "checks.yml": settings,
    }

    assert check(project(**{f"{FOLDER}/posts.yml": quiet})) == ()
    (problem,) = check(project(**files))
    assert (problem.rule, str(problem.severity)) == ("unknown-tag", "error")
