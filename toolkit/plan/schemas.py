"""The JSON Schemas of our files, for editors that complete and check while somebody types."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def schema_files(schemas: Mapping[str, Mapping[str, Any]]) -> dict[str, bytes]:
    """Return one file for each schema: `posts.json`."""
    return {
        f"{name}.json": (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
        for name, schema in schemas.items()
    }
