"""Nothing that helped to draw stays behind when whoever started it is gone."""

from __future__ import annotations

import subprocess
import sys

PARENT = """\
import multiprocessing, os, time
from concurrent.futures import ProcessPoolExecutor
from toolkit.cards.helper import follow_parent

if __name__ == "__main__":
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), follow_parent)
    print(pool.submit(os.getpid).result(), flush=True)
    time.sleep(60)
"""


def test_a_helper_leaves_when_its_parent_was_killed() -> None:
    command = (sys.executable, "-c", PARENT)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        assert int(parent.stdout.readline()) != parent.pid
        parent.kill()
        parent.communicate(timeout=20)  # ends when nobody holds the other end any more
