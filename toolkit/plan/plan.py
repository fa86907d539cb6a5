"""What will exist: pages for a host, files for the site, and what was found on the way."""

from __future__ import annotations

import dataclasses
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.kit.store import Kept
    from toolkit.model import Toolkit
    from toolkit.pages import CardFile, RichPage, SiteInfo
    from toolkit.problems import Problem

OVERRIDES = Path(__file__).parent.parent / "pages" / "templates" / "overrides"
FRONT_MATTER = re.compile(r"\A---\n(.*?\n)??---\n", re.DOTALL)
# What a host watches to build again; folders are watched with all that is in them.
WATCHED = ("hashtags.yml", "accounts.yml", "networks.yml", "checks.yml", "campaigns", "cards")


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A rich page: `source` is its Markdown file's name inside its language's own tree.

    In a page that somebody wrote under the same name, `insert` takes the place of `marker`.
    `search` is what a search should find here, as plain HTML.
    """

    source: str
    language: str
    page: RichPage
    search: str = ""
    insert: str = ""
    marker: str = ""

    @property
    def front_matter(self) -> str:
        """The page without its body, for a host that takes the body as it is."""
        return dataclasses.replace(self.page, body="").markdown

    def markdown_around(self, written: str) -> str:
        """Return what somebody wrote under this page's name, with our part inserted.

        Front matter that is written stays; ours adds what is not said there.
        """
        said, body = _parted(written)
        ours = {**self.page.meta, "toolkit": {**_of_ours(self.page.meta), "wide": False}}
        meta = {key: value for key, value in ours.items() if not _says(said, key)}
        page = dataclasses.replace(self.page, meta=meta, body="").markdown
        front = page.removeprefix("---\n").partition("---\n")[0]
        mixed = f"{body.rstrip()}\n\n{self.insert}\n"
        if self.marker and self.marker in body:
            mixed = body.replace(self.marker, self.insert)
        return f"---\n{said}{front}---\n{mixed}"


def _parted(written: str) -> tuple[str, str]:
    """Return the front matter of a page, without its fences, and the rest."""
    match = FRONT_MATTER.match(written)
    return (match[1] or "", written[match.end() :]) if match else ("", written)


def _says(front_matter: str, key: str) -> bool:
    return any(line.startswith(f"{key}:") for line in front_matter.splitlines())


def _of_ours(meta: Mapping[str, object]) -> dict[str, object]:
    ours = meta.get("toolkit")
    return dict(ours) if isinstance(ours, dict) else {}


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that will exist, as values. Paths count from the site's root.

    `parcels` are large files that are made when they are published or somebody asks for them.
    """

    toolkit: Toolkit
    site: SiteInfo
    pages: tuple[PlannedPage, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    pictures: Mapping[str, Path] = field(default_factory=dict)
    parcels: Mapping[str, Kept] = field(default_factory=dict)
    cards: tuple[CardFile, ...] = ()
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    painted: int = 0
    landings: int = 0
    problems: tuple[Problem, ...] = ()
    failed: bool = False

    @property
    def languages(self) -> tuple[str, ...]:
        return self.site.languages

    @property
    def language(self) -> str:
        """The language of the tree at the root."""
        return self.site.languages[0]

    @property
    def overrides(self) -> Path:
        """The folder with our changes to the theme's templates."""
        return OVERRIDES

    @property
    def watched(self) -> tuple[str, ...]:
        return WATCHED

    @property
    def page_count(self) -> int:
        return len(self.pages) + self.landings

    def pages_in(self, language: str) -> tuple[PlannedPage, ...]:
        return tuple(page for page in self.pages if page.language == language)

    def navigation(self, language: str) -> list[dict[str, list[str | dict[str, str]]]]:
        """Return one entry for each campaign, with its pages in the language's own tree.

        A page that a menu calls something else than its title stands with that label.
        """
        names = {c.id: (c.short_title or c.title).best(language) for c in self.toolkit.campaigns}
        found: dict[str, list[str | dict[str, str]]] = {}
        for page in self.pages_in(language):
            folder, _, rest = page.source.partition("/")
            if rest and folder in names:
                found.setdefault(folder, []).append(
                    {label: page.source} if (label := page.page.label) else page.source
                )
        return [{str(names[id_] or id_): sources} for id_, sources in found.items()]

    def published(self) -> dict[str, bytes | Path]:
        """Return every file of the site that is not a page of the host, parcels made."""
        # Whoever packs mostly waits for the disk and for hashes, which do not keep others waiting.
        with ThreadPoolExecutor() as pool:
            made = pool.map(lambda kept: kept.there(), self.parcels.values())
            return {**self.at_hand(), **dict(zip(self.parcels, made, strict=True))}

    def at_hand(self) -> dict[str, bytes | Path]:
        """Return the same without the parcels, which nobody needs while a site is written."""
        return {**self.files, **self.pictures}

    def exported(self) -> dict[str, bytes | Path]:
        """Return everything, pages as Markdown, for the content folder of any host."""
        markdown = {page.page.source: page.page.markdown.encode() for page in self.pages}
        return {**markdown, **self.published()}

    def failing(self, problems: tuple[Problem, ...]) -> Plan:
        """Return this plan marked as out of date because of problems."""
        return dataclasses.replace(self, problems=problems, failed=True)
