"""Make a page for the theme from its template: its block, its front matter, its versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.pages import head, templating
from toolkit.pages.site import RichPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.pages.frame import Frame

# What documentation needs and campaigns do not.
HIDDEN = ("navigation", "toc", "path", "tags", "feedback", "edit")


def rich(
    page: Frame,
    about: head.About,
    template: str,
    *,
    label: str = "",
    early: Sequence[tuple[str, str]] = (),
    **values: object,
) -> RichPage:
    """Return a page in the theme; `values` are for the template, which also gets `page`.

    `early` is what a browser should ask for at once: pairs of what it is (`script`, `style`,
    `fetch`; HTML, potential destinations) and the relative URL.

    `label` is what a menu calls it, if that is not its title.
    """
    return RichPage(
        path=about.path,
        language=about.language,
        title=about.title,
        description=about.description,
        body=templating.render(
            template, page=page, about=about, versions=page.versions(about.versions), **values
        ),
        meta=_front_matter(page, about, early),
        image=about.image,
        alternates=about.versions,
        label=label,
    )


def _front_matter(
    page: Frame, about: head.About, early: Sequence[tuple[str, str]]
) -> dict[str, object]:
    tags = head.metas(page.site, about)
    return {
        "title": about.title,
        "description": about.summary,
        "hide": list(HIDDEN),
        "toolkit": {
            "wide": True,
            "early": [list(pair) for pair in early],
            "no_search": page.say("no_search"),
            "metas": [[m.kind, m.key, m.value] for m in tags],
            "alternates": [list(pair) for pair in head.alternates(page.site, about)],
        },
    }
