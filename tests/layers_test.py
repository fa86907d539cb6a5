"""Modules only look down: each layer imports from the rows above it and from nowhere else."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# From the ground up. A name may stand for one module or for a package.
LAYERS = (
    "problems",
    "wholly",
    "memory",
    "model",
    "read",
    "networks",
    "load",
    "compose",
    "cards",
    "desk",
    "check",
    "pages",
    "kit",
    "publish",
    "plan",
    "report",
    "importers",
    "mkdocs_plugin",
    "cli",
)
# Who alone may import what.
ONLY = {
    "yaml": ("read",),
    "PIL": ("cards/paint",),
    "mkdocs": ("mkdocs_plugin",),
    "click": ("cli",),
    "reportlab": ("desk",),
    "docx": ("desk",),
    "phonenumbers": ("desk/phone",),
}


def modules() -> list[Path]:
    return sorted(p for p in (ROOT / "toolkit").rglob("*.py") if p.name != "__main__.py")


def imported(path: Path) -> set[str]:
    """Return the dotted names a module imports, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
    return names


def layer_of(path: Path) -> str:
    return path.relative_to(ROOT / "toolkit").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_modules_only_look_down(path: Path) -> None:
    layer = layer_of(path)
    if layer == "__init__":
        return
    assert layer in LAYERS, f"{path.name} has no row in the layers"
    height = LAYERS.index(layer)
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "toolkit" and len(parts) > 1 and parts[1] in LAYERS:
            assert LAYERS.index(parts[1]) <= height, f"{layer} looks up at {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_each_border_is_crossed_in_one_room(path: Path) -> None:
    here = path.relative_to(ROOT / "toolkit").as_posix()
    for name in imported(path):
        allowed = ONLY.get(name.split(".")[0])
        assert allowed is None or here.startswith(allowed), f"{here} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_each_module_opens_with_why_it_exists(path: Path) -> None:
    doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert doc, "no first line"
    assert doc.splitlines()[0].endswith("."), "the first line is not a sentence"
