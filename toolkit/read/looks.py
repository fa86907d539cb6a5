"""Look at one line that YAML stumbled over: each look knows one mistake and how to mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from toolkit.read.traps import NO_NAME, SIGNS, in_quotes, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

VALUE = re.compile(r"^(\s*(?:- +)*(?:[\w.-]+:\s+)?(?:- +)*)(\S.*?)\s*$")
NAMED = re.compile(r"^(\s*(?:- +)*[\w.-]+:\s+)([^\"'|>\[{\s].*?: .*|[^\"'|>\[{\s].*:)$")
BLOCK = re.compile(r"[|>][-+0-9]*(?:\s+#.*)?")
ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]")
ODD_DASH = re.compile(r"^(\s*)[‐‑‒–—−•·]\s*(\S.*)$")
ODD_COLON = re.compile(r"^(\s*(?:- +)*[\w.-]+)[：︰﹕]\s*(.*)$")
EQUALS = re.compile(r"^(\s*(?:- +)*)([\w.-]+)\s*=\s*(.*)$")
GLUED = re.compile(r"^(\s*(?:- +)*)([\w.-]+):(\S.*)$")


@dataclass(frozen=True, slots=True)
class Found:
    """A mistake in a line: the column (from 0), what to say, and the line as it should be."""

    column: int
    message: str
    hint: str
    mended: str


Look: TypeAlias = "Callable[[str], Found | None]"


def tab(line: str) -> Found | None:
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent:
        return None
    return Found(
        line.index("\t"),
        "a tab stands here, and YAML allows only spaces in front",
        "replace the tab by two spaces; most editors can do that for the whole file",
        line.replace("\t", "  "),
    )


def odd_space(line: str) -> Found | None:
    """Find a space in front that looks like one and is none, as web pages and Word have it."""
    indent = line[: len(line) - len(line.lstrip(" \u200b\ufeff\u00a0\u3000\u202f"))]
    match = ODD_SPACE.search(indent)
    if not match:
        return None
    return Found(
        match.start(),
        f"this looks like a space but is another character (U+{ord(match[0]):04X})",
        "delete the empty space in front of the line and type it again",
        ODD_SPACE.sub(" ", indent) + line[len(indent) :],
    )


def odd_sign(line: str) -> Found | None:
    """Find the dash or colon of another keyboard, or of an editor that corrects while typing."""
    dash, colon = ODD_DASH.match(line), ODD_COLON.match(line)
    if dash and re.search(r":(?:\s|$)|^\S+$", dash[2]):
        message = f'"{line[len(dash[1])]}" is not the hyphen (-) that starts a list item'
        return Found(len(dash[1]), message, f"write - {dash[2]}", f"{dash[1]}- {dash[2]}")
    if colon:
        message = f'"{line[colon.end(1)]}" is not the colon (:) that YAML needs after a name'
        hint = f"write {colon[1].strip()}: {colon[2]}"
        return Found(colon.end(1), message, hint, f"{colon[1]}: {quoted(colon[2])}")
    return None


def sign(line: str) -> Found | None:
    """Find a value that starts with a sign which YAML keeps for itself."""
    match = VALUE.match(line)
    if not match or match[2][0] not in SIGNS or BLOCK.fullmatch(match[2]):
        return None
    value = match[2]
    if value[0] == "@" and " " not in value:
        hint = f"write the handle without the @: {value[1:]}"
    elif value[0] == "|":
        hint = "write the text on the lines below, each indented by two spaces more"
    else:
        hint = in_quotes(value)
    return Found(len(match[1]), SIGNS[value[0]], hint, match[1] + quoted(value))


def marked_list(line: str) -> Found | None:
    """Find `[#Tag, …]` and `[@handle, …]`, where YAML sees a comment and a reserved sign."""
    match = VALUE.match(line)
    mark = re.search(r"(?<=[\[,\s])[#@](?=\w)", match[2]) if match and match[2][0] == "[" else None
    if not match or not mark:
        return None
    bare = re.sub(r"(?<=[\[,\s])[#@](?=\w)", "", match[2])
    message = {
        "#": "in a [list] a # starts a comment, so the rest of the line is lost",
        "@": "in a [list] nothing can start with @ in YAML",
    }[mark[0]]
    hint = f"write it without the {mark[0]}: {bare}"
    return Found(len(match[1]) + mark.start(), message, hint, match[1] + bare)


def bracket(line: str) -> Found | None:
    """Find a value that opens a bracket or brace which does not close at the line's end."""
    match = VALUE.match(line)
    if not match or match[2][0] not in "[{":
        return None
    value, close = match[2], {"[": "]", "{": "}"}[match[2][0]]
    if value.endswith(close):
        return None
    return Found(
        len(match[1]),
        f"a value that starts with {value[0]} is a list in YAML, and this one does not end with"
        f" {close}",
        f"if it is a text, {in_quotes(value)}",
        match[1] + quoted(value),
    )


def quote(line: str) -> Found | None:
    """Find quotation marks that close too early, or never."""
    match = VALUE.match(line)
    if not match or match[2][0] not in "\"'":
        return None
    value, mark = match[2], match[2][0]
    closing = re.search(r'(?<!\\)"' if mark == '"' else r"(?<!')'(?!')", value[1:])
    rest = value[closing.end() + 1 :].strip() if closing else ""
    if closing and not rest:
        return None
    if closing:
        message = f"the quotation mark {mark} that opens here closes too early, before: {rest}"
        hint = "leave it around the whole text only, and write “ ” or ’ inside the text"
    else:
        message = f"the quotation mark {mark} that opens here is never closed"
        hint = f"add {mark} at the end of the text"
    return Found(len(match[1]), message, hint, match[1] + quoted(value.replace(mark, "")))


def second_colon(line: str) -> Found | None:
    """Find a second `: ` in a line, which YAML takes for another name and value."""
    match = NAMED.match(line)
    if not match:
        return None
    value = match[2]
    at = re.search(r":(?: |$)", value)
    return Found(
        len(match[1]) + (at.start() if at else 0),
        "a colon followed by a space starts a new entry in YAML, so this text cannot be read",
        in_quotes(value),
        match[1] + quoted(value),
    )


def lonely_bracket(line: str) -> Found | None:
    """Find a closing bracket on a line of its own that nothing opened."""
    if line.strip() not in {"]", "}", "],", "},"}:
        return None
    message = "this bracket closes nothing that was opened above"
    return Found(len(line) - len(line.lstrip()), message, "remove it, or add the one it closes", "")


def nameless(line: str) -> Found | None:
    """Find a colon with nothing in front of it."""
    match = re.match(r"^(\s*(?:- +)*):(?:\s|$)", line)
    return Found(len(match[1]), *NO_NAME, "") if match else None


def separator(line: str) -> Found | None:
    """Find a dash or a colon without its space, and `name = value`."""
    item = re.match(r"^(\s*)-([^\s-].*)$", line)
    if item:
        message = "a list item starts with a dash and a space"
        return Found(len(item[1]), message, f"write - {item[2]}", f"{item[1]}- {item[2]}")
    match = EQUALS.match(line) or GLUED.match(line)
    if not match:
        return None
    message = "a name and its value are separated by a colon and a space"
    value = match[3] if match[3][:1] in "\"'[{" else quoted(match[3])
    mended = f"{match[1]}{match[2]}: {value}"
    return Found(len(match[1]), message, f"write {match[2]}: {match[3]}", mended)


# The sure ones first, in all lines that may be to blame; then those that could be something else.
FIRST: tuple[Look, ...] = (tab, odd_space, odd_sign, sign, marked_list)
THEN: tuple[Look, ...] = (bracket, quote, second_colon, separator, lonely_bracket, nameless)
