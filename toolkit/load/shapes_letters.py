"""What letters.yml may contain: a letter, whom it goes to, and what surrounds it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from toolkit.load.fields import Email, Id, Language, Line, TranslatedText, Url
from toolkit.load.sections import Section, Sections
from toolkit.read import Shape

NOTHING = frozenset({"n/a", "na", "none", "n.a.", "-", "–", "—", "no aplica", "ninguna"})


def _nothing(value: Any) -> Any:  # noqa: ANN401 - a validator sees whatever was written
    """What people write where there is nothing to write is nothing."""
    return None if isinstance(value, str) and value.strip().casefold() in NOTHING else value


class BlankShape(Shape):
    """A place in the letter that the writer fills, written {id} in the text."""

    id: Id
    label: TranslatedText = Field(min_length=1)
    """What to fill in, in a few words: why this matters to you"""
    fill: Literal["line", "sentences"] = "line"
    """line: a few words; sentences: as many as people like"""
    need: Literal["must", "may"] = "may"
    """must: the letter cannot go out without it"""


class AlternativeShape(Shape):
    """Another way to write the same letter."""

    label: Section = {}
    body: TranslatedText = Field(min_length=1)


class CallShape(Shape):
    """What to say on the telephone; left out, it is made from the asks."""

    script: Section = {}
    voicemail: Section = {}


class ReportShape(Shape):
    """Where writers say what they did."""

    url: Url | None = None
    email: Email | None = None
    reason: Section = {}


class LettersShape(Shape):
    """A letter to officials."""

    targets: list[Id] = Field(min_length=1)
    """Accounts the letter goes to; people choose one or more"""
    subject: TranslatedText = Field(min_length=1)
    body: TranslatedText = Field(min_length=1)
    """The letter without its salutation, which comes from accounts.yml; {name} is filled in"""
    alternatives: list[AlternativeShape] = []
    asks: Sections = []
    """What the letter asks for, each in one sentence that begins with a verb"""
    blanks: list[BlankShape] = []
    languages: list[Language] = []
    """Languages to write in, the preferred one first; left out, those of each target"""
    channels: list[Literal["mail", "print", "fax", "call", "post"]] = []
    """Ways to reach the targets that you promise; you are told where one has no data"""
    steps: Sections = []
    tips: Sections = []
    enclosures: Sections = []
    background: Section = {}
    people: Section = {}
    """The people this is about, by the name they go by"""
    pronouns: Section = {}
    caution: Section = {}
    """A warning for people with ties to the country"""
    call: CallShape = CallShape()
    report: ReportShape | None = None
    embassy: Id | None = None
    """An account that passes letters on"""
    copies: list[Email] = []
    previous: Annotated[
        Id | None, BeforeValidator(_nothing), WithJsonSchema({"type": ["string", "null"]})
    ] = None
    """The campaign this one follows; n/a counts as nothing"""
    zone: Line | None = None
    """Time zone in which the deadline ends, such as America/Mexico_City"""
