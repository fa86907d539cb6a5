"""Keep the templates, compiled once, with one way of escaping for every value they write."""

from __future__ import annotations

from functools import cache, partial

import jinja2

from toolkit.pages.markup import escaped, isolated, safe_href


@cache
def _environment() -> jinja2.Environment:
    """Return the templates. Jinja2's own autoescape would cost a landing page twice as much."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("toolkit.pages"),
        autoescape=False,  # noqa: S701  (finalize escapes every value)
        undefined=jinja2.StrictUndefined,
        finalize=escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["href"] = safe_href
    environment.filters["isolated"] = partial(isolated, escaped)
    return environment


def render(name: str, **values: object) -> str:
    """Return a template filled with values, every one of them escaped."""
    return _environment().get_template(name).render(values)
