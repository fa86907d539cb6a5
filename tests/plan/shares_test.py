"""The ways to pass a post on are called and explained in the reader's own words."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING

from tests.plan import small

if TYPE_CHECKING:
    from pathlib import Path

THREAD = """\
  thread:
    en: [The dam is taller than the church.]
    es: [La presa es más alta que la iglesia.]
"""
NOTES = re.compile(r"<dt><bdi>(.*?)</bdi></dt><dd>(.*?)</dd>")


def landing(files: dict[str, bytes], path: str) -> str:
    return unescape(files[f"{path}index.html"].decode())


def test_what_is_no_brand_is_called_as_its_language_calls_it(tmp_path: Path) -> None:
    files = dict(small.planned(small.project(tmp_path)).files)
    english, spanish = landing(files, "river/first/"), landing(files, "es/river/first/")

    assert ">E-mail</a>" in english
    assert ">Correo</a>" in spanish
    assert ">Correo</option>" in spanish
    assert "E-mail" not in spanish
    assert ">Bluesky</a>" in spanish
    (posts,) = (body for name, body in files.items() if "river-es-" in name)
    assert json.loads(posts)["names"]["E-mail"] == "Correo", "the composer says so too"


def test_where_a_thread_opens_part_by_part_the_note_says_to_come_back(tmp_path: Path) -> None:
    root = small.project(tmp_path)
    small.edited(root, "todo el mundo.}\n", f"todo el mundo.}}\n{THREAD}")
    files = dict(small.planned(root).files)

    said = dict(NOTES.findall(landing(files, "river/first/")))
    assert {names for names, note in said.items() if "part 2" in note} == {
        "X · Threads",
        "Bluesky",
        "Mastodon",
    }
    assert "part 2" not in landing(files, "river/second/")
