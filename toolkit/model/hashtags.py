"""A hashtag is shared by campaigns and may be another word in another language."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from toolkit.model.words import NO_WORDS, Translated

if TYPE_CHECKING:
    from toolkit.problems import Place


class TagRole(StrEnum):
    """Main tags carry the campaign; secondary ones say what it is about."""

    MAIN = "main"
    SECONDARY = "secondary"


@dataclass(frozen=True, slots=True)
class Hashtag:
    """A tag without its `#`, what it means, and its form in other languages."""

    tag: str
    place: Place = field(repr=False, compare=False)
    role: TagRole = TagRole.SECONDARY
    languages: tuple[str, ...] = ()
    meaning: Translated = NO_WORDS
    translations: Translated = NO_WORDS

    def written_in(self, language: str) -> str:
        """Return the tag as it is used in a language, without `#`."""
        words = self.translations.get(language)
        return words.text if words else self.tag

    @property
    def forms(self) -> tuple[str, ...]:
        """Every spelling of this tag, without `#`."""
        return (self.tag, *(w.text for w in self.translations))
