"""Show the problems on the page while somebody edits, instead of leaving the browser to wait."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.problems import Problem

BODY = re.compile(r"<body[^>]*>", re.IGNORECASE)


def with_problems(html: str, problems: Iterable[Problem]) -> str:
    """Return a page that begins with a list of problems, above the last good content."""
    items = "".join(_item(problem) for problem in problems)
    block = (
        '<section class="toolkit-problems" role="alert" lang="en" dir="ltr">'
        "<h1>This needs a correction</h1>"
        "<p>Below is the site as it was before. Save the corrected file and this goes away.</p>"
        f"<ol>{items}</ol></section>"
    )
    return BODY.sub(lambda match: match[0] + block, html, count=1)


def _item(problem: Problem) -> str:
    hint = f"<p>{escape(problem.hint)}</p>" if problem.hint else ""
    return f"<li><code>{escape(str(problem.place))}</code> {escape(problem.message)}{hint}</li>"
