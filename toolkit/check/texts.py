"""Find in a text what an editor would circle: leftovers, odd letters, promises without links."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import regex

from toolkit.check.finding import Finding
from toolkit.networks import spec

if TYPE_CHECKING:
    from collections.abc import Iterator

ACCENT_ALONE = re.compile(r"\w+´\w*")
MAX_EMOJI = 4


LEFTOVERS = {
    r"\[\s*e-?mail\s*protected\s*\]": "a website hid an address here; write the real one",
    r"\[\s*(?:YOUR|MY|TU|SU|NOMBRE|NAME|INSERT|DATE|CITY|FECHA|CIUDAD)\b[^\]|]*\]": (
        "fill it in, or take it out: people copy this text exactly as it stands"
    ),
    r"\[bookmark:[^\]]*\]|_GoBack": "a word processor left this behind; delete it",
    r"\bLorem ipsum\b|\bXXX+\b|\bTBD\b|\bTBC\b": "write what belongs here",
    r"&(?:amp|nbsp|lt|gt|quot|#\d+);": "write the character itself: & “ ” –",
    r"</?(?:p|br|b|i|strong|em|a|span|div)\b[^>]*>": "take the HTML out; posts are plain text",
    "\ufffd": "a character was lost when this was converted; type it again",
}
LEFTOVER = re.compile("|".join(LEFTOVERS), re.IGNORECASE)
# Mathematical and enclosed letters that imitate bold or script (Unicode blocks Mathematical
# Alphanumeric Symbols, Enclosed Alphanumerics, and fullwidth Latin).
FANCY = re.compile(
    "[\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f149\uff21-\uff3a\uff41-\uff5a]+"
)
CLICK = re.compile(
    r"\b(?:click|tap) (?:here|below|the link)\b|\blink in bio\b"
    r"|\b(?:haz|haga|da|dé) clic(?:k)? aquí\b"
    r"|\bpincha aquí\b|\bclique aqui\b|\bhier klicken\b|\bcliquez ici\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|this (?:week|month|morning)|last (?:week|month|night|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)|next (?:week|month)|"
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\b(?:ayer|hoy|mañana|anoche|esta semana|este mes|la semana pasada|el mes pasado|"
    r"el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?: pasado)?)\b",
    re.IGNORECASE,
)
EMOJI = regex.compile(spec.EMOJI)


def of_text(text: str, *, has_link: bool, dated: bool) -> Iterator[Finding]:
    """Yield everything that one text says by itself."""
    yield from leftovers(text)
    if not text.isascii():
        yield from fancy_letters(text)
        yield from accents_alone(text)
        yield from many_emoji(text)
    if not has_link:
        yield from click_here(text)
    if dated:
        yield from relative_dates(text)


def leftovers(text: str) -> Iterator[Finding]:
    """Yield what was meant to be replaced before anybody sees it."""
    if not LEFTOVER.search(text):
        return
    for pattern, hint in LEFTOVERS.items():
        for match in re.finditer(pattern, text, re.IGNORECASE):
            yield Finding("leftover", f'"{match[0]}" was left in this text', hint, match[0])


def fancy_letters(text: str) -> Iterator[Finding]:
    """Yield letters from mathematical alphabets, which screen readers spell out or skip."""
    for match in FANCY.finditer(text):
        plain = unicodedata.normalize("NFKC", match[0])
        message = (
            f'"{match[0]}" is written in mathematical symbols: screen readers spell it out or'
            " skip it, and X counts each as two"
        )
        yield Finding("fancy-letters", message, f'write "{plain}"', match[0])


def accents_alone(text: str) -> Iterator[Finding]:
    """Yield accents that stand for an apostrophe, as some keyboards make people write."""
    for match in ACCENT_ALONE.finditer(text):
        right = match[0].replace("´", "’")
        message = f'"{match[0]}" has an accent where an apostrophe belongs'
        yield Finding("accent-alone", message, f'write "{right}"', match[0])


def many_emoji(text: str) -> Iterator[Finding]:
    """Yield when a text has so many emoji that listening to it becomes a list of pictures."""
    count = len(EMOJI.findall(text))
    if count > MAX_EMOJI:
        message = f"{count} emoji in one text: a screen reader says the name of each"
        yield Finding("many-emoji", message, f"keep at most {MAX_EMOJI}, at the end of a sentence")


def click_here(text: str) -> Iterator[Finding]:
    """Yield an invitation to click where there is nothing to click on."""
    match = CLICK.search(text)
    if match and "://" not in text:
        message = f'"{match[0]}" promises a link, and this post has none'
        yield Finding(
            "click-here", message, "add link: https://… to the post, or reword it", match[0]
        )


def relative_dates(text: str) -> Iterator[Finding]:
    """Yield words such as “yesterday”, which are wrong as soon as the day is over."""
    for match in RELATIVE.finditer(text):
        message = f'"{match[0]}" is only true for a day or two, and this is dated material'
        yield Finding("relative-date", message, "write the date itself", match[0])
