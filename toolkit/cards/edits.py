"""A design's layers as they are in one format and language, worked out once for all cards."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from toolkit.cards.designs import merged
from toolkit.cards.shapes import LayerShape, LayoutShape

if TYPE_CHECKING:
    from toolkit.cards.library import Layout, Theme
    from toolkit.cards.shapes import EditShape


@lru_cache(maxsize=64)
def grouped(design: Layout | Theme) -> frozenset[str]:
    """Return the names of all layers that stand in a stack or row, in whatever format."""
    shape = design.shape
    edits = [*shape.formats.values()]
    if isinstance(shape, LayoutShape):
        edits += shape.languages.values()
    groups = [*shape.layers.values(), *(g for edit in edits for g in edit.layers.values())]
    return frozenset(n for group in groups for n in (*(group.stack or ()), *(group.row or ())))


@lru_cache(maxsize=512)
def layers_in(design: Layout | Theme, format_: str, language: str) -> dict[str, LayerShape]:
    """Return a design's layers as they are in one format and language; made once for all cards."""
    layers = _edited(design.shape.layers, design.shape.formats.get(format_))
    if isinstance(design.shape, LayoutShape):
        for tag in dict.fromkeys((language.split("-", maxsplit=1)[0], language)):
            layers = _edited(layers, design.shape.languages.get(tag))
    return layers


def _edited(layers: dict[str, LayerShape], edit: EditShape | None) -> dict[str, LayerShape]:
    if edit is None:
        return layers
    changes: dict[str, Any] = edit.model_dump(exclude_unset=True).get("layers", {})
    both = merged({n: s.model_dump(exclude_unset=True) for n, s in layers.items()}, changes)
    return {name: LayerShape.model_validate(value) for name, value in both.items()}
