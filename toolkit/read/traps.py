"""The sentences for what YAML takes for something else than text, shared by those who find it."""

from __future__ import annotations

import re

from toolkit.problems import Place, Problem

QUOTES = "put the whole text in quotes"
SHOWN = 100
COMPLEX_KEY = (
    "what stands in front of this colon is not one plain word",
    "write one word there, such as text: …; text that starts with { or [ needs quotes",
)
NO_NAME = (
    "there is no name in front of this colon",
    "write a name, such as text: …, or put the text with the colon in quotes",
)
TOO_DEEP = (
    "this is nested deeper than any of our files needs",
    "check the indentation: each level is two spaces under the one it belongs to",
)
NOT_UTF8 = (
    "this is not UTF-8 text, so accents and emoji cannot be read",
    "open the file in your editor and save it again with the encoding UTF-8",
)
SECOND_DOCUMENT = (
    "this line (---) starts a second document, which would be ignored",
    "remove the --- line, or move what follows into a file of its own",
)
SMALLER = "split it: a campaign may have several folders under campaigns/"

# What YAML takes a value for that starts with one of these signs.
SIGNS = {
    "@": "a value cannot start with @ in YAML",
    "`": "a value cannot start with ` in YAML",
    "%": "a value cannot start with % in YAML",
    ">": "a value cannot start with > in YAML",
    "?": "a value cannot start with ? and a space in YAML",
    "|": "after | the text must start on the next line",
    "*": "a value that starts with * is a shortcut in YAML, not text",
    "&": "a value that starts with & is an instruction in YAML, not text",
    "!": "a value that starts with ! is an instruction in YAML, not text",
}
# What no text holds on purpose: control characters, halves of characters, and the three line ends
# that YAML 1.1 counts (NEL, LS, PS: section 4.2) while editors do not, so that lines would be off.
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|[\ud800-\udfff]"
)


def quoted(value: str) -> str:
    """Return a text in YAML double quotes."""
    inner = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'


def in_quotes(value: str) -> str:
    """Return the advice to quote this very text, shortened in the middle where it is long."""
    half = SHOWN // 2
    shown = value if len(value) <= SHOWN else f"{value[:half]} … {value[-half:]}"
    return f"{QUOTES}: {quoted(shown)}"


def control_character(text: str, file: str) -> Problem | None:
    """Return a problem for the first character that no text file should hold."""
    match = CONTROL.search(text)
    if not match:
        return None
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
    return Problem(
        Place(file, line, column),
        f"an invisible control character (U+{ord(match[0]):04X}) stands here",
        "delete it and type the place again; it often comes along when copying from a PDF",
        rule="yaml",
    )
