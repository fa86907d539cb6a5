"""Know where in a document every word stands, and what in it is no word at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from toolkit.load.fields import BIDI
from toolkit.problems import Place, Problem, Severity

# Line ends and tabs aside, what gives orders to machines or cannot stand in YAML.
UNSEEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|{BIDI.pattern}")


@dataclass(frozen=True, slots=True)
class Source:
    """A document as text; `starts` are the offsets at which its lines begin."""

    text: str
    file: str
    starts: tuple[int, ...]

    def place(self, offset: int) -> Place:
        """Return where an offset is, as people count."""
        line = bisect_right(self.starts, offset)
        return Place(self.file, line, offset - self.starts[line - 1] + 1)

    def ask(self, offset: int, message: str, hint: str) -> Problem:
        """Return a question: something was read in one way and could be meant in another."""
        return Problem(self.place(offset), message, hint, "import", Severity.WARNING)

    def lacks(self, offset: int, message: str, hint: str) -> Problem:
        """Return what the document promises and does not hold."""
        return Problem(self.place(offset), message, hint, "import")


def source(body: bytes, file: str) -> tuple[Source, tuple[Problem, ...]]:
    """Return a document with its invisible characters blanked, and where they were.

    UTF-8 is expected; anything else is read as what Windows writes (cp1252).
    """
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode("cp1252", errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    starts = (0, *(match.end() for match in re.finditer("\n", text)))
    found = Source(UNSEEN.sub(" ", text), file, starts)
    hint = "look at the words around it: such characters can disguise a name or an address"
    return found, tuple(
        found.ask(
            match.start(), f"an invisible character (U+{ord(match[0]):04X}) was left out", hint
        )
        for match in UNSEEN.finditer(text)
    )
