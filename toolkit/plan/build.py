"""One way through: read, link, check, draw, and plan every page; nothing of the site is written."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from toolkit import pages
from toolkit.check import Project, check
from toolkit.compose import directory
from toolkit.memory import Memory
from toolkit.networks import stale
from toolkit.plan import kits
from toolkit.plan.accents import accents
from toolkit.plan.address import address_problems
from toolkit.plan.alone import light_pages
from toolkit.plan.bank import banks
from toolkit.plan.desk import desk
from toolkit.plan.drawing import CACHE, draw, order
from toolkit.plan.embargo import released, settled
from toolkit.plan.gallery import gallery
from toolkit.plan.headers import headers
from toolkit.plan.pictures import picture_problems
from toolkit.plan.plan import Plan
from toolkit.plan.reading import read_project
from toolkit.plan.rich import rich_pages
from toolkit.plan.schemas import schema_files
from toolkit.plan.shares import Sharing
from toolkit.plan.takeaway import takeaways
from toolkit.plan.views import views
from toolkit.problems import errors, in_reading_order
from toolkit.publish import publish

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.model import Toolkit
    from toolkit.pages import SiteInfo
    from toolkit.plan.drawing import Drawn
    from toolkit.plan.options import Options

__all__ = ["CACHE", "build"]


def build(root: Path, options: Options, memory: Memory | None = None) -> Plan:
    """Return the plan of a project's site, with every problem found in reading order.

    When one of them is an error, the plan holds no pages. Drawn cards are kept under
    `.toolkit/cards` in the project, schemas for editors under `.toolkit/schema`. With the `memory`
    of an earlier build, only what changed is made anew; the plan is the same.
    """
    memory = memory or Memory()
    publish(schema_files(), root / CACHE / "schema", prune=False)
    read = read_project(root)
    toolkit, networks = read.toolkit, read.networks
    shown = toolkit if options.preview else released(toolkit, options.moment)
    drawn = draw(root, order(root, shown, options), networks, memory)
    # What is still hidden is drawn as well: its faults must be known in time.
    every = (
        drawn if shown == toolkit else draw(root, order(root, toolkit, options), networks, memory)
    )
    site = _site(toolkit, options, accents(toolkit, drawn.order.library))
    known = memory.recall(("directory",), directory, toolkit.accounts)
    sharing = memory.same("sharing", Sharing(networks, site, known))
    project = Project(toolkit, read.files.texts, networks, options.today, sharing.url)
    found = in_reading_order(
        (
            *read.problems,
            *address_problems(root, options.site_url),
            *picture_problems(root, toolkit, site),
            *stale(networks, options.today),
            *every.problems,
            *check(project),
        )
    )
    if errors(found):
        return Plan(shown, site, problems=found, failed=True)
    plan = _planned(root, sharing, shown, drawn, memory)
    memory.settle()
    return dataclasses.replace(plan, problems=found)


def _site(toolkit: Toolkit, options: Options, accents: tuple[tuple[str, str], ...]) -> SiteInfo:
    return pages.SiteInfo(
        name=options.site_name,
        url=options.site_url,
        languages=options.languages or toolkit.languages or ("en",),
        today=options.today,
        now=settled(toolkit, options.moment),
        accents=accents,
        pretended=str(options.today) if options.pretended else "",
        preview=options.preview,
    )


def _planned(root: Path, sharing: Sharing, toolkit: Toolkit, drawn: Drawn, memory: Memory) -> Plan:
    site = sharing.site
    style, script = pages.theme_assets(dict(site.accents))
    seen = {c.id: views(c, drawn.cards, sharing, memory) for c in toolkit.campaigns}
    kit = kits.kits(root, sharing, toolkit, drawn, seen, memory=memory)
    shown = gallery(root, site, drawn.order)
    writing = desk(root, sharing, toolkit, drawn, seen)
    made = {**drawn.files, **kit.files, **shown.files, **writing.kept}
    stock = banks(toolkit.campaigns, seen, sharing)
    light = light_pages(site, toolkit, seen, stock, memory)
    landings = {page.file: page.html.encode() for page in light}
    # Each tree has its own copy, as it has of the theme's files: a host links them inside its tree.
    homes = [pages.paths.home(site, language) for language in site.languages]
    assets = {f"{home}{a.path}": a.body for home in homes for a in (style, script, pages.icon())}
    schema = {f"schema/{name}": body for name, body in schema_files().items()}
    return Plan(
        toolkit=toolkit,
        site=site,
        pages=(*rich_pages(writing, drawn.cards, seen, stock), *kit.pages, *shown.pages),
        files={
            **landings,
            **assets,
            **stock.files,
            **writing.files,
            **takeaways(site, toolkit, seen, drawn.files, memory),
            **schema,
            **headers(),
        },
        pictures={name: kept.path for name, kept in made.items() if not kept.made},
        parcels={name: kept for name, kept in made.items() if kept.made},
        cards=tuple(card for row in drawn.cards.values() for card in row),
        styles=(style.path,),
        scripts=(script.path,),
        painted=drawn.painted,
        landings=len(landings),
    )
