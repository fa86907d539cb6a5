"""Work out once what the rules ask again and again: names, spellings, networks, lines of files."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.compose import Directory, directory
from toolkit.networks import Unit
from toolkit.problems import Place

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from toolkit.model import Account, Campaign, Post, Toolkit
    from toolkit.networks import Network, Table

# How many lines of a file a text of so many characters may take up, folded narrowly.
NARROW = 10


@dataclass(frozen=True, slots=True)
class Project:
    """What is checked, and what it is checked against.

    `files` are its YAML files by name; `url_of` tells what a post links to in a language, or
    nothing while the site has no address.
    """

    toolkit: Toolkit
    files: Mapping[str, bytes]
    networks: Table
    today: dt.date
    url_of: Callable[[Campaign, Post, str], str]


@dataclass(frozen=True, slots=True)
class Context:
    """A project with everything that many rules need worked out.

    `spelling` leads from a folded tag to how it is written; `networks` are those that posts are
    made for, relatives with the same compose link once; `limited` those that refuse long texts;
    `longest_name` stands for any name or handle: as long as the longest, of the highest character.
    """

    project: Project
    known: Directory
    spelling: Mapping[str, str]
    networks: tuple[Network, ...]
    limited: tuple[Network, ...]
    longest_name: str
    lines: Callable[[str], tuple[str, ...]]

    def url(self, campaign: Campaign, post: Post, language: str) -> str:
        """Return what a post links to; while the site has no address, a link of usual length."""
        known = self.project.url_of(campaign, post, language)
        return known or f"https://example.org/{language}/{campaign.id}/{post.id}/"

    def place_of(self, needle: str, around: Place, length: int) -> Place:
        """Return where a word stands in the file, searching from the beginning of its text."""
        if not needle:
            return around
        lines = self.lines(around.file)
        for number in range(around.line, min(len(lines), around.line + 2 + length // NARROW) + 1):
            start = around.column - 1 if number == around.line else 0
            column = lines[number - 1].find(needle, start)
            if column >= 0:
                return Place(around.file, number, column + 1)
        return around


def context(project: Project) -> Context:
    """Return a project ready to be checked."""
    unique: dict[str, Network] = {}
    for network in project.networks.values():
        unique.setdefault(network.share or network.id, network)
    networks = tuple(unique.values())
    files = project.files

    @functools.cache
    def lines(file: str) -> tuple[str, ...]:
        return tuple(files.get(file, b"").decode("utf-8-sig", "replace").splitlines())

    return Context(
        project,
        directory(project.toolkit.accounts),
        {form.casefold(): form for tag in project.toolkit.hashtags for form in tag.forms},
        networks,
        tuple(n for n in networks if n.hard("limit") and n.limit and n.count is not Unit.SMS),
        _longest([name for a in project.toolkit.accounts for name in _names(a)]),
        lines,
    )


def _names(account: Account) -> list[str]:
    return [*(words.text for words in account.name), *(h.name + "@" for h in account.handles)]


def _longest(names: list[str]) -> str:
    return max("".join(names), default="") * max(map(len, names), default=0)
