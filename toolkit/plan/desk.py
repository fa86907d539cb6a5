"""Plan the pages of the other documents: letter desk, petition, press room, and their files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.pages import assets
from toolkit.pages.letters import letters
from toolkit.pages.petition import petition
from toolkit.pages.press import press
from toolkit.plan import papers, pressroom, search, statements
from toolkit.plan.drawing import store
from toolkit.plan.pictures import pictures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from toolkit.kit.store import Kept
    from toolkit.model import Campaign, Toolkit
    from toolkit.pages import CardFile, Download, Photo, PostView, RichPage, SiteInfo
    from toolkit.pages.letters import Paper
    from toolkit.plan.drawing import Drawn
    from toolkit.plan.papers import Made
    from toolkit.plan.shares import Sharing


@dataclass(frozen=True, slots=True)
class Desk:
    """The files that go with a toolkit's letters, petitions and releases, by campaign.

    `letters` are by target and language; `signing`, `petitions` and `releases` by language of the
    site; `photos` by their names under the root, `zips` by language of the site.
    """

    sharing: Sharing
    toolkit: Toolkit
    letters: Mapping[str, Mapping[tuple[str, str], tuple[Made, ...]]]
    labels: Mapping[str, tuple[Made, ...]]
    signing: Mapping[str, Mapping[str, tuple[Made, ...]]]
    petitions: Mapping[str, Mapping[str, tuple[Made, ...]]]
    releases: Mapping[str, Mapping[str, tuple[Made, ...]]]
    photos: Mapping[str, Mapping[str, tuple[Photo, Kept]]]
    zips: Mapping[str, Mapping[str, tuple[Download, Kept]]]

    def pages_of(
        self,
        campaign: Campaign,
        language: str,
        views: tuple[PostView, ...],
        image: CardFile | None,
    ) -> Iterator[tuple[RichPage, str]]:
        """Yield the pages a campaign has beside its posts, each with what a search finds there."""
        if campaign.letter:
            page = self._letters(campaign, language, image)
            yield page, search.letter_words(campaign, language)
        site = self.sharing.site
        if campaign.petition:
            page = petition(
                site,
                campaign,
                language,
                views,
                image=image,
                papers=_papers(self.signing[campaign.id].get(language, ())),
                prints=_papers(self.petitions[campaign.id].get(language, ())),
                logos=self._photos(campaign),
            )
            yield page, search.petition_words(campaign, language)
        if campaign.press and (site.preview or not campaign.press.secret(site.today)):
            found = self.zips[campaign.id].get(language)
            page = press(
                site,
                campaign,
                language,
                views,
                image=image,
                prints=_papers(self.releases[campaign.id].get(language, ())),
                photos=self._photos(campaign),
                kit=found[0] if found else None,
            )
            yield page, search.press_words(campaign, language)

    def _letters(self, campaign: Campaign, language: str, image: CardFile | None) -> RichPage:
        return letters(
            self.toolkit,
            self.sharing.site,
            campaign,
            language,
            image=image,
            papers={key: _papers(made) for key, made in self.letters[campaign.id].items()},
            labels=_papers(self.labels[campaign.id]),
            profile_of=self.sharing.profile,
        )

    def _photos(self, campaign: Campaign) -> dict[str, Photo]:
        return {file: photo for file, (photo, _) in self.photos[campaign.id].items()}

    @property
    def files(self) -> dict[str, bytes]:
        """The files these pages need and lead to, by their path from the site's root."""
        by_language = (self.signing, self.petitions, self.releases)
        made = [
            *(m for rows in self.letters.values() for row in rows.values() for m in row),
            *(m for row in self.labels.values() for m in row),
            *(m for k in by_language for rows in k.values() for row in rows.values() for m in row),
        ]
        found = {paper.path: body for paper, body in made}
        if any(c.letter or c.petition or c.press for c in self.toolkit.campaigns):
            found |= {asset.path: asset.body for asset in assets.desk_assets()}
        return found

    @property
    def kept(self) -> dict[str, Kept]:
        """The pictures and zips of these pages, by their path from the site's root."""
        photos = {p.path: kept for rows in self.photos.values() for p, kept in rows.values()}
        zips = {d.path: kept for rows in self.zips.values() for d, kept in rows.values()}
        return photos | zips


def desk(
    root: Path,
    sharing: Sharing,
    toolkit: Toolkit,
    drawn: Drawn,
    views: Mapping[str, tuple[PostView, ...]],
) -> Desk:
    """Make every file that goes with a toolkit's letters, petitions and releases."""
    site: SiteInfo = sharing.site
    kept = store(root)
    with_letters = [c for c in toolkit.campaigns if c.letter]
    photos = {c.id: pictures(root, site, c, kept) for c in toolkit.campaigns}
    return Desk(
        sharing,
        toolkit,
        {c.id: papers.letter_papers(site, c) for c in with_letters},
        {c.id: papers.label_papers(site, c) for c in with_letters},
        {c.id: papers.sheet_papers(site, c) for c in toolkit.campaigns if c.petition},
        {c.id: statements.petition_papers(site, c) for c in toolkit.campaigns},
        {c.id: statements.release_papers(site, c) for c in toolkit.campaigns},
        photos,
        {
            c.id: pressroom.zips(
                site, c, pressroom.Stock(views[c.id], photos[c.id], drawn.files, kept)
            )
            for c in toolkit.campaigns
        },
    )


def _papers(made: Iterable[Made]) -> list[Paper]:
    return [paper for paper, _ in made]
