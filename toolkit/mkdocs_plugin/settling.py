"""Put into the pages of a tree what is only known when all of them are there: policy and style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.mkdocs_plugin import policy, style
from toolkit.publish import publish

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def settle(tree: Path, hashes: Iterable[str]) -> None:
    """Finish every page of a tree that waits for its policy; `hashes` are of its inline scripts."""
    text = policy.policy(hashes)
    found = {path: path.read_text(encoding="utf-8") for path in tree.rglob("*.html")}
    waiting = {path: html for path, html in found.items() if policy.PENDING in html}
    name, body = style.light(tree, waiting.values()) or ("", b"")
    if name:
        publish({f"{style.FOLDER}/{name}": body}, tree, prune=False)
    for path, html in waiting.items():
        made = style.named(html.replace(policy.PENDING, text), name)
        path.write_text(made, encoding="utf-8", newline="\n")
