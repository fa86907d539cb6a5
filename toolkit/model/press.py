"""What journalists take away: a dated text, quotations with speakers, and whom to call."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toolkit.model.words import NO_WORDS, Translated

if TYPE_CHECKING:
    import datetime as dt

    from toolkit.model.days import Day
    from toolkit.problems import Place


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said. `short` is a cut that a person confirmed, for networks with less room."""

    place: Place = field(compare=False)
    text: Translated
    speaker: Translated
    role: Translated = NO_WORDS
    organisation: Translated = NO_WORDS
    short: Translated = NO_WORDS


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture for print: its file (empty while nobody has found it), description and credit."""

    place: Place = field(compare=False)
    alt: Translated
    image: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom journalists may reach."""

    name: str
    place: Place = field(compare=False)
    role: Translated = NO_WORDS
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A page that belongs to the release, such as the open letter it mentions."""

    label: Translated
    url: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Press:
    """All that `press.yml` says. Builds for days before `embargo` know nothing of it."""

    place: Place = field(compare=False)
    kind: Translated
    date: Day
    headline: Translated
    body: Translated
    where: Translated = NO_WORDS
    quotations: tuple[Quotation, ...] = ()
    notes: tuple[Translated, ...] = ()
    acronyms: tuple[tuple[str, Translated], ...] = ()
    pictures: tuple[Picture, ...] = ()
    contacts: tuple[Contact, ...] = ()
    related: tuple[Reference, ...] = ()
    embargo: dt.date | None = None

    def secret(self, today: dt.date) -> bool:
        """Tell whether the release may not be seen yet."""
        return self.embargo is not None and today < self.embargo
