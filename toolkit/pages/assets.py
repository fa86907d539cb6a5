"""Put style and script together: as files for the theme, and inside pages that stand alone.

A landing page is opened once, cold, over a slow line, so its style and script travel inside it:
two files would cost another round trip (0.4 s at the 400 ms we design for) before anything is
seen, and would hardly ever be found in a cache. The policy names them by their hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING

from markupsafe import Markup

from toolkit.pages import palette

if TYPE_CHECKING:
    from collections.abc import Mapping

THEME_STYLE = ("core.css", "theme.css", "kit.css", "moment.css")
LANDING_STYLE = ("core.css", "landing.css")
ICON = "assets/toolkit/icon.svg"
# What a person did, when things end, in which language: on pages in the theme.
MOMENT_SCRIPT = ("device.js", "closing.js", "moment.js", "progress.js", "tongue.js", "offline.js")
LANDING_SCRIPT = ("toolkit.js", "deeds.js", "start.js")
CLOSING_SCRIPT = "closing.js"
# What pages do without the theme's program, and what brings it.
ALONE_SCRIPT = ("alone.js", "reach.js", "theme.js")
THEME_SCRIPT = (*LANDING_SCRIPT, *MOMENT_SCRIPT, *ALONE_SCRIPT, "maker.js")
# From what is known to what is shown to what is pressed; each uses only those before it.
COMPOSER_SCRIPT = (
    *("compose.js", "filled.js", "knowledge.js", "thread.js", "draft.js"),
    *("shown.js", "whom.js", "picture.js", "acts.js", "bank.js", "composer.js"),
)
_NO_ACCENTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the site. Style and script carry a hash in their name, to be cached for ever."""

    path: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Inline:
    """What stands inside a landing page, and the policy that allows exactly that."""

    style: Markup
    script: Markup
    policy: str


def theme_assets(accents: Mapping[str, str] = _NO_ACCENTS) -> tuple[Asset, Asset]:
    """Return style and script for the theme, to be listed as extra_css and extra_javascript.

    `accents` are the `#rrggbb` of campaign themes by their names.
    """
    style = palette.theme_rules(accents) + _joined(THEME_STYLE)
    return _hashed("toolkit.css", squeezed(style)), _hashed(
        "toolkit.js", squeezed(_joined(THEME_SCRIPT))
    )


@cache
def first_script() -> Asset:
    """Return what copies, notes and brings the composer, for pages that must not wait.

    The theme's script comes after all of the theme's own; over a slow line that takes seconds, in
    which a post can be read already. Both may run on one page: whichever comes second does nothing.
    """
    return _hashed("first.js", squeezed(_joined(LANDING_SCRIPT)))


@cache
def composer_script() -> Asset:
    """Return the composer's program, which pages load when somebody begins to compose."""
    ground = resources.files("toolkit") / "assets"
    shared = [(ground / name).read_text(encoding="utf-8") for name in ("networks.js", "vary.js")]
    return _hashed("composer.js", squeezed("\n".join((*shared, _joined(COMPOSER_SCRIPT)))))


@lru_cache(maxsize=1)
def desk_assets() -> tuple[Asset, Asset]:
    """Return style and script of the letter desk; only pages that need them name them."""
    return _hashed("desk.css", squeezed(_read("desk.css"))), _hashed(
        "desk.js", squeezed(_read("desk.js"))
    )


def icon() -> Asset:
    """Return the site's icon; mkdocs.yml names it, so its name stays as it is."""
    return Asset(ICON, _read("icon.svg").encode())


@lru_cache(maxsize=64)
def inline(accent: str = "", *, closes: bool = False) -> Inline:
    """Return style and script for landing pages, squeezed, with their Content-Security-Policy.

    `accent` is the `#rrggbb` of the campaign's theme, if it has one. A page that `closes` has a
    deadline, and looks at the clock.
    """
    scripts = (*LANDING_SCRIPT, CLOSING_SCRIPT) if closes else LANDING_SCRIPT
    colours = palette.landing_rules() + (palette.accent_rules(accent) if accent else "")
    style, script = squeezed(colours + _joined(LANDING_STYLE)), squeezed(_joined(scripts))
    policy = (
        "default-src 'none'; "
        f"style-src '{_sha256(style)}'; script-src 'self' '{_sha256(script)}'; "
        "connect-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'none'"
    )
    return Inline(Markup(style), Markup(script), policy)  # noqa: S704  (our own files)


def squeezed(source: str) -> str:
    """Leave out comments in `/* */`, whole-line `//` comments, indents and empty lines."""
    bare = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    lines = (line.strip() for line in bare.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _joined(names: tuple[str, ...]) -> str:
    return "\n".join(_read(name) for name in names)


def _read(name: str) -> str:
    return (resources.files("toolkit.pages") / "assets" / name).read_text(encoding="utf-8")


def _hashed(name: str, text: str) -> Asset:
    body = text.encode()
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    digest = hashlib.sha256(body).hexdigest()[:8]
    return Asset(f"assets/toolkit/{stem}.{digest}{suffix}", body)


def _sha256(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()
