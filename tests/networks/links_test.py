"""A compose link carries the text to the letter, or says why there is none."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toolkit.networks import ComposeLink, builtin, compose_link
from toolkit.networks.links import encoded

TABLE = builtin()
WITH_LINK = [name for name, network in TABLE.items() if network.share]
# Any character at all, halves of surrogate pairs included, and what is easily lost.
ANYTHING = st.text(st.characters(codec=None), max_size=60) | st.text(
    st.sampled_from("a &?#=+%\"'<>\n\r\t é日🦋\u202e\u2066\u2069\u200d\ufe0f\x00\ud83d{}"),
    max_size=40,
)


def arrives(link: ComposeLink) -> dict[str, str]:
    """Read a compose link the way its network does; RFC 6068 writes line breaks as CRLF."""
    assert link.href is not None
    parts = urlsplit(link.href)
    pairs = [p.partition("=") for p in (parts.query or parts.fragment).split("&")]
    values = {name: unquote(value, errors="strict") for name, _, value in pairs if name}
    if parts.scheme == "mailto":
        values = {name: value.replace("\r\n", "\n") for name, value in values.items()}
    return values


@pytest.mark.parametrize("name", WITH_LINK)
@given(text=ANYTHING)
@example(text="#FreeThemAll a+b  two spaces\n\n\tend_")
@example(text="\u202eright to left\u2069 👨‍👩‍👧‍👧 {url} %20 &amp;")
def test_every_link_decodes_to_exactly_the_text(name: str, text: str) -> None:
    url = "https://example.org/es/?a=1&b=ñ#c"
    link = compose_link(TABLE[name], text=text, url=url, title="Una acción & más")
    if any("\ud800" <= c <= "\udfff" for c in text) and "text" not in link.drops:
        assert link.href is None
        assert "half a character" in link.warnings[0]
        return
    values = arrives(link)
    if "text" in link.carries:
        assert link.text in values.values()
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        assert link.text in {plain, f"{plain}\n{url}", url}
    if "url" in link.carries:
        assert url in values.values()
    assert set(link.carries) | set(link.drops) >= {"url"} or url in link.text
    assert link.href is not None
    assert link.href.isascii()


def test_a_space_is_never_a_plus_and_a_value_is_encoded_once() -> None:
    assert encoded("a b+c&d=é%20/") == "a%20b%2Bc%26d%3D%C3%A9%2520%2F"
    link = compose_link(TABLE["x"], text="a b", url="https://example.org/?a=%20")
    assert link.href == (
        "https://x.com/intent/tweet?text=a%20b&url=https%3A%2F%2Fexample.org%2F%3Fa%3D%2520"
    )
    assert dict(parse_qsl(urlsplit(link.href).query)) == {
        "text": "a b",
        "url": "https://example.org/?a=%20",
    }


def test_what_has_no_value_is_left_out() -> None:
    assert compose_link(TABLE["x"], text="hi").href == "https://x.com/intent/tweet?text=hi"
    assert compose_link(TABLE["email"], text="hi").href == "mailto:?body=hi"
    assert compose_link(TABLE["sms"], text="hi").href == "sms:?&body=hi"


def test_mail_breaks_its_lines_with_crlf() -> None:
    link = compose_link(TABLE["email"], text="one\ntwo\r\nthree", title="Now")
    assert link.href == "mailto:?subject=Now&body=one%0D%0Atwo%0D%0Athree"
    assert link.text == "one\ntwo\nthree"


def test_mastodon_asks_the_server_in_its_own_page_and_the_text_stays_on_the_device() -> None:
    link = compose_link(TABLE["mastodon"], text="hi", url="https://example.org")
    assert link.href == "https://share.joinmastodon.org/#text=hi%0Ahttps%3A%2F%2Fexample.org"


def test_a_link_already_in_the_text_is_not_put_in_twice() -> None:
    text = "read https://example.org now"
    assert compose_link(TABLE["bluesky"], text=text, url="https://example.org").text == text


def test_a_network_that_takes_only_a_link_says_what_it_drops() -> None:
    link = compose_link(TABLE["facebook"], text="hi", url="https://example.org")
    assert link.href == "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fexample.org"
    assert (link.carries, link.drops, link.text) == (("url",), ("text",), "")


@pytest.mark.parametrize("name", ["facebook", "linkedin", "telegram"])
def test_a_missing_link_is_said(name: str) -> None:
    link = compose_link(TABLE[name], text="hi")
    assert link.href is None
    assert "needs a url" in link.warnings[0]


@pytest.mark.parametrize("name", ["instagram", "tiktok", "youtube", "signal"])
def test_a_network_without_compose_link_has_none(name: str) -> None:
    link = compose_link(TABLE[name], text="hi")
    assert (link.href, link.carries, link.drops, link.warnings) == (None, (), ("text",), ())


def test_a_link_that_may_be_cut_off_is_said() -> None:
    assert compose_link(TABLE["email"], text="é" * 300).warnings == ()
    assert "2,000" in compose_link(TABLE["email"], text="é" * 400).warnings[0]
    assert "8,000" in compose_link(TABLE["x"], text="日" * 1000).warnings[0]
