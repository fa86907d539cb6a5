"""Walk a JSON Schema to what is known at one place of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pydantic

Node = dict[str, Any]


def find(shape: pydantic.TypeAdapter[Any], loc: tuple[int | str, ...]) -> Node:
    """Return the schema of what stands at a location, `{}` if nothing is known of it."""
    schema = shape.json_schema()
    node = _resolved(schema, schema)
    for step in loc:
        node = _resolved(_down(node, step), schema)
    return node


def names(shape: pydantic.TypeAdapter[Any], loc: tuple[int | str, ...]) -> list[str]:
    """Return the keys that may stand at a location."""
    return list(find(shape, loc).get("properties", {}))


def kinds(node: Node) -> set[str]:
    """Return the kinds of value a schema allows: string, array or object."""
    options = node.get("anyOf", [node])
    return {option["type"] for option in options if "type" in option}


def _down(node: Node, step: int | str) -> Node:
    if isinstance(step, int):
        found = node.get("items", {})
    else:
        named = [*node.get("patternProperties", {}).values(), node.get("additionalProperties", {})]
        found = node.get("properties", {}).get(step) or named[0]
    return found if isinstance(found, dict) else {}


def _resolved(node: Node, schema: Node) -> Node:
    """Follow references, and leave the one alternative that is not null."""
    while "$ref" in node or "anyOf" in node:
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rsplit("/", 1)[-1]]
            continue
        options = [option for option in node["anyOf"] if option.get("type") != "null"]
        if len(options) != 1:
            return node
        node = options[0]
    return node
