"""Write a strict Content-Security-Policy into every page of a tree, with the theme's own hashes.

Static hosts often cannot set headers, so the policy travels as a meta tag. The theme needs a few
inline scripts; their hashes differ by page depth, and instant navigation carries a policy from one
page to the next, so every page of a site gets the same list.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Stands in a page until the hashes of all pages are known.
PENDING = "script-src-of-this-site"
META = f'<meta http-equiv="Content-Security-Policy" content="{PENDING}">'
# Data blocks (`type="application/json"`) are not run, so they need no hash.
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*type=[\"']?application/)[^>]*>(.*?)</script>",
    re.DOTALL | re.IGNORECASE,
)
HEAD = re.compile(r"<head[^>]*>", re.IGNORECASE)


def with_pending_policy(html: str) -> str:
    """Return a page with the place for its policy, as early in its head as can be."""
    return HEAD.sub(lambda match: match[0] + META, html, count=1)


def hashes(html: str) -> set[str]:
    """Return the CSP hashes of the inline scripts of a page."""
    return {
        "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"
        for script in INLINE.findall(html)
        if script
    }


def policy(script_hashes: Iterable[str]) -> str:
    """Return the policy: nothing but what this site itself serves, no inline styles or code."""
    scripts = " ".join(["'self'", *sorted(script_hashes)])
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
