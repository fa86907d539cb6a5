"""Warn loudly when nobody has said where the site will live, because shared links depend on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.problems import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE = "mkdocs.yml"


def address_problems(root: Path, site_url: str) -> Iterator[Problem]:
    """Yield what is wrong with the site's address, at its line in mkdocs.yml."""
    place = _place(root)
    if not site_url:
        yield Problem(
            place,
            "the site has no address yet (site_url): links that people share will show no preview"
            " picture, and posts cannot carry a link back to your page",
            "write site_url: https://… here, or set SITE_URL when you build",
            "site-url",
            Severity.WARNING,
        )
    elif not site_url.startswith(("https://", "http://")):
        message = f'"{site_url}" is not an address that a browser can open'
        hint = "write it in full: https://example.org/"
        yield Problem(place, message, hint, "site-url")


def _place(root: Path) -> Place:
    try:
        lines = (root / FILE).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return Place(FILE)
    found = (n for n, line in enumerate(lines, 1) if line.startswith("site_url"))
    return Place(FILE, next(found, 1))
