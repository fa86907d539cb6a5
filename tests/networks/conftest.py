"""A page with the counter on it, as strict as a published one, for the tests that run it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from toolkit.networks import builtin, page_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

SCRIPT = Path(__file__).parents[2] / "toolkit" / "assets" / "networks.js"
HOME = "http://toolkit.test/"
PAGE = """<!doctype html><meta charset=utf-8>
<script id=data type=application/json>%s</script>
<script src=/networks.js></script><script src=/start.js></script>"""
START = """const data = JSON.parse(document.getElementById("data").textContent);
globalThis.networks = toolkitNetworks(data); globalThis.data = data;"""
POLICY = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'"


def serve(route: Route) -> None:
    """Answer from memory, with a policy as strict as a published page's."""
    found = {
        "networks.js": ("text/javascript", SCRIPT.read_text(encoding="utf-8")),
        "start.js": ("text/javascript", START),
        "": ("text/html", PAGE % json.dumps(page_data(builtin().values())).replace("<", "\\u003c")),
    }.get(route.request.url.removeprefix(HOME))
    if not found:
        route.abort()
        return
    kind, body = found
    headers = {"Content-Security-Policy": POLICY}
    route.fulfill(body=body, content_type=f"{kind}; charset=utf-8", headers=headers)


class Counter:
    """The counter on a page in a browser: functions over JSON, run with `networks` at hand."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def run(self, script: str, given: object) -> Any:  # noqa: ANN401 - JSON
        """Run a function over JSON; it travels as escaped text, so that half characters survive."""
        source = f"(given) => JSON.stringify(({script})(JSON.parse(given)))"
        return json.loads(self.page.evaluate(source, json.dumps(given)))


@pytest.fixture(scope="session")
def counter(browser: Browser) -> Iterator[Counter]:
    """Open the page once; whatever it complains about, to us or to the console, is a failure."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    page.route("**/*", serve)
    page.goto(HOME)
    yield Counter(page)
    page.close()
    assert complaints == []
