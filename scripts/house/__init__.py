"""The house around the package: what the scripts share, standing on nothing but Python itself.

Importing it looks at the Python that runs it, before any file with newer grammar is read; for that
this one file keeps to the grammar of Python 3.6.
"""

import sys

FLOOR = (3, 11)


def too_old(version: "tuple[int, ...]") -> str:
    """Return what to tell somebody whose Python is too old, or nothing."""
    if version >= FLOOR:
        return ""
    wanted, found = (".".join(str(part) for part in pair[:2]) for pair in (FLOOR, version))
    return (
        f"Social Toolkit needs Python {wanted} or newer; this is Python {found}.\n"
        "Install a newer one (python.org has it for every system) and run the script with that,\n"
        "for instance: python3.13 scripts/build.py"
    )


_complaint = too_old(sys.version_info[:2])
if _complaint:
    sys.stderr.write(_complaint + "\n")
    raise SystemExit(2)
