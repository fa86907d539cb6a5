"""Hold a document against the shape its file should have, and say what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import pydantic

from toolkit.problems import Problem, Severity, did_you_mean
from toolkit.read import schemas
from toolkit.read.wording import choice, empty, expected, missing

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from toolkit.read.documents import Document
    from toolkit.read.events import Path, Value


class Shape(pydantic.BaseModel):
    """A mapping in one of our files: unknown keys are errors, values do not change."""

    model_config = pydantic.ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, use_attribute_docstrings=True
    )


S = TypeVar("S")


def shaped(
    document: Document, shape: pydantic.TypeAdapter[S], at: Path = ()
) -> tuple[S | None, tuple[Problem, ...]]:
    """Return what stands at a path as its shape, or every way in which it differs from it.

    A line that somebody complained about already gets no second complaint. A name without a value
    is only a warning where nothing is needed: it may have been left for later.
    """
    value = document.value_at(at)
    found: list[Problem] = []
    result = None
    try:
        result = shape.validate_python(value)
    except pydantic.ValidationError as error:
        found = [_problem(document, shape, at, e) for e in error.errors(include_url=False)]
    told = document.spoiled | {problem.place.line for problem in found}
    found = [p for p in found if p.place.line not in document.spoiled]
    found += [p for p in _left_empty(document, value, at) if p.place.line not in told]
    return result, tuple(dict.fromkeys(found))


def _problem(
    document: Document, shape: pydantic.TypeAdapter[Any], at: Path, error: ErrorDetails
) -> Problem:
    path = _written(document, at, error["loc"])
    key = _name(path, error)
    key_at_fault = error["loc"][-1:] == ("[key]",)
    place = document.key_at(path) if key_at_fault else document.at(path)
    if error["type"] == "extra_forbidden":
        known = schemas.names(shape, error["loc"][:-1])
        hint = did_you_mean(key, known) or "known here: " + ", ".join(known)
        return Problem(document.key_at(path), f'the name "{key}" is not known here', hint, "shape")
    if error["type"] == "missing":
        message, hint = missing(key, schemas.find(shape, error["loc"]))
    elif error["input"] in (None, "", [], {}):
        needed = schemas.find(shape, error["loc"][:-1]).get("required", [])
        message, hint = empty(key, needed=key in needed)
    elif error["type"] == "literal_error":
        message, hint = choice(key, error)
    else:
        message, hint = expected(key, error, schemas.find(shape, error["loc"]))
        place = document.key_at(path) if isinstance(error["input"], dict | list) else place
    return Problem(place, message, hint, "shape")


def _name(path: Path, error: ErrorDetails) -> str:
    """Return the name a value is written under, as the campaigner knows it ("" for a file)."""
    if error["type"] in {"missing", "extra_forbidden"}:
        return str(error["loc"][-1])
    return str(path[-1]) if path else ""


def _left_empty(document: Document, value: Value, path: Path) -> list[Problem]:
    """Return a warning for each name that has nothing after its colon."""
    if value is None and path and isinstance(path[-1], str):
        message, hint = empty(path[-1])
        return [Problem(document.key_at(path), message, hint, "empty", Severity.WARNING)]
    steps: list[tuple[str | int, Value]] = []
    if isinstance(value, dict):
        steps += value.items()
    elif isinstance(value, list):
        steps += enumerate(value)
    return [p for step, item in steps for p in _left_empty(document, item, (*path, step))]


def _written(document: Document, at: Path, loc: tuple[int | str, ...]) -> Path:
    """Keep of pydantic's location what is really in the file (it names unions as well)."""
    path = at
    for step in loc:
        if (*path, step) in document.values or (*path, step) in document.keys:
            path = (*path, step)
    return path
