"""Find addresses that stand in for real ones, before anybody sends something there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.check.finding import found
from toolkit.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.check.context import Context
    from toolkit.check.finding import Found

# Names that will never belong to anybody: RFC 2606, sections 2 and 3.
RESERVED = (
    r"(?:[a-z0-9-]+\.)*(?:example\.(?:com|net|org|edu)|[a-z0-9-]+\.(?:example|invalid|test))"
    r"(?![\w-]|\.\w)"
)
# Where people send something: mail, and signatures.
ADDRESS = re.compile(rf"[\w.+-]+@{RESERVED}|(?<=\bsign_url: )https?://{RESERVED}\S*", re.IGNORECASE)
# A comment runs to the end of its line; inside quotes nobody would put one of these names.
COMMENT = re.compile(r"(?:^|\s)#.*")


def of_files(context: Context) -> Iterator[Found]:
    """Yield every such address in the project's files, comments apart, where it stands."""
    for file in context.project.files:
        for number, line in enumerate(context.lines(file), 1):
            for match in ADDRESS.finditer(COMMENT.sub("", line)):
                message = f'"{match[0]}" is made up, and nothing sent there arrives'
                hint = "write the real address, or remove it until somebody knows"
                place = Place(file, number, match.start() + 1)
                yield found("example-address", place, message, hint)
