"""Plan the pages of the other documents: letter desk, petition, press room, and their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.pages import assets
from toolkit.pages.letters import letters
from toolkit.plan import search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.model import Campaign, Toolkit
    from toolkit.pages import CardFile, RichPage
    from toolkit.plan.shares import Sharing


def pages_of(
    sharing: Sharing, toolkit: Toolkit, campaign: Campaign, language: str, image: CardFile | None
) -> Iterator[tuple[RichPage, str]]:
    """Yield the pages a campaign has beside its posts, each with what a search finds there."""
    if campaign.letter:
        page = letters(
            toolkit,
            sharing.site,
            campaign,
            language,
            image=image,
            papers={},
            profile_of=sharing.profile,
        )
        yield page, search.letter_words(campaign, language)


def files(toolkit: Toolkit) -> dict[str, bytes]:
    """Return the files these pages need, by their path from the site's root."""
    if not any(c.letter or c.petition or c.press for c in toolkit.campaigns):
        return {}
    return {asset.path: asset.body for asset in assets.desk_assets()}
