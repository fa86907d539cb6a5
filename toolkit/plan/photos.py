"""The campaigns' own pictures for cards: found, measured and hashed once in a build."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from toolkit.cards.paint.pictures import UnusableImageError, measured
from toolkit.cards.request import PictureFile
from toolkit.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.model import CardPicture, CardWords

HINT = "use another file: PNG, JPEG or WebP, as it came from the camera or from its owner"


class Photos:
    """Pictures under a project's root. Those that cannot be used are told in `problems`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, tuple[str, tuple[int, int]]] = {}
        self.problems: list[Problem] = []

    def of(self, card: CardWords) -> tuple[PictureFile, ...]:
        """Return the pictures of a card; the image is cropped around the card's focus."""
        found = (self._file(picture, card) for picture in card.pictures)
        return tuple(file for file in found if file)

    def _file(self, picture: CardPicture, card: CardWords) -> PictureFile | None:
        path = self._root / picture.file
        try:
            content, size = self._read(picture.file, path)
        except UnusableImageError as error:
            self.problems.append(Problem(picture.place, str(error), HINT, "picture"))
            return None
        focus = card.focus if picture.slot == "image" else (0.5, 0.4)
        return PictureFile(picture.slot, path, content, focus, size)

    def _read(self, name: str, path: Path) -> tuple[str, tuple[int, int]]:
        if name not in self._known:
            size = measured(path)
            with path.open("rb") as file:
                self._known[name] = hashlib.file_digest(file, "sha256").hexdigest(), size
        return self._known[name]
