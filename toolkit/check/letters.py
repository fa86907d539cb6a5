"""Find what would make a letter go nowhere, or go out half finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit import desk
from toolkit.check.finding import found
from toolkit.desk.deadline import zone
from toolkit.desk.sheet import WINDOW_LINES
from toolkit.model.letters import BLANK, KNOWN_BLANKS
from toolkit.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.check.finding import Found
    from toolkit.desk import Sheet
    from toolkit.model import Campaign
    from toolkit.model.letters import Letter

WAYS = {
    "mail": ("an e-mail address", "email: …"),
    "print": ("a postal address", "address: …"),
    "fax": ("a fax number", "fax: …"),
    "call": ("a telephone number", "phone: …"),
    "post": ("an account on a network", "handles: …"),
}


def of_letter(campaign: Campaign) -> Iterator[Found]:
    """Yield everything that is wrong with a campaign's letter, at its own line."""
    letter = campaign.letter
    if letter is None:
        return
    sheets = tuple(
        desk.sheet(campaign, target, tag, gaps=(), greeting=lambda _: "")
        for target in letter.targets
        for tag in desk.languages_of(letter, target)
    )
    yield from _channels(letter, sheets)
    yield from _blanks(letter)
    yield from _ends(campaign, letter)
    for one in sheets:
        yield from _of_sheet(letter, one)
    if letter.report and not (letter.report.url or letter.report.email):
        message = "nobody can report back: there is no link and no address to write to"
        hint = "add url: https://… or email: …; until then the page offers a code to copy"
        yield found("lost-report", letter.report.place, message, hint)


def _channels(letter: Letter, sheets: tuple[Sheet, ...]) -> Iterator[Found]:
    reached = {
        "mail": any(s.email for s in sheets),
        "print": any(s.address for s in sheets),
        "fax": any(s.fax for s in sheets),
        "call": any(s.dial for s in sheets),
        "post": any(s.handles for s in sheets),
    }
    for channel in letter.channels:
        if not reached[channel.id]:
            what, field = WAYS[channel.id]
            message = f'"{channel.id}" is promised, and none of the targets has {what}'
            hint = f"add {field} to one of them in accounts.yml, or take {channel.id} out here"
            yield found("unreachable-channel", channel.place, message, hint)


def _blanks(letter: Letter) -> Iterator[Found]:
    known = (*KNOWN_BLANKS, *(blank.id for blank in letter.blanks))
    for words in (words for wording in letter.wordings for words in wording.body):
        for match in BLANK.finditer(words.text):
            if match[1] not in known:
                message = f'nobody can fill in "{match[0]}": it is not among the blanks'
                hint = did_you_mean(match[1], known) or f"add - id: {match[1]} under blanks:"
                yield found("unknown-blank", words.place, message, hint)


def _ends(campaign: Campaign, letter: Letter) -> Iterator[Found]:
    if letter.zone and zone(letter.zone) is None:
        message = f'there is no time zone "{letter.zone}"'
        yield found("unknown-zone", letter.place, message, "write it like America/Mexico_City")
    if campaign.deadline and not campaign.deadline.day:
        last = campaign.deadline.last
        message = f"only the month of the deadline is known, so it counts until {last}"
        yield found("month-deadline", campaign.deadline.place, message, "write the day if you can")


def _of_sheet(letter: Letter, one: Sheet) -> Iterator[Found]:
    target = one.target
    if not target.salutation.get(one.language):
        message = f'nobody knows how to greet "{target.id}" in {one.language}'
        hint = f"add {one.language}: under salutation: of that account"
        yield found("missing-salutation", target.place, message, hint)
    if one.phone and not one.dial:
        message = f'"{one.phone}" cannot be dialled as it stands'
        hint = "write it with + and the country's code, or add country: to the account"
        yield found("undiallable", target.place, message, hint)
    if len(one.address) > WINDOW_LINES:
        message = (
            f"this address has {len(one.address)} lines, and the window of an envelope shows"
            f" {WINDOW_LINES}"
        )
        yield found("long-address", target.place, message, "put two parts of it on one line")
    if one.email:
        length = len(desk.mailto(one.email, one.subject, one.text, one.copies))
        words = letter.body.get(one.language)
        if length > desk.MAIL_ROOM and words:
            message = (
                f"the link that opens this letter as a mail has {length:,} characters, and not"
                f" every mail program takes more than {desk.MAIL_ROOM:,}"
            )
            hint = "shorten the letter; until then people paste it into the mail themselves"
            yield found("long-mail", words.place, message, hint)
