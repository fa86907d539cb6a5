"""Link the documents beside a campaign's posts: its letter, its petition, its press release."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from toolkit.load.reader import Reader, Written
    from toolkit.model import Account, Translated
    from toolkit.read import Path

    Accounts = Callable[[Written, list[str], Path], tuple[Account, ...]]
    Images = Callable[[Written, str | None, Path], str]

HINTS = {
    "letters": "write at least targets: […], subject: … and body: …, or remove the file",
    "petition": "write at least to: […], preamble: … and demands: …, or remove the file",
    "press": "write at least type: …, date: …, headline: … and body: …, or remove the file",
}


@dataclass(frozen=True, slots=True)
class Documents:
    """Reads what else lies in a campaign's folder; `language` is the campaign's first."""

    reader: Reader
    folder: str
    language: str
    accounts: Accounts
    image: Images

    def read(self, kind: str) -> Written | None:
        name = f"{self.folder}/{kind}.yml"
        if name not in self.reader.files.texts:
            return None
        return self.reader.read(name, kind, HINTS[kind])

    def said(self, written: Written, texts: Mapping[str, str], *path: str | int) -> Translated:
        return written.translated(texts, path, self.language)

    def each(
        self, written: Written, items: Sequence[Mapping[str, str]], name: str
    ) -> tuple[Translated, ...]:
        return tuple(self.said(written, t, name, i) for i, t in enumerate(items))

    def all(self, written: Written, *names: str) -> dict[str, Any]:
        return {n: self.said(written, getattr(written.shape, n), n) for n in names}


def date(value: str | None) -> dt.date | None:
    """Return a whole day as a date."""
    return dt.date.fromisoformat(value) if value else None
