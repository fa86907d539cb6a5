"""Bring what no Python package holds from Debian's shelves, where that takes no decision."""

from __future__ import annotations

import os
import shutil

from house.talk import capture, run, say


def install(why: str, *packages: str) -> None:
    """Fetch packages as root or with a sudo that asks nothing; elsewhere do nothing.

    `why` is said first, so that nobody wonders what is being fetched.
    """
    become = () if is_root() else ("sudo", "--non-interactive")
    if not shutil.which("apt-get") or (become and not may_sudo()):
        return
    say(f"{why} Installing {', '.join(packages)} with apt-get.")
    apt = (*become, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--yes")
    if run((*apt, "update")) == 0:
        run((*apt, "install", "--no-install-recommends", *packages))


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def may_sudo() -> bool:
    return bool(shutil.which("sudo")) and capture(("sudo", "-n", "true")).returncode == 0
