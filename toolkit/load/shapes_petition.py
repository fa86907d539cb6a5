"""What petition.yml may contain: demands, the facts they rest on, and where to sign."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from toolkit.load.fields import Email, Id, PartialDay, TranslatedText, Url, WholeDay
from toolkit.load.sections import Section
from toolkit.read import Shape


class DemandShape(Shape):
    """One demand; the site numbers them."""

    core: TranslatedText = Field(min_length=1)
    """The demand in one sentence, shown in bold"""
    detail: Section = {}


class ClaimShape(Shape):
    """A fact with its source."""

    text: TranslatedText = Field(min_length=1)
    source: Section = {}
    """Who says so"""
    url: Url | None = None
    as_of: PartialDay | None = None
    """The day on which it was so"""


class PetitionShape(Shape):
    """A petition."""

    to: list[Id] = Field(min_length=1)
    """Accounts it is addressed to; they need no address"""
    preamble: TranslatedText = Field(min_length=1)
    demands: list[DemandShape] = Field(min_length=1)
    claims: list[ClaimShape] = []
    appeal: Section = {}
    """The paragraph that should be remembered, shown large"""
    closing: Section = {}
    """How it ends, above the names: Sincerely"""
    statement: Section = {}
    """What a signature says, for the mail and the sheet to sign"""
    sign_url: Url | None = None
    sign_email: Email | None = None
    """Where signatures by mail go, and where sheets are announced"""
    count: int = Field(0, ge=0)
    goal: int = Field(0, ge=0)
    counted_on: WholeDay | None = None
    order: Literal["given", "alphabetical"] = "given"
    """Order of the organisations that sign"""
