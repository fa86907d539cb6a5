"""List all that our pages keep on a device, once, for the privacy page and for the tests."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stored:
    """Something kept under a `key`; `why` is the word in `words/` that says what for.

    `where` is `storage` (localStorage), or `cache` for the copies the service worker keeps.
    """

    key: str
    why: str
    where: str = "storage"


# Everything of ours begins with `tk-`, which is what the button erases.
STORED = (
    Stored("tk-done", "stored_done"),
    Stored("tk-seed", "stored_seed"),
    Stored("tk-turn", "stored_turn"),
    Stored("tk-network", "stored_network"),
    Stored("tk-server", "stored_server"),
    Stored("tk-language", "stored_language"),
    Stored("tk-desk", "stored_desk"),
    Stored("__palette", "stored_palette"),
    Stored("tk-pages", "stored_pages", "cache"),
)
