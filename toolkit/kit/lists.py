"""Posts and image descriptions as plain lists, for people who work in a text or table program."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.pages import CardFile, PostView

# A table program runs a cell that begins like this: owasp.org/www-community/attacks/CSV_Injection.
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SHIELD = "'"
COLUMNS = ("post", "language", "part", "text", "image_description", "pictures", "address")


def posts_text(views: Iterable[PostView]) -> str:
    """Return the posts as text to copy from, exactly as they are, each part under its name."""
    return "\n".join(
        f"———— {view.post.id} ({view.language}{f' {part}' if part else ''})\n\n{text}\n"
        for view in views
        for part, text in _parts(view)
    )


def posts_table(rows: Iterable[tuple[PostView, str]]) -> bytes:
    """Return a table of posts, each with its address, that table programs open without asking.

    A thread has a row for each part, `2/3`; picture and description go with the first.
    UTF-8 with a byte order mark, without which Excel reads it in the encoding of the country.
    """
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for view, address in rows:
        card = view.card()
        alt, names = card.alt if card else "", " ".join(c.name for c in view.cards)
        for at, (part, text) in enumerate(_parts(view)):
            shown = ("", "") if at else (alt, names)
            told = (view.post.id, view.language, part, text, *shown, address)
            table.writerow([cell(value) for value in told])
    return out.getvalue().encode("utf-8-sig")


def _parts(view: PostView) -> list[tuple[str, str]]:
    """Return each part of a post with its number among them, which a single one has not."""
    many = len(view.parts)
    return [(f"{n}/{many}" if many > 1 else "", text) for n, text in enumerate(view.parts, 1)]


def cell(text: str) -> str:
    """Return a text for a table cell, shielded by `'` where a program would run it.

    A text that begins with a shield of its own gets another one, so that `text_of` gives back
    exactly what went in.
    """
    return SHIELD + text if text.startswith((*RUNS, SHIELD)) else text


def text_of(shown: str) -> str:
    """Return what a cell was made from."""
    return shown.removeprefix(SHIELD)


def alt_list(cards: Iterable[CardFile]) -> str:
    """Return the image descriptions, those of one text together under the files they belong to."""
    names: dict[str, list[str]] = {}
    for card in cards:
        names.setdefault(card.alt, []).append(card.name)
    return "\n".join(f"{chr(10).join(files)}\n\n{alt}\n\n" for alt, files in names.items())
