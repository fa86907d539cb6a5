"""Tell whether a domain could exist: it travels in ASCII, at most 63 letters a label."""

from __future__ import annotations

import regex

MAX_LABEL = 63
PREFIX = "xn--"
_separators = regex.compile("[\u3002\uff0e\uff61]")


def encoded(label: str) -> str:
    """Return a label as ASCII (RFC 3492), the way it stands in the domain name system."""
    if label.isascii():
        return label
    return PREFIX + label.encode("punycode").decode("ascii")


def label_fits(label: str) -> bool:
    """Tell whether a label has 1 to 63 letters once it is written in ASCII."""
    if len(label) > MAX_LABEL:
        return False
    return 0 < len(".".join(map(encoded, _separators.split(label)))) <= MAX_LABEL
