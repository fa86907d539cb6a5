"""Draw the README's three cards from the list that stands under them."""

from __future__ import annotations

import datetime as dt
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from toolkit.plan import Options, build  # noqa: E402 - the folder comes first

PICTURES = ROOT / "docs" / "readme"
CAMPAIGN = "title: Free them all\nlanguages: [en, ar]\nlink: https://example.org\n"
NAMES = {
    "open-the-doors-en": "open-the-doors.png",
    "a-nurse-says-en": "a-nurse-says.png",
    "free-them-all-ar": "free-them-all-ar.png",
}


def drawn() -> dict[str, bytes]:
    """Return the pictures by file name, drawn from the YAML in the README."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    posts = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)[0]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        campaign = root / "campaigns" / "readme"
        campaign.mkdir(parents=True)
        (root / "hashtags.yml").write_text("- tag: FreeThemAll\n  role: main\n", encoding="utf-8")
        (campaign / "campaign.yml").write_text(CAMPAIGN, encoding="utf-8")
        (campaign / "posts.yml").write_text(posts, encoding="utf-8")
        plan = build(root, Options(today=dt.date(2020, 4, 2)))
        if plan.failed:
            raise SystemExit("\n".join(map(str, plan.problems)))
        return {
            name: source.read_bytes()
            for path, source in plan.pictures.items()
            for start, name in NAMES.items()
            if f"/{start}-1080x1080." in path and path.endswith(".png")
        }


if __name__ == "__main__":
    for name, body in drawn().items():
        (PICTURES / name).write_bytes(body)
        print(f"docs/readme/{name}: {len(body) / 1000:.0f} KB")
