"""Words for what stands around every page of the site: its last lines, and the page not found."""

from __future__ import annotations

from toolkit.pages.wording import wording

KEYS = ("around", "privacy", "lost", "lost_why", "lost_home")


def surrounding(language: str) -> dict[str, str]:
    """Return those words in a language, by key, for the theme's templates (`overrides/`)."""
    words, _ = wording(language)
    return {key: words(key) for key in KEYS}
