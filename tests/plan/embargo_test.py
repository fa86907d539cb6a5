"""Nothing under embargo is in a public build before its hour, in no file of any kind."""

from __future__ import annotations

import datetime as dt
from html import unescape
from typing import TYPE_CHECKING

import pytest

from toolkit.load import load, read_files
from toolkit.networks import builtin
from toolkit.plan import Options, build
from toolkit.plan.embargo import released

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "campaigns/river/campaign.yml": """title: Save the river
languages: [en]
related: [secret-dam]
zone: America/Mexico_City
""",
    "campaigns/river/posts.yml": """- id: open
  text: The river is ours.
- id: later
  text: They poisoned the spring.
  embargo: 2026-04-02 09:00
""",
    "campaigns/secret-dam/campaign.yml": """title: Stop the secret dam
languages: [en]
zone: America/Mexico_City
embargo: 2026-04-02 09:00
""",
    "campaigns/secret-dam/posts.yml": """- id: dam
  text: Nobody asked us about the dam.
""",
}
SECRETS = ("secret-dam", "secret dam", "poisoned", "river/later", "about the dam")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def said(project: Path, now: dt.datetime, *, preview: bool = False) -> str:
    """Return every name and every text of a build in one."""
    options = Options(today=now.date(), now=now, preview=preview, site_url="https://example.org/")
    plan = build(project, options)
    assert not plan.failed, plan.problems
    parts = [f"{name}\n{body.decode(errors='replace')}" for name, body in plan.files.items()]
    parts += [*plan.pictures, *plan.parcels]
    parts += [f"{page.source}\n{page.page.markdown}\n{page.search}" for page in plan.pages]
    parts += [str(plan.navigation("en"))]
    return unescape("\n".join(parts))


def test_a_public_build_holds_nothing_of_it_until_its_hour(project: Path) -> None:
    before = said(project, dt.datetime(2026, 4, 2, 14, 59, tzinfo=dt.UTC))

    assert "The river is ours" in before
    for secret in SECRETS:
        assert secret not in before, secret


def test_nothing_that_stays_names_what_is_left_out(project: Path) -> None:
    toolkit = load(read_files(project)[0], builtin()).toolkit
    hour = dt.datetime(2026, 4, 2, 15, tzinfo=dt.UTC)
    before, after = released(toolkit, hour - dt.timedelta(minutes=1)), released(toolkit, hour)

    assert [(c.id, c.related, len(c.posts)) for c in before.campaigns] == [("river", (), 1)]
    assert [(c.related, len(c.posts)) for c in after.campaigns] == [(("secret-dam",), 2), ((), 1)]


def test_a_build_from_its_hour_on_holds_it_and_a_preview_does_before(project: Path) -> None:
    after = said(project, dt.datetime(2026, 4, 2, 15, tzinfo=dt.UTC))
    early = said(project, dt.datetime(2026, 4, 1, tzinfo=dt.UTC), preview=True)

    for secret in SECRETS:
        assert secret in after, secret
    assert "Embargo until 2 April 2026, 09:00" in early
    assert "Embargo until" not in after
