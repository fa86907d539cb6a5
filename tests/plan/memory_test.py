"""A build that remembers the one before makes what a fresh one makes, whatever was edited."""

from __future__ import annotations

import datetime as dt
import random
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.plan import small
from toolkit.memory import Memory
from toolkit.plan import Plan, build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

POSTS = "campaigns/river/posts.yml"
CAMPAIGN = "campaigns/river/campaign.yml"


def test_what_was_made_from_equal_values_is_not_made_again() -> None:
    made: list[str] = []
    memory = Memory()
    for text in ("one", "one", "two", "one"):
        memory.recall(("page",), made.append, text)
        memory.settle()

    assert made == ["one", "two", "one"]


def test_what_one_build_does_not_ask_for_is_forgotten() -> None:
    made: list[str] = []
    memory = Memory()
    for names in (("a", "b"), ("a",), ("a", "b")):
        for name in names:
            memory.recall((name,), made.append, name)
        memory.settle()

    assert made == ["a", "b", "b"]


def test_a_build_that_failed_does_not_make_the_next_one_forget() -> None:
    made: list[str] = []
    memory = Memory()
    for names in (("a", "b"), (), ("a", "b")):
        for name in names:
            memory.recall((name,), made.append, name)
        if names:
            memory.settle()

    assert made == ["a", "b"]


def reworded(chance: random.Random, text: str) -> str:
    """Change one word of one post."""
    words = list(re.finditer(r"(?<=[a-zñé] )[a-z]{4,}(?= [a-z])", text))
    word = chance.choice(words)
    return f"{text[: word.start()]}{word[0][::-1]}{text[word.end() :]}"


def moved_down(_: random.Random, text: str) -> str:
    """Change no word, but every line that something stands on."""
    return f"# A remark.\n{text}"


def turned_round(_: random.Random, text: str) -> str:
    """Let the posts come in another order."""
    head, *posts = re.split(r"(?m)^(?=- id:)", text)
    return "".join([head, *reversed(posts)])


def without_one(chance: random.Random, text: str) -> str:
    head, *posts = re.split(r"(?m)^(?=- id:)", text)
    if len(posts) > 1:
        posts.pop(chance.randrange(len(posts)))
    return "".join([head, *posts])


def retitled(_: random.Random, text: str) -> str:
    return text.replace("Save the", "Save the great")


EDITS: tuple[tuple[str, Callable[[random.Random, str], str]], ...] = (
    (POSTS, reworded),
    (POSTS, moved_down),
    (POSTS, turned_round),
    (POSTS, reworded),
    (CAMPAIGN, moved_down),
    (CAMPAIGN, retitled),
    (POSTS, without_one),
)


MORE = """\
- id: third
  text:
    en: "The water is [clean|clear] and the fish are still there #SaveTheRiver"
    es: "El agua está limpia y los peces siguen ahí #SaveTheRiver"
  card: {layout: statement, headline: {en: Clean water for all of us}}
- id: fourth
  text:
    es: "Nadie preguntó a quienes viven junto al agua #SalvaElRio"
"""


def contents(plan: Plan) -> dict[str, object]:
    """Return all that a plan would bring into the world, and what it says of it."""
    pictures = {name: path.read_bytes() for name, path in plan.pictures.items()}
    parcels = {name: kept.there().read_bytes() for name, kept in plan.parcels.items()}
    sizes = {name: kept.size for name, kept in plan.parcels.items()}
    said = [str(problem) for problem in plan.problems]
    return {
        "files": dict(plan.files),
        "pictures": pictures,
        "parcels": parcels,
        "sizes": sizes,
        "pages": plan.pages,
        "problems": said,
        "cards": plan.cards,
    }


@pytest.mark.parametrize("seed", range(2))
def test_a_rebuild_is_a_fresh_build_byte_for_byte(tmp_path: Path, seed: int) -> None:
    root = small.project(tmp_path)
    with (root / POSTS).open("a", encoding="utf-8") as posts:
        posts.write(MORE)
    chance, memory = random.Random(seed), Memory()  # noqa: S311 - nothing secret
    options = replace(small.OPTIONS, preview=True)
    build(root, options, memory)
    edits = chance.sample(EDITS, len(EDITS))

    for file, edit in edits:
        path = root / file
        text = path.read_text(encoding="utf-8")
        path.write_text(edit(chance, text), encoding="utf-8")
        remembered, fresh = build(root, options, memory), build(root, options)

        assert contents(remembered) == contents(fresh), (file, edit.__name__)
        assert not fresh.failed, fresh.problems
        assert any("#SalvaElRio" in str(p) for p in fresh.problems) or "fourth" not in text


def test_an_edit_changes_the_pages_that_show_it_and_no_other(tmp_path: Path) -> None:
    root = small.project(tmp_path)
    before = build(root, small.OPTIONS).files

    small.edited(root, "belongs to everybody", "is ours")
    after = build(root, small.OPTIONS).files

    light = [name for name in before if name.endswith("index.html")]
    changed = {name for name in light if before[name] != after[name]}
    assert "river/first/index.html" in changed
    assert len(light) > len(changed) == 1


ZONE = "zone: America/Mexico_City\n"


def test_a_page_is_made_anew_when_its_hour_comes(tmp_path: Path) -> None:
    root = small.project(tmp_path)
    memory = Memory()
    path = root / CAMPAIGN
    path.write_text(f"{path.read_text()}deadline: 2026-11-30\n{ZONE}", encoding="utf-8")
    closes = dt.datetime(2026, 12, 1, 6, tzinfo=dt.UTC)

    pages = [
        build(root, replace(small.OPTIONS, now=now), memory).files["river/first/index.html"]
        for now in (closes + dt.timedelta(hours=hours) for hours in (-3, -1, 1, 40))
    ]

    assert pages[0] == pages[1] != pages[2]
    assert pages[2] == pages[3]
