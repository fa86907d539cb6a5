"""A campaign holds posts; a toolkit holds campaigns and what they share."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from toolkit.model.moments import end_of
from toolkit.model.words import NO_WORDS, Translated

if TYPE_CHECKING:
    import datetime as dt

    from toolkit.model.accounts import Account
    from toolkit.model.days import Day
    from toolkit.model.hashtags import Hashtag
    from toolkit.model.letters import Letter
    from toolkit.model.moments import Report, Storm, Totals
    from toolkit.model.petition import Petition
    from toolkit.model.press import Press
    from toolkit.model.words import Words
    from toolkit.problems import Place


@dataclass(frozen=True, slots=True)
class CardPicture:
    """A picture file (its name under the root); `slot` is image, portrait, logos-01 and so on."""

    slot: str
    file: str
    place: Place = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card shows: a layout, a theme, and words for the layout's placeholders.

    `focus` (0 to 1 from left and top) is the point of the image that is never cropped away.
    """

    layout: str
    place: Place = field(repr=False, compare=False)
    theme: str = ""
    words: tuple[tuple[str, Translated], ...] = ()
    alt: Translated = NO_WORDS
    pictures: tuple[CardPicture, ...] = ()
    focus: tuple[float, float] = (0.5, 0.5)
    credit: str = ""
    licence: str = ""

    def picture(self, slot: str) -> CardPicture | None:
        """Return the picture for a slot, if the card has one."""
        return next((p for p in self.pictures if p.slot == slot), None)

    def word(self, placeholder: str) -> Translated:
        """Return the words for a placeholder, empty if the campaign wrote none."""
        return dict(self.words).get(placeholder, NO_WORDS)


@dataclass(frozen=True, slots=True)
class Sender:
    """An organisation that speaks, with the language its name is in (empty if unknown).

    `role` is what it does here: it drafted the text, it represents those concerned. `logo` is a
    picture's name under the root.
    """

    name: str
    place: Place = field(repr=False, compare=False)
    url: str = ""
    language: str = ""
    role: Translated = NO_WORDS
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """What some posts of a campaign are about, by which people choose among them."""

    id: str
    name: Translated
    place: Place = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Post:
    """Something to say: one text per language, and own texts for single networks.

    `thread` are the parts that follow the text, per language, where people answer their own posts;
    elsewhere all of it is one text. `topics` are ids of the campaign's.
    `facts` are what each of its texts in a language must say word for word. Before `embargo`
    (UTC) it is in no public build.
    """

    id: str
    place: Place = field(repr=False, compare=False)
    text: Translated
    networks: tuple[tuple[str, Translated], ...] = ()
    hashtags: tuple[Hashtag, ...] = ()
    targets: tuple[Account, ...] = ()
    link: str = ""
    card: CardWords | None = None
    since: Day | None = None
    until: Day | None = None
    facts: tuple[Words, ...] = ()
    embargo: dt.datetime | None = None
    thread: tuple[tuple[str, tuple[Words, ...]], ...] = ()
    topics: tuple[str, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        return self.text.languages

    @property
    def bare(self) -> Post:
        """The post without its words, for what shows those of one language beside it."""
        return replace(self, text=NO_WORDS, networks=(), card=None, facts=(), thread=())

    @property
    def all_words(self) -> tuple[Words, ...]:
        """All that is written of it: texts, the networks' own texts, the parts of threads."""
        own = (words for _, texts in self.networks for words in texts)
        return (*self.text, *own, *(part for _, parts in self.thread for part in parts))

    def following(self, language: str, network: str = "") -> tuple[Words, ...]:
        """Return the parts after the first; none where a network has a text of its own."""
        own = dict(self.networks).get(network)
        return () if own and own.get(language) else dict(self.thread).get(language, ())

    def words_on(self, network: str, language: str) -> Words | None:
        """Return the text for a network: its own variant if there is one, else the common text."""
        own = dict(self.networks).get(network)
        return (own.get(language) if own else None) or self.text.get(language)


@dataclass(frozen=True, slots=True)
class Campaign:
    """One folder under `campaigns/`: what is asked, by whom, of whom, until when.

    `zone` (IANA) is where its days end. Before `embargo` (UTC) nothing of it is in a public build.
    `sensitive`: taking part can put people at risk, so that pages ask and pass on less.
    """

    id: str
    place: Place = field(repr=False, compare=False)
    title: Translated
    languages: tuple[str, ...]
    label: Translated = NO_WORDS
    short_title: Translated = NO_WORDS
    summary: Translated = NO_WORDS
    call: Translated = NO_WORDS
    where: Translated = NO_WORDS
    issued: Day | None = None
    deadline: Day | None = None
    link: str = ""
    theme: str = ""
    card: CardWords | None = None
    hashtags: tuple[Hashtag, ...] = ()
    accounts: tuple[Account, ...] = ()
    senders: tuple[Sender, ...] = ()
    related: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    topics: tuple[Topic, ...] = ()
    number: str = ""
    country: str = ""
    letter: Letter | None = None
    petition: Petition | None = None
    press: Press | None = None
    zone: str = "UTC"
    embargo: dt.datetime | None = None
    sensitive: bool = False
    outcome: Translated = NO_WORDS
    instead: Translated = NO_WORDS
    storm: Storm | None = None
    totals: Totals | None = None
    report: Report | None = None

    @property
    def front(self) -> Campaign:
        """The campaign without what it says: all that a page of a single post may show of it."""
        return replace(self, posts=(), letter=None, petition=None, press=None)

    @property
    def turns(self) -> tuple[dt.datetime, ...]:
        """The moments (UTC) at which something begins or ends, so that its pages change."""
        storm = (self.storm.starts, self.storm.ends) if self.storm else ()
        posts = (post.embargo for post in self.posts)
        return tuple(filter(None, (self.closes, self.embargo, *storm, *posts)))

    @property
    def closes(self) -> dt.datetime | None:
        """The moment (UTC) after which it is too late, None if there is no deadline."""
        return end_of(self.deadline, self.zone) if self.deadline else None


@dataclass(frozen=True, slots=True)
class Toolkit:
    """The whole, linked: campaigns and the lists they share."""

    hashtags: tuple[Hashtag, ...]
    accounts: tuple[Account, ...]
    campaigns: tuple[Campaign, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language a campaign speaks, in the order first used."""
        return tuple(dict.fromkeys(lang for c in self.campaigns for lang in c.languages))
