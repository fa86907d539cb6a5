"""Address a letter: to whom, where, in which language, and how it begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.desk.phone import dialled

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.desk.blanks import Gap
    from toolkit.model import Account, Campaign, Handle
    from toolkit.model.letters import Letter

# What stands after a salutation; elsewhere a comma.
AFTER = {"es": ":", "pt": ":", "ar": "،", "ja": ""}
ENDS = (",", ":", "،", "!", ".", "、")
# Lines that the window of an envelope shows at a size people can read.
WINDOW_LINES = 8


@dataclass(frozen=True, slots=True)
class Sheet:
    """A letter to one target in one language, before its places are filled.

    `texts` are its wordings, each from salutation to signature. `address` has one line each;
    `through` is the same by way of an embassy. `dial` and `fax` are numbers as they are dialled.
    """

    target: Account
    language: str
    subject: str
    salutation: str
    texts: tuple[str, ...]
    gaps: tuple[Gap, ...]
    address: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    email: str = ""
    copies: tuple[str, ...] = ()
    phone: str = ""
    dial: str = ""
    fax: str = ""
    handles: tuple[Handle, ...] = ()

    @property
    def text(self) -> str:
        return self.texts[0]


def languages_of(letter: Letter, target: Account) -> tuple[str, ...]:
    """Return the languages the letter is written in, those the target reads first."""
    wanted = (*letter.languages, *target.languages) if letter.languages else target.languages
    written = letter.body.languages
    return tuple(dict.fromkeys(t for t in (*wanted, *written) if t in written))


def sheet(
    campaign: Campaign,
    target: Account,
    language: str,
    *,
    gaps: tuple[Gap, ...],
    greeting: Callable[[str], str],
) -> Sheet:
    """Return a letter to a target; `greeting` makes a salutation of a name where none is known.

    Raises ValueError for a campaign without a letter.
    """
    letter = campaign.letter
    if letter is None:
        raise ValueError(f"{campaign.id} has no letter")
    name = _said(target, "name", language)
    salutation = _said(target, "salutation", language, exact=True) or greeting(name)
    bodies = (w.body.get(language) for w in letter.wordings)
    begin = with_sign(salutation, language)
    office = letter.embassy
    through = _address(target, language, office) if office and office is not target.office else ()
    return Sheet(
        target,
        language,
        _subject(letter, campaign, language),
        salutation,
        tuple(f"{begin}\n\n{body.text.strip()}" for body in bodies if body),
        gaps,
        _address(target, language, target),
        through,
        target.channels.email,
        letter.copies,
        target.channels.phone,
        dialled(target.channels.phone, home_of(target, "phone")),
        dialled(target.channels.fax, home_of(target, "fax")),
        (*target.handles, *(target.office.handles if target.office else ())),
    )


def home_of(account: Account, channel: str) -> str:
    """Return the country a number belongs to: that of the office it was taken from."""
    office = account.office
    own = getattr(account.channels, channel)
    if office and own and own == getattr(office.channels, channel):
        return office.country or account.country
    return account.country


def with_sign(salutation: str, language: str) -> str:
    """Return a salutation with the sign that this language puts after it."""
    if salutation.endswith(ENDS):
        return salutation
    return salutation + AFTER.get(language.split("-", maxsplit=1)[0], ",")


def _subject(letter: Letter, campaign: Campaign, language: str) -> str:
    """Return the subject with the case number, by which an office files it."""
    words = letter.subject.best(language)
    subject = words.text if words else ""
    known = not campaign.number or campaign.number in subject
    return subject if known else f"{subject} ({campaign.number})"


def _address(target: Account, language: str, where: Account) -> tuple[str, ...]:
    """Return who it goes to and where, line by line; nothing without a postal address.

    An address that names its target is whole as it stands.
    """
    lines = tuple(line.strip() for line in where.channels.address.splitlines() if line.strip())
    if not lines:
        return ()
    who = (_said(target, "name", language), _said(target, "title", language))
    if where is not target:
        lines = (f"c/o {lines[0]}", *lines[1:])
    return lines if who[0] in lines else (*filter(None, who), *lines)


def _said(account: Account, field: str, language: str, *, exact: bool = False) -> str:
    texts = getattr(account, field)
    words = texts.get(language) if exact else texts.best(language)
    return words.text if words else ""
