"""Carry text into HTML so that it comes out as it went in, whatever stands between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable

# Python-Markdown reads ASCII punctuation, spaces and line ends even inside raw HTML, and keeps
# U+0002 and U+0003 for itself; LS, PS and NBSP are white space to many tools.
_TOUCHED = re.compile("[\x01-\x1f !-/:-@\\[-`{-~\x7f\xa0\u2028\u2029\ufeff]")
_SPECIAL = re.compile("[&<>\"'\r]")
_NAMES = re.compile(r"((?<![\w&])[#＃@]\w+|https?://\S+)")
_LINKS = re.compile(r"(?:https?|mailto|tel|sms):", re.IGNORECASE)


def entities(value: object) -> str:
    """Return a text as numeric character references wherever Markdown could touch it.

    Letters and digits of all scripts stay as they are, so that search finds them. C1 controls
    must stay too: HTML reads `&#128;` as a euro sign (WHATWG HTML, 13.2.5.80). Markup passes.
    """
    if isinstance(value, Markup):
        return value
    return _TOUCHED.sub(_entity, str(value))


def escaped(value: object) -> str:
    """Return a text escaped for a page of our own, in text or a quoted attribute. Markup passes.

    CR is written as a reference too, because browsers read a bare one as LF.
    """
    if isinstance(value, Markup):
        return value
    return _SPECIAL.sub(_entity, str(value))


def isolated(escape: Callable[[object], str], text: str, direction: str) -> Markup:
    """Return a text in which each tag, handle and address keeps its own direction.

    Between words that run from right to left, `#Tag` would otherwise show as `Tag#`. The text
    itself does not change; a text from left to right needs no help.
    """
    if direction != "rtl":
        return Markup(escape(text))  # noqa: S704  (just escaped)
    parts = _NAMES.split(text)
    marked = (f"<bdi>{escape(p)}</bdi>" if i % 2 else escape(p) for i, p in enumerate(parts))
    return Markup("".join(marked))  # noqa: S704  (just escaped)


def safe_href(url: str) -> str:
    """Return a URL if it leads where a page of ours may lead, else nothing."""
    return url if _LINKS.match(url) else ""


def one_block(html: str) -> str:
    """Join a rendered template into one line, so that Markdown sees one block and no blank line."""
    return " ".join(line for line in (row.strip(" \t") for row in html.split("\n")) if line)


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"
