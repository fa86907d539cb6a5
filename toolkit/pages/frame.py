"""Stand on one page: know its language, and reach words, dates and other pages from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from markupsafe import Markup

from toolkit.pages import paths
from toolkit.pages.languages import Language, language
from toolkit.pages.places import place_of
from toolkit.pages.wording import Wording, wording

if TYPE_CHECKING:
    import datetime as dt

    from toolkit.model import Campaign, Day, Storm, Translated, Words
    from toolkit.pages.site import PostView, SiteInfo


@dataclass(frozen=True, slots=True)
class Version:
    """A page in one language: which, and the relative URL to it."""

    language: Language
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A page at `path` in `tag`, in the tree of `tree` (the same, if the site has that tree)."""

    site: SiteInfo
    tag: str
    path: str
    words: Wording

    @property
    def tree(self) -> str:
        return self.site.tree(self.tag)

    @property
    def about(self) -> Language:
        return language(self.tag)

    @property
    def root(self) -> Markup:
        """`lang` and `dir` for the element that holds everything of this page."""
        return Markup('lang="{}" dir="{}"').format(self.tag, self.about.direction)

    @property
    def privacy(self) -> str:
        """Return the way to the page that says what stays on a device."""
        return self.to(paths.privacy(self.site, self.tree))

    def format(self, format_id: str) -> str:
        """Return what people call a card's format."""
        key = f"format_{format_id}"
        return self.say(key if key in self.words.shape.say else "format_other")

    def say(self, key: str, **values: object) -> str:
        return self.words(key, **values)

    def copies(self, view: PostView, part: int = 1) -> str:
        """Return what the button says that copies a post, or a part of a thread."""
        return self.say("copy_part", n=part) if view.thread else self.say("copy_text")

    def did_copy(self, view: PostView, part: int = 1) -> str:
        """Say that a post or a part of a thread is copied, and what to do next."""
        said = self.say("did_text") if part == 1 else self.say("does_part_copied", n=part)
        if part == len(view.parts):
            return said
        return f"{said} {self.say('does_then_part', next=part + 1)}"

    def to(self, target: str, fragment: str = "") -> str:
        """Return the relative URL of a page or file, given its path from the root."""
        return paths.link(self.site, self.path, target, fragment)

    def versions(self, pages: tuple[tuple[str, str], ...]) -> tuple[Version, ...]:
        """Return the other languages of a page, from pairs of a language and a path."""
        return tuple(
            Version(language(tag), self.to(path)) for tag, path in pages if tag != self.tag
        )

    def best(self, words: Translated) -> Words | None:
        """Return words in this page's language, else in the site's first, else as first written."""
        return words.best(self.tag, self.site.languages[0])

    def text(self, words: Translated) -> str:
        found = self.best(words)
        return found.text if found else ""

    def inside(self, words: Translated) -> str:
        """Return words that stand within a line of this page, kept apart if in another language."""
        found = self.best(words)
        if not found or found.language == self.tag:
            return found.text if found else ""
        return f"\N{FIRST STRONG ISOLATE}{found.text}\N{POP DIRECTIONAL ISOLATE}"

    def lang(self, words: Translated) -> Markup:
        """Return `lang` and `dir` attributes for words that are not in this page's language."""
        found = self.best(words)
        return self.marks(found.language) if found else Markup()

    def marks(self, tag: str) -> Markup:
        """Return ` lang="…" dir="…"` for a language, nothing for this page's own."""
        if not tag or tag == self.tag:
            return Markup()
        return Markup(' lang="{}" dir="{}"').format(tag, language(tag).direction)

    def ended(self, campaign: Campaign) -> str:
        """Return the deadline in words if it has passed, else nothing."""
        over = campaign.closes and campaign.closes <= self.site.moment
        return self.words.date(campaign.deadline) if over and campaign.deadline else ""

    def open_until(self, campaign: Campaign) -> str:
        """Return the deadline in words if it is still to come, else nothing."""
        open_ = campaign.deadline and not self.ended(campaign)
        return self.words.date(campaign.deadline) if campaign.deadline and open_ else ""

    def until(self, campaign: Campaign) -> str:
        """Say until when one can act, and where that is so; nothing without a deadline."""
        day = campaign.deadline
        if day is None:
            return ""
        date = self.words.date(day)
        said = self.say("until", date=date) if day.day else self.say("until_month", date=date)
        place = (
            ""
            if campaign.zone == "UTC"
            else self.say("zone", zone=place_of(campaign.zone, self.words.about.tag))
        )
        return f"{said} {place}".strip()

    def has_ended(self, campaign: Campaign, say: str = "ended") -> str:
        """Say that a campaign ended and when, whether or not it has; nothing without a deadline.

        `say` is the line for a day; the one for a month alone has the same key and `_month`.
        """
        day = campaign.deadline
        if day is None:
            return ""
        return self.say(say if day.day else f"{say}_month", date=self.words.date(day))

    def closing(self, campaign: Campaign) -> Markup:
        """Return the attributes by which the script closes a campaign when its hour has come.

        A site built as if it were another day stays on that day in browsers too (`pretence`).
        """
        if not campaign.closes:
            return Markup()
        made = Markup(' data-tk-closes="{}"').format(self.instant(campaign.closes))
        return (
            made + self.pretence + (Markup(" data-tk-ended") if self.ended(campaign) else Markup())
        )

    @property
    def pretence(self) -> Markup:
        """Return the attribute with the day that a site was built for, if that is not today."""
        day = self.site.pretended
        return Markup(' data-tk-now="{}"').format(day) if day else Markup()

    def kept(self, campaign: Campaign, *, over: bool) -> Markup:
        """Return what marks an element as shown only while a campaign is open, or once it is over.

        Nothing for a campaign without a deadline: it has no other side.
        """
        if not campaign.closes:
            return Markup()
        name = Markup(" data-tk-after") if over else Markup(" data-tk-during")
        return name + (Markup() if bool(self.ended(campaign)) is over else Markup(" hidden"))

    def named(self, tag: str) -> str:
        """Return what a language calls itself, kept apart where it runs the other way."""
        other = language(tag)
        if other.direction == self.about.direction:
            return other.name
        return f"\N{FIRST STRONG ISOLATE}{other.name}\N{POP DIRECTIONAL ISOLATE}"

    def offer(self, tag: str) -> Markup:
        """Return the words in which a language offers itself, for the script to show."""
        other = frame(self.site, tag, self.path)
        if wording(tag)[1]:
            return Markup()
        line = "|".join((other.say("offer"), other.say("offer_go"), other.say("offer_no")))
        return Markup(' data-tk-offer="{}"').format(line)

    def instant(self, moment: dt.datetime) -> str:
        """Return a moment as scripts and `<time>` read it, in UTC."""
        return f"{moment.astimezone(ZoneInfo('UTC')):%Y-%m-%dT%H:%M:%SZ}"

    def hour(self, storm: Storm) -> Markup:
        """Return the attributes by which the script tells when a storm is on; hidden once over."""
        starts, ends = self.instant(storm.starts), self.instant(storm.ends)
        made = Markup(' data-tk-hour="{} {}"').format(starts, ends) + self.pretence
        return made + (Markup(" hidden") if storm.ends <= self.site.moment else Markup())

    @property
    def kinds(self) -> dict[str, str]:
        """Return for each kind of total the action that it counts."""
        return {"posts": "share", "letters": "write", "signatures": "sign", "calls": "call"}

    def hidden(self, campaign: Campaign) -> str:
        """Return what a campaign may not be shown before, in words, if that is still to come."""
        if not campaign.embargo or campaign.embargo <= self.site.moment:
            return ""
        return self.clock(campaign.embargo, campaign.zone)

    def clock(self, moment: dt.datetime, zone: str) -> str:
        """Return a moment in words, in the time of a zone that is named with it."""
        local = moment.astimezone(ZoneInfo(zone))
        day = self.words.day(local.date())
        return self.say(
            "clock", day=day, hour=f"{local:%H:%M}", zone=place_of(zone, self.words.about.tag)
        )

    def dateline(self, campaign: Campaign) -> str:
        """Return where and when a campaign was issued, as far as known: `Mexico, 2 April 2020`."""
        day: Day | None = campaign.issued
        return self.words.listed((self.text(campaign.where), self.words.date(day) if day else ""))

    def issued(self, campaign: Campaign) -> str:
        """Return the dateline; a day without a place says what it is the day of."""
        day = campaign.issued
        if day and day.day and not self.text(campaign.where):
            return self.say("issued", date=self.words.date(day))
        return self.dateline(campaign)


def frame(site: SiteInfo, tag: str, path: str) -> Frame:
    """Return the frame of a page; a language without interface words gets English ones."""
    return Frame(site, tag, path, wording(tag)[0])
