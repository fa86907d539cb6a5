"""The policy lets a page run what the theme brings, by hash, and nothing else."""

from __future__ import annotations

import base64
import hashlib

from toolkit.mkdocs_plugin import policy

PAGE = """<!doctype html><html><head><title>x</title>
<script>run()</script><script src="a.js"></script>
<script id="__config" type="application/json">{"a": 1}</script></head></html>"""


def test_inline_scripts_are_allowed_by_their_hash_and_data_needs_none() -> None:
    digest = base64.b64encode(hashlib.sha256(b"run()").digest()).decode()

    assert policy.hashes(PAGE) == {f"'sha256-{digest}'"}


def test_the_policy_names_no_other_host_and_no_inline_code() -> None:
    text = policy.policy({"'sha256-x'"})

    assert "unsafe" not in text
    assert "http" not in text
    assert "script-src 'self' 'sha256-x'" in text
    assert text.startswith("default-src 'none'")


def test_the_policy_allows_what_the_site_serves_and_pictures_made_on_the_page() -> None:
    assert dict(line.split(" ", 1) for line in policy.policy([]).split("; ")) == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_the_policy_stands_before_anything_that_could_run() -> None:
    html = policy.with_pending_policy(PAGE)

    assert html.index("Content-Security-Policy") < html.index("<script>")
    assert html.count(policy.PENDING) == 1
