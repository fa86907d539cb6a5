"""Sign golden scenes and pictures anew, after a look at the cards (scripts/specimen.py)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.cards.dress_test import GOLDEN, GOLDENS, scene
from tests.cards.looks_test import LOOKS, shrunk


def main() -> None:
    """Make the golden folder hold exactly the scenes of today, and say which ones changed."""
    GOLDEN.mkdir(exist_ok=True)
    for path in GOLDEN.iterdir():
        if path.stem not in (LOOKS if path.suffix == ".png" else GOLDENS):
            path.unlink()
            print(f"removed {path.name}")
    for name, request in LOOKS.items():
        shrunk(scene(request)).save(GOLDEN / f"{name}.png", optimize=True)
    for name, request in GOLDENS.items():
        path = GOLDEN / f"{name}.txt"
        text = str(scene(request))
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.name}")


if __name__ == "__main__":
    main()
