"""What press.yml may contain: a release as journalists need it."""

from __future__ import annotations

from pydantic import Field

from toolkit.load.fields import Email, Line, PartialDay, Phone, TranslatedText, Url, WholeDay
from toolkit.load.sections import Section, Sections
from toolkit.read import Shape


class QuotationShape(Shape):
    """What somebody said, without the quotation marks around it."""

    text: TranslatedText = Field(min_length=1)
    speaker: TranslatedText = Field(min_length=1)
    role: Section = {}
    organisation: Section = {}
    short: Section = {}
    """A shorter form for networks, with […] where words are left out, confirmed by a person"""


class PictureShape(Shape):
    """A picture for print."""

    alt: TranslatedText = Field(min_length=1)
    """What the picture shows"""
    image: Line | None = None
    """Its file in the campaign's images folder"""
    credit: Line | None = None


class ContactShape(Shape):
    """Whom journalists may reach."""

    name: Line
    role: Section = {}
    email: Email | None = None
    phone: Phone | None = None


class ReferenceShape(Shape):
    """A page that belongs to the release."""

    label: TranslatedText = Field(min_length=1)
    url: Url


class PressShape(Shape):
    """A press release."""

    type: TranslatedText = Field(min_length=1)
    """Press release, Statement, Media advisory"""
    date: PartialDay
    headline: TranslatedText = Field(min_length=1)
    body: TranslatedText = Field(min_length=1)
    """{1} on a line of its own is where the first quotation goes; left out, they follow the text"""
    where: Section = {}
    quotations: list[QuotationShape] = []
    notes: Sections = []
    """Notes to editors"""
    acronyms: dict[Line, TranslatedText] = {}
    """What short forms stand for; the first use of each is written out"""
    pictures: list[PictureShape] = []
    contacts: list[ContactShape] = []
    related: list[ReferenceShape] = []
    embargo: WholeDay | None = None
    """Builds for days before this one leave the release out entirely"""
