"""The same problems for people, for programs and for code reviews; and what a build made."""

from __future__ import annotations

import datetime as dt
import json

from tests.check.samples import found, post, project
from toolkit.pages import SiteInfo
from toolkit.plan import Plan
from toolkit.report import report, tally

SITE = SiteInfo("Kit", "", ("en",), dt.date(2026, 11, 21))
SLIPS = post("Dear [YOUR NAME], 100% #Watr")


def test_people_read_sentences_and_a_sum() -> None:
    *_, last = report(found(SLIPS), "text").split("\n")

    assert last == "1 error, 1 warning."
    assert report((), "text") == "Everything is in order."


def test_programs_read_rows() -> None:
    rows = json.loads(report(found(SLIPS), "json"))

    assert [(r["rule"], r["severity"], r["line"], r["column"]) for r in rows] == [
        ("leftover", "error", 3, 10),
        ("unknown-tag", "warning", 3, 28),
    ]
    assert json.loads(report((), "json")) == []


def test_reviews_read_annotations_on_one_line_each() -> None:
    first, second = report(found(SLIPS), "github").split("\n")

    assert first == (
        '::error file=campaigns/river/posts.yml,line=3,col=10::"[YOUR NAME]" was left in this text'
        "%0Afill it in, or take it out: people copy this text exactly as it stands"
    )
    assert second.startswith("::warning file=campaigns/river/posts.yml,line=3,col=28::")


def test_a_build_says_how_many_different_texts_there_are() -> None:
    few = project(post("The river is [dry|empty] [now|today]."))
    many = project(post("Dry " + "[now|today] " * 20))

    assert ", 4 different texts, " in tally(Plan(few.toolkit, SITE), 1)
    assert f", about {2**20} different texts, " in tally(Plan(many.toolkit, SITE), 1)
