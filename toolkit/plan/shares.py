"""The ways to pass a post on: one link for each network that has a composer of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.compose import Note, Setting, compose, later_parts, profile_url
from toolkit.pages import Profile, ShareLink, Variant, paths, wording
from toolkit.pages.markup import bare

if TYPE_CHECKING:
    from toolkit.compose import Composed, Directory
    from toolkit.model import Account, Campaign, Handle, Post
    from toolkit.networks import Network, Table
    from toolkit.pages import SiteInfo


@dataclass(frozen=True, slots=True)
class Turn:
    """A post's language, and the accounts whose turn it is to be addressed."""

    language: str
    targets: tuple[Account, ...] = ()


@dataclass(frozen=True, slots=True)
class Sharing:
    """Knows the networks, the site and whose handle is whose."""

    networks: Table
    site: SiteInfo
    known: Directory

    @property
    def offered(self) -> tuple[Network, ...]:
        """Networks with a compose link; relatives with the same one are offered once."""
        unique: dict[str, Network] = {}
        for network in self.networks.values():
            if network.share:
                unique.setdefault(network.share, network)
        return tuple(unique.values())

    def shares(self, campaign: Campaign, post: Post, turn: Turn) -> tuple[ShareLink, ...]:
        """Return the links that open each network with a post in a language."""
        return self.links(post, self.offers(campaign, post, turn), turn.language)

    def offers(self, campaign: Campaign, post: Post, turn: Turn) -> tuple[Composed, ...]:
        """Return a post as each network that has a compose link will see it.

        None where taking part can put people at risk: they copy, and open what they trust.
        """
        if campaign.sensitive:
            return ()
        found = (self.composed(campaign, post, network, turn) for network in self.offered)
        return tuple(composed for composed in found if composed)

    def links(
        self, post: Post, offers: tuple[Composed, ...], language: str
    ) -> tuple[ShareLink, ...]:
        """Return the links of what can be opened of a post."""
        links = (self._link(post, composed, language) for composed in offers)
        return tuple(link for link in links if link.href)

    def variants(self, campaign: Campaign, post: Post, turn: Turn) -> tuple[Variant, ...]:
        """Return the texts that a post has of its own for single networks."""
        if campaign.sensitive:
            return ()
        own = [self.networks[n] for n, texts in post.networks if texts.get(turn.language)]
        composed = (self.composed(campaign, post, network, turn) for network in own)
        called = wording(turn.language)[0].network
        return tuple(
            Variant(network.id, called(network.name), c.text)
            for network, c in zip(own, composed, strict=True)
            if c
        )

    def composed(
        self, campaign: Campaign, post: Post, network: Network, turn: Turn
    ) -> Composed | None:
        """Return a post as a network will see it, before we know who passes it on."""
        title = (campaign.short_title or campaign.title).best(turn.language)
        setting = Setting(
            network,
            turn.language,
            self.known,
            url=self.url(campaign, post, turn.language),
            title=str(title or ""),
            targets=turn.targets,
        )
        return compose(post, setting)

    def _link(self, post: Post, composed: Composed, language: str) -> ShareLink:
        """Return a way to pass a post on; one that is too long travels as its link alone."""
        words = wording(language)[0]
        network = composed.setting.network
        name = words.network(network.name)
        link = composed.link if composed.fits else composed.link_alone
        says = [words(f"says_{network.says.replace('-', '_')}", network=name)]
        if not composed.fits:
            says = []
        says += [
            words(
                f"note_{said.note}",
                network=name,
                what=" ".join(said.what),
                many=said.many,
            )
            for said in composed.notes
            if said.note is not Note.NAMES
        ]
        if later_parts(post, composed.setting):
            says.append(words("does_then_part", next=2))
        return ShareLink(network.id, name, link.href or "", " ".join(says))

    def url(self, campaign: Campaign, post: Post, language: str) -> str:
        """Return what a post links to: its own link, else its landing page."""
        landing = paths.landing(self.site, language, campaign.id, post.id)
        link = post.link or paths.absolute(self.site, landing)
        return bare(link) if campaign.sensitive else link

    def profile(self, handle: Handle) -> Profile:
        """Return where a handle leads."""
        network = self.networks[handle.network]
        return Profile(network.name, f"@{handle.name}", profile_url(network, handle.name))
