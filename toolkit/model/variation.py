"""One way to write a text may hold choices, so that a thousand people need not say one sentence."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from toolkit.problems import Place

Pieces: TypeAlias = "tuple[str | Choice, ...]"
# Told the number of a choice and how many options it has, says which one is taken, from 0.
Pick: TypeAlias = "Callable[[int, int], int]"


@dataclass(frozen=True, slots=True)
class Choice:
    """A place where a text varies; `number` counts the choices of one variation, from 0."""

    number: int
    options: tuple[Pieces, ...]


@dataclass(frozen=True, slots=True)
class Variation:
    """One of the ways an author wrote a text: fixed pieces and choices, in order."""

    pieces: Pieces
    place: Place = field(repr=False, compare=False)

    @property
    def first(self) -> str:
        """The text with the first option taken everywhere."""
        return spoken(self.pieces, lambda _number, _options: 0)

    @property
    def ways(self) -> int:
        """How many combinations of options there are; two of them may read the same."""
        return _ways(self.pieces)


def spoken(pieces: Pieces, pick: Pick) -> str:
    """Return the text that a way of picking makes of some pieces."""
    return "".join(
        piece if isinstance(piece, str) else spoken(_taken(piece, pick), pick) for piece in pieces
    )


def _taken(choice: Choice, pick: Pick) -> Pieces:
    return choice.options[pick(choice.number, len(choice.options))]


def combinations(pieces: Pieces) -> Iterator[str]:
    """Yield the text of every combination of options."""
    if not pieces:
        yield ""
        return
    first, rest = pieces[0], pieces[1:]
    options = ((first,),) if isinstance(first, str) else first.options
    for option in options:
        for head in (first,) if isinstance(first, str) else combinations(option):
            for tail in combinations(rest):
                yield head + tail


def everything(pieces: Pieces) -> str:
    """Return all that is written in some pieces, every option after the other."""
    return "".join(
        piece if isinstance(piece, str) else "".join(everything(o) for o in piece.options)
        for piece in pieces
    )


def _ways(pieces: Pieces) -> int:
    return math.prod(
        sum(_ways(option) for option in piece.options)
        for piece in pieces
        if not isinstance(piece, str)
    )
