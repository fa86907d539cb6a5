"""Say what is happening in plain words, and run other programs the way a person would."""

from __future__ import annotations

import os
import subprocess
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent.parent

# Set by other software for other Pythons; inside our environment they only do harm.
FOREIGN = ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")
OURS = {"PYTHONUTF8": "1", "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}

REPORT = 'please report it with the form "Something broke", and paste the lines above.'


class Stop(Exception):  # noqa: N818 - it is no error of the program
    """The machine cannot do what was asked; the words say what a person can do about it."""


def say(sentence: str) -> None:
    """Print a sentence at once, also when the output is a pipe."""
    print(sentence, flush=True)


def surroundings(given: Mapping[str, str]) -> dict[str, str]:
    """Return the environment variables for a program of ours."""
    return {key: value for key, value in given.items() if key not in FOREIGN} | OURS


def run(command: Sequence[str | Path], extra: Mapping[str, str] | None = None) -> int:
    """Run a program in the project's folder, whatever folder we were called from.

    Return its exit code; a program ended by a signal gives 128 + the signal, as in a shell.
    """
    environment = surroundings(os.environ) | dict(extra or {})
    with subprocess.Popen(
        [str(part) for part in command], cwd=ROOT, env=environment, stdin=standard_input()
    ) as child:
        return shell_code(patiently(child.wait))


def patiently(wait: Callable[[], int]) -> int:
    """Wait through Ctrl+C: the program got it as well, and says goodbye itself."""
    while True:
        try:
            return wait()
        except KeyboardInterrupt:
            continue


def shell_code(code: int) -> int:
    return 128 - code if code < 0 else code


def standard_input() -> int | None:
    """Return where a program reads from: nowhere, if we were started with a closed input."""
    return subprocess.DEVNULL if sys.stdin is None else None


def capture(command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    """Run a program for its words rather than its work."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=surroundings(os.environ),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def press(button: Callable[[list[str]], int]) -> None:
    """Run a script's one function and leave with its exit code.

    0 clean; 1 your content; 2 how it was called, or this machine; 3 our bug; 130 stopped by Ctrl+C.
    """
    try:
        code = button(sys.argv[1:])
    except Stop as stop:
        leave(2, str(stop))
    except (OSError, subprocess.CalledProcessError) as error:
        leave(2, f"This computer did not let us: {error}")
    except KeyboardInterrupt:
        leave(130, "Stopped.")
    except Exception:  # noqa: BLE001 - whatever it is, it is ours, and said in full
        leave(3, f"{traceback.format_exc()}\nThis is a mistake of ours: {REPORT}")
    else:
        raise SystemExit(code)


def leave(code: int, words: str) -> NoReturn:
    print(words, file=sys.stderr, flush=True)
    raise SystemExit(code)
