"""Say how long a text takes, before somebody begins with it."""

from __future__ import annotations

import math

import regex

# Silent reading, words a minute (Brysbaert 2019, English non-fiction: 238); Chinese and Japanese
# count in characters (Trauzettel-Klosinski and Dietz 2012, Japanese: 357 a minute).
READ, READ_SIGNS = 238, 357
# Speaking at a calm pace on the telephone.
SAY, SAY_SIGNS = 150, 300
_SIGN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")


def minutes(text: str) -> int:
    """Return the whole minutes it takes to read a text, at least 1."""
    return max(1, math.ceil(_time(text, READ, READ_SIGNS)))


def seconds_to_say(text: str) -> int:
    """Return the seconds it takes to say a text aloud."""
    return round(60 * _time(text, SAY, SAY_SIGNS))


def _time(text: str, words: int, signs: int) -> float:
    found = len(_SIGN.findall(text))
    return len(_SIGN.sub(" ", text).split()) / words + found / signs
