"""A word that YAML takes for a comment is noticed; a note that is meant as one is left alone."""

from __future__ import annotations

import pytest

from toolkit.problems import Severity
from toolkit.read import parse

LOST = {
    "item": "tags:\n  - #Now\n",
    "value": "tag: #Now\n",
    "tail": "text: Vote #Now please\n",
    "tail of quotes": 'text: "Vote" #Now\n',
    "after a block": "text: |-\n  Vote\n#Now please\n",
    "instead of a text": "text:\n  #Now or never\n",
    "under a text": "- id: a\n  text: Vote\n    #Now\n",
    "in Japanese": "text: 投票 #いますぐ\n",
}
NOTES = {
    "a note": "# Write a tag without its #.\ntag: Now\n",
    "a note behind": "tag: Now # as spelled by all\n",
    "a line switched off": "tag: Now\n#role: main\n#- tag: Later\n# - tag: Later\n",
    "ruled lines": "# ── people ──\n##########\n#\ntag: Now\n",
    "inside a block": "text: |-\n  Vote\n  #Now\n\n  #Later # too\n",
    "inside quotes": 'text: "Vote\n  #Now"\n',
    "inside single quotes": "text: 'Vote\n\n  #Now'\n",
    "within a word": "text: Route#7\n",
    "in a link": "link: https://example.org/#part\n",
}


@pytest.mark.parametrize("case", LOST)
def test_a_lost_word_is_an_error(case: str) -> None:
    _, problems = parse(LOST[case].encode(), "posts.yml")

    assert [p.rule for p in problems] == ["comment"], "\n".join(map(str, problems))
    assert problems[0].severity is Severity.ERROR


@pytest.mark.parametrize("case", NOTES)
def test_a_note_is_left_alone(case: str) -> None:
    _, problems = parse(NOTES[case].encode(), "posts.yml")

    assert not problems, "\n".join(map(str, problems))


def test_a_line_that_may_be_a_note_is_a_warning() -> None:
    _, (problem,) = parse(b"- id: a\n#todo\n- id: b\n", "posts.yml")

    assert problem.severity is Severity.WARNING
    assert problem.place.line == 2
