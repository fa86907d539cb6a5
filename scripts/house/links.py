"""Follow every way inside a built site: to pages, to files, and to places on pages."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOST = "site:"
WAYS = ("href", "src", "poster", "action")


class Ways(HTMLParser):
    """What one page leads to, each with its line, and the places on it that can be led to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.places: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.places |= {given[name] for name in ("id", "name") if given.get(name)}
        ways = [given[name] for name in WAYS if given.get(name)]
        ways += [part.split()[0] for part in given.get("srcset", "").split(",") if part.strip()]
        if tag != "meta":
            self.found += [(self.getpos()[0], way) for way in ways]


def broken(site: Path, base: str = "/") -> Iterator[str]:
    """Yield every way that does not arrive: `page:line: where it leads, and what is missing`.

    `site` is the folder of a built site and `base` the path at which a host shows it; ways to
    other hosts are not followed.
    """
    pages = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    read = {name: parsed(path) for name, path in pages.items()}
    for name, page in read.items():
        for line, way in page.found:
            if missing := lacking(site, read, name, way, base):
                yield f"{name}:{line}: {way} leads to no {missing}"


def base_of(site: Path) -> str:
    """Return the path at which a site says it is shown: that of its first page's own address."""
    tag = re.search(r'<link rel="?canonical"? href="?([^">]+)', (site / "index.html").read_text())
    return urlsplit(tag[1]).path if tag else "/"


def parsed(path: Path) -> Ways:
    ways = Ways()
    ways.feed(path.read_text(encoding="utf-8"))
    return ways


def lacking(site: Path, read: dict[str, Ways], source: str, way: str, base: str = "/") -> str:
    """Return what a way lacks, `page`, `file` or `place`, or nothing if it arrives."""
    there = urlsplit(urljoin(f"//{HOST}{base}{source}", way))
    if there.scheme or there.netloc != HOST:
        return ""
    if not there.path.startswith(base):
        return "page of this site"
    path = unquote(there.path.removeprefix(base))
    if not path or path.endswith("/"):
        path += "index.html"
    if not (site / path).is_file():
        return "page" if path.endswith(".html") else "file"
    known = read[path].places if path in read else set()
    # An empty fragment and #top are the beginning of any page.
    return "" if unquote(there.fragment) in known | {"", "top"} or path not in read else "place"
