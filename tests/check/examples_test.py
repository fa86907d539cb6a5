"""Nobody is sent to an address that stands in for a real one without a word about it."""

from __future__ import annotations

import datetime as dt

import pytest

from toolkit.check import Project, check
from toolkit.load import Files, load
from toolkit.networks import builtin

FOLDER = "campaigns/river"


def told(accounts: str = "- id: mayor\n  name: Ana\n", petition: str = "") -> list[str]:
    """Return what is said of made-up addresses, with its place."""
    texts = {"accounts.yml": accounts, f"{FOLDER}/campaign.yml": "title: R\nlanguages: [en]\n"}
    if petition:
        texts[f"{FOLDER}/petition.yml"] = petition
    files = {name: text.encode() for name, text in texts.items()}
    loaded = load(Files(files), builtin())
    assert loaded.problems == (), "\n".join(map(str, loaded.problems))
    day = dt.date(2026, 1, 1)
    project = Project(loaded.toolkit, files, builtin(), day, lambda _c, _p, _l: "")
    return [f"{p.place}: {p.message}" for p in check(project) if p.rule == "example-address"]


def test_a_made_up_address_is_said_where_it_stands() -> None:
    accounts = (
        "- id: mayor\n  name: Ana\n  # ask ana@example.net\n"
        "  channels: {email: ana@example.org}  # or bob@example.org\n"
    )
    petition = (
        "to: [mayor]\npreamble: Please.\ndemands: [{core: Stop}]\n"
        "sign_url: https://sign.example/river\nsign_email: sign@post.example.com\n"
    )

    why = "is made up, and nothing sent there arrives"
    assert told(accounts, petition) == [
        f'accounts.yml:4:21: "ana@example.org" {why}',
        f'{FOLDER}/petition.yml:4:11: "https://sign.example/river" {why}',
        f'{FOLDER}/petition.yml:5:13: "sign@post.example.com" {why}',
    ]


@pytest.mark.parametrize(
    "address",
    [
        "ana@examples.org",
        "ana@example.org.mx",
        "ana@my-example.org",
        "ana@example.de",
        "a@test.org",
    ],
)
def test_a_real_address_is_not_doubted(address: str) -> None:
    assert told(accounts=f"- id: mayor\n  name: Ana\n  channels: {{email: {address}}}\n") == []
