"""A sheet of cards on disk: the page, the pictures beside it, and news for whoever looks at it."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

from toolkit.pages import review as pages
from toolkit.publish import publish

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from markupsafe import Markup

    from toolkit.plan.looks import Look

PICTURE = re.compile(r"[0-9a-f]{64}\.(png|jpg)")
VERSION_FILE, NEWS_FILE = "version.js", "news.js"
"""What a sheet in a browser asks for again and again, and what it reads once there is news."""


def write_sheet(path: Path, shown: Mapping[str, Look], *, guides: bool) -> None:
    """Write a sheet and, in a folder beside it, its pictures."""
    sheet = Sheet(path, guides=guides)
    sheet.take(shown)
    sheet.write()


class Sheet:
    """One sheet of cards at `path`, whose pictures lie in a folder beside it.

    It remembers the pieces it is made of: only for cards that look otherwise there is work.
    """

    def __init__(self, path: Path, *, guides: bool) -> None:
        self.path, self.folder, self._guides = path, pictures_of(path), guides
        self._looks: Mapping[str, Look] = {}
        self.figures: dict[str, Markup] = {}

    def take(self, shown: Mapping[str, Look]) -> int:
        """Show these cards; return how many pictures had to be put into the folder."""
        before, self._looks = self._looks, shown
        changed = [look for name, look in shown.items() if before.get(name) is not look]
        drawn = {look.picture.name: look.picture for look in changed if look.picture}
        new = {n: p for n, p in drawn.items() if not (self.folder / n).is_file()}
        publish(new, self.folder, prune=False)
        made = {look.name: _figure(look, self.folder.name) for look in changed}
        self.figures = {name: made.get(name) or self.figures[name] for name in shown}
        return len(new)

    def write(self, following: pages.Following | None = None) -> None:
        """Write the page, and remove pictures of an earlier one; nothing else is touched."""
        groups: dict[str, list[Markup]] = {}
        for name, figure in self.figures.items():
            groups.setdefault(_group(name), []).append(figure)
        broken = sum(bool(look.faults) for look in self._looks.values())
        page = pages.sheet(groups, broken=broken, guides=self._guides, following=following)
        publish({self.path.name: page.encode()}, self.path.parent, prune=False)
        used = {look.picture.name for look in self._looks.values() if look.picture}
        for old in self.folder.glob("*.*"):
            if PICTURE.fullmatch(old.name) and old.name not in used:
                old.unlink()


class Live:
    """Keeps a sheet on which a browser follows every step, without loading the page again.

    `show` is quick: it leaves the page as it is and tells what is different on it. `settle` writes
    the page. Whoever loaded the page since it was settled last can take the news; an older page
    loads itself again.
    """

    def __init__(self, path: Path, *, guides: bool) -> None:
        self.path = path
        self._sheet = Sheet(path, guides=guides)
        self._page: dict[str, Markup] | None = None
        self._says: tuple[str, ...] = ()
        self._takes: list[str] = []

    def show(self, shown: Mapping[str, Look]) -> int:
        """Tell the browser how the cards look now; return how many pictures are new."""
        new = self._sheet.take(shown)
        self._says = ()
        self._tell()
        return new

    def complain(self, says: tuple[str, ...]) -> None:
        """Leave the cards as they are, and let the browser say what has to be mended."""
        self._says = says
        self._tell()

    def settle(self) -> None:
        """Write the page as it is shown now."""
        figures = self._sheet.figures
        version = _version_of(figures.values(), self._says)
        following = pages.Following(version, self._sheet.folder.name, self._says)
        self._sheet.write(following)
        self._page, self._takes = figures, [version]

    def _tell(self) -> None:
        figures = self._sheet.figures
        if self._page is None or figures.keys() != self._page.keys():
            self.settle()
        before = self._page or {}
        changed = {n: figure for n, figure in figures.items() if figure != before[n]}
        told = {pages.figure_id(name): figure for name, figure in changed.items()}
        version = _version_of(figures.values(), self._says)
        older = [known for known in self._takes if known != version]
        news = f"sheetHas({_js(version)}, {_js(told)}, {_js(self._says)});\n"
        is_ = f"sheetIs({_js(version)}, {_js(older)});\n"
        for name, script in ((NEWS_FILE, news), (VERSION_FILE, is_)):
            publish({name: script.encode()}, self._sheet.folder, prune=False)
        self._takes = [*older, version]


def pictures_of(path: Path) -> Path:
    """Return the folder beside a sheet in which its pictures lie."""
    return path.with_name(f"{path.stem}-cards")


def _figure(look: Look, folder: str) -> Markup:
    return pages.figure(
        pages.Shown(
            name=look.name,
            group=_group(look.name),
            label=f"{look.format}, {look.design}",
            format=look.format,
            src=f"{folder}/{look.picture.name}" if look.picture else "",
            facts=look.facts,
            faults=look.faults,
            by_hand=look.by_hand,
        )
    )


def _group(name: str) -> str:
    return name.partition("@")[0]


def _version_of(figures: Iterable[Markup], says: Iterable[str]) -> str:
    return hashlib.sha256("\0".join((*figures, *says)).encode()).hexdigest()[:16]


def _js(value: object) -> str:
    """Return a value as JavaScript; U+2028 and U+2029 end a line in older browsers."""
    told = json.dumps(value, ensure_ascii=False)
    return told.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
