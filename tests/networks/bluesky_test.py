"""Bluesky: what its app makes a link of, where in bytes, and what it counts after shortening."""

from __future__ import annotations

import pytest

from tests.networks import cases
from toolkit.networks import builtin, byte_span, count, entities, valid_handle, valid_hashtag
from toolkit.networks.bluesky import shortened

BLUESKY = builtin()["bluesky"]


def found(text: str, kind: str) -> list[str]:
    return [e.value for e in entities(text, BLUESKY) if e.kind == kind]


@cases.needed
def test_every_case_of_a_handle_is_right() -> None:
    valid, invalid = cases.handles("valid"), cases.handles("invalid")
    assert (len(valid), len(invalid)) == (71, 48)
    assert [h for h in valid if not valid_handle(h, BLUESKY)] == []
    assert [h for h in invalid if valid_handle(h, BLUESKY)] == []


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#FreeThemAll now", ["FreeThemAll"]),
        ("＃自由 を", ["自由"]),
        ("#1", []),
        ("#2026", []),
        ("#1a #a1", ["1a", "a1"]),
        ("#_", []),
        ("#_a_", ["_a"]),
        ("#🦋 #🦋🦋", ["🦋", "🦋🦋"]),
        ("#double#rainbow", ["double#rainbow"]),
        ("##double", ["#double"]),
        ("#don't! #stop... #(a)", ["don't", "stop", "(a"]),
        ("(#no)", []),
        ("no#tag a/#tag", []),
        ("line\n#tag\ttwo", ["tag"]),
        ("\xa0#tag\u3000#more", ["tag", "more"]),
        ("#\ufe0fno #n\ufe0fyes", ["n\ufe0fyes"]),
        ("#zero\u200bwidth #a\xadb", ["zero", "a"]),
        ("#\u200bno", []),
        ("# no", []),
        ("#!!! #!!!a", ["!!!a"]),
        (f"#{'a' * 64} #{'b' * 65}", ["a" * 64]),
        (f"#{'👍🏽' * 64} #{'👍🏽' * 65}", ["👍🏽" * 64]),
        ("#👩‍👩‍👧", ["👩"]),
        ("#árbol #दिल #حرية", ["árbol", "दिल", "حرية"]),
        ("#$20", ["$20"]),
        ("#\ufe0f\u20e3free ##\ufe0f\u20e3free ＃#\ufe0f\u20e3free", ["#\ufe0f\u20e3free"] * 2),
        ("#__ #-- #!? ##", []),
        ("#__river__... #river_;", ["__river", "river"]),
        ("#river,fish #river@sea!", ["river,fish", "river@sea"]),
        ("#riv\ner #riv\u2060er #riv\u20e2er #\u20e2er", ["riv", "riv", "riv"]),
        (f"#{'a' * 64}!!! #{'a' * 65}!!!", ["a" * 64]),
        (f"#{'🦋' * 33} #{'é' * 65}", ["🦋" * 33]),
        ("#1? #1. #٣", ["٣"]),
        ("\u2028#tag\ufeff#more \x85#no", ["tag", "more"]),
    ],
)
def test_a_hashtag_is_what_stands_behind_a_space(text: str, tags: list[str]) -> None:
    assert found(text, "hashtag") == tags


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        ("@alice.bsky.social", ["alice.bsky.social"]),
        ("@alice", []),
        ("hi (@alice.com), @bob.org.", ["alice.com", "bob.org"]),
        ("mail@alice.com", []),
        ("@alice.notatld @alice.test", ["alice.test"]),
        ("@alice.COM", []),
        ("@alice.com_ no", []),
        ("@alice.com-", ["alice.com"]),
        ("@full123-chars.test,@no.com", ["full123-chars.test"]),
        ("not@@alice.com", []),
        ("\n@alice.com\n", ["alice.com"]),
        ("[@alice.com]", []),
        ("@alice.com… @bob.comé", ["alice.com", "bob.com"]),
        ("@alice.com!@#$more", ["alice.com"]),
        ("👨‍👩‍👧‍👧 @alice.com 👨‍👩‍👧‍👧", ["alice.com"]),
        ("@alice.com.. @bob.org-.", ["alice.com", "bob.org"]),
        ("@.com @com @-.test", [".com", "-.test"]),
        ("/@alice.com é@alice.com ＠alice.com", []),
    ],
)
def test_a_mention_needs_a_whole_domain(text: str, handles: list[str]) -> None:
    assert found(text, "mention") == handles


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see https://example.org/a?b=c#d now", ["https://example.org/a?b=c#d"]),
        ("https://example.org.", ["https://example.org"]),
        ("(https://example.org/a)", ["https://example.org/a"]),
        ("https://example.org/a_(b)", ["https://example.org/a_(b)"]),
        ("https://example.org/a).", ["https://example.org/a"]),
        ("https://example.org!?", ["https://example.org!"]),
        ("example.org", ["https://example.org"]),
        ("example.org/path, and", ["https://example.org/path"]),
        ("Example.org a-b.org example.notatld", ["https://Example.org"]),
        ("the end.of a sentence.", []),
        ("http.cat httpfoo.nope", ["http.cat", "httpfoo.nope"]),
        ("HTTPS://EXAMPLE.ORG", []),
        ("x:https://example.org", []),
        ("a(https://example.org", ["https://example.org"]),
        ("start.com/a(https://example.org", ["https://start.com/a(https://example.org"]),
        ("日本https://example.org", []),
        ("https://", []),
        ("example.org:8080/a, example.org:", ["https://example.org:8080/a", "https://example.org"]),
        ("[https://example.org] <example.org>", []),
        (
            "https://example.org/a] https://example.org/a>",
            ["https://example.org/a]", "https://example.org/a>"],
        ),
        (
            "(example.org/a_(b)) (example.org)",
            ["https://example.org/a_(b))", "https://example.org"],
        ),
        ("sound.mp3 photo.example.jpg photo.jpg/a i.e. e.g./a not..a .org", []),
        ("example.org… https://example.org/…", ["https://example.org…", "https://example.org/…"]),
        (
            "example.org\nexample.net\u3000example.com",
            ["https://example.org", "https://example.net", "https://example.com"],
        ),
        (
            "https://example.org/a?b=c; (https://example.org/)!",
            ["https://example.org/a?b=c", "https://example.org/"],
        ),
        ("example.ORG 1example.org", []),
    ],
)
def test_a_link_begins_at_a_word_or_a_bracket(text: str, links: list[str]) -> None:
    assert found(text, "link") == links


@pytest.mark.parametrize(
    ("text", "tickers"),
    [
        ("$AAPL $tsla ($btc)", ["AAPL", "TSLA", "BTC"]),
        ("$A1 $1A $TOOLONG $ABCDE", ["A1", "ABCDE"]),
        ("a$NO $NO$NO $É", []),
        ("$OK. $OK, $OK’ $OK- $OK/", ["OK", "OK", "OK"]),
        ("$AB123 $AB1234 $1AB $ AB $", ["AB123"]),
        ("($a) $b; $c: $d! $e? $f) $g\" $h'", ["A", "B", "C", "D", "E", "F", "G", "H"]),
        ("[$NO] “$NO” $NO… $NO_ \n$YES\t$YES", ["YES", "YES"]),
    ],
)
def test_a_cashtag_is_written_in_capitals(text: str, tickers: list[str]) -> None:
    assert found(text, "cashtag") == tickers


def test_places_are_given_in_bytes_as_facets_want_them() -> None:
    text = "👨‍👩‍👧‍👧 é @alice.com #🦋"
    spans = [byte_span(text, e) for e in entities(text, BLUESKY)]
    raw = text.encode()
    assert [raw[a:b].decode() for a, b in spans] == ["@alice.com", "#🦋"]
    assert spans == [(29, 39), (40, 45)]


@pytest.mark.parametrize(
    ("link", "short"),
    [
        ("https://example.org", "example.org"),
        ("https://example.org/", "example.org"),
        ("http://EXAMPLE.org:80/a", "example.org/a"),
        ("https://example.org:8080/a", "example.org:8080/a"),
        ("https://example.org/123456789012345", "example.org/123456789012..."),
        ("https://example.org/12345678901234", "example.org/12345678901234"),
        ("https://example.org/?utm_source=newsletter", "example.org?utm_source=n..."),
        ("https://user:pw@example.org/a", "example.org/a"),
        ("https://example.org/ñ", "example.org/%C3%B1"),
        ("https://bücher.example/a", "xn--bcher-kva.example/a"),
        ("https://example.org/a/../b/./c", "example.org/b/c"),
        ("https://example.org/?", "example.org"),
        ("example.org/a/very/long/path/indeed", "example.org/a/very/long/path/indeed"),
        ("https://exa mple.org", "https://exa mple.org"),
        ("https://\ud83d/a", "https://\ud83d/a"),
    ],
)
def test_a_link_is_counted_as_the_app_shows_it(link: str, short: str) -> None:
    assert shortened(link) == short


def test_a_long_link_costs_its_short_form_and_words_their_graphemes() -> None:
    text = "नमस्ते https://example.org/free-them-all/posts/what-you-can-do-today"
    counted = count(text, BLUESKY)
    assert counted.used == 3 + 1 + len("example.org/free-them-al...")
    assert counted.fits


def test_bytes_are_limited_as_well_as_graphemes() -> None:
    family = "👨‍👩‍👧‍👧"
    counted = count(family * 150, BLUESKY)
    assert (counted.used, counted.bytes) == (150, 3750)
    assert not counted.fits
    assert counted.over == 1


def test_a_hashtag_is_valid_if_the_app_would_link_all_of_it() -> None:
    assert valid_hashtag("FreeThemAll", BLUESKY)
    assert not valid_hashtag("Free Them", BLUESKY)
    assert not valid_hashtag("Free!", BLUESKY)
    assert not valid_hashtag("2020", BLUESKY)
