"""Say to hosts that read a `_headers` file what every page may and may not do."""

from __future__ import annotations

# Netlify, Cloudflare and GitLab read this form. The rest of the policy stands in each page.
HEADERS = """/*
  Content-Security-Policy: frame-ancestors 'none'
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
  Permissions-Policy: camera=(), geolocation=(), microphone=()
"""


def headers() -> dict[str, bytes]:
    """Return the file by its name."""
    return {"_headers": HEADERS.encode()}
