"""Mastodon: its hashtags, mentions and links, and what it discounts when it counts."""

from __future__ import annotations

import pytest

from toolkit.networks import builtin, count, entities, valid_handle, valid_hashtag

MASTODON = builtin()["mastodon"]


def found(text: str, kind: str) -> list[str]:
    return [e.value for e in entities(text, MASTODON) if e.kind == kind]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#FreeThemAll now", ["FreeThemAll"]),
        ("＃自由", ["自由"]),
        ("this is #ａｅｓｔｈｅｔｉｃ", ["ａｅｓｔｈｅｔｉｃ"]),
        ("#2026 #0123456", []),
        ("#3d #l33ts35k #world2016", ["3d", "l33ts35k", "world2016"]),
        ("#_test #test_ #one_two", ["_test", "test_", "one_two"]),
        ("#one·two·three #·one #one·", ["one·two·three", "one"]),
        ("#・日本 #日・本・", ["日・本"]),
        ("#نرم‌افزار", ["نرم‌افزار"]),
        ("#1_1 #1·1", ["1_1", "1·1"]),
        ("no#tag (#no) /#no =#no", []),
        ("\xa0#tag\n#more", ["tag", "more"]),
        ("#tag#more", ["tag"]),
        ("#free-them", ["free"]),
        ("#hashtag:// #hashtaghttps://a.org", ["hashtag", "hashtag"]),
        ("https://example.org/#anchor", []),
        ("#ⓐ #Ⅷ", ["ⓐ", "Ⅷ"]),
        ("#a" + "·" * 50, ["a"]),
        ("#", []),
        ("# tag", []),
        ("\u2003#tag\x85#more\u200b#no", ["tag", "more"]),
        ("#1_ #_1 #_ #__1 #1\u200c1", ["__1", "1\u200c1"]),
        ("#hashtaghttp:// #http://", ["hashtag", "http"]),
        ("#été #Straße #日本語 #हिन्दी", ["été", "Straße", "日本語", "हिन्दी"]),
        ("“#no” -#no é#no ##no &#no", []),
        ("#yes! #yes. #yes, #yes/no", ["yes"] * 4),
        ("https://example.org/a?b=#c https://example.org/Inc.#d", []),
    ],
)
def test_a_hashtag_stands_behind_a_space_and_has_a_letter(text: str, tags: list[str]) -> None:
    assert found(text, "hashtag") == tags


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@alice hi", ["alice"]),
        ("@alice@mastodon.social: hi", ["alice@mastodon.social"]),
        ("@alice.smith- @a-b", ["alice.smith", "a-b"]),
        ("mail@example.org", []),
        ("/@alice =@alice é@alice", []),
        (".@alice “@bob” (@eve)", ["alice", "bob", "eve"]),
        ("https://example.org/@alice", []),
        ("@alice@example.org@x", []),
        ("@aliceé", []),
        ("@alice://", []),
        ("@bob@bücher.example", ["bob@bücher.example"]),
        (f"@alice@{'b' * 249}.org", [f"alice@{'b' * 249}.org"]),
        (f"@alice@{'b' * 250}.org", []),
        ("＠alice", []),
        ("@alice@example.org. @bob@example.org-", ["alice@example.org", "bob@example.org"]),
        ("@alice@ @bob @carol@", ["bob"]),
        ("@_ @1 @a__b @.a @-a", ["_", "1", "a__b"]),
        ("mailto:x@example.org xmpp:x@example.org", []),
        ("https://example.org/?a=@alice https://example.org/@alice@example.net", []),
        ("日本@alice 日本 @alice", ["alice"]),
        ("@alice＠example.org", []),
        ("#@alice ~@bob *@carol", ["alice", "bob", "carol"]),
    ],
)
def test_a_mention_may_name_a_server(text: str, names: list[str]) -> None:
    assert found(text, "mention") == names


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see http://example.org/a, now", ["http://example.org/a"]),
        ("example.org", []),
        ("(https://example.org/a_(b))", ["https://example.org/a_(b)"]),
        ("https://example.org/日本語?q=ñ#x", ["https://example.org/日本語?q=ñ#x"]),
        ("https://example.org#frag", ["https://example.org"]),
        ("gemini://example.org ftp://example.org", ["gemini://example.org"]),
        ("https://example.nope http://localhost", []),
        ("ahttps://example.org", []),
        ("“https://example.org/”", ["https://example.org/”"]),
        ("https://bücher.com/", ["https://bücher.com/"]),
        (f"https://{'a' * 64}.org", []),
        (f"https://example.org/?{'a' * 4100}", []),
    ],
)
def test_a_link_needs_its_scheme(text: str, links: list[str]) -> None:
    assert found(text, "link") == links


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("https://example.org/" + "a" * 100, 23),
        ("http://a.co", 23),
        ("example.org/" + "a" * 100, 112),
        ("@alice@mastodon.social hello", len("@alice hello")),
        ("@alice@" + "b" * 500 + ".com", 511),
        ("https://example.org/?" + "#foo?" * 1000, 5021),
        ("👨‍👩‍👧‍👧é\u0301", 2),
        ("   \n ", 0),
        ("", 0),
        ("@a@b.org https://c.org/d @e", len("@a ") + 23 + len(" @e")),
        ("https://example.org/@alice@example.net", 23),
        ("https://example.org/a https://example.org/b", 23 + 1 + 23),
        ("xhttps://example.org/" + "a" * 50, 71),
        ("(https://example.org/" + "a" * 50 + ").", 1 + 23 + 2),
        ("xmpp:alice@example.org", 22),
        ("magnet:?xt=urn:btih:" + "a" * 40, 60),
        ("ftp://example.org/a", 19),
        ("gemini://example.org/a", 23),
        ("https://пример.рф/путь", 23),
        ("@alice@" + "b" * 249 + ".com x", len("@alice x")),
        ("@alice@" + "b" * 250 + ".com x", 263),
        ("alice@example.org", 17),
        ("✨🏳️‍⚧️🇲🇽", 3),
        (" https://example.org ", 25),
    ],
)
def test_a_link_costs_23_and_a_mention_its_user(text: str, used: int) -> None:
    assert count(text, MASTODON).used == used


def test_a_content_warning_counts_in_full() -> None:
    counted = count("x" * 490, MASTODON, warning="https://a.org/bc")
    assert (counted.used, counted.over, counted.hard) == (506, 6, True)


@pytest.mark.parametrize(
    ("text", "warning", "fits"),
    [
        ("x" * 500, "", True),
        ("x" * 501, "", False),
        ("x" * 400, "y" * 100, True),
        ("x" * 400, "y" * 101, False),
        ("", "y" * 501, False),
        ("✨" * 500, "", True),
        ("🏳️‍⚧️" * 500, "", True),
        ("x" * 476 + " https://" + "b" * 30 + ".com/example", "", True),
        ("x" * 477 + "https://" + "b" * 30 + ".com/example", "", False),
        ("x" * 475 + " @alice@" + "b" * 30 + ".com", "", True),
        ("x" * 490, "@alice@" + "b" * 30 + ".com", False),
    ],
)
def test_a_post_of_500_is_the_longest(text: str, warning: str, *, fits: bool) -> None:
    assert count(text, MASTODON, warning=warning).fits is fits


def test_other_fediverse_servers_have_their_own_limits_and_count_links_in_full() -> None:
    table = builtin()
    text = "https://example.org/" + "a" * 100
    limits = {name: table[name].limit for name in ("glitch", "misskey", "pleroma", "gotosocial")}
    assert limits == {"glitch": 500, "misskey": 3000, "pleroma": 5000, "gotosocial": 5000}
    assert count(text, table["misskey"]).used == 120
    assert count(text, table["glitch"]).used == 23


def test_handles_and_hashtags_are_valid_or_not() -> None:
    for handle in ("alice", "alice@mastodon.social", "a.b-c@example.org"):
        assert valid_handle(handle, MASTODON)
    for handle in ("@alice", "alice@", "a b", "alice@a@b", "é", "a" * 31):
        assert not valid_handle(handle, MASTODON)
    assert valid_hashtag("FreeThemAll", MASTODON)
    assert not valid_hashtag("Free-Them", MASTODON)
