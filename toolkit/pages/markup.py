"""Carry text into HTML so that it comes out as it went in, whatever stands between."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable

# Python-Markdown reads ASCII punctuation, spaces and line ends even inside raw HTML, and keeps
# U+0002 and U+0003 for itself; LS, PS and NBSP are white space to many tools.
_TOUCHED = re.compile("[\x01-\x1f !-/:-@\\[-`{-~\x7f\xa0\u2028\u2029\ufeff]")
_TAGS = re.compile("(<[^>]*>)")
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


def bare(url: str) -> str:
    """Return a URL without query and fragment, which may tell who came from where."""
    return re.sub(r"[?#].*$", "", url, flags=re.DOTALL)


def safe_href(url: str) -> str:
    """Return a URL if it leads where a page of ours may lead, else nothing."""
    return url if _LINKS.match(url) else ""


def for_markdown(html: str) -> str:
    """Return a template's HTML as one block that Python-Markdown leaves as it is.

    Text and attribute values get their references anew, so that nothing in them can be taken for
    Markdown; what the template has between them becomes one line.
    """
    parts = _TAGS.split(html)
    done = (_tag_for_markdown(p) if i % 2 else entities(unescape(p)) for i, p in enumerate(parts))
    return "".join(done)


def _tag_for_markdown(tag: str) -> str:
    parts = tag.split('"')
    done = (entities(unescape(p)) if i % 2 else p for i, p in enumerate(parts))
    return '"'.join(done).replace("\n", " ")


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"
