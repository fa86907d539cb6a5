"""All posts of a campaign as plain text: for the slowest line, the oldest phone, and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.pages import paths
from toolkit.pages.frame import frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.model import Campaign
    from toolkit.pages.site import PostView, SiteInfo

RULE = "-" * 40
# Hosts often say nothing of the encoding of a text file; with this sign in front browsers know.
MARK = "\ufeff"


def plain(site: SiteInfo, campaign: Campaign, language: str, views: Sequence[PostView]) -> bytes:
    """Return the posts of a language as UTF-8 text, each exactly as it is copied."""
    lines = _lines(site, campaign, language, [v for v in views if v.language == language])
    return (MARK + "\n".join(lines) + "\n").encode()


def _lines(
    site: SiteInfo, campaign: Campaign, language: str, views: Sequence[PostView]
) -> Iterator[str]:
    page = frame(site, language, paths.plain(site, language, campaign.id))
    yield page.text(campaign.title)
    yield from filter(None, (page.text(campaign.call), page.until(campaign)))
    if not views:
        yield page.say("posts_none")
    for number, view in enumerate(views, 1):
        yield f"\n{RULE}\n{number}/{len(views)}\n{RULE}\n"
        for at, part in enumerate(view.parts, 1):
            if view.thread:
                mark = page.say("does_part", n=at, many=len(view.parts))
                yield f"[{mark}]" if at == 1 else f"\n[{mark}]"
            yield part
        link = paths.absolute(site, paths.landing_of(site, view))
        if link:
            yield f"\n{link}"
