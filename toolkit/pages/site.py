"""What pages are made from and what they come out as: plain values, no files and no clock."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.pages.markup import for_markdown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.model import Campaign, Post


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """The site as a whole.

    `url` is absolute and ends in `/`, or is empty when nobody has said where the site will be.
    The first of `languages` lives at the root, each other one under `<language>/`.
    `now` decides what has ended, without it the beginning of `today` in UTC. `pretended` is the day
    somebody asked to see the site on, which browsers then take for today. A `preview` shows also
    what may not be public yet. Without `directory_urls`, links name `index.html`.
    `accents` are names of card themes, each with the `#rrggbb` that stands for it.
    """

    name: str
    url: str
    languages: tuple[str, ...]
    today: dt.date
    directory_urls: bool = True
    accents: tuple[tuple[str, str], ...] = ()
    pretended: str = ""
    now: dt.datetime | None = None
    preview: bool = False

    @property
    def moment(self) -> dt.datetime:
        return self.now or dt.datetime.combine(self.today, dt.time(), dt.UTC)

    def accent(self, theme: str) -> str:
        """Return the colour of a card theme, nothing if it has none."""
        return dict(self.accents).get(theme, "")

    def tree(self, language: str) -> str:
        """Return the language whose tree serves this one: itself, or the first of the site."""
        return language if language in self.languages else self.languages[0]


@dataclass(frozen=True, slots=True)
class CardFile:
    """A card as a file: `path` from the site's root, `width` and `height` in px, `size` in bytes.

    `name` is what the file is called when somebody saves it; `format` is the id of its format.
    `twin` is the same card as JPEG, for networks that take no PNG. `by_hand`: a designer made it.
    """

    format: str
    path: str
    name: str
    width: int
    height: int
    size: int
    alt: str
    language: str
    twin: CardFile | None = None
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that is shown as it is: `path` from the site's root, size in px and in bytes."""

    path: str
    name: str
    width: int
    height: int
    size: int


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away: `kind` is `cards`, `posters`, `stickers`, `frame` or `press`.

    `path` counts from the site's root, `size` is in bytes, `count` is how many posts are in it.
    `part` says which one of its kind: a format or a paper, empty for all there is. `language` is
    empty where one file holds all languages.
    """

    kind: str
    path: str
    name: str
    size: int
    language: str = ""
    part: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class ShareLink:
    """A link that opens a network with the post filled in, and what that network does with it."""

    network: str
    label: str
    href: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """The post's own text for one network."""

    network: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Profile:
    """Where a handle leads: the network's name, the handle as people write it, its https page."""

    label: str
    shown: str
    href: str


@dataclass(frozen=True, slots=True)
class PostView:
    """One post in one language with all that a supporter takes away from it.

    `thread` are the parts that follow the text, `too_long` the ids of networks that would not take
    the text.
    """

    campaign: Campaign
    post: Post
    language: str
    text: str
    cards: tuple[CardFile, ...] = ()
    shares: tuple[ShareLink, ...] = ()
    variants: tuple[Variant, ...] = ()
    title: str = ""
    thread: tuple[str, ...] = ()
    too_long: tuple[str, ...] = ()

    def card(self, *formats: str) -> CardFile | None:
        """Return the card in the first of these formats there is, else any card, else None."""
        found = (next((c for c in self.cards if c.format == f), None) for f in formats)
        return next((c for c in found if c), self.cards[0] if self.cards else None)

    @property
    def parts(self) -> tuple[str, ...]:
        """All parts of a thread, the text being the first; of other posts the text alone."""
        return (self.text, *self.thread)

    @property
    def what_networks_do(self) -> tuple[tuple[str, str], ...]:
        """Return each sentence once, with the names of the networks it is about."""
        names: dict[str, list[str]] = {}
        for share in self.shares:
            if share.says:
                names.setdefault(share.says, []).append(share.label)
        return tuple((says, " · ".join(labels)) for says, labels in names.items())

    @property
    def heading(self) -> str:
        """A short line that names the post: its title, or the beginning of its text."""
        return self.title or first_words(self.text)


@dataclass(frozen=True, slots=True)
class RichPage:
    """A page in the theme: front matter and one block of HTML that Markdown leaves alone.

    `path` and `source` count from the site's root (`es/free-them-all/`), `meta` is the front
    matter as values, `body` the block as HTML, and `markdown` both as one file for any host.
    `alternates` are pairs of a language and the path of this page in it; `label` is what a menu
    calls it below the name of its campaign, where its title would say that name again.
    """

    path: str
    language: str
    title: str
    description: str
    body: str
    meta: Mapping[str, object]
    image: CardFile | None = None
    alternates: tuple[tuple[str, str], ...] = ()
    label: str = ""

    @property
    def source(self) -> str:
        return f"{self.path}index.md"

    @property
    def markdown(self) -> str:
        lines = (f"{key}: {_as_yaml(value)}\n" for key, value in self.meta.items())
        return f"---\n{''.join(lines)}---\n{for_markdown(self.body)}\n"


@dataclass(frozen=True, slots=True)
class Landing:
    """A complete HTML document that stands alone, at a path from the site's root."""

    path: str
    language: str
    html: str

    @property
    def file(self) -> str:
        return f"{self.path}index.html"


def first_words(text: str, limit: int = 70) -> str:
    """Return the beginning of a text on one line, cut between words, at most `limit` long."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    cut = head.rfind(" ")
    return head[: cut if cut > limit // 2 else None].rstrip(" ,;:.") + "…"


def first_sentences(text: str, limit: int) -> str:
    """Return as many whole sentences of a text as fit, on one line; the first one in any case."""
    sentences = _SENTENCE.findall(" ".join(text.split()))
    taken = sentences[0] if sentences else ""
    for sentence in sentences[1:]:
        if len(taken) + len(sentence) > limit:
            break
        taken += sentence
    return taken.strip()


# A sentence goes to its last mark; what follows a Chinese or Japanese one needs no space.
_SENTENCE = re.compile(r".+?(?:[.!?؟…]+[\"'”’»)]*(?:\s+|$)|[。！？]+[」』）]*\s*|$)")


def _as_yaml(value: object) -> str:
    """Write a value as JSON that YAML reads alike: what YAML folds or refuses is escaped."""
    return _UNSAFE.sub(_escaped, json.dumps(value, ensure_ascii=False))


# YAML 1.1 takes NEL, LS and PS for line breaks and refuses C1 controls and noncharacters.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
