"""What is missing or wrong in a letter, a petition or a release is said where it is written."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.desk import samples
from tests.network_ids import NETWORKS
from toolkit.check.letters import of_letter
from toolkit.check.releases import of_documents
from toolkit.load import load, read_files
from toolkit.model import Campaign, Channels, Day
from toolkit.model.letters import Channel
from toolkit.model.press import Quotation
from toolkit.problems import Place

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.load import Loaded
    from toolkit.model.press import Press

TODAY = dt.date(2021, 10, 1)
THERE = Place("letters.yml", 9, 5)
SPOKEN = Quotation(THERE, samples.said(en="We act"), samples.said(en="A"))
LETTERS = """targets: [mayor]
subject: Clean water
body: |-
  Please act.

  {name}
"""


def rules(campaign: Campaign) -> set[str]:
    found = (*of_letter(campaign), *of_documents(campaign, TODAY))
    return {one.finding.rule for one in found}


def released(**changes: object) -> Campaign:
    press: Press = replace(samples.RELEASE, **changes)  # type: ignore[arg-type]
    return replace(samples.CAMPAIGN, letter=None, press=press)


def test_a_fax_that_is_promised_without_a_number_is_pointed_at() -> None:
    campaign = samples.without(channels=(Channel("fax", THERE), Channel("mail", THERE)))

    (one,) = [f for f in of_letter(campaign) if f.finding.rule == "unreachable-channel"]
    assert one.place == THERE
    assert one.finding.message == '"fax" is promised, and none of the targets has a fax number'


@pytest.mark.parametrize(
    ("campaign", "rule"),
    [
        (samples.CAMPAIGN, "lost-report"),
        (samples.CAMPAIGN, "month-deadline"),
        (samples.CAMPAIGN, "missing-salutation"),
        (samples.without(zone="Mars/Olympus"), "unknown-zone"),
        (samples.without(blanks=()), "unknown-blank"),
        (
            samples.without(
                targets=(replace(samples.PRESIDENT, channels=Channels(phone="728 1600")),),
            ),
            "undiallable",
        ),
        (
            samples.without(
                targets=(replace(samples.EMBASSY, channels=Channels(address="a\n" * 9)),)
            ),
            "long-address",
        ),
        (
            samples.without(
                wordings=(replace(samples.LETTER.wordings[0], body=samples.said(en="é" * 500)),)
            ),
            "long-mail",
        ),
        (samples.PETITIONED, "nowhere-to-sign"),
        (
            replace(samples.CAMPAIGN, title=samples.said(en="HELP US RELEASE ALL MIGRANTS")),
            "shouting",
        ),
        (released(body=samples.said(en="They left on Monday.")), "relative-date"),
        (released(body=samples.said(en="{7}")), "unknown-quotation"),
        (released(), "month-release"),
        (
            released(
                quotations=(Quotation(THERE, samples.said(en="x" * 281), samples.said(en="A")),)
            ),
            "long-quotation",
        ),
        (
            released(
                quotations=(
                    Quotation(
                        THERE,
                        samples.said(en="We must not do it"),
                        samples.said(en="A"),
                        short=samples.said(en="We must […] do that"),
                    ),
                )
            ),
            "changed-quotation",
        ),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_each_gap_is_found(campaign: Campaign, rule: str) -> None:
    assert rule in rules(campaign)


def test_a_true_cut_of_a_quotation_is_no_problem() -> None:
    whole, cut = "We must not, whatever comes, do it.", "We must not […] do it."
    said = Quotation(
        THERE, samples.said(en=whole), samples.said(en="A"), short=samples.said(en=cut)
    )

    assert "changed-quotation" not in rules(released(quotations=(said,)))


def test_a_release_with_its_day_says_nothing_of_months() -> None:
    assert "month-release" not in rules(released(date=Day(2020, 1, 29, THERE)))


def test_posts_beside_a_release_under_embargo_are_pointed_at() -> None:
    from tests.pages.samples import POSTS

    kept = replace(released(embargo=dt.date(2021, 10, 2)), posts=POSTS[:1])

    assert "embargo-leak" in rules(kept)
    assert "embargo-leak" not in rules(released(embargo=dt.date(2021, 10, 1)))


def project(tmp_path: Path, letters: str, deadline: str = "2021-12") -> Loaded:
    folder = tmp_path / "campaigns" / "river"
    folder.mkdir(parents=True, exist_ok=True)
    text = f"title: River\nlanguages: [en]\ndeadline: {deadline}\n"
    (folder / "campaign.yml").write_text(text, encoding="utf-8")
    (folder / "letters.yml").write_text(letters, encoding="utf-8")
    account = "- id: mayor\n  name: Ana\n  salutation: Dear Mayor\n"
    (tmp_path / "accounts.yml").write_text(account, encoding="utf-8")
    files, problems = read_files(tmp_path)
    assert not problems
    return load(files, NETWORKS)


@pytest.mark.parametrize("deadline", ["2021-12", "December 2021", "diciembre de 2021"])
def test_a_month_alone_is_a_deadline(tmp_path: Path, deadline: str) -> None:
    loaded = project(tmp_path, LETTERS, deadline)
    day = loaded.toolkit.campaigns[0].deadline

    assert not loaded.problems
    assert day
    assert (str(day), day.last) == ("2021-12", dt.date(2021, 12, 31))
    assert day.place == Place("campaigns/river/campaign.yml", 3, 11)


@pytest.mark.parametrize("nothing", ["n/a", "none", "–", "no aplica"])
def test_no_previous_action_is_nothing(tmp_path: Path, nothing: str) -> None:
    loaded = project(tmp_path, f"{LETTERS}previous: {nothing}\n")
    letter = loaded.toolkit.campaigns[0].letter

    assert not loaded.problems
    assert letter
    assert letter.previous == ""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("previous: lake", 'letters.yml:7:11: there is no campaign "lake"'),
        ("embassy: moon", 'letters.yml:7:10: there is no account "moon"'),
        ("report:\n  email: '[email protected]'", "a website hid the real one from robots"),
        ("report:\n  url: javascript:alert(1)", 'a link cannot start with "javascript:"'),
        ("copies: ['a@b.org\\nBcc: c@d.org']", "is not an e-mail address"),
        ("background: 'a\u202eb'", "hides in this text"),
        ("background: " + "x" * 100_000, "letters.yml:7:13:"),
        ("background:", "letters.yml:7:1: warning:"),
        ("tips:", "letters.yml:7:1: warning:"),
    ],
)
def test_what_cannot_be_used_is_said_with_its_place(tmp_path: Path, line: str, said: str) -> None:
    (problem,) = project(tmp_path, f"{LETTERS}{line}\n").problems

    assert said in str(problem)
    assert problem.place.line >= 7
    assert problem.hint


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("sign_url:", 'petition.yml:4:1: warning: "sign_url" is empty'),
        ("sign_url: here", "petition.yml:4:11: this link has no https://"),
        ("sign_email: '[email protected]'", "petition.yml:4:13: "),
        ("sign_url: javascript:alert(1)", 'a link cannot start with "javascript:"'),
    ],
)
def test_a_place_to_sign_that_leads_nowhere_is_said(tmp_path: Path, line: str, said: str) -> None:
    petition = f"to: [mayor]\npreamble: Please.\ndemands: [{{core: Stop}}]\n{line}\n"
    folder = tmp_path / "campaigns" / "river"
    folder.mkdir(parents=True)
    (folder / "petition.yml").write_text(petition, encoding="utf-8")
    loaded = project(tmp_path, "")

    (problem,) = (p for p in loaded.problems if "petition" in p.place.file)
    assert said in str(problem)
    assert problem.hint


def test_a_deadline_on_a_day_says_nothing_of_months() -> None:
    dated = replace(samples.CAMPAIGN, deadline=Day(2019, 7, 30, THERE))

    assert "month-deadline" not in rules(dated)
