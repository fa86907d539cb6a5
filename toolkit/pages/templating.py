"""Keep the templates, compiled once: one set for Markdown hosts, one for pages of our own.

Each set escapes in its own way, by a function that Jinja2 calls on every value it writes. Its own
autoescape would do the work a second time, at twice the cost of a landing page.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

import jinja2

from toolkit.pages.markup import entities, escaped, isolated, one_block, safe_href

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def _environment(finalize: Callable[[object], str]) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("toolkit.pages"),
        autoescape=False,  # noqa: S701  (finalize escapes every value)
        undefined=jinja2.StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["href"] = safe_href
    environment.filters["isolated"] = partial(isolated, finalize)
    return environment


def block(name: str, **values: object) -> str:
    """Render a template as one line of HTML that goes through Markdown unchanged."""
    return one_block(_environment(entities).get_template(name).render(values))


def document(name: str, **values: object) -> str:
    """Render a template as a whole HTML document of our own."""
    return _environment(escaped).get_template(name).render(values)
