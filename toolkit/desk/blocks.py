"""Cut a text into pieces that are set in one way each; making them needs no fonts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a text in one of the styles of `flow`.

    `mark` stands in front of it: the number of a demand.
    """

    style: str
    text: str
    mark: str = ""
