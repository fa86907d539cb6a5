"""Hand a letter to a mail program, as text that is only ever text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

# Windows hands programs at most 2,083 characters of an address; other systems take more. Web mail
# stops near 8,000 (Gmail refused letters between 6,400 and 8,100: defund12.org, issue 893).
MAIL_ROOM = 2000
WEB_ROOM = 6000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def mailto(to: str, subject: str, body: str, copies: Iterable[str] = ()) -> str:
    """Return a `mailto:` link (RFC 6068): UTF-8 percent-encoded, lines end in CRLF."""
    fields = {"cc": ",".join(copies), "subject": one_line(subject), "body": crlf(body)}
    query = "&".join(
        f"{name}={quote(value, safe='@,' if name == 'cc' else '')}"
        for name, value in fields.items()
        if value
    )
    return f"mailto:{quote(one_line(to), safe='@')}?{query}"


def gmail(to: str, subject: str, body: str, copies: Iterable[str] = ()) -> str:
    """Return a link that opens Gmail in a browser with the letter in it."""
    return "https://mail.google.com/mail/?view=cm&fs=1" + _query(
        {"to": to, "cc": ",".join(copies), "su": one_line(subject), "body": crlf(body)}
    )


def outlook(to: str, subject: str, body: str, copies: Iterable[str] = ()) -> str:
    """Return a link that opens Outlook in a browser with the letter in it."""
    return "https://outlook.live.com/mail/0/deeplink/compose?popoutv2=1" + _query(
        {"to": to, "cc": ",".join(copies), "subject": one_line(subject), "body": crlf(body)}
    )


def one_line(text: str) -> str:
    """Return a text without line ends and controls, so that it cannot add a header of its own."""
    return _CONTROL.sub(" ", text).strip()


def crlf(text: str) -> str:
    return re.sub(r"\r\n?|\n", "\r\n", text)


def _query(fields: dict[str, str]) -> str:
    return "".join(f"&{name}={quote(value, safe='')}" for name, value in fields.items() if value)
