"""The ways to pass a post on: one link for each network that has a composer of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.compose import compose, profile_url
from toolkit.pages import Profile, ShareLink, paths, wording

if TYPE_CHECKING:
    from toolkit.compose.handles import Directory
    from toolkit.model import Campaign, Handle, Post
    from toolkit.networks import Network, Table
    from toolkit.pages import SiteInfo


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

    def shares(self, campaign: Campaign, post: Post, language: str) -> tuple[ShareLink, ...]:
        """Return the links that open each network with a post in a language."""
        words = wording(language)[0]
        title = (campaign.short_title or campaign.title).best(language)
        found: list[ShareLink] = []
        for network in self.offered:
            composed = compose(
                post,
                network,
                language,
                url=self.url(campaign, post, language),
                title=str(title or ""),
                known=self.known,
            )
            if composed and composed.link.href:
                says = words(f"says_{network.says.replace('-', '_')}", network=network.name)
                found.append(ShareLink(network.id, network.name, composed.link.href, says))
        return tuple(found)

    def url(self, campaign: Campaign, post: Post, language: str) -> str:
        """Return what a post links to: its own link, else its landing page."""
        landing = paths.landing(self.site, language, campaign.id, post.id)
        return post.link or paths.absolute(self.site, landing)

    def profile(self, handle: Handle) -> Profile:
        """Return where a handle leads."""
        network = self.networks[handle.network]
        return Profile(network.name, f"@{handle.name}", profile_url(network, handle.name))
