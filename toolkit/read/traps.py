"""Say what YAML stumbled over in a campaigner's words, and how to write it instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.problems import Place, Problem

if TYPE_CHECKING:
    import yaml

ALIAS = (
    "a value that starts with * is a shortcut in YAML, not text",
    'put the whole text in quotes: "*…*"',
)
TAG = (
    "a value that starts with ! or & is an instruction in YAML, not text",
    'put the whole text in quotes: "!…"',
)
COMPLEX_KEY = (
    "a list or a mapping cannot be a name here",
    "in front of the colon write one plain word; put text with { or [ in quotes",
)
TOO_DEEP = (
    "this is nested deeper than any of our files needs",
    "check the indentation: each level is two spaces under the one it belongs to",
)
NOT_UTF8 = (
    "this is not UTF-8 text, so accents and emoji cannot be read",
    "open the file in your editor and save it again with the encoding UTF-8",
)
SMALLER = "split it: a campaign may have several folders under campaigns/"
QUOTES = "put the whole text in quotes"

# The first sign of a value that YAML does not allow there, what to say of it.
SIGNS = {
    "@": ("a value cannot start with @ in YAML", "write the handle without the @"),
    "`": ("a value cannot start with ` in YAML", QUOTES),
    "%": ("a value cannot start with % in YAML", QUOTES),
    "*": ALIAS,
    "&": TAG,
    "!": TAG,
    "|": ("after | the text must start on the next line", "move the text to the next line"),
    ">": ("a value cannot start with > in YAML", QUOTES),
    "?": ("a value cannot start with ? and a space in YAML", QUOTES),
}
VALUE = re.compile(r"^(\s*(?:- +)*(?:[\w.-]+:\s+)?(?:- +)*)(\S.*?)\s*$")


def control_character(text: str, file: str) -> Problem | None:
    """Return a problem for the first character that no text file should hold."""
    match = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]", text)
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


def explain(error: yaml.MarkedYAMLError, text: str, file: str) -> tuple[Problem, str | None]:
    """Return the problem in plain words, and the text mended at that line if we know how."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    row = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    for row_, found in _candidates(error, lines, row, column):
        at, message, hint, mended = found
        problem = Problem(Place(file, row_ + 1, at + 1), message, hint, rule="yaml")
        return problem, "\n".join([*lines[:row_], mended, *lines[row_ + 1 :]])
    return _unknown(error, Place(file, row + 1, column + 1)), None


_Found = tuple[int, str, str, str]


def _candidates(
    error: yaml.MarkedYAMLError, lines: list[str], row: int, column: int
) -> list[tuple[int, _Found]]:
    """Look at the line YAML names, then at the one where the thing it was reading began."""
    rows = [row]
    if error.context_mark and error.context_mark.line != row:
        rows.append(min(error.context_mark.line, len(lines) - 1))
    rows += [r for r in (row - 1,) if r >= 0 and r not in rows]
    looks = ((r, look(lines[r], column if r == row else 0)) for r in rows for look in (_tab, _sign))
    found = [(r, f) for r, f in looks if f]
    if found:
        return found
    return [
        (r, f) for r in rows for look in (_flow, _quote, _colon, _dash) if (f := look(lines[r], 0))
    ]


def _tab(line: str, _column: int) -> _Found | None:
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent:
        return None
    at = line.index("\t")
    hint = "replace the tab by two spaces; most editors can do that for the whole file"
    return (
        at,
        "a tab stands here, and YAML allows only spaces in front",
        hint,
        line.replace("\t", "  "),
    )


def _sign(line: str, _column: int) -> _Found | None:
    match = VALUE.match(line)
    if not match or match[2][0] not in SIGNS:
        return None
    sign, value = match[2][0], match[2]
    if sign in "|>" and re.fullmatch(r"[|>][-+0-9]*(?:\s+#.*)?", value):
        return None
    message, hint = SIGNS[sign]
    if sign == "@" and " " in value:
        hint = QUOTES
    if hint == QUOTES:
        hint = f"{QUOTES}: {_quoted(value)}"
    elif sign == "@":
        hint = f"{hint}: {value[1:]}"
    return len(match[1]), message, hint, match[1] + _quoted(value)


def _flow(line: str, _column: int) -> _Found | None:
    """Find a value that opens a bracket or brace which never closes on its line."""
    match = VALUE.match(line)
    if not match or match[2][0] not in "[{":
        return None
    value, close = match[2], {"[": "]", "{": "}"}[match[2][0]]
    tag = re.search(r"#(\w+)", value)
    if tag and value[0] == "[":
        hint = "write the tags without #: [" + ", ".join(re.findall(r"#?(\w+)", value)) + "]"
        message = "in a [list] a # starts a comment, so the rest of the line is lost"
        return len(match[1]) + tag.start(), message, hint, match[1] + _quoted(value)
    if value.endswith(close):
        return None
    message = f"{value[0]} starts a list or mapping in YAML, and it does not end on this line"
    return len(match[1]), message, f"{QUOTES}: {_quoted(value)}", match[1] + _quoted(value)


def _quote(line: str, _column: int) -> _Found | None:
    match = VALUE.match(line)
    if not match or match[2][0] not in "\"'":
        return None
    value, mark = match[2], match[2][0]
    closing = re.search(r'(?<!\\)"' if mark == '"' else r"'(?!')", value[1:])
    if closing and not value[closing.end() + 1 :].strip():
        return None
    if closing:
        rest = value[closing.end() + 1 :].strip()
        message = f'the quotes end before "{rest}"'
        hint = "quote the whole text, and write quotation marks inside it as “ ” or ‘ ’"
    else:
        message, hint = (
            f"the quotation mark {mark} that opens here is never closed",
            f"add {mark} at the end",
        )
    inner = value.replace(mark, "")
    return len(match[1]), message, hint, match[1] + _quoted(inner)


def _colon(line: str, _column: int) -> _Found | None:
    """Find a second `: ` in a line, which YAML takes for another name and value."""
    match = re.match(r"^(\s*(?:- +)*[\w.-]+:\s+)([^\"'|>\[{\s].*?: .*|[^\"'|>\[{\s].*:)$", line)
    if not match:
        return None
    value = match[2]
    message = "a colon followed by a space starts a new entry in YAML, so this text cannot be read"
    return (
        len(match[1]) + value.index(":"),
        message,
        f"{QUOTES}: {_quoted(value)}",
        match[1] + _quoted(value),
    )


def _dash(line: str, _column: int) -> _Found | None:
    item = re.match(r"^(\s*)-([^\s-].*)$", line)
    if item:
        message = "a list item starts with a dash and a space"
        return len(item[1]), message, f"write - {item[2]}", f"{item[1]}- {item[2]}"
    match = re.match(r"^(\s*)([\w.-]+)\s*=\s*(.*)$", line) or re.match(
        r"^(\s*)([\w.-]+):(\S.*)$", line
    )
    if not match:
        return None
    message = "a name and its value are separated by a colon and a space"
    mended = f"{match[1]}{match[2]}: {_quoted(match[3])}"
    return len(match[1]), message, f"write {match[2]}: {match[3]}", mended


def _quoted(value: str) -> str:
    """Return a text in YAML double quotes."""
    inner = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'


def _unknown(error: yaml.MarkedYAMLError, place: Place) -> Problem:
    """Fall back on YAML's own words, with the advice that helps most often."""
    said = error.problem or error.context or "this line cannot be read"
    if "mapping values" in said:
        return Problem(
            place,
            "this line is indented further than the one above it, which already has a value",
            "indent it as far as its neighbours, or put the text of both lines in quotes",
            rule="yaml",
        )
    return Problem(
        place,
        f"YAML cannot read this line ({said})",
        "check that it is indented like the lines around it, and put text in quotes",
        rule="yaml",
    )
