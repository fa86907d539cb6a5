"""Name the files a composer works with, so that a page carries a few posts and not two thousand."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from toolkit.pages.languages import Language, language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.pages.frame import Frame
    from toolkit.pages.site import PostView

# What the composer keeps on a device (localStorage): the number that chooses a post for this
# person, how many they have leafed through, the network they post on, and their server there.
COMPOSER_KEYS = ("tk-seed", "tk-turn", "tk-network", "tk-server")
# All that pages of ours keep; the letter desk keeps one entry more for each campaign, `tk-desk:…`.
DEVICE_KEYS = (*COMPOSER_KEYS, "tk-desk")
# The theme keeps one thing more, light or dark, under the site's path and this ending.
THEME_KEYS = ("__palette",)


@dataclass(frozen=True, slots=True)
class Tools:
    """The composer's program and what it knows of networks; paths count from the site's root.

    `first` is the small program that brings it.
    `networks` are pairs of an id and the name people see, `takes_server` the ids of those that are
    many servers, of which somebody may name theirs.
    """

    script: str
    data: str
    networks: tuple[tuple[str, str], ...]
    takes_server: tuple[str, ...] = ()
    first: str = ""


@dataclass(frozen=True, slots=True)
class Bank:
    """A campaign's posts in one language as files of at most `size` posts, in order.

    `posts` are the ids of all of them, `slices` the paths of the files from the site's root;
    `hashtags` stand in their texts, `targets` and `topics` are ids and names of whom they address
    and what they are about.
    """

    tools: Tools
    posts: tuple[str, ...]
    slices: tuple[str, ...]
    size: int
    hashtags: tuple[str, ...] = ()
    targets: tuple[tuple[str, str], ...] = ()
    topics: tuple[tuple[str, str], ...] = ()

    def where(self, view: PostView) -> int:
        """Return which post of the bank a view is, counted from 0."""
        return self.posts.index(view.post.id)


NO_BANKS: Mapping[str, Bank] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Shelf:
    """The posts in one language, to be searched from a page in any: the way to their files."""

    language: Language
    slices: str


@dataclass(frozen=True, slots=True)
class Composer:
    """A composer on one page: the way from there to its files, and the post it begins with.

    It knows of the bank only what the page shows, so that an edited post does not change the pages
    of all others. `fixed` is the id of the post that everybody begins with, if there is one;
    hashtags, targets and topics are for those who look for a post: where it is not fixed.
    """

    tools: Tools
    script: str
    data: str
    slices: str
    root: str
    first: str
    salt: str
    size: int
    total: int
    start: int
    fixed: str = ""
    hashtags: tuple[str, ...] = ()
    targets: tuple[tuple[str, str], ...] = ()
    topics: tuple[tuple[str, str], ...] = ()

    @property
    def early(self) -> tuple[tuple[str, str], ...]:
        """What a page needs that begins by itself; of several files nobody knows yet which."""
        posts = (("fetch", self.slices),) if " " not in self.slices else ()
        return (("script", self.first), ("script", self.script), *posts)


def composer(
    page: Frame, bank: Bank | None, view: PostView | None, *, fixed: bool
) -> Composer | None:
    """Return the composer of a page, None where there is nothing to compose.

    With `fixed` everybody begins with the post of `view`; else each person with another.
    """
    if not bank or not view or view.post.id not in bank.posts:
        return None
    return Composer(
        tools=bank.tools,
        script=page.to(bank.tools.script),
        data=page.to(bank.tools.data),
        slices=" ".join(page.to(path) for path in bank.slices),
        root=page.to(""),
        first=page.to(bank.tools.first),
        salt=view.campaign.id,
        size=bank.size,
        total=len(bank.posts),
        start=bank.where(view),
        fixed=view.post.id if fixed else "",
        hashtags=() if fixed else bank.hashtags,
        targets=() if fixed else bank.targets,
        topics=() if fixed else bank.topics,
    )


def shelves(page: Frame, banks: Mapping[str, Bank]) -> tuple[Shelf, ...]:
    """Return the posts in each language, this page's first; none if there is only one."""
    tags = sorted(banks, key=lambda tag: tag != page.tag)
    if page.tag not in banks or len(tags) == 1:
        return ()
    return tuple(
        Shelf(language(tag), " ".join(page.to(path) for path in banks[tag].slices)) for tag in tags
    )
