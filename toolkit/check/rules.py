"""Every rule over the whole toolkit, in one list; each yields problems at their own lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.check import texts
from toolkit.check.suppress import without_allowed
from toolkit.problems import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.check.texts import Finding
    from toolkit.model import Campaign, CardWords, Post, Toolkit, Words

RULES: dict[str, Severity] = {
    "missing-translation": Severity.WARNING,
    "missing-link": Severity.WARNING,
    "leftover": Severity.ERROR,
    "fancy-letters": Severity.WARNING,
    "many-emoji": Severity.WARNING,
    "click-here": Severity.WARNING,
    "relative-date": Severity.WARNING,
    "duplicate-text": Severity.WARNING,
    "picture-credit": Severity.ERROR,
    "picture-licence": Severity.WARNING,
}


def check(toolkit: Toolkit, files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Return what an editor would say of a toolkit; `files` are its YAML files by name."""
    found = (p for campaign in toolkit.campaigns for p in _campaign(campaign))
    return tuple(without_allowed(found, files, frozenset(RULES)))


def _campaign(campaign: Campaign) -> Iterator[Problem]:
    if not campaign.link:
        message = "this campaign has no link to more information"
        hint = "add link: https://… to it, so that readers can find out more"
        yield _problem("missing-link", campaign.place, message, hint)
    for card in (campaign.card, *(post.card for post in campaign.posts)):
        yield from _rights(card) if card else ()
    for post in campaign.posts:
        yield from _post(campaign, post)
    yield from _duplicates(campaign)


def _post(campaign: Campaign, post: Post) -> Iterator[Problem]:
    missing = [tag for tag in campaign.languages[:2] if tag not in post.languages]
    if missing:
        message = f'the post "{post.id}" is not written in {" or ".join(missing)} yet'
        yield _problem("missing-translation", post.place, message, "add it under text:")
    for words in (*post.text, *(w for _, own in post.networks for w in own)):
        dated = campaign.issued is not None
        for finding in _findings(
            words.text, has_link=bool(post.link or campaign.link), dated=dated
        ):
            yield _problem(finding.rule, words.place, finding.message, finding.hint)


def _rights(card: CardWords) -> Iterator[Problem]:
    """Photographs have an author, who is named, and terms on which they may be used."""
    taken = [picture for picture in card.pictures if picture.slot in {"image", "portrait"}]
    for picture in taken[:1]:
        if not card.credit:
            message = "nobody is named who took this picture"
            hint = "add credit: with the name, as its author wants to be named"
            yield _problem("picture-credit", picture.place, message, hint)
        if not card.licence:
            message = "nothing says on which terms you may use this picture"
            hint = "add licence: such as CC BY 4.0, or: with permission"
            yield _problem("picture-licence", picture.place, message, hint)


def _findings(text: str, *, has_link: bool, dated: bool) -> Iterator[Finding]:
    yield from texts.leftovers(text)
    yield from texts.fancy_letters(text)
    yield from texts.many_emoji(text)
    yield from texts.click_here(text, has_link=has_link)
    if dated:
        yield from texts.relative_dates(text)


def _duplicates(campaign: Campaign) -> Iterator[Problem]:
    seen: dict[str, Words] = {}
    for post in campaign.posts:
        for words in post.text:
            key = " ".join(words.text.casefold().split())
            first = seen.setdefault(key, words)
            if first is not words:
                message = f"this text already stands in line {first.place.line}"
                hint = "say it in another way: networks hide posts that are all the same"
                yield _problem("duplicate-text", words.place, message, hint)


def _problem(rule: str, place: Place, message: str, hint: str) -> Problem:
    return Problem(place, message, hint, rule, RULES[rule])
