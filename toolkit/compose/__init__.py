"""A post as one network will see it: text, handles, hashtags, link, length and the way in."""

from toolkit.compose.directory import Directory, directory
from toolkit.compose.handles import named
from toolkit.compose.notes import Note, Said
from toolkit.compose.post import (
    Composed,
    Setting,
    compose,
    compose_part,
    compose_text,
    later_parts,
    plain,
)
from toolkit.compose.profiles import profile_url
from toolkit.compose.targets import targets_for
from toolkit.compose.thread import following
from toolkit.compose.vary import said

__all__ = [
    "Composed",
    "Directory",
    "Note",
    "Said",
    "Setting",
    "compose",
    "compose_part",
    "compose_text",
    "directory",
    "following",
    "later_parts",
    "named",
    "plain",
    "profile_url",
    "said",
    "targets_for",
]
