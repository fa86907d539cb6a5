"""The files that publish the site ask for no right too many and all do the same thing."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted(p for p in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
# The majors in use in October 2026, from zensical's bootstrap workflow.
ACTIONS = {
    "actions/checkout@v7",
    "actions/configure-pages@v6",
    "actions/setup-python@v6",
    "actions/upload-pages-artifact@v5",
    "actions/deploy-pages@v5",
}
# The one job that may write, and what.
MAY_WRITE = {("publish.yml", "deploy"): {"pages", "id-token"}}


def load(path: Path) -> Any:  # noqa: ANN401 - a foreign format, read as it comes
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def by_name(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("path", WORKFLOWS, ids=by_name)
def test_a_workflow_starts_with_no_rights_at_all(path: Path) -> None:
    assert load(path)["permissions"] == {}


@pytest.mark.parametrize("path", WORKFLOWS, ids=by_name)
def test_only_the_job_that_publishes_may_write(path: Path) -> None:
    for name, job in load(path)["jobs"].items():
        writes = {right for right, level in job["permissions"].items() if level != "read"}
        assert writes == MAY_WRITE.get((path.name, name), set()), name


@pytest.mark.parametrize("path", WORKFLOWS, ids=by_name)
def test_only_known_actions_are_used_and_none_keeps_the_token(path: Path) -> None:
    for job in load(path)["jobs"].values():
        for step in job["steps"]:
            assert step.get("uses") in {None, *ACTIONS}
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=by_name)
def test_nothing_a_stranger_wrote_is_put_into_a_command(path: Path) -> None:
    for job in load(path)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


def test_a_strangers_change_is_checked_but_never_published() -> None:
    jobs = load(ROOT / ".github" / "workflows" / "publish.yml")["jobs"]

    assert jobs["check"]["if"] == "github.event_name == 'pull_request'"
    assert jobs["build"]["if"] == "github.event_name != 'pull_request'"
    assert jobs["deploy"]["needs"] == "build"


def test_deadlines_pass_without_anybody_pushing() -> None:
    workflow = load(ROOT / ".github" / "workflows" / "publish.yml")

    # YAML 1.1 reads the word `on` as true, the very trap the toolkit warns campaigners of.
    assert workflow[True]["schedule"]


@pytest.mark.parametrize(
    "name", [".github/workflows/publish.yml", ".gitlab-ci.yml", "netlify.toml"]
)
def test_every_host_presses_the_same_button_and_says_its_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    assert "python3 scripts/build.py" in text
    assert "SITE_URL" in text


def test_netlify_publishes_what_is_built_and_previews_point_at_themselves() -> None:
    settings = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))

    assert settings["build"]["publish"] == "site"
    assert "$DEPLOY_PRIME_URL" in settings["context"]["deploy-preview"]["command"]


def test_gitlab_finds_the_folder_it_looks_for() -> None:
    pages = load(ROOT / ".gitlab-ci.yml")["pages"]

    assert pages["artifacts"]["paths"] == ["public"]
    assert pages["script"][-1] == "mv site public"


@pytest.mark.parametrize(
    "line",
    [
        "try_files $uri $uri/ =404;",
        "error_page 404 /404.html;",
        "charset utf-8;",
        'add_header Referrer-Policy "no-referrer" always;',
        'add_header X-Content-Type-Options "nosniff" always;',
    ],
)
def test_the_nginx_sample_serves_safely(line: str) -> None:
    assert line in (ROOT / "docs" / "guide" / "nginx.conf").read_text(encoding="utf-8")


def test_no_location_of_nginx_switches_the_headers_off() -> None:
    text = (ROOT / "docs" / "guide" / "nginx.conf").read_text(encoding="utf-8")

    for block in re.findall(r"location [^{]*\{([^}]*)\}", text):
        assert "add_header" not in block


def test_there_are_three_ways_to_tell_us_something() -> None:
    forms = {path.stem for path in FORMS} - {"config"}

    assert forms == {"wrong-limit-or-link", "new-layout", "something-broke"}


@pytest.mark.parametrize("path", [p for p in FORMS if p.stem != "config"], ids=by_name)
def test_a_form_is_one_github_can_show(path: Path) -> None:
    form = load(path)
    fields = [field for field in form["body"] if field["type"] != "markdown"]

    assert form["name"]
    assert form["description"]
    assert fields
    assert len({field["id"] for field in fields}) == len(fields)
    assert all(field["attributes"]["label"] for field in fields)
