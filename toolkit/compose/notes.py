"""What becomes of a post on a network, to be said to people in their language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Note(StrEnum):
    """What can be said; `note_<value>` in the interface's words is the sentence."""

    NAMES = "names"
    """Accounts without a handle there are called by their names."""
    TAGS_UNLINKED = "tags_unlinked"
    """Hashtags stay out where nothing links them."""
    TAGS_MANY = "tags_many"
    """Hashtags stay out because there are more than the network takes."""
    NO_ROOM = "no_room"
    """Hashtags or mentions stay out because the text would be too long with them."""
    TOO_LONG = "too_long"
    """The author's text with its link is over the limit."""
    PARTS = "parts"
    """The text is sent, and paid for, as several messages."""


@dataclass(frozen=True, slots=True)
class Said:
    """A note with what fills its sentence: `what` lists names or signs, `many` is a number."""

    note: Note
    what: tuple[str, ...] = ()
    many: int = 0


def about(note: Note, what: Iterable[str]) -> tuple[Said, ...]:
    """Return a note about some things, none if there are no things."""
    listed = tuple(what)  # most often there is nothing to say
    return (Said(note, listed, len(listed)),) if listed else ()
