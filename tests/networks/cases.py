"""Other people's conformance cases, read where they lie; they are never part of this repository."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

SHARED = Path(os.environ.get("TOOLKIT_SHARED", Path(__file__).parents[3] / "shared"))
CONFORMANCE = SHARED / "conformance"
needed = pytest.mark.skipif(
    not CONFORMANCE.is_dir(), reason=f"the conformance cases are not at {CONFORMANCE}"
)


def x(file: str, section: str) -> list[dict[str, Any]]:
    """Return a section of twitter-text's `extract.yml` or `validate.yml`."""
    text = (CONFORMANCE / "twitter-text" / f"{file}.yml").read_text(encoding="utf-8")
    cases: list[dict[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)["tests"][section]
    return cases


def x_weights(version: int) -> dict[str, Any]:
    """Return one of X's counting configurations."""
    path = CONFORMANCE / "twitter-text" / f"config-v{version}.json"
    weights: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return weights


def handles(validity: str) -> list[str]:
    """Return Bluesky's handles that are `valid` or `invalid`, spaces and all."""
    path = CONFORMANCE / "bluesky-syntax" / f"handle_syntax_{validity}.txt"
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def graphemes() -> list[tuple[str, int]]:
    """Return the texts of GraphemeBreakTest 18.0, each with its number of graphemes."""
    path = CONFORMANCE / "unicode" / "GraphemeBreakTest-18.0.0.txt"
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        marks = line.partition("#")[0].split()
        if marks:
            text = "".join(chr(int(mark, 16)) for mark in marks if mark not in "÷×")
            found.append((text, marks.count("÷") - 1))
    return found


def emoji(status: str = "fully-qualified") -> list[str]:
    """Return the emoji of emoji-test 18.0 of one status."""
    text = (CONFORMANCE / "unicode" / "emoji-test-18.0.txt").read_text(encoding="utf-8")
    lines = re.findall(rf"(?m)^([0-9A-F ]+?)\s*; {status} ", text)
    return ["".join(chr(int(code, 16)) for code in line.split()) for line in lines]
