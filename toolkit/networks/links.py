"""Make the link that opens a composer: the one place where text is encoded for an address."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.networks.table import Network

# RFC 3986: only these stand for themselves in a value; a space is %20, a line break %0A.
UNRESERVED = re.compile("[A-Za-z0-9._~-]")
ESCAPED = [c if UNRESERVED.match(c) else f"%{ord(c):02X}" for c in map(chr, range(256))]
SLOT = re.compile(r"\{(\w+)\}")
HALF = re.compile("[\ud800-\udfff]")
HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?")


@dataclass(frozen=True, slots=True)
class ComposeLink:
    """A link that opens a composer, and what of a post gets there.

    `href` is None where a network has no such link or it cannot be made; `warnings` say why.
    `text` is exactly the text that travels, `url` the link that travels beside it (empty: none),
    `carries` what arrives (text, url, title), `drops` what was given and does not.
    """

    href: str | None
    text: str = ""
    url: str = ""
    carries: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def compose_link(
    network: Network,
    *,
    text: str,
    url: str | None = None,
    title: str | None = None,
    server: str | None = None,
) -> ComposeLink:
    """Return the link that opens `network` with a post in it, each value encoded once.

    Where a network takes no link apart from the text, `url` is put on a line after the text, unless
    it already stands in it. `server` is a host name, for templates that have a {server}.
    """
    given = {"text": _plain(text), "url": url or "", "title": title or ""}
    if network.share is None:
        return ComposeLink(None, drops=tuple(k for k, v in given.items() if v))
    slots = _slots(network.share)
    if "text" in slots and "url" not in slots:
        given = {**given, "text": _joined(given["text"], given["url"]), "url": ""}
    drops = tuple(k for k, v in given.items() if v and k not in slots)
    problem = _impossible(network, given, slots, server)
    if problem:
        return ComposeLink(None, drops=drops, warnings=(problem,))
    href = _filled(network.share.replace("{server}", server or ""), given)
    return ComposeLink(
        href,
        given["text"] if "text" in slots else "",
        given["url"] if "url" in slots else "",
        tuple(k for k, v in given.items() if v and k in slots),
        drops,
        _too_long(network, href),
    )


@functools.lru_cache(maxsize=256)
def _slots(template: str) -> frozenset[str]:
    return frozenset(SLOT.findall(template))


def _plain(text: str) -> str:
    """Make every line break the same one."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _joined(text: str, url: str) -> str:
    if not url or url in text:
        return text
    return f"{text}\n{url}" if text else url


def _impossible(
    network: Network, given: dict[str, str], slots: frozenset[str], server: str | None
) -> str | None:
    """Return why no link can be made, or None."""
    for name in slots & given.keys():
        half = HALF.search(given[name])
        if half:
            where = half.start() + 1
            found = f"U+{ord(half[0]):04X}"
            return f"character {where} of the {name} is half a character ({found}); type it again"
    if "server" in slots and not (server and HOST.fullmatch(server)):
        return f"{network.name} needs the name of a server, for example mastodon.social"
    needed = network.needs or (() if "text" in slots else ("url",))
    missing = [name for name in needed if not given[name]]
    return f"{network.name} needs a {missing[0]} to open with" if missing else None


def _filled(template: str, given: dict[str, str]) -> str:
    """Fill the parameters of a template; one whose value is empty is left out."""
    base, parameters = _parameters(template)
    lines = "\r\n" if template.startswith("mailto:") else "\n"
    filled = []
    for parameter, name, slot in parameters:
        if not slot:
            filled.append(parameter)
        elif given[slot]:
            filled.append(f"{name}={encoded(given[slot].replace(chr(10), lines))}")
    return base + "&".join(filled)


@functools.lru_cache(maxsize=256)
def _parameters(template: str) -> tuple[str, tuple[tuple[str, str, str], ...]]:
    """Take a template apart: what stands in front, then each parameter, its name and its slot."""
    cut = re.search(r"[?#]", template)
    if not cut:
        return template, ()
    parameters = []
    for parameter in template[cut.end() :].split("&"):
        name, _, value = parameter.partition("=")
        found = SLOT.fullmatch(value)
        parameters.append((parameter, name, found[1] if found else ""))
    return template[: cut.end()], tuple(parameters)


@functools.lru_cache(maxsize=256)
def encoded(value: str) -> str:
    """Return a value as percent-encoded UTF-8, for one parameter of an address.

    A post goes to one network after the other, so the last values are remembered.
    """
    return value.encode().decode("latin-1").translate(ESCAPED)


def _too_long(network: Network, href: str) -> tuple[str, ...]:
    if len(href) <= network.ceiling:
        return ()
    return (
        (
            f"this link is {len(href):,} characters long, and for {network.name} more than"
            f" {network.ceiling:,} may be cut off: shorten the text"
        ),
    )
