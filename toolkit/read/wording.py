"""Say in a campaigner's words how a value differs from what its place expects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.problems import did_you_mean
from toolkit.read.schemas import kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import ErrorDetails

    from toolkit.read.schemas import Node

Said = tuple[str, str]


def empty(key: str, *, needed: bool = False) -> Said:
    """What to say of a name or an item without a value."""
    if needed:
        return f'"{key}" is empty', f"write a value after {key}:"
    if key.isdigit():
        return "this item is empty", "write a value after the dash, or remove the line"
    return f'"{key}" is empty', f"write a value after {key}:, or remove the line"


def missing(key: str, node: Node) -> Said:
    """What to say of a name that must be there and is not."""
    value = "[…]" if "array" in kinds(node) else "…"
    return f'"{key}" is missing here', f"add a line {key}: {value}"


def choice(key: str, error: ErrorDetails) -> Said:
    """What to say of a word that is none of the few possible ones."""
    expected_ = error.get("ctx", {})["expected"].replace(" or ", ",")
    choices = [word.strip(" '") for word in expected_.split(",")]
    hint = did_you_mean(str(error["input"]), choices) or "choose one of: " + ", ".join(choices)
    return f'"{error["input"]}" is not possible for {key}', hint


def expected(key: str, error: ErrorDetails, node: Node) -> Said:
    """What to say of a value of the wrong kind, size or form.

    A rule of our own raises ValueError(message, hint); for the others pydantic's type decides.
    """
    if error["type"] == "value_error":
        message, hint = error.get("ctx", {})["error"].args
        return message, hint
    name = "this item" if key.isdigit() else f'"{key}"' if key else "this file"
    if error["type"] == "dict_type" and "string" in kinds(node):
        return _as_words(name, key)
    say = _SAY.get(error["type"], _unforeseen)
    return say(name, error)


def _too_long(name: str, error: ErrorDetails) -> Said:
    most = error["ctx"]["max_length"]
    what = "characters" if isinstance(error["input"], str) else "items"
    return f"{name} has more than {most} {what}", "shorten it"


def _as_list(name: str, error: ErrorDetails) -> Said:
    """Show a value as the list it should have been."""
    words = [w.lstrip("#@") for w in re.split(r"[,;]\s*|\s+[#@]", str(error["input"]))]
    hint = f"put it in brackets: [{', '.join(words)}], or each on a line of its own after a dash"
    return f"{name} should be a list", hint


def _as_text(name: str, _: ErrorDetails) -> Said:
    hint = "write it on one line after the colon; a text that starts with { or [ needs quotes"
    return f"{name} should be a text", hint


def _as_words(name: str, key: str) -> Said:
    hint = f"write {key}: and the text, or en: … and es: … on lines of their own under it"
    return f"{name} should be a text, or one text for each language", hint


def _as_names(name: str, error: ErrorDetails) -> Said:
    if isinstance(error["input"], list):
        return f"{name} should not be a list", "write name: value lines, without a dash in front"
    return f"{name} should be lines with a name each", "write name: value, each on its own line"


def _unforeseen(name: str, error: ErrorDetails) -> Said:
    return f"{name} cannot be read ({error['msg']})", "compare it with the examples in the guide"


_SAY: dict[str, Callable[[str, ErrorDetails], Said]] = {
    "string_type": _as_text,
    "list_type": _as_list,
    "dict_type": _as_names,
    "model_type": _as_names,
    "model_attributes_type": _as_names,
    "too_long": _too_long,
    "string_too_long": _too_long,
}
