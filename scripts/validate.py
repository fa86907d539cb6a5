"""Follow every link of a built site, and let the Nu Html Checker read its pages.

python3 scripts/validate.py [SITE]
"""

from __future__ import annotations

from pathlib import Path

from house import links, talk, vnu


def validate(arguments: list[str]) -> int:
    """Return 0 when every way arrives and the standard is kept, 1 with every fault otherwise."""
    site = Path(arguments[0] if arguments else talk.ROOT / "site").resolve()
    pages = sum(1 for _ in site.rglob("*.html"))
    if not pages:
        raise talk.Stop(f"There are no pages in {site}; build the site first.")
    found = [
        *links.broken(site, links.base_of(site)),
        *vnu.faults(vnu.check(site, vnu.ensure()), site),
    ]
    for fault in found:
        print(fault)
    print(f"{pages} pages read, {len(found)} faults.")
    return 1 if found else 0


if __name__ == "__main__":
    talk.press(validate)
