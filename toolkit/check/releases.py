"""Find what petitions and press releases leave open, and quotations that are not what was said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.check import texts
from toolkit.check.finding import Found, found

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from toolkit.model import Campaign, Translated
    from toolkit.model.press import Press, Quotation

# What X takes (weighted characters); Bluesky takes 300 graphemes.
ROOM = 280
LEFT_OUT = re.compile(r"\s*\[…\]\s*|\s*\[\.\.\.\]\s*")
SLOT = re.compile(r"^\{(\d{1,2})\}$", re.MULTILINE)
SHOUTED = 20


def of_documents(campaign: Campaign, today: dt.date) -> Iterator[Found]:
    """Yield what is wrong with the texts beside a campaign's posts."""
    for words in campaign.title:
        if words.text.isupper() and len(words.text) > SHOUTED:
            message = "this title is all in capitals, which screen readers may spell out"
            yield found("shouting", words.place, message, "write it as a sentence")
    for said in _said(campaign):
        yield from _of_text(campaign, said, dated=campaign.press is not None)
    petition = campaign.petition
    if petition and not (petition.sign_url or petition.sign_email):
        message = "there is nowhere to sign this petition"
        hint = "add sign_url: https://…; until then the page offers a sheet to sign on paper"
        yield found("nowhere-to-sign", petition.place, message, hint)
    if campaign.press:
        yield from _of_press(campaign, campaign.press, today)


def _said(campaign: Campaign) -> Iterator[Translated]:
    letter, petition, press = campaign.letter, campaign.petition, campaign.press
    if letter:
        yield from (letter.subject, letter.background, *letter.asks)
        yield from (wording.body for wording in letter.wordings)
    if petition:
        yield from (petition.preamble, petition.appeal, petition.statement)
        yield from (text for d in petition.demands for text in (d.core, d.detail))
    if press:
        yield from (press.headline, press.body, *press.notes)
        yield from (quotation.text for quotation in press.quotations)


def _of_text(campaign: Campaign, said: Translated, *, dated: bool) -> Iterator[Found]:
    missing = [tag for tag in campaign.languages[:2] if tag not in said.languages]
    if said and missing:
        message = f"this is not written in {' or '.join(missing)} yet"
        hint = "add it below, with the language in front"
        yield found("missing-translation", said.versions[0].place, message, hint)
    for words in said:
        for finding in texts.of_text(words.text, has_link=True, dated=dated):
            yield Found(finding, words.place, words.place)


def _of_press(campaign: Campaign, press: Press, today: dt.date) -> Iterator[Found]:
    for words in press.body:
        for slot in SLOT.finditer(words.text):
            if not 0 < int(slot[1]) <= len(press.quotations):
                message = f"there is no quotation number {slot[1]}"
                hint = f"there are {len(press.quotations)} under quotations:"
                yield found("unknown-quotation", words.place, message, hint)
    if not press.date.day:
        message = "only the month of this release is known"
        hint = "look the day up at its source: newsrooms and archives file by it"
        yield found("month-release", press.date.place, message, hint)
    for quotation in press.quotations:
        yield from _of_quotation(quotation)
    for picture in press.pictures:
        if not picture.image or not picture.credit:
            message = "this picture has no file or no credit yet"
            hint = "put it into images/, and add image: and credit:"
            yield found("missing-picture", picture.place, message, hint)
    if press.secret(today) and campaign.posts:
        message = f"the release is kept back until {press.embargo}, but the posts are public"
        hint = "move posts.yml out of the folder until then, if the posts tell what it says"
        yield found("embargo-leak", press.place, message, hint)


def _of_quotation(quotation: Quotation) -> Iterator[Found]:
    for words in quotation.text:
        short = quotation.short.get(words.language)
        if not short and len(words.text) > ROOM:
            message = f"this quotation has {len(words.text)} characters, and X takes {ROOM}"
            hint = "add short: with […] where words are left out; only a person can choose them"
            yield found("long-quotation", words.place, message, hint)
        if short and not _cut_from(short.text, words.text):
            message = "the short form says something that was not said"
            hint = "use the words of the quotation in their order, and […] where some are left out"
            yield found("changed-quotation", short.place, message, hint)


def _cut_from(short: str, whole: str) -> bool:
    """Tell whether a text consists of pieces of another, in their order."""
    start = 0
    for piece in LEFT_OUT.split(short.strip()):
        place = whole.find(piece.strip().rstrip("."), start)
        if place < 0:
            return False
        start = place + len(piece)
    return True
