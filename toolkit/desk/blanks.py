"""Find the places that a writer fills, so that none goes out unfilled by accident."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.model.letters import BLANK, KNOWN_BLANKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from toolkit.model.letters import Letter


@dataclass(frozen=True, slots=True)
class Gap:
    """A place to fill: its id, and the words that stand for it until somebody does."""

    id: str
    label: str
    required: bool = False
    long: bool = False

    @property
    def marker(self) -> str:
        """How the place looks in a text that people edit: `[your name]`."""
        return f"[{self.label}]"


def gaps(letter: Letter, language: str, known: Callable[[str], str]) -> tuple[Gap, ...]:
    """Return the places in any wording of a letter, in the order they come up.

    `known` names a place that every letter may have (`name`, `city`). A name is always required.
    """
    texts = [w.body.get(language) for w in letter.wordings]
    ids = dict.fromkeys(m[1] for t in texts if t for m in BLANK.finditer(t.text))
    return tuple(_gap(letter, id_, language, known) for id_ in ids)


def _gap(letter: Letter, id_: str, language: str, known: Callable[[str], str]) -> Gap:
    blank = letter.blank(id_)
    own = blank.label.best(language) if blank else None
    label = own.text if own else known(id_) if id_ in KNOWN_BLANKS else id_
    required = id_ == "name" or bool(blank and blank.required)
    return Gap(id_, label, required, bool(blank and blank.long))


def pieces(text: str, places: Iterable[Gap]) -> tuple[str | Gap, ...]:
    """Return a text cut where somebody fills it: plain pieces and the places between them."""
    by_id = {gap.id: gap for gap in places}
    found: list[str | Gap] = []
    start = 0
    for match in BLANK.finditer(text):
        if match[1] in by_id:
            found += [text[start : match.start()], by_id[match[1]]]
            start = match.end()
    return tuple(part for part in (*found, text[start:]) if part)


def filled(text: str, places: Iterable[Gap], fill: Callable[[Gap], str]) -> str:
    """Return a text with each place filled; a line of which nothing is left is left out."""
    gaps_ = tuple(places)
    lines = [_line(line, gaps_, fill) for line in text.split("\n")]
    done = "\n".join(line for line in lines if line is not None)
    return re.sub(r"\n{3,}", "\n\n", done) if None in lines else done


def _line(line: str, places: tuple[Gap, ...], fill: Callable[[Gap], str]) -> str | None:
    parts = pieces(line, places)
    done = "".join(part if isinstance(part, str) else fill(part) for part in parts)
    empty = line.strip() and not done.strip()
    return None if empty else done
