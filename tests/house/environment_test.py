"""An environment is made once, repaired when interrupted, and never taken from somebody else."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from house import environment, too_old
from house.talk import Stop


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of two files, in a folder whose name has a space."""
    root = tmp_path / "our campaign"
    (root / "requirements").mkdir(parents=True)
    for name in environment.LOCKS:
        environment.lock_file(name, root).write_text(f"{name}==1\n", encoding="utf-8")
    (root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    return root


def made(root: Path, *lines: str) -> Path:
    """Return an environment folder as the scripts leave it, with these lines in its stamp."""
    folder = root / ".venv"
    python = environment.interpreter(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    environment.Stamp(folder).write(*lines)
    return folder


def test_an_old_python_is_told_which_one_to_get() -> None:
    assert "needs Python 3.11 or newer; this is Python 3.9." in too_old((3, 9))
    assert too_old((3, 11)) == too_old((3, 14)) == ""


def test_no_environment_is_absent(project: Path) -> None:
    assert environment.state(project / ".venv", "build 1") == "absent"


def test_a_folder_somebody_else_made_is_left_alone(project: Path) -> None:
    folder = project / ".venv"
    folder.mkdir()
    (folder / "pyvenv.cfg").touch()

    assert environment.state(folder, "build 1") == "foreign"


def test_an_interrupted_install_is_recognised(project: Path) -> None:
    assert environment.state(made(project), "build 1") == "broken"


def test_an_environment_whose_python_was_removed_is_broken(project: Path) -> None:
    folder = made(project, "build 1")
    environment.interpreter(folder).unlink()

    assert environment.state(folder, "build 1") == "broken"


def test_an_environment_that_holds_what_is_wanted_is_ready(project: Path) -> None:
    folder = made(project, "build 1", "test 2")

    assert environment.state(folder, "test 2") == "ready"
    assert environment.state(folder, "test 3") == "stale"


@pytest.mark.parametrize("changed", ["requirements/build.txt", "pyproject.toml"])
def test_a_changed_lock_or_package_asks_for_a_new_install(project: Path, changed: str) -> None:
    before = environment.digest("build", project)
    (project / changed).write_text("something else\n", encoding="utf-8")

    assert environment.digest("build", project) != before


def test_a_project_that_moved_asks_for_a_new_install(project: Path) -> None:
    before = environment.digest("build", project)

    assert environment.digest("build", project.rename(project.with_name("elsewhere"))) != before


def test_who_can_test_can_build(project: Path) -> None:
    held = environment.held("test", [], project)

    assert environment.digest("build", project) in held
    assert environment.digest("test", project) in held


def test_one_lock_more_keeps_what_was_there(project: Path) -> None:
    before = environment.held("test", [], project)

    assert set(before) < set(environment.held("lock", before, project))


def test_a_stale_lock_is_not_kept(project: Path) -> None:
    before = environment.held("test", [], project)
    environment.lock_file("test", project).write_text("test==2\n", encoding="utf-8")

    held = environment.held("build", before, project)

    assert held == [environment.digest("build", project)]


def test_python_is_where_each_system_keeps_it() -> None:
    folder = Path("C:/our campaign/.venv")

    assert environment.interpreter(folder, windows=True) == folder / "Scripts" / "python.exe"
    assert environment.interpreter(folder, windows=False) == folder / "bin" / "python"


def test_a_debian_without_venv_is_told_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)

    with pytest.raises(Stop, match="apt-get install python3-venv"):
        environment.create(tmp_path / ".venv", "absent")

    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("[Errno -3] Temporary failure in name resolution", environment.NO_NETWORK),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", environment.ALTERED),
        ("ERROR: No matching distribution found for pillow==13.0.0", environment.FAILED),
    ],
)
def test_what_pip_says_becomes_what_a_person_can_do(words: str, sentence: str) -> None:
    assert environment.reason(words) == sentence
