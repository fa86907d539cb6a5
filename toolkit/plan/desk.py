"""Plan the pages of the other documents: letter desk, petition, press room, and their files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.pages import assets
from toolkit.pages.letters import letters
from toolkit.pages.petition import petition
from toolkit.pages.press import press
from toolkit.plan import papers, search

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.model import Campaign, Toolkit
    from toolkit.pages import CardFile, PostView, RichPage, SiteInfo
    from toolkit.plan.papers import Made
    from toolkit.plan.shares import Sharing


@dataclass(frozen=True, slots=True)
class Desk:
    """The files that go with a toolkit's letters, by campaign."""

    sharing: Sharing
    toolkit: Toolkit
    letters: Mapping[str, Mapping[tuple[str, str], tuple[Made, ...]]]
    labels: Mapping[str, tuple[Made, ...]]
    signing: Mapping[str, Mapping[str, tuple[Made, ...]]]

    def pages_of(
        self,
        campaign: Campaign,
        language: str,
        views: tuple[PostView, ...],
        image: CardFile | None,
    ) -> Iterator[tuple[RichPage, str]]:
        """Yield the pages a campaign has beside its posts, each with what a search finds there."""
        if campaign.letter:
            page = letters(
                self.toolkit,
                self.sharing.site,
                campaign,
                language,
                image=image,
                papers={
                    key: [paper for paper, _ in made]
                    for key, made in self.letters[campaign.id].items()
                },
                labels=[paper for paper, _ in self.labels[campaign.id]],
                profile_of=self.sharing.profile,
            )
            yield page, search.letter_words(campaign, language)
        site, sheets = self.sharing.site, self.signing.get(campaign.id, {})
        if campaign.petition:
            made = [paper for paper, _ in sheets.get(language, ())]
            page = petition(site, campaign, language, views, image=image, papers=made)
            yield page, search.petition_words(campaign, language)
        if campaign.press and (site.preview or not campaign.press.secret(site.today)):
            page = press(site, campaign, language, views, image=image)
            yield page, search.press_words(campaign, language)

    @property
    def files(self) -> dict[str, bytes]:
        """The files these pages need and lead to, by their path from the site's root."""
        made = [
            *(m for rows in self.letters.values() for row in rows.values() for m in row),
            *(m for row in self.labels.values() for m in row),
            *(m for rows in self.signing.values() for row in rows.values() for m in row),
        ]
        found = {paper.path: body for paper, body in made}
        if any(c.letter or c.petition or c.press for c in self.toolkit.campaigns):
            found |= {asset.path: asset.body for asset in assets.desk_assets()}
        return found


def desk(sharing: Sharing, toolkit: Toolkit) -> Desk:
    """Make every file that goes with a toolkit's letters."""
    site: SiteInfo = sharing.site
    with_letters = [c for c in toolkit.campaigns if c.letter]
    return Desk(
        sharing,
        toolkit,
        {c.id: papers.letter_papers(site, c) for c in with_letters},
        {c.id: papers.label_papers(site, c) for c in with_letters},
        {c.id: papers.sheet_papers(site, c) for c in toolkit.campaigns if c.petition},
    )
