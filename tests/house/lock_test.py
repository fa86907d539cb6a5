"""The locks pin everything by hash, name no host, and agree with pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent
LOCKS = ("build", "test", "lock")


def text_of(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def entries(name: str) -> list[str]:
    """Return one string per requirement, its hashes included."""
    lines = [line for line in text_of(name).splitlines() if not line.lstrip().startswith("#")]
    return re.sub(r"\\\n\s*", "", "\n".join(lines)).splitlines()


def pins(name: str) -> list[Requirement]:
    return [Requirement(entry.split(" --hash")[0].strip()) for entry in entries(name)]


def groups(project: dict[str, dict[str, list[str | dict[str, str]]]], name: str) -> list[str]:
    """Return a dependency group's requirements, included groups in place."""
    found: list[str] = []
    for item in project["dependency-groups"][name]:
        found += [item] if isinstance(item, str) else groups(project, item["include-group"])
    return found


def wanted(lock: str) -> list[Requirement]:
    """Return what pyproject.toml asks of one lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    group = {"build": "house", "test": "dev", "lock": "lock"}[lock]
    texts = groups(project, group)
    if lock != "lock":
        extras = project["project"]["optional-dependencies"].values()
        texts += [*project["project"]["dependencies"], *(text for each in extras for text in each)]
    return [Requirement(text) for text in texts]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_has_a_hash(lock: str) -> None:
    assert entries(lock)
    for entry in entries(lock):
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_a_host(lock: str) -> None:
    assert "://" not in text_of(lock)
    assert not re.search(r"^--|^-[a-z]", text_of(lock), re.MULTILINE), "an option of pip"


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_holds_what_pyproject_asks_for(lock: str) -> None:
    pinned = {
        canonicalize_name(pin.name): next(iter(pin.specifier)).version
        for pin in pins(lock)
        if pin.marker is None or pin.marker.evaluate()
    }
    for requirement in wanted(lock):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version, f"{requirement} is not in requirements/{lock}.txt: run scripts/lock.py"
        assert requirement.specifier.contains(version), f"{requirement} has {version}"


def test_building_and_testing_use_the_same_versions() -> None:
    assert {str(pin) for pin in pins("build")} <= {str(pin) for pin in pins("test")}


@pytest.mark.parametrize("lock", ["build", "test"])
@pytest.mark.parametrize("version", ["3.11", "3.14"])
@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_each_system_and_python_gets_one_version_of_the_toolkits_own_needs(
    lock: str, version: str, system: str
) -> None:
    there = {"python_version": version, "python_full_version": version, "sys_platform": system}
    names = [
        canonicalize_name(pin.name)
        for pin in pins(lock)
        if pin.marker is None or pin.marker.evaluate(there)
    ]
    assert len(names) == len(set(names))
    assert {canonicalize_name(need.name) for need in wanted(lock)} <= set(names)
