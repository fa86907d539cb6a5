"""What each of our YAML files may contain; the JSON Schemas for editors are made from this."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from pydantic import Field, TypeAdapter

from toolkit.load.fields import (
    Email,
    Handles,
    Id,
    Language,
    Line,
    PartialDay,
    Phone,
    Tag,
    Text,
    TranslatedTag,
    TranslatedText,
    TranslatedTexts,
    Url,
    WholeDay,
)
from toolkit.load.moments import (
    Flag,
    Moment,
    ReportShape,
    StormShape,
    TotalsShape,
    Zone,
)
from toolkit.load.shapes_letters import LettersShape
from toolkit.load.shapes_petition import PetitionShape
from toolkit.load.shapes_press import PressShape
from toolkit.read import Shape


class HashtagShape(Shape):
    """One hashtag."""

    tag: Tag
    """The tag in one word, each part with a capital, without the #: FreeThemAll"""
    role: Literal["main", "secondary"] = "secondary"
    """main: carries the campaign; secondary: says what it is about"""
    languages: list[Language] = []
    """Languages in which the tag is used; none means all"""
    meaning: TranslatedText = {}
    """What it stands for, shown to people who do not know it"""
    translations: TranslatedTag | None = None
    """The tag that is used instead in another language, for example en: HumanRights"""


class ChannelsShape(Shape):
    """Ways to reach an account apart from networks. Leave out what is not known."""

    email: Email = ""
    phone: Phone = ""
    fax: Phone = ""
    address: Text | None = None
    """Postal address as written in its country, line by line"""
    web: Url = ""


class AccountShape(Shape):
    """One person or body that campaigns address."""

    id: Id
    """Short name for use in other files: small letters, digits, hyphens"""
    name: TranslatedText
    role: Literal["target", "ally", "source"] = "target"
    """target: should be moved; ally: is asked to speak up; source: is quoted"""
    office: Id | None = None
    """The id of the account whose office this person holds"""
    title: TranslatedText = {}
    """What the person is: Minister of the Interior"""
    salutation: TranslatedText = {}
    """How a letter begins: Dear Minister Sánchez Cordero"""
    handles: dict[str, Handles] = {}
    """Per network the name there, without the @; several in a list"""
    channels: ChannelsShape = ChannelsShape()
    since: PartialDay | None = None
    until: PartialDay | None = None
    """In office from and to"""
    languages: list[Language] = []
    """Languages to write in, the preferred one first"""
    country: Line | None = None
    pronouns: Line | None = None
    source: Url | None = None
    """Where the handles and channels were looked up"""
    checked_on: WholeDay | None = None
    """The day somebody last made sure that all of this is right"""


class CardShape(Shape):
    """What the share card shows; left out, the card shows the post's text."""

    layout: Id = "statement"
    theme: Id | None = None
    headline: TranslatedText = {}
    detail: TranslatedText = {}
    demands: TranslatedText = {}
    """All demands, one in each line (after |-)"""
    names: TranslatedText = {}
    """Who signs, one name in each line (after |-)"""
    addressee: TranslatedText = {}
    """Whom a letter goes to, as its salutation begins"""
    quote: TranslatedText = {}
    speaker: TranslatedText = {}
    role: TranslatedText = {}
    organisation: TranslatedText = {}
    number: TranslatedText = {}
    source: TranslatedText = {}
    date: TranslatedText = {}
    time: TranslatedText = {}
    """The hour at which something starts, with its zone: 18:00 CET"""
    handle: TranslatedText = {}
    alt: TranslatedText = {}
    """Describes the card for people who cannot see it; left out, it is drafted from the words"""
    image: Line | None = None
    """A picture in the campaign's images folder"""
    portrait: Line | None = None
    """The face of the speaker, in the same folder"""
    logos: list[Line] = []
    """The marks of those who sign, in the same folder"""
    focus: Line | None = None
    """What stays in the picture however it is cropped: 30% 20%, from the left and from the top"""
    credit: Line | None = None
    """Who took the picture; everybody who took one has a right to be named"""
    licence: Line | None = None
    """On which terms you may use it: CC BY 4.0, or: with permission"""


# What a card may say; the cards room knows the same names as placeholders, and a test compares.
WORDS = (
    "headline",
    "detail",
    "demands",
    "names",
    "addressee",
    "quote",
    "speaker",
    "role",
    "organisation",
    "number",
    "source",
    "date",
    "time",
    "handle",
)


class PostShape(Shape):
    """One thing to say."""

    id: Id
    """Becomes part of the post's web address, so never change it once it is shared"""
    text: TranslatedTexts = Field(min_length=1)
    """What people copy, exactly as written here, per language; a list holds several versions of
    it, and in each [now|today] is a choice; {target} is where an account is named"""
    networks: dict[str, TranslatedTexts] = {}
    """Own texts for single networks, where the common one does not fit"""
    thread: TranslatedTexts = {}
    """The parts that follow the text, in order; people post each as an answer to the one before"""
    facts: TranslatedTexts = {}
    """What every version must say word for word: figures, names, dates"""
    hashtags: list[Tag] = []
    """Tags from hashtags.yml that are added where the text does not already have them"""
    targets: list[Id] = []
    """Accounts this post is meant for; left out, all targets of the campaign"""
    topics: list[Id] = []
    """What it is about: ids of topics in campaign.yml"""
    link: Url | None = None
    card: CardShape | None = None
    since: PartialDay | None = None
    until: PartialDay | None = None
    embargo: Moment | None = None
    """Kept out of the public site before this hour, in the campaign's zone: 2026-04-02 09:00"""


class SenderShape(Shape):
    """An organisation that speaks in this campaign."""

    name: Line
    url: Url | None = None
    language: Language | None = None
    """The language the name is in"""
    role: TranslatedText = {}
    """What it does in this campaign, in a few words: drafted the text"""
    logo: Line | None = None
    """Its mark, in the campaign's images folder"""


class CampaignShape(Shape):
    """The campaign itself: what, why, by whom, of whom, until when."""

    title: TranslatedText = Field(min_length=1)
    short_title: TranslatedText = {}
    """For cards, tabs and menus, where the title is long"""
    label: TranslatedText = {}
    """What kind of thing this is: Networking kit, Petition, Press release, Urgent action"""
    languages: list[Language] = Field(min_length=1)
    """Languages the campaign is made for, the first one first"""
    summary: TranslatedText = {}
    """A few paragraphs: what happens, why now; an empty line between paragraphs"""
    call: TranslatedText = {}
    """One sentence that asks people to take part"""
    where: TranslatedText = {}
    """Place of the dateline"""
    issued: PartialDay | None = None
    deadline: PartialDay | None = None
    """The last day to act; of a month alone, its last day"""
    zone: Zone = "UTC"
    """Where days end and hours count: America/Mexico_City"""
    embargo: Moment | None = None
    """Kept out of the public site before this hour: 2026-04-02 09:00"""
    outcome: TranslatedText = {}
    """What came of it, for the time after the deadline"""
    instead: TranslatedText = {}
    """What people can do instead when it is over"""
    sensitive: Flag = False
    """true: taking part can put people at risk, so pages ask and pass on less"""
    storm: StormShape | None = None
    totals: TotalsShape | None = None
    report: ReportShape | None = None
    number: Line | None = None
    country: Line | None = None
    link: Url | None = None
    """More information"""
    theme: Id | None = None
    card: CardShape | None = None
    hashtags: list[Tag] = []
    accounts: list[Id] = []
    senders: list[SenderShape] = []
    topics: dict[Id, TranslatedText] = {}
    """What posts are about, so that people find theirs: an id, and the name they see"""
    related: list[Id] = []
    """Other campaigns this one follows or belongs to"""


Shapes = dict[str, TypeAdapter[Any]]
# Files that are a list, by what one item looks like; each item is read for itself, so that one
# mistake does not hide the next.
LISTS: Shapes = {
    "hashtags": TypeAdapter(HashtagShape),
    "accounts": TypeAdapter(AccountShape),
    "posts": TypeAdapter(PostShape),
}
SHAPES: Shapes = {
    "hashtags": TypeAdapter(list[HashtagShape]),
    "accounts": TypeAdapter(list[AccountShape]),
    "campaign": TypeAdapter(CampaignShape),
    "posts": TypeAdapter(list[PostShape]),
    "letters": TypeAdapter(LettersShape),
    "petition": TypeAdapter(PetitionShape),
    "press": TypeAdapter(PressShape),
}


def _tolerant(node: Any) -> Any:  # noqa: ANN401 - JSON is anything
    """Return a schema that takes 2020 or true for a text too, as our reader does.

    Editors read by YAML 1.2, where a bare number is a number; nobody should have to quote it.
    """
    if isinstance(node, list):
        return [_tolerant(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: _tolerant(value) for key, value in node.items()}
    if found.get("type") == "string" and "enum" not in found:
        found["type"] = ["string", "number", "boolean"]
    return found


@cache
def schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema (2020-12) of each kind of file, by its name without `.yml`."""
    return {
        name: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"{name}.yml",
            **_tolerant(shape.json_schema()),
        }
        for name, shape in SHAPES.items()
    }
