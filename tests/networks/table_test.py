"""The table of networks: every value has a source, and a project may change and add rows."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import fields

import pytest

from toolkit.networks import (
    Grade,
    Network,
    builtin,
    compose_link,
    count,
    entities,
    page_data,
    read_table,
    stale,
)
from toolkit.networks.spec import READS
from toolkit.problems import Severity

EXPECTED = (
    *("x", "bluesky", "mastodon", "threads", "facebook", "instagram", "linkedin", "whatsapp"),
    *("telegram", "signal", "tiktok", "youtube", "reddit", "email", "sms"),
    *("glitch", "misskey", "pleroma", "gotosocial", "pixelfed"),
)
NO_FACT = {"id", "name", "place", "facts"}
CROWD = """
crowd:
  name: Crowd
  reads: mastodon
  count: utf-8
  limit: 50
  link: 10
  cards: [1000x500, 500x500]
  share: https://crowd.example/new?body={text}&href={url}
"""


def own(yaml: str) -> tuple[dict[str, Network], list[str]]:
    table, problems = read_table(yaml.encode(), "networks.yml", builtin())
    return dict(table), [f"{p.place}: {p.message} ({p.hint})" for p in problems]


def test_the_table_has_every_network() -> None:
    assert set(EXPECTED) <= set(builtin())


@pytest.mark.parametrize("name", EXPECTED)
def test_every_value_says_where_it_comes_from_exactly_once(name: str) -> None:
    network = builtin()[name]
    default = Network(network.id, network.name, network.place)
    said = {
        f.name
        for f in fields(Network)
        if f.name not in NO_FACT and getattr(network, f.name) != getattr(default, f.name)
    }
    vouched = [value for fact in network.facts for value in fact.of]
    assert said <= set(vouched), "a value without a source"
    assert len(vouched) == len(set(vouched)), "a value with two sources"
    assert all(fact.source and fact.checked for fact in network.facts)


def test_general_knowledge_warns_and_never_fails() -> None:
    for network in builtin().values():
        for value in ("limit", "alt", "hashtags"):
            if network.grade(value) is Grade.KNOWLEDGE:
                assert not network.hard(value)


def test_every_compose_link_begins_as_links_may() -> None:
    shares = [n.share for n in builtin().values() if n.share]
    assert all(share.startswith(("https://", "mailto:", "sms:")) for share in shares)


def test_one_row_of_yaml_makes_a_network_with_count_link_and_cards() -> None:
    table, problems = own(CROWD)
    assert problems == []
    crowd = table["crowd"]
    assert crowd.cards == ((1000, 500), (500, 500))
    counted = count("é https://example.org/long #Tag", crowd)
    assert (counted.used, counted.limit, counted.over, counted.hard) == (18, 50, 0, False)
    link = compose_link(crowd, text="a b", url="https://example.org")
    assert link.href == "https://crowd.example/new?body=a%20b&href=https%3A%2F%2Fexample.org"
    assert [e.value for e in entities("#Tag", crowd)] == ["Tag"]
    assert page_data([crowd])["networks"]["crowd"]["limit"] == 50


def test_a_source_makes_a_limit_hard() -> None:
    fact = '  facts: [{of: [limit], grade: P, checked: 2026-11-01, source: "crowd.example/api"}]\n'
    table, problems = own(CROWD + fact)
    assert problems == []
    assert table["crowd"].hard()


def test_a_project_may_change_one_value_and_keeps_the_rest() -> None:
    fact = '{of: [limit], grade: P, checked: 2026-11-01, source: "my.server/api/v2/instance"}'
    table, problems = own(f"mastodon:\n  limit: 1000\n  facts: [{fact}]\n")
    assert problems == []
    mastodon, before = table["mastodon"], builtin()["mastodon"]
    assert (mastodon.limit, mastodon.link, mastodon.share) == (1000, 23, before.share)
    assert mastodon.fact("limit") != before.fact("limit")
    assert mastodon.fact("link") == before.fact("link") or mastodon.grade("link") is Grade.PRIMARY
    assert builtin()["mastodon"].limit == 500


def test_a_changed_value_without_a_source_is_no_longer_vouched_for() -> None:
    table, _ = own("x:\n  limit: 25000\n")
    assert table["x"].grade("limit") is Grade.KNOWLEDGE
    assert table["x"].grade("link") is Grade.PRIMARY


def test_a_row_may_be_like_another() -> None:
    table, problems = own(
        "my-server:\n  name: Our server\n  like: mastodon\n  limit: 900\n"
        "  share: https://{server}/share?text={text}\n"
    )
    assert problems == []
    row = table["my-server"]
    assert (row.id, row.name, row.reads, row.limit) == ("my-server", "Our server", "mastodon", 900)
    assert compose_link(row, text="hi").href is None
    assert "name of a server" in compose_link(row, text="hi").warnings[0]
    assert compose_link(row, text="hi", server="a.b/../c").href is None
    assert compose_link(row, text="hi", server="a.example").href == (
        "https://a.example/share?text=hi"
    )


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        (
            "x:\n  limt: 3\n",
            'networks.yml:2:3: the name "limt" is not known here (did you mean "limit"?)',
        ),
        ("x:\n  limit: many\n", 'networks.yml:2:10: "many" is no whole number (write digits only'),
        ("x:\n  limit: -1\n", 'networks.yml:2:10: "-1" is no whole number'),
        ("x:\n  count: letters\n", 'networks.yml:2:10: "letters" is not possible for count'),
        ("x:\n  reads: twiter\n", 'networks.yml:2:10: nothing reads like "twiter"'),
        ("x:\n  cards: [big]\n", 'networks.yml:2:11: "big" is no size'),
        ("x:\n  share: javascript:alert(1)//{text}\n", "a compose link must begin with https://"),
        ("x:\n  share: http://a.org/?t={text}\n", "a compose link must begin with https://"),
        ("x:\n  share: https://a.org/\n", "a compose link needs places for the post"),
        ("x:\n  share: https://a.org/?t={words}\n", "a compose link needs places for the post"),
        ("My Net:\n  name: A\n", 'networks.yml:1:1: "My Net" cannot be the name of a network row'),
        ("a:\n  like: b\n", 'networks.yml:2:9: there is no row "b" above this one to be like'),
        ("- a\n", "networks.yml:1:1: networks.yml should be rows with names"),
    ],
)
def test_a_mistake_is_said_at_its_place_and_the_row_of_ours_stays(yaml: str, expected: str) -> None:
    table, problems = own(yaml)
    assert any(expected in problem for problem in problems), problems
    assert table["x"] == builtin()["x"]


def test_an_empty_file_changes_nothing() -> None:
    assert own("# nothing yet\n") == (dict(builtin()), [])


def test_a_row_not_checked_for_a_year_warns_and_one_day_before_does_not() -> None:
    checked = max(f.checked for n in builtin().values() for f in n.facts)
    assert stale(builtin(), checked) == ()
    first = min(f.checked for n in builtin().values() for f in n.facts)
    assert stale(builtin(), first + dt.timedelta(days=365)) == ()
    late = stale(builtin(), checked + dt.timedelta(days=366))
    assert len(late) == len(builtin())
    assert {p.severity for p in late} == {Severity.WARNING}
    assert re.search(r"X was last checked on \d{4}-\d\d-\d\d \(.*limit", late[0].message)
    assert late[0].place.file.endswith("networks.yml")


def test_what_the_table_reads_like_is_known() -> None:
    assert {n.reads for n in builtin().values()} <= set(READS)
