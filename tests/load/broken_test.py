"""The error catalogue: one broken project per mistake, and exactly what is printed for it.

Each folder in tests/broken is a whole project with one mistake in it, named after the mistake;
its expected.txt is what a campaigner reads.
"""

from __future__ import annotations

import ast
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.network_ids import NETWORKS
from toolkit.load import load, read_files
from toolkit.problems import Severity, in_reading_order
from toolkit.read.documents import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parents[1]
BROKEN = HERE / "broken"
TOOLKIT = HERE.parent / "toolkit"
SHORTEST = 18
# What no file of a campaigner's can bring about today, and why it is said all the same.
NEVER_SEEN = {
    "compare it with the examples in the guide": "a kind of value no shape uses yet",
    "no reason given": "YAML always gives one so far",
    "YAML cannot read this line (": "every mistake we found has a message of its own",
    "check that it is indented like the lines around it": "as above",
    "cannot be read (": "a kind of value no shape uses yet",
}


def too_large(project: Path) -> None:
    (project / "hashtags.yml").write_bytes(b"# filled\n" * (MAX_BYTES // 9 + 1))


def outside(project: Path) -> None:
    secret = project.parent / "secret.yml"
    secret.write_text("- id: secret\n  text: Nobody should read this.\n", encoding="utf-8")
    (project / "campaigns/river/posts.yml").symlink_to(secret)


# Mistakes that a repository cannot or should not hold, made when the test runs.
MADE: dict[str, Callable[[Path], None]] = {
    "file-too-large": too_large,
    "link-out-of-the-project": outside,
}


def mistakes() -> list[str]:
    return sorted(path.parent.name for path in BROKEN.glob("*/expected.txt"))


def printed(project: Path) -> str:
    """What the tool says about a project, in reading order."""
    files, problems = read_files(project)
    every = in_reading_order([*problems, *load(files, NETWORKS).problems])
    return "".join(f"{problem}\n" for problem in every)


@pytest.mark.parametrize("mistake", mistakes())
def test_each_mistake_is_said_in_plain_words_with_its_place(mistake: str, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(BROKEN / mistake, project)
    if mistake in MADE:
        MADE[mistake](project)

    expected = (BROKEN / mistake / "expected.txt").read_text(encoding="utf-8")
    assert printed(project) == expected


def test_the_catalogue_holds_the_mistakes_people_make() -> None:
    assert len(mistakes()) >= 100
    folders = {path.name for path in BROKEN.iterdir() if path.is_dir()}
    assert folders == set(mistakes()), "a folder without expected.txt"


@pytest.mark.parametrize("mistake", mistakes())
def test_a_mistake_is_said_with_what_to_write_instead(mistake: str) -> None:
    lines = (BROKEN / mistake / "expected.txt").read_text(encoding="utf-8").splitlines()

    assert lines, "nothing is said"
    for said, hint in zip(lines[::2], lines[1::2], strict=True):
        assert hint.startswith("  hint: ")
        assert len(hint) > len("  hint: "), said


def test_only_what_may_be_left_for_later_is_a_mere_warning() -> None:
    mild = [m for m in mistakes() if f"{Severity.WARNING}:" in printed(BROKEN / m)]

    assert mild == ["hash-line-after-text", "link-left-empty", "office-that-is-empty"]


def sentences(path: Path) -> Iterator[str]:
    """Yield the texts in a module that are long enough to be said to somebody.

    Of a text with values in it, only its longest fixed part counts.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = (ast.Expr, ast.AnnAssign)  # docstrings, and types written as text
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, silent)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [p for p in node.values if isinstance(p, ast.Constant)]
            skipped |= {id(part) for part in parts}
            yield max((str(part.value) for part in parts), key=len, default="")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield "" if id(node) in skipped else node.value


def said_anywhere() -> list[tuple[str, str]]:
    rooms = (TOOLKIT / "read", TOOLKIT / "load")
    return sorted(
        (f"{path.parent.name}/{path.name}", text)
        for room in rooms
        for path in room.glob("*.py")
        if path.name != "shapes.py" or room.name == "read"
        for text in sentences(path)
        if len(text) >= SHORTEST and " " in text.strip() and "\\" not in text
    )


def test_every_sentence_of_the_loader_is_in_the_catalogue() -> None:
    catalogue = "\n".join(
        (BROKEN / m / "expected.txt").read_text(encoding="utf-8") for m in mistakes()
    )
    unheard = [
        f"{where}: {text}"
        for where, text in said_anywhere()
        if text not in catalogue and not any(seen in text for seen in NEVER_SEEN)
    ]

    assert not unheard, "\n".join(unheard)
