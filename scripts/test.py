"""Prove that everything holds: style, types, tests. With arguments, run only pytest with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from house import axe, browser, environment, readers, talk

if TYPE_CHECKING:
    from pathlib import Path

LOOKS = {
    "ruff check": ("ruff", "check", "."),
    "ruff format": ("ruff", "format", "--check", "."),
    "mypy": ("mypy",),
}

# One worker for each core; tests/conftest.py says which tests stay together.
TOGETHER = ("-n", "auto", "--no-loadscope-reorder")


def test(arguments: list[str]) -> int:
    python = environment.prepare("test")
    if arguments:
        return pytest(python, browser.find(python), arguments)
    chromium = browser.ensure(python)
    readers.ensure()
    axe.bring_npm()
    failed = [name for name, look in LOOKS.items() if talk.run((python, "-m", *look))]
    code = pytest(python, chromium, list(TOGETHER))
    if failed:
        talk.say(f"Not clean, see above: {', '.join(failed)}.")
    return code or bool(failed)


def pytest(python: Path, chromium: Path | None, arguments: list[str]) -> int:
    """Run pytest; the tests learn from the environment where the browser and axe-core are."""
    found = {"CHROMIUM": chromium, "AXE_CORE": axe.ensure()}
    extra = {name: str(path) for name, path in found.items() if path}
    return talk.run((python, "-m", "pytest", *arguments), extra)


if __name__ == "__main__":
    talk.press(test)
