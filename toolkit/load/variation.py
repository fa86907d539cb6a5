r"""Read the choices that an author writes into a text: [now|today|at once].

A bracket is a choice only if a `|` stands in it: `[…]` and `[sic]` are text. Choices may hold
choices. `\[`, `\]` and `\|` stand for the sign itself; any other backslash stays a backslash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from toolkit.model import Choice, Pieces

SIGNS = re.compile(r"\\([\[\]|])|([\[\]|])")
MAX_DEPTH = 3
MAX_CHOICES = 100


class Fault(NamedTuple):
    """What is wrong with a text's choices: a sentence and what to write instead."""

    message: str
    hint: str


@dataclass(slots=True)
class _Bracket:
    """An open bracket: the options finished so far are all but the last."""

    options: list[list[str | Choice]] = field(default_factory=lambda: [[]])

    def add(self, piece: str | Choice) -> None:
        now = self.options[-1]
        if isinstance(piece, str) and now and isinstance(now[-1], str):
            now[-1] += piece
        elif piece:
            now.append(piece)

    def add_all(self, pieces: Pieces) -> None:
        for piece in pieces:
            self.add(piece)


def pieces_of(text: str) -> tuple[Pieces, tuple[Fault, ...]]:
    """Return a text as fixed pieces and choices, and what is wrong with its brackets.

    A text with faults is returned as far as it can be understood.
    """
    open_: list[_Bracket] = [_Bracket()]
    faults: list[Fault] = []
    at = 0
    for sign in SIGNS.finditer(text):
        open_[-1].add(text[at : sign.start()])
        at = sign.end()
        if sign[2] == "[":
            open_.append(_Bracket())
        elif sign[2] == "|" and len(open_) > 1:
            open_[-1].options.append([])
        elif sign[2] == "]" and len(open_) > 1:
            _close(open_, faults)
        else:
            open_[-1].add(sign[1] or sign[2])
    open_[-1].add(text[at:])
    while len(open_) > 1:
        _give_up(open_, faults)
    pieces, choices = _numbered(tuple(open_[0].options[0]), 0)
    if choices > MAX_CHOICES:
        message = f"this text has {choices} choices, and it may have {MAX_CHOICES} at most"
        faults.append(Fault(message, "write several versions of the text, with fewer choices each"))
        pieces = (text,)
    return pieces, tuple(dict.fromkeys(faults))


def _close(open_: list[_Bracket], faults: list[Fault]) -> None:
    """Make of a closed bracket a choice, or text if nothing can be chosen in it."""
    bracket = open_.pop()
    options = tuple(dict.fromkeys(tuple(option) for option in bracket.options))
    if len(bracket.options) == 1:
        open_[-1].add_all(("[", *options[0], "]"))
    elif len(options) == 1:
        open_[-1].add_all(options[0])
    elif (choice := Choice(0, options)) and _depth((choice,)) > MAX_DEPTH:
        message = f"choices stand inside choices here, more than {MAX_DEPTH} deep"
        faults.append(Fault(message, "write a second version of the whole text instead"))
        open_[-1].add_all(options[0])
    else:
        open_[-1].add(choice)


def _give_up(open_: list[_Bracket], faults: list[Fault]) -> None:
    """Take a bracket that never closes for text; say so if somebody wanted to choose in it."""
    options = open_.pop().options
    if len(options) > 1:
        first = "".join(piece for piece in options[0] if isinstance(piece, str)).strip()[:30]
        faults.append(
            Fault(
                f'the choice that begins with "[{first}|" never ends',
                r"close it with ], or write \[ if no choice is meant",
            )
        )
    open_[-1].add("[")
    for number, option in enumerate(options):
        open_[-1].add_all(("|" if number else "", *option))


def _depth(pieces: Pieces) -> int:
    inside = (o for piece in pieces if isinstance(piece, Choice) for o in piece.options)
    return max((1 + _depth(option) for option in inside), default=0)


def _numbered(pieces: Pieces, number: int) -> tuple[Pieces, int]:
    """Number the choices in the order they are written, the outer one before those in it."""
    done: list[str | Choice] = []
    for piece in pieces:
        if isinstance(piece, str):
            done.append(piece)
            continue
        own, number = number, number + 1
        options: list[Pieces] = []
        for option in piece.options:
            counted, number = _numbered(option, number)
            options.append(counted)
        done.append(Choice(own, tuple(options)))
    return tuple(done), number
