"""A handle becomes what the network at hand knows: never somebody else, never said twice."""

from __future__ import annotations

import pytest

from tests.compose.samples import EVERYBODY, FORMER, NETWORKS, composed
from toolkit.compose import Setting, compose_text, directory
from toolkit.compose.directory import handles_in


@pytest.mark.parametrize(
    ("network", "language", "expected"),
    [
        ("x", "en", "We ask @INAMI_mx to act."),
        ("bluesky", "en", "We ask @inami.example.org to act."),
        ("mastodon", "en", "We ask @inami@social.example to act."),
        ("instagram", "en", "We ask National Institute of Migration to act."),
        ("facebook", "es", "We ask Instituto Nacional de Migración to act."),
        ("whatsapp", "en", "We ask National Institute of Migration to act."),
    ],
)
@pytest.mark.parametrize(
    "written",
    ["@INAMI_mx", "@inami_MX", "＠INAMI_mx", "@inami.example.org", "@inami@social.example"],
)
def test_any_form_of_a_handle_becomes_that_of_the_network(
    network: str, language: str, expected: str, written: str
) -> None:
    assert composed(f"We ask {written} to act.", network, language=language).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the @GN_MEXICO_ National Guard must go", "the National Guard must go"),
        ("the National Guard @GN_MEXICO_ must go", "the National Guard must go"),
        ("the National Guard (@GN_MEXICO_) must go", "the National Guard must go"),
        ("the @GN_MEXICO_ National Guards must go", "the National Guard National Guards must go"),
        ("@WHO-led talks", "World Health Organization-led talks"),
        (".@WHO said so", ".World Health Organization said so"),
        ("@WHOは言った", "World Health Organizationは言った"),
        ("@GN_MEXICO_.", "National Guard."),
    ],
)
def test_no_name_is_said_twice_and_no_handle_overlooked(text: str, expected: str) -> None:
    assert composed(text, "facebook").text == expected


@pytest.mark.parametrize(
    "text",
    [
        "write to press@WHO.int",
        "see https://x.com/@WHO",
        "@nobody knows",
        "@@WHO",
        "a@WHO",
        "1@WHO",
    ],
)
def test_what_is_no_known_handle_stays_as_it_is(text: str) -> None:
    assert composed(text, "facebook").text == text


def test_a_handle_of_two_accounts_stays_as_it_is_everywhere() -> None:
    known = directory((*EVERYBODY, FORMER))
    for network in NETWORKS.values():
        text = compose_text("The @GN_MEXICO_ must go", (), Setting(network, "en", known)).text
        assert text == "The @GN_MEXICO_ must go"
    (handle,) = handles_in("The @GN_MEXICO_ must go", known)
    assert handle.account is None
    assert len(handle.accounts) == 2


def test_a_network_that_links_no_typed_mention_gets_the_name() -> None:
    page = composed("We ask @INAMI_mx.", "linkedin")

    assert page.text == "We ask National Institute of Migration."
    assert [said.what for said in page.notes] == [("National Institute of Migration",)]
