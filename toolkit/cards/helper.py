"""End a helping process with the one that started it, even if that one was killed."""

from __future__ import annotations

import multiprocessing
import os
import threading


def follow_parent() -> None:
    """Leave as soon as the parent is gone; call this once when a helper starts.

    A helper holds both ends of the queue it waits at, so that it would never learn of it and stay
    for ever, with all it keeps warm.
    """
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_leave_after, args=(parent,), daemon=True).start()


def _leave_after(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)
