"""Carry text into HTML so that it comes out as it went in, whatever stands between."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

# Python-Markdown reads ASCII punctuation, spaces and line ends even inside raw HTML, and keeps
# U+0002 and U+0003 for itself; LS, PS and NBSP are white space to many tools.
_TOUCHED = re.compile("[\x01-\x1f !-/:-@\\[-`{-~\x7f\xa0\u2028\u2029\ufeff]")
_LINKS = re.compile(r"(?:https?|mailto|tel|sms):", re.IGNORECASE)


def entities(value: object) -> Markup:
    """Return a text as numeric character references wherever Markdown could touch it.

    Letters and digits of all scripts stay as they are, so that search finds them. C1 controls
    must stay too: HTML reads `&#128;` as a euro sign (WHATWG HTML, 13.2.5.80).
    """
    if hasattr(value, "__html__"):
        return Markup(value.__html__())  # noqa: S704  (it says of itself that it is markup)
    return Markup(_TOUCHED.sub(_entity, str(value)))  # noqa: S704  (nothing special is left)


def escaped(value: object) -> Markup:
    """Return a text escaped for a page of our own; CR would be read as LF if it stood bare."""
    if hasattr(value, "__html__"):
        return Markup(value.__html__())  # noqa: S704  (it says of itself that it is markup)
    return Markup(str(escape(value)).replace("\r", "&#13;"))  # noqa: S704  (just escaped)


def safe_href(url: str) -> str:
    """Return a URL if it leads where a page of ours may lead, else nothing."""
    return url if _LINKS.match(url) else ""


def one_block(html: str) -> str:
    """Join a rendered template into one line, so that Markdown sees one block and no blank line."""
    return " ".join(line for line in (row.strip(" \t") for row in html.split("\n")) if line)


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"
