"""Compile patterns and load lists once: every rule asks here, nothing is compiled per text."""

from __future__ import annotations

import functools
import json
from importlib.resources import files
from typing import Any

import regex

from toolkit.networks import spec


@functools.cache
def pattern(source: str) -> regex.Pattern[str]:
    """Return a compiled pattern of the specification."""
    return regex.compile(source)


@functools.cache
def tables() -> dict[str, Any]:
    """Return the lists in `tables.json`; where each comes from stands in it, under `sources`."""
    text = files("toolkit.networks").joinpath("tables.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@functools.cache
def domains() -> frozenset[str]:
    """Return the top-level domains of today, in small letters (IANA)."""
    return frozenset(tables()["tlds"].split())


@functools.cache
def domains_of_x() -> frozenset[str]:
    """Return the top-level domains X links: those of today, and those of its list of 2021."""
    return domains() | frozenset(tables()["retired"].split())


@functools.cache
def emoji() -> regex.Pattern[str]:
    """Return what stands for one emoji today, however many code points it takes."""
    return regex.compile(spec.EMOJI)


@functools.cache
def text_by_default() -> str:
    """Write what is an emoji only with U+FE0F behind it. Old characters, so no Unicode differs."""
    return rf"(?!\p{{Emoji_Presentation}})[{tables()['emoji']['styled']}]"


@functools.cache
def emoji_of_x() -> regex.Pattern[str]:
    """Return the emoji that X's library of 2021 takes as one."""
    return regex.compile(emoji_of_x_source())


def emoji_of_x_source() -> str:
    """Write the old emoji table as a pattern, longest sequences first."""
    table = tables()["emoji"]
    styled = regex.compile(f"[{table['styled']}]")
    skin = f"[{spec.SKIN}]"
    sequences = [
        s[0] + (skin if styled.match(s) else skin + "?") + s[1:]
        for s in table["joined_toned"].split()
    ]
    sequences += table["joined"].split() + table["tagged"].split() + table["flags"].split()
    style = f"(?:{spec.EMOJI_STYLE}|(?!{spec.TEXT_STYLE}))"
    first = rf"(?=[#*0-9{spec.FLAG_LETTER}\p{{Extended_Pictographic}}])"
    return (
        first
        + "(?:"
        + "|".join(
            [
                *sorted(sequences, key=len, reverse=True),
                f"[0-9#*]{spec.EMOJI_STYLE}?{spec.KEYCAP}",
                f"[©®]{spec.EMOJI_STYLE}",
                f"(?=[{table['styled']}])[{table['toned']}]{style}{skin}?",
                f"(?=[{table['styled']}])[^©®]{style}",
                f"[{table['toned']}]{skin}?",
            ]
        )
        + ")"
    )
