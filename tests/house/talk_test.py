"""A script runs programs as a person would, and leaves with an exit code that means something."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, NoReturn

import pytest
from house import talk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def leave(button: Callable[[list[str]], int]) -> object:
    with pytest.raises(SystemExit) as left:
        talk.press(button)
    return left.value.code


def raising(error: BaseException) -> NoReturn:
    raise error


@pytest.mark.parametrize("code", [0, 1, 2, 3, 130])
def test_the_exit_code_of_the_toolkit_passes_through(code: int) -> None:
    program = f"import sys; sys.exit({code})"

    assert leave(lambda _: talk.run((sys.executable, "-c", program))) == code


def test_what_the_machine_lacks_is_said_without_a_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert leave(lambda _: raising(talk.Stop("Bring a browser."))) == 2
    assert capsys.readouterr().err == "Bring a browser.\n"


def test_a_computer_that_refuses_is_no_mistake_of_the_content(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert leave(lambda _: raising(PermissionError(13, "Permission denied", ".venv"))) == 2
    assert "Permission denied: '.venv'" in capsys.readouterr().err


def test_a_mistake_of_ours_leaves_with_3_and_asks_for_a_report(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert leave(lambda _: raising(ZeroDivisionError())) == 3
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "Something broke" in said


def test_ctrl_c_leaves_with_130() -> None:
    assert leave(lambda _: raising(KeyboardInterrupt())) == 130


def test_a_program_ended_by_a_signal_counts_as_in_a_shell() -> None:
    assert talk.shell_code(-2) == 130


def test_ctrl_c_waits_for_the_program_to_say_goodbye() -> None:
    presses = iter([KeyboardInterrupt(), KeyboardInterrupt()])

    def wait() -> int:
        for press in presses:
            raising(press)
        return 0

    assert talk.patiently(wait) == 0


def test_settings_for_other_pythons_stay_outside() -> None:
    inside = talk.surroundings({"PYTHONPATH": "/opt/other", "PIP_USER": "1", "HOME": "/home/ana"})

    assert "PYTHONPATH" not in inside
    assert inside["PIP_USER"] == "0"
    assert inside["HOME"] == "/home/ana"


@pytest.mark.parametrize("script", sorted(p.name for p in (talk.ROOT / "scripts").glob("*.py")))
def test_every_script_says_in_its_first_line_what_it_is_for(script: str) -> None:
    first = (talk.ROOT / "scripts" / script).read_text(encoding="utf-8").splitlines()[0]

    assert first.startswith('"""')
    assert first.rstrip('"').endswith(".")


def test_a_script_works_from_any_folder_and_with_its_input_closed(tmp_path: Path) -> None:
    program = (
        "import os, sys; sys.stdin = None; from house import talk;"
        "talk.press(lambda _: talk.run((sys.executable, '-c',"
        "'import os, sys; print(os.getcwd(), repr(sys.stdin.read()))')))"
    )
    house = os.environ | {"PYTHONPATH": str(talk.ROOT / "scripts")}

    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=house,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stdout == f"{talk.ROOT} ''\n"
