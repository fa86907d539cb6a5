"""Give every page its colours: the toolkit's own, and for each theme of a campaign its accent."""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Colours:
    """What styles may use as `var(--tk-…)`, as `#rrggbb`.

    `ground` lies behind everything, `surface` behind a post; `ink` is text, `quiet` lesser text;
    `line` parts things; `accent` is for what matters most and `on_accent` for text on it.
    """

    ground: str
    surface: str
    ink: str
    quiet: str
    line: str
    accent: str
    on_accent: str


LIGHT = Colours("#faf7f1", "#ffffff", "#1a1714", "#5c554b", "#ded6c7", "#b4231a", "#ffffff")
DARK = Colours("#151311", "#201d1a", "#f5f0e8", "#b9b0a3", "#3d3832", "#ff9079", "#1d0a06")
HEX = r"#[0-9a-fA-F]{6}"
VIVID = 90  # between the strongest and the weakest of red, green and blue, of 255
AA = 4.5  # WCAG 2.2, 1.4.3: contrast of text with what is behind it


def declarations(colours: Colours) -> str:
    """Return the colours as custom properties, for one CSS rule."""
    rows = ((f.name.replace("_", "-"), getattr(colours, f.name)) for f in fields(colours))
    return ";".join(f"--tk-{name}:{value}" for name, value in rows)


def landing_rules() -> str:
    """Return both palettes for a page that follows the device."""
    return (
        f":root{{{declarations(LIGHT)}}}\n"
        f"@media(prefers-color-scheme:dark){{:root{{{declarations(DARK)}}}}}\n"
    )


def theme_rules(accents: Mapping[str, str]) -> str:
    """Return both palettes for Material's schemes, and the accent of each campaign theme."""
    rows = [
        f":root,[data-md-color-scheme=default]{{{declarations(LIGHT)}}}",
        f"[data-md-color-scheme=slate]{{{declarations(DARK)}}}",
    ]
    for name, accent in accents.items():
        rows.append(f'.tk[data-tk-theme="{name}"]{{{_accent(accent, LIGHT)}}}')
        rows.append(
            f'[data-md-color-scheme=slate] .tk[data-tk-theme="{name}"]{{{_accent(accent, DARK)}}}'
        )
    return "\n".join(rows) + "\n"


def accent_rules(accent: str) -> str:
    """Return the accent of one campaign theme, for a page that follows the device."""
    return (
        f":root{{{_accent(accent, LIGHT)}}}\n"
        f"@media(prefers-color-scheme:dark){{:root{{{_accent(accent, DARK)}}}}}\n"
    )


def accent_of(colours: Mapping[str, str]) -> str:
    """Return the colour that stands for a card theme: its ground if that is vivid, else its accent.

    A ground too light for type on white, such as a yellow, gives way to a vivid accent too.
    Colours that are not `#rrggbb` count as missing; without any the result is empty.
    """
    named = [colours.get(name, "") for name in ("ground", "accent")]
    found = [c for c in named if re.fullmatch(HEX, c)]
    vivid = [c for c in found if max(_parts(c)) - min(_parts(c)) >= VIVID]
    dark = [c for c in vivid if contrast(c, LIGHT.surface) >= AA]
    return next(iter((*dark, *vivid, *found[-1:])), "")


def _accent(accent: str, on: Colours) -> str:
    colour = legible(accent, on)
    white, black = contrast(colour, "#ffffff"), contrast(colour, "#000000")
    return f"--tk-accent:{colour};--tk-on-accent:{'#ffffff' if white >= black else '#000000'}"


def legible(colour: str, on: Colours) -> str:
    """Return a colour made lighter or darker, step by step, until text in it can be read.

    Its hue stays, so that a campaign keeps its face on a dark ground too.
    """
    hue, light, strong = colorsys.rgb_to_hls(*(part / 255 for part in _parts(colour)))
    end = 1 if _luminance(on.ink) > _luminance(on.ground) else 0
    for step in range(41):
        parts = colorsys.hls_to_rgb(hue, light + (end - light) * step / 40, strong)
        moved = "#" + "".join(f"{round(part * 255):02x}" for part in parts)
        if min(contrast(moved, on.ground), contrast(moved, on.surface)) >= AA:
            return moved
    return on.ink


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in _parts(colour)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]  # noqa: PLR2004  (WCAG 2.2, relative luminance)
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _parts(colour: str) -> tuple[int, ...]:
    """Return red, green and blue; raise ValueError for anything but `#rrggbb`."""
    if not re.fullmatch(HEX, colour):
        raise ValueError(f"{colour} is not a colour like #b4231a")
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
