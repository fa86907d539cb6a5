"""A project says itself how serious a rule is, for all of it or for one line."""

from __future__ import annotations

from tests.check.samples import POSTS, found, post, said
from toolkit.problems import Severity

SLIP = post("Open the sluice. #SaveTheRivr")


def test_a_rule_is_switched_off_for_a_project() -> None:
    assert said(SLIP, checks="unknown-tag: off\n") == []


def test_a_warning_becomes_an_error_and_an_error_a_warning() -> None:
    (raised,) = found(SLIP, checks="unknown-tag: error\n")
    (lowered,) = found(post("Dear [YOUR NAME]"), checks="leftover: warning\n")

    assert (raised.severity, lowered.severity) == (Severity.ERROR, Severity.WARNING)


def test_a_rule_that_does_not_exist_is_said_with_the_nearest() -> None:
    assert said(post("Dry."), checks="unknown-tags: off\n") == [
        'checks.yml:1:1: there is no rule "unknown-tags"\n  hint: did you mean "unknown-tag"?'
    ]


def test_a_level_that_does_not_exist_is_said_and_the_rule_stays() -> None:
    wrong, slip = said(SLIP, checks="unknown-tag: none\n")

    assert wrong.startswith("checks.yml:1:14: ")
    assert "off" in wrong
    assert slip.startswith(f"{POSTS}:3:22: warning:")


def test_a_list_of_rules_is_no_list_of_levels() -> None:
    assert said(post("Dry."), checks="- unknown-tag\n") == [
        (
            "checks.yml:1:1: each line of checks.yml should name a rule and off, warning or error\n"
            "  hint: write one rule on each line, such as unknown-tag: off"
        )
    ]


def test_a_rule_is_switched_off_for_one_text_with_a_reason() -> None:
    quiet = SLIP.replace("|-", "|-  # allow unknown-tag: it is theirs")

    assert said(quiet) == []


def test_the_comment_may_stand_on_the_line_above() -> None:
    quiet = SLIP.replace("  text", "  # allow unknown-tag: it is theirs\n  text")

    assert said(quiet) == []


def test_another_rule_stays_on() -> None:
    quiet = SLIP.replace("|-", "|-  # allow many-emoji: it is a party")

    assert len(said(quiet)) == 1


def test_a_switch_without_a_reason_or_for_no_rule_is_said() -> None:
    quiet = SLIP.replace("|-", "|-  # allow unknown-tag")
    wrong = post("Dry.").replace("|-", "|-  # allow unknown-tagg: no idea")

    assert said(quiet) == [
        (
            f"{POSTS}:2:12: warning: a rule is switched off here without a reason\n"
            "  hint: write # allow unknown-tag: and why"
        )
    ]
    assert said(wrong) == [
        (
            f'{POSTS}:2:12: warning: there is no rule "unknown-tagg" to switch off\n'
            '  hint: did you mean "unknown-tag"?'
        )
    ]
