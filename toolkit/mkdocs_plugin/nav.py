"""Compose the navigation: campaigns where the writer put them, pages only where they exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

Nav: TypeAlias = list[Any]

# In mkdocs.yml's nav, this word stands for all campaigns.
CAMPAIGNS = "campaigns"
HOME = {"index.md", "README.md"}


def compose(nav: Nav | None, campaigns: Nav, pages: Collection[str], home: str = "") -> Nav | None:
    """Return the navigation with campaigns filled in and missing pages left out.

    `pages` are the source names of the pages of this language (`guide/first-campaign.md`). Without
    a nav of the writer's own, the home page comes first, then the campaigns, then the rest. The
    home page is called `home` where the writer calls it nothing: its title is the site's name,
    which stands above the menu already.
    """
    if nav is None:
        own = {name for entry in campaigns for name in _names(entry)} | HOME
        first = [p for p in pages if p in HOME]
        nav = [*first, CAMPAIGNS, *sorted(p for p in pages if p not in own)]
    return [
        {home: entry} if home and isinstance(entry, str) and entry in HOME else entry
        for entry in _filled(nav, campaigns, pages)
    ]


def _filled(nav: Sequence[Any], campaigns: Nav, pages: Collection[str]) -> Nav:
    found: Nav = []
    for entry in nav:
        if entry == CAMPAIGNS:
            found += campaigns
        elif isinstance(entry, str):
            found += [entry] if _exists(entry, pages) else []
        else:
            found += [
                kept
                for title, item in entry.items()
                if (kept := _kept(title, item, campaigns, pages))
            ]
    return found


def _kept(title: str, item: Any, campaigns: Nav, pages: Collection[str]) -> dict[str, Any] | None:  # noqa: ANN401 - nav is free-form
    if isinstance(item, str):
        return {title: item} if _exists(item, pages) else None
    below = _filled(item, campaigns, pages)
    return {title: below} if below else None


def _exists(item: str, pages: Collection[str]) -> bool:
    return item in pages or "://" in item or not item.endswith(".md")


def _names(entry: Any) -> list[str]:  # noqa: ANN401 - nav is free-form
    if isinstance(entry, str):
        return [entry]
    below = entry.values() if isinstance(entry, dict) else entry
    return [name for item in below for name in _names(item)]
