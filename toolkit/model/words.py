"""Words in a language remember where they were written, so that checks can point at them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.model.variation import Variation
    from toolkit.problems import Place


@dataclass(frozen=True, slots=True)
class Words:
    """A text, exactly as written, in one language (a BCP 47 tag such as `en` or `pt-BR`).

    Where the author wrote several versions or choices, these are the `variations`, and `text` is
    the first version with the first option taken everywhere. Empty: the text never varies.
    """

    text: str
    language: str
    place: Place = field(repr=False, compare=False)
    variations: tuple[Variation, ...] = ()

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Translated:
    """The same words in one or more languages, in the order they were written."""

    versions: tuple[Words, ...] = ()

    def __iter__(self) -> Iterator[Words]:
        return iter(self.versions)

    def __bool__(self) -> bool:
        return bool(self.versions)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(words.language for words in self.versions)

    def get(self, language: str) -> Words | None:
        """Return the words in exactly this language, or None."""
        return next((w for w in self.versions if w.language == language), None)

    def best(self, *languages: str) -> Words | None:
        """Return the words in the first of these languages there is, else the first written."""
        found = (self.get(language) for language in languages)
        first = self.versions[0] if self.versions else None
        return next((words for words in found if words), first)


NO_WORDS = Translated()


# Languages written from right to left (ISO 639), and the scripts that say so in a longer tag.
_RIGHT_TO_LEFT = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"]
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset(("Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"))


def is_right_to_left(language: str) -> bool:
    """Tell whether a language (BCP 47) is written from right to left."""
    base, *rest = language.split("-")
    scripts = [part for part in rest if len(part) == 4]  # noqa: PLR2004 - ISO 15924 codes have four letters
    return scripts[0] in _RIGHT_TO_LEFT_SCRIPTS if scripts else base in _RIGHT_TO_LEFT
