"""The JSON Schemas of our files, for editors that complete and check while somebody types."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from toolkit.cards.shapes import card_schemas
from toolkit.load.shapes import schemas

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def schema_files() -> Mapping[str, bytes]:
    """Return one file for each schema: `posts.json`, and for designers `layout.json`."""
    all_of_them: dict[str, dict[str, Any]] = {**schemas(), **card_schemas()}
    return {
        f"{name}.json": (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
        for name, schema in all_of_them.items()
    }
