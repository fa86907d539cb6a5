"""Hold a document against the shape its file should have, and say what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import pydantic

from toolkit.problems import Problem, did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from toolkit.read.documents import Document
    from toolkit.read.events import Path


class Shape(pydantic.BaseModel):
    """A mapping in one of our files: unknown keys are errors, values do not change."""

    model_config = pydantic.ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, use_attribute_docstrings=True
    )


S = TypeVar("S")


def shaped(
    document: Document, shape: pydantic.TypeAdapter[S], at: Path = ()
) -> tuple[S | None, tuple[Problem, ...]]:
    """Return what stands at a path as its shape, or every way in which it differs from it."""
    try:
        return shape.validate_python(document.value_at(at)), ()
    except pydantic.ValidationError as error:
        problems = (_problem(document, shape, at, e) for e in error.errors(include_url=False))
        return None, tuple(dict.fromkeys(problems))


def _problem(
    document: Document, shape: pydantic.TypeAdapter[Any], at: Path, error: ErrorDetails
) -> Problem:
    path = _written(document, at, error["loc"])
    key = str(error["loc"][-1] if error["loc"] else (at or ("this file",))[-1])
    if error["type"] == "extra_forbidden":
        known = _siblings(shape, error["loc"][:-1])
        hint = did_you_mean(key, known) or "known here: " + ", ".join(known)
        return Problem(document.key_at(path), f'unknown key "{key}"', hint, "shape")
    if error["type"] == "missing":
        message, hint = f'"{key}" is missing here', f"add a line {key}: …"
    elif error["input"] is None:
        message, hint = _empty(key)
    elif error["type"] in {"literal_error", "enum"}:
        message, hint = _choice(key, error)
    else:
        message, hint = _expected("the item" if key.isdigit() else key, error)
    return Problem(document.at(path), message, hint, "shape")


def _empty(key: str) -> tuple[str, str]:
    if key.isdigit():
        return "this item is empty", "write a value after the dash, or remove the line"
    return f'"{key}" is empty', f"write a value after {key}:, or remove the line"


def _choice(key: str, error: ErrorDetails) -> tuple[str, str]:
    expected = error.get("ctx", {})["expected"].replace(" or ", ",")
    choices = [choice.strip(" '") for choice in expected.split(",")]
    hint = did_you_mean(str(error["input"]), choices) or "choose one of: " + ", ".join(choices)
    return f'"{error["input"]}" is not possible for {key}', hint


def _expected(key: str, error: ErrorDetails) -> tuple[str, str]:
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        message, _, hint = str(context["error"]).partition("|")
        return message, hint
    message, hint = _EXPECTED.get(error["type"], (error["msg"].replace("{", "{{"), ""))
    return message.format(key=key, **context), hint.format(key=key, **context)


_MULTI = "text that starts with {{ or [ must stand in quotes"
_EXPECTED = {
    "string_type": ("{key} should be a text", _MULTI),
    "list_type": (
        "{key} should be a list",
        "write each item on a line of its own, with - in front",
    ),
    "tuple_type": (
        "{key} should be a list",
        "write each item on a line of its own, with - in front",
    ),
    "dict_type": ("{key} should have named lines under it", "for example en: … and es: …"),
    "model_type": ("{key} should have named lines under it", "write name: value, one a line"),
    "model_attributes_type": (
        "{key} should have named lines under it",
        "write name: value, one a line",
    ),
    "int_parsing": ("{key} should be a whole number", "for example 3"),
    "int_type": ("{key} should be a whole number", "for example 3"),
    "float_parsing": ("{key} should be a number", "for example 1.5"),
    "bool_parsing": ("{key} should be yes or no", "write yes or no"),
    "bool_type": ("{key} should be yes or no", "write yes or no"),
    "string_too_short": ("{key} is empty", "write something, or remove the line"),
    "string_too_long": ("{key} is too long (more than {max_length} characters)", "shorten it"),
    "too_short": ("{key} needs at least {min_length} item", "add one with - in front"),
    "too_long": ("{key} has more than {max_length} items", "remove some"),
    "greater_than_equal": ("{key} should be {ge} or more", ""),
    "less_than_equal": ("{key} should be {le} or less", ""),
}


def _written(document: Document, at: Path, loc: tuple[int | str, ...]) -> Path:
    """Keep of pydantic's location what is really in the file (it names unions as well)."""
    path = at
    for step in loc:
        if (*path, step) in document.values or (*path, step) in document.keys:
            path = (*path, step)
    return path


def _siblings(shape: pydantic.TypeAdapter[Any], loc: tuple[int | str, ...]) -> list[str]:
    """Return the keys that are known where an unknown one was found."""
    schema = shape.json_schema()
    node: dict[str, Any] = schema
    for step in (None, *loc):
        if step is not None:
            node = _down(node, step)
        while "$ref" in node or "anyOf" in node or "allOf" in node:
            node = _resolved(node, schema)
    return list(node.get("properties", {}))


def _down(node: dict[str, Any], step: int | str) -> dict[str, Any]:
    if isinstance(step, int):
        found = node.get("items", {})
    else:
        named = [*node.get("patternProperties", {}).values(), node.get("additionalProperties", {})]
        found = node.get("properties", {}).get(step) or named[0]
    return found if isinstance(found, dict) else {}


def _resolved(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in node:
        found: dict[str, Any] = schema["$defs"][node["$ref"].rsplit("/", 1)[-1]]
        return found
    options: list[dict[str, Any]] = node.get("anyOf") or node["allOf"]
    return next((o for o in options if o.get("type") != "null"), {})
