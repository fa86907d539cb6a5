"""Find or bring what reads PDF and Word files back, to see what we write as others see it."""

from __future__ import annotations

import shutil

from house import debian
from house.talk import say

# Program, and the Debian package that holds it.
PROGRAMS = {"pdftotext": "poppler-utils", "soffice": "libreoffice-writer-nogui"}


def missing() -> tuple[str, ...]:
    """Return the programs that are not here."""
    return tuple(program for program in PROGRAMS if not shutil.which(program))


def ensure() -> tuple[str, ...]:
    """Bring the programs where we may; return those still missing, whose tests are skipped."""
    if wanted := missing():
        why = "Some tests read PDF and Word files back, and {} cannot be found."
        packages = (PROGRAMS[program] for program in wanted)
        debian.install(why.format(" and ".join(wanted)), *packages)
    left = missing()
    if left:
        say(f"Without {' and '.join(left)} some tests are skipped. On Debian and Ubuntu:")
        say(f"  sudo apt-get install {' '.join(PROGRAMS[program] for program in left)}")
    return left
