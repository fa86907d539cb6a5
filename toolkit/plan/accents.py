"""Know the colour that stands for each campaign's theme, so that its pages look like its cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.pages.palette import accent_of
from toolkit.plan.cards import THEME

if TYPE_CHECKING:
    from toolkit.cards.library import Library
    from toolkit.model import Toolkit


def accents(toolkit: Toolkit, library: Library) -> tuple[tuple[str, str], ...]:
    """Return the colour of each theme a campaign names; no name is the theme cards have then."""
    names = sorted({campaign.theme for campaign in toolkit.campaigns})
    themes = ((name, library.themes.get(name or THEME)) for name in names)
    found = ((name, accent_of(theme.shape.colours)) for name, theme in themes if theme)
    return tuple((name, colour) for name, colour in found if colour)
