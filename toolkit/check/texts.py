"""Find in a text what an editor would circle: leftovers, odd letters, promises without links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_EMOJI = 4


class Finding(NamedTuple):
    """What is wrong with a text: the rule, the sentence, and what to do instead."""

    rule: str
    message: str
    hint: str


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
# Mathematical and enclosed letters that imitate bold or script (Unicode blocks Mathematical
# Alphanumeric Symbols, Enclosed Alphanumerics, and fullwidth Latin).
FANCY = re.compile(
    "[\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f149\uff21-\uff3a\uff41-\uff5a]+"
)
CLICK = re.compile(
    r"\b(?:click|tap) (?:here|below|the link)\b|\blink in bio\b|\b(?:haz|haga|da|dé) clic(?:k)? aquí\b"
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
EMOJI = regex.compile(r"\p{Extended_Pictographic}|\p{Regional_Indicator}{2}")


def leftovers(text: str) -> Iterator[Finding]:
    """Yield what was meant to be replaced before anybody sees it."""
    for pattern, hint in LEFTOVERS.items():
        for match in re.finditer(pattern, text, re.IGNORECASE):
            yield Finding("leftover", f'"{match[0]}" was left in this text', hint)


def fancy_letters(text: str) -> Iterator[Finding]:
    """Yield letters from mathematical alphabets, which screen readers spell out or skip."""
    for match in FANCY.finditer(text):
        plain = _plain(match[0])
        yield Finding(
            "fancy-letters",
            f'"{match[0]}" is written in mathematical symbols: screen readers spell it out or'
            " skip it, and X counts each as two",
            f'write "{plain}"',
        )


def _plain(text: str) -> str:
    import unicodedata  # noqa: PLC0415 - only when such letters were found

    return unicodedata.normalize("NFKC", text)


def many_emoji(text: str) -> Iterator[Finding]:
    """Yield when a text has so many emoji that listening to it becomes a list of pictures."""
    count = len(EMOJI.findall(text))
    if count > MAX_EMOJI:
        message = f"{count} emoji in one text: a screen reader says the name of each"
        yield Finding("many-emoji", message, f"keep at most {MAX_EMOJI}, at the end of a sentence")


def click_here(text: str, *, has_link: bool) -> Iterator[Finding]:
    """Yield an invitation to click when there is nothing to click on."""
    match = CLICK.search(text)
    if match and not has_link:
        message = f'"{match[0]}" promises a link, and this post has none'
        yield Finding("click-here", message, "add link: https://… to the post, or reword it")


def relative_dates(text: str) -> Iterator[Finding]:
    """Yield words such as “yesterday”, which are wrong as soon as the day is over."""
    for match in RELATIVE.finditer(text):
        message = f'"{match[0]}" is only true for a day or two, and this is dated material'
        yield Finding("relative-date", message, "write the date itself")
