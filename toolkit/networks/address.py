"""Tell whether a text is one address X would take for a link, from end to end."""

from __future__ import annotations

from toolkit.networks.lookup import pattern
from toolkit.networks.spec import CYRILLIC

_OUTSIDE_ASCII = "\x80-\U0010ffff"
_ENDS = f"[A-Za-z0-9{_OUTSIDE_ASCII}]"
_NUMBER = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])"
_PART = rf"(?:[A-Za-z{CYRILLIC}0-9\-._~!$&'()*+,;=:|@]|%[0-9A-Fa-f]{{2}})"


def _label(first: str, inner: str) -> str:
    return rf"[{first}{_OUTSIDE_ASCII}](?:[A-Za-z0-9{inner}\-{_OUTSIDE_ASCII}]*{_ENDS})?"


_HOST = (
    rf"(?:{_NUMBER}(?:\.{_NUMBER}){{3}}|\[[A-Fa-f0-9:.]+\]"
    rf"|(?:{_label('A-Za-z0-9', '_')}\.)*{_label('A-Za-z0-9', '')}\.{_label('A-Za-z', '')})"
)
# Scheme, who, host, port, path, query, fragment (twitter-text, `validateUrl…` expressions).
SCHEME = "[Hh][Tt][Tt][Pp][Ss]?://"
REST = (
    rf"(?:(?:[A-Za-z{CYRILLIC}0-9\-._~!$&'()*+,;=:]|%[0-9A-Fa-f]{{2}})*@)?{_HOST}(?::[0-9]{{1,5}})?"
    rf"(?:/{_PART}*)*(?:\?(?:{_PART}|[/?])*)?(?:#(?:{_PART}|[/?])*)?"
)


def valid_url(text: str, *, scheme: bool = True) -> bool:
    """Tell whether a text is an address; without `scheme`, one may be missing.

    Source: twitter-text `isValidUrl` (github.com/twitter/twitter-text, js/src/isValidUrl.js).
    """
    return bool(pattern((SCHEME if scheme else f"(?:{SCHEME})?") + REST).fullmatch(text))
