"""The letter desk: type your name once, choose whom you write to, and send it your own way."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toolkit import desk
from toolkit.desk.script import call_script, voicemail
from toolkit.model import Day
from toolkit.pages import assets, head, paths
from toolkit.pages.addressed import addressed
from toolkit.pages.frame import Frame, frame
from toolkit.pages.languages import language as about_language
from toolkit.pages.rich import rich
from toolkit.pages.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from toolkit.desk import Gap, Sheet
    from toolkit.model import Account, Campaign, Handle, Toolkit
    from toolkit.pages.languages import Language
    from toolkit.pages.site import CardFile, Profile, RichPage, SiteInfo


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to keep or to print: `path` from the site's root, `size` in bytes."""

    kind: str
    path: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Ways:
    """Links that open a letter somewhere, with its places still marked."""

    mail: str
    gmail: str
    outlook: str


@dataclass(frozen=True, slots=True)
class Version:
    """A letter to one target in one language, as the page shows it.

    `parts` is the text cut at the places to fill, `data` what the script needs, as JSON.
    """

    about: Language
    sheet: Sheet
    parts: tuple[str | Gap, ...]
    marked: str
    minutes: int
    data: str
    ways: Ways | None
    script: tuple[str, ...]
    voicemail: tuple[str, ...]
    seconds: int
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A target with its letters, the language it prefers first; `reads` lists the languages."""

    target: Account
    versions: tuple[Version, ...]
    profiles: tuple[Profile, ...]
    reads: str
    checked: str

    @property
    def first(self) -> Sheet:
        return self.versions[0].sheet


def sheets(campaign: Campaign) -> tuple[Sheet, ...]:
    """Return the letter of a campaign to each of its targets in each of its languages."""
    letter = campaign.letter
    if not letter:
        return ()
    return tuple(
        sheet_of(campaign, target, tag)
        for target in letter.targets
        for tag in desk.languages_of(letter, target)
    )


def sheet_of(campaign: Campaign, target: Account, language: str) -> Sheet:
    """Return one letter; what it lacks of words comes from the interface in its language."""
    say = wording(language)[0]
    if campaign.letter is None:
        raise ValueError(campaign.id)
    places = desk.gaps(campaign.letter, language, _blanks(campaign, say))
    return desk.sheet(
        campaign, target, language, gaps=places, greeting=lambda name: say("greeting", name=name)
    )


def _blanks(campaign: Campaign, say: Callable[[str], str]) -> Callable[[str], str]:
    """Return what names the places every letter may have; a sensitive one asks for initials."""

    def name_of(id_: str) -> str:
        careful = campaign.sensitive and id_ == "name"
        return say("desk_initials") if careful else say(f"blank_{id_}")

    return name_of


def letters(
    toolkit: Toolkit,
    site: SiteInfo,
    campaign: Campaign,
    language: str,
    *,
    image: CardFile | None = None,
    papers: Mapping[tuple[str, str], Sequence[Paper]],
    labels: Sequence[Paper] = (),
    profile_of: Callable[[Handle], Profile],
) -> RichPage:
    """Return a campaign's letter desk; `papers` are by target and language of the letter."""
    path = paths.letters(site, language, campaign.id)
    campaign = replace(campaign, zone=_zone_name(campaign))
    page = frame(site, language, path)
    about = head.About(
        path=path,
        language=language,
        title=page.say("desk_of", campaign=page.text(campaign.title)),
        description=page.text(campaign.call) or page.say("desk_lead"),
        image=image,
        versions=tuple((tag, paths.letters(site, tag, campaign.id)) for tag in site.languages),
    )
    stops = _stops(page, campaign, papers, profile_of)
    style, script = assets.desk_assets()
    return rich(
        page,
        about,
        "letters.html",
        label=page.say("desk_record" if page.ended(campaign) else "do_write"),
        early=(("style", page.to(style.path)), ("script", page.to(script.path))),
        campaign=campaign,
        letter=campaign.letter,
        campaign_href=page.to(paths.campaign(site, language, campaign.id)),
        posts_href=page.to(paths.posts(site, language, campaign.id)) if campaign.posts else "",
        post_to=addressed(page, campaign),
        stops=stops,
        labels=labels,
        gaps=_gaps(page, campaign),
        earlier=_earlier(page, toolkit, campaign),
        newer=_newer(page, toolkit, campaign),
        ends=page.instant(campaign.closes) if campaign.closes else "",
        sayings=json.dumps(_sayings(page), ensure_ascii=False),
        style=page.to(style.path),
        script=page.to(script.path),
    )


def _stops(
    page: Frame,
    campaign: Campaign,
    papers: Mapping[tuple[str, str], Sequence[Paper]],
    profile_of: Callable[[Handle], Profile],
) -> tuple[Stop, ...]:
    found: dict[str, list[Sheet]] = {}
    for sheet in sheets(campaign):
        found.setdefault(sheet.target.id, []).append(sheet)
    return tuple(
        Stop(
            rows[0].target,
            tuple(_version(campaign, s, papers.get((s.target.id, s.language), ())) for s in rows),
            () if campaign.sensitive else tuple(profile_of(handle) for handle in rows[0].handles),
            page.words.listed(page.named(sheet.language) for sheet in rows),
            _checked(page, rows[0].target),
        )
        for rows in found.values()
    )


def _version(campaign: Campaign, sheet: Sheet, papers: Sequence[Paper]) -> Version:
    marked = _marked(sheet.text, sheet.gaps)
    say = wording(sheet.language)[0]
    letter = campaign.letter
    script = call_script(letter, sheet.language, say) if letter and sheet.dial else ""
    machine = voicemail(letter, sheet.language, say) if letter and sheet.dial else ""
    return Version(
        about=about_language(sheet.language),
        sheet=sheet,
        parts=desk.pieces(sheet.text, sheet.gaps),
        marked=marked,
        minutes=desk.minutes(marked),
        data=_data(sheet),
        ways=None if campaign.sensitive else _ways(sheet, marked),
        script=(_marked(script, _known(sheet)),) if script else (),
        voicemail=(_marked(machine, _known(sheet)),) if machine else (),
        seconds=desk.seconds_to_say(script),
        papers=tuple(papers),
    )


def _known(sheet: Sheet) -> tuple[Gap, ...]:
    """Return the places of a telephone script: those of the letter, and name and city."""
    say = wording(sheet.language)[0]
    ids = {gap.id for gap in sheet.gaps}
    own = (desk.Gap(i, say(f"blank_{i}")) for i in ("name", "city") if i not in ids)
    return (*sheet.gaps, *own)


def _marked(text: str, gaps: Sequence[Gap]) -> str:
    return desk.filled(text, gaps, lambda gap: gap.marker)


def _ways(sheet: Sheet, text: str) -> Ways | None:
    if not sheet.email:
        return None
    parts = (sheet.email, sheet.subject, text, sheet.copies)
    return Ways(desk.mailto(*parts), desk.gmail(*parts), desk.outlook(*parts))


def _data(sheet: Sheet) -> str:
    """Return what the script needs to fill a letter in and hand it over, as JSON."""
    return json.dumps(
        {
            "to": sheet.email,
            "cc": list(sheet.copies),
            "subject": sheet.subject,
            "texts": [_marked(text, sheet.gaps) for text in sheet.texts],
            "gaps": [
                {"id": g.id, "marker": g.marker, "label": g.label, "required": g.required}
                for g in _known(sheet)
            ],
            "mailRoom": desk.MAIL_ROOM,
            "webRoom": desk.WEB_ROOM,
        },
        ensure_ascii=False,
    )


def _gaps(page: Frame, campaign: Campaign) -> tuple[Gap, ...]:
    """Return the places to fill, named in the page's language where the campaign has it."""
    letter = campaign.letter
    if letter is None:
        return ()
    found: dict[str, Gap] = {}
    for tag in letter.body.languages:
        for gap in desk.gaps(letter, tag, _blanks(campaign, page.say)):
            blank = letter.blank(gap.id)
            label = page.text(blank.label) if blank else gap.label
            found.setdefault(gap.id, desk.Gap(gap.id, label, gap.required, gap.long))
    order = {"name": -2, "city": -1}
    return tuple(sorted(found.values(), key=lambda g: order.get(g.id, 0)))


def _checked(page: Frame, target: Account) -> str:
    day = target.checked_on
    if not day:
        return ""
    return page.words.date(Day(day.year, day.month, day.day, target.place))


def _zone_name(campaign: Campaign) -> str:
    """Return where a letter's last day ends: its own zone, else the campaign's."""
    return (campaign.letter.zone if campaign.letter else "") or campaign.zone


def _earlier(page: Frame, toolkit: Toolkit, campaign: Campaign) -> tuple[Campaign, str] | None:
    previous = campaign.letter.previous if campaign.letter else ""
    found = next((c for c in toolkit.campaigns if c.id == previous), None)
    return (found, page.to(paths.campaign(page.site, page.tree, found.id))) if found else None


def _newer(page: Frame, toolkit: Toolkit, campaign: Campaign) -> tuple[Campaign, str] | None:
    """Return the action that follows this one, which an ended page points to."""
    after = (c for c in toolkit.campaigns if c.letter and c.letter.previous == campaign.id)
    found = next(after, None)
    return (found, page.to(paths.letters(page.site, page.tree, found.id))) if found else None


SAYINGS = (
    *("tell_unfilled", "tell_too_long", "tell_noted", "tell_erased", "tell_no_storage"),
    *("did_mail", "did_print", "did_call", "did_post", "did_copy"),
)


def _sayings(page: Frame) -> dict[str, str]:
    lines = {key: page.say(f"desk_{key}") for key in SAYINGS}
    return {**lines, "comma": page.words.shape.comma}
