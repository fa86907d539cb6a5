"""A letter asks an office for something; whoever sends it fills in who they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toolkit.model.words import NO_WORDS, Translated

if TYPE_CHECKING:
    from toolkit.model.accounts import Account
    from toolkit.problems import Place

# A place the writer fills, as it stands in a text: {name}.
BLANK = re.compile(r"\{([a-z][a-z0-9-]*)\}")
# What every letter may ask of its writer without saying more about it.
KNOWN_BLANKS = ("name", "city")


@dataclass(frozen=True, slots=True)
class Blank:
    """A place in a letter that the writer fills; `long` asks for sentences, not for a line."""

    id: str
    place: Place = field(compare=False)
    label: Translated = NO_WORDS
    required: bool = False
    long: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """One body of a letter. Letters that are all alike count for little, so there may be more."""

    place: Place = field(compare=False)
    body: Translated
    label: Translated = NO_WORDS


@dataclass(frozen=True, slots=True)
class Report:
    """Where writers say what they did, and why that helps."""

    place: Place = field(compare=False)
    url: str = ""
    email: str = ""
    reason: Translated = NO_WORDS


@dataclass(frozen=True, slots=True)
class Call:
    """What to say on the telephone: to a person, and to a machine."""

    script: Translated = NO_WORDS
    voicemail: Translated = NO_WORDS


@dataclass(frozen=True, slots=True)
class Channel:
    """A way of reaching the targets that the campaign promises: mail, print, fax, call, post."""

    id: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """All that `letters.yml` says: one action, one or more targets, one or more wordings.

    `languages` are those the targets read, preferred first. `zone` is the IANA time zone in which
    the campaign's deadline ends. `embassy` may pass a letter on.
    """

    place: Place = field(compare=False)
    targets: tuple[Account, ...]
    subject: Translated
    wordings: tuple[Wording, ...]
    asks: tuple[Translated, ...] = ()
    blanks: tuple[Blank, ...] = ()
    languages: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    steps: tuple[Translated, ...] = ()
    tips: tuple[Translated, ...] = ()
    enclosures: tuple[Translated, ...] = ()
    background: Translated = NO_WORDS
    people: Translated = NO_WORDS
    pronouns: Translated = NO_WORDS
    caution: Translated = NO_WORDS
    call: Call = Call()
    report: Report | None = None
    embassy: Account | None = None
    copies: tuple[str, ...] = ()
    previous: str = ""
    zone: str = ""

    @property
    def body(self) -> Translated:
        return self.wordings[0].body

    def blank(self, id_: str) -> Blank | None:
        """Return what is known of a place that the writer fills."""
        return next((b for b in self.blanks if b.id == id_), None)
