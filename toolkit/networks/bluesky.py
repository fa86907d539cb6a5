"""Find links as Bluesky's app does, and shorten them the way it does before it counts."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

import regex

from toolkit.networks.idna import encoded, label_fits
from toolkit.networks.lookup import domains, pattern
from toolkit.networks.spec import BLUESKY
from toolkit.networks.urls import Url

LONGEST_PATH, KEPT_OF_PATH = 15, 13
DEFAULT_PORT = {"http": "80", "https": "443"}
# Scheme, host with what belongs to it, path, query, fragment: as a browser takes an address apart.
ADDRESS = r"([Hh][Tt][Tt][Pp][Ss]?)://[/\\]*([^/\\?#]*)([^?#]*)(\?[^#]*)?(#.*)?"
NEVER_IN_HOST = r"[ #/:<>?@\[\\\]^|%\p{C}]|(?:^|\.)\p{M}"
IGNORED_IN_HOST = "[\xad\u034f\u180b-\u180d\u180f\u200b\u2060\u2064\ufe00-\ufe0f\ufeff]"
# What a browser leaves as it is in a path, a query and a fragment (URL standard).
_KEPT = "!$%&()*+,-./:;=?@[\\]_~|"
IN_PATH, IN_QUERY, IN_FRAGMENT = _KEPT + "'", _KEPT + "^`{}", _KEPT + "'^{}#"

_half = regex.compile(r"\p{Cs}")
_dot = regex.compile(r"\.[A-Za-z0-9]")
_address = regex.compile(ADDRESS)
_ignored = regex.compile(IGNORED_IN_HOST)
_port = regex.compile("[0-9]*")
_never_in_host = regex.compile(NEVER_IN_HOST)


def find_links(text: str) -> tuple[Url, ...]:
    """Return the links Bluesky would make, `text` being where each leads.

    Source: `detectFacets` of @atproto/api (packages/api/src/rich-text/detection.ts).
    """
    found: list[Url] = []
    if "://" not in text and not _dot.search(text):
        return ()
    for match in pattern(BLUESKY["whole_link"]).finditer(text):
        link = match[1]
        address = link
        if not link.startswith("http"):
            if not match[2] or match[2].rpartition(".")[2] not in domains():
                continue
            address = f"https://{link}"
        cut = 1 if address[-1] in ".,;:!?" else 0
        rest = address[: len(address) - cut]
        if rest.endswith(")") and "(" not in rest:
            cut += 1
        found.append(Url(match.start(1), match.end(1) - cut, address[: len(address) - cut]))
    return tuple(found)


def shortened(link: str) -> str:
    """Return a link as the app shows and counts it: no scheme, a long path cut to 13 and `...`.

    A link without scheme stays as typed. Source: `toShortUrl` of bluesky-social/social-app.
    """
    parts = _address.fullmatch(link)
    host = _host(parts[1].lower(), parts[2]) if parts else ""
    if not parts or not host or _half.search(link):
        return link
    path = _without_dots(parts[3].replace("\\", "/"))
    path = "" if path in {"", "/"} else quote(path, safe=IN_PATH)
    for part, kept in ((parts[4], IN_QUERY), (parts[5], IN_FRAGMENT)):
        if part and len(part) > 1:
            path += part[0] + quote(part[1:], safe=kept)
    if len(path) > LONGEST_PATH:
        path = path[:KEPT_OF_PATH] + "..."
    return host + path


def _host(scheme: str, authority: str) -> str:
    """Return host and unusual port in ASCII; nothing if there can be no such host."""
    name, _, port = authority.rpartition("@")[2].partition(":")
    name = unicodedata.normalize("NFKC", _ignored.sub("", name)).lower()
    if not name or _never_in_host.search(name) or not _port.fullmatch(port):
        return ""
    if not all(map(label_fits, filter(None, name.split(".")))):
        return ""
    host = ".".join(encoded(label) for label in name.split("."))
    return host if not port or port == DEFAULT_PORT[scheme] else f"{host}:{port}"


def _without_dots(path: str) -> str:
    """Resolve `.` and `..` in a path."""
    if "/." not in path:
        return path
    kept: list[str] = []
    steps = path.split("/")[1:]
    for i, step in enumerate(steps):
        if step == "..":
            del kept[-1:]
        elif step != ".":
            kept.append(step)
        if step in {".", ".."} and i == len(steps) - 1:
            kept.append("")
    return "/" + "/".join(kept)
