"""Find what a campaign as a whole leaves out or says twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.check.finding import found
from toolkit.check.versions import versions
from toolkit.model import spoken

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from toolkit.check.finding import Found
    from toolkit.model import Account, Campaign, Toolkit
    from toolkit.problems import Place

A_YEAR = 365


def of_campaign(campaign: Campaign) -> Iterator[Found]:
    """Yield a missing link, missing translations, and texts that are said twice."""
    if not campaign.link:
        message = "this campaign has no link to more information"
        hint = "add link: https://… to it, so that readers can find out more"
        yield found("missing-link", campaign.place, message, hint)
    for post in campaign.posts:
        missing = [tag for tag in campaign.languages[:2] if tag not in post.languages]
        if missing:
            message = f'the post "{post.id}" is not written in {" or ".join(missing)} yet'
            yield found("missing-translation", post.place, message, "add it under text:")
    yield from _duplicates(campaign)


def _duplicates(campaign: Campaign) -> Iterator[Found]:
    seen: dict[str, Place] = {}
    for words in (words for post in campaign.posts for words in post.text):
        for place, pieces in versions(words):
            text = spoken(pieces, lambda _number, _options: 0)
            first = seen.setdefault(" ".join(text.casefold().split()), place)
            if first is not place:
                message = f"this text already stands in line {first.line}"
                hint = "say it in another way: networks hide posts that are all the same"
                yield found("duplicate-text", place, message, hint)


def of_accounts(toolkit: Toolkit, today: dt.date) -> Iterator[Found]:
    """Yield the accounts that campaigns still running speak to, unchecked for a year."""
    used: dict[str, Account] = {}
    for campaign in toolkit.campaigns:
        if not campaign.deadline or campaign.deadline.last >= today:
            named = (*campaign.accounts, *(a for post in campaign.posts for a in post.targets))
            used |= {account.id: account for account in named}
    for account in used.values():
        if account.checked_on and (today - account.checked_on).days > A_YEAR:
            message = f'nobody has looked at the account "{account.id}" since {account.checked_on}'
            hint = "look up its handles again, and write the day into checked_on:"
            yield found("old-account", account.place, message, hint)
