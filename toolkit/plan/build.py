"""One way through: read, link, check, draw, and plan every page; nothing of the site is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit import pages
from toolkit.cards.fonts import load_fonts
from toolkit.cards.library import load_library
from toolkit.cards.render import render
from toolkit.check import Project, check
from toolkit.compose import directory
from toolkit.load import load, read_files
from toolkit.load.shapes import schemas
from toolkit.networks import builtin, read_table, stale
from toolkit.pages.home import MARKER, campaigns_block
from toolkit.plan import cards as planned_cards
from toolkit.plan import search
from toolkit.plan.address import address_problems
from toolkit.plan.bank import banks
from toolkit.plan.headers import headers
from toolkit.plan.plan import Plan, PlannedPage
from toolkit.plan.schemas import schema_files
from toolkit.plan.shares import Sharing
from toolkit.plan.views import views
from toolkit.problems import errors, in_reading_order
from toolkit.publish import publish

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from toolkit.load import Files
    from toolkit.model import Campaign, Toolkit
    from toolkit.networks import Table
    from toolkit.pages import CardFile, Landing, PostView, RichPage, SiteInfo
    from toolkit.plan.bank import Banks
    from toolkit.plan.options import Options
    from toolkit.problems import Problem

CACHE = ".toolkit"


def build(root: Path, options: Options) -> Plan:
    """Return the plan of a project's site, with every problem found in reading order.

    When one of them is an error, the plan holds no pages. Drawn cards are kept under
    `.toolkit/cards` in the project, schemas for editors under `.toolkit/schema`.
    """
    publish(schema_files(schemas()), root / CACHE / "schema", prune=False)
    files, problems = read_files(root)
    networks, misread = _networks(files)
    loaded = load(files, networks)
    toolkit = loaded.toolkit
    drawn = _drawn(root, toolkit, options)
    site = _site(toolkit, options)
    sharing = Sharing(networks, site, directory(toolkit.accounts))
    project = Project(toolkit, files.texts, networks, options.today, sharing.url)
    found = in_reading_order(
        (
            *problems,
            *misread,
            *address_problems(root, options.site_url),
            *stale(networks, options.today),
            *loaded.problems,
            *drawn.problems,
            *check(project),
        )
    )
    if errors(found):
        return Plan(toolkit, site, problems=found, failed=True)
    return _planned(sharing, toolkit, drawn, found)


def _networks(files: Files) -> tuple[Table, tuple[Problem, ...]]:
    """Return our table of networks with the project's own rows over it."""
    own = files.texts.get("networks.yml")
    return read_table(own, "networks.yml", builtin()) if own else (builtin(), ())


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The cards by owner, their files, how many had to be painted, and what went wrong."""

    cards: planned_cards.Cards
    pictures: Mapping[str, Path]
    painted: int
    problems: tuple[Problem, ...]


def _drawn(root: Path, toolkit: Toolkit, options: Options) -> _Drawn:
    folder = root / "cards"
    library, problems = load_library(folder if folder.is_dir() else None)
    fonts = load_fonts([folder / "fonts"])
    asked, unknown = planned_cards.asked(toolkit.campaigns, library, options)
    results = render(
        [card.request for card in asked],
        library=library,
        fonts=fonts,
        cache=root / CACHE / "cards",
        workers=options.workers,
    )
    cards, pictures = planned_cards.files(asked, results)
    faults = tuple(planned_cards.faults(asked, results))
    painted = sum(result.new and result.card is not None for result in results)
    return _Drawn(cards, pictures, painted, (*problems, *unknown, *faults))


def _site(toolkit: Toolkit, options: Options) -> SiteInfo:
    return pages.SiteInfo(
        name=options.site_name,
        url=options.site_url,
        languages=options.languages or toolkit.languages or ("en",),
        today=options.today,
    )


def _planned(sharing: Sharing, toolkit: Toolkit, drawn: _Drawn, found: tuple[Problem, ...]) -> Plan:
    site = sharing.site
    style, script = pages.theme_assets()
    seen = {c.id: views(c, drawn.cards, sharing) for c in toolkit.campaigns}
    stock = banks(seen.values(), sharing)
    landings = {
        page.file: page.html.encode()
        for campaign in toolkit.campaigns
        for page in _alone(site, campaign, seen[campaign.id], stock)
    }
    # Each tree has its own copy, as it has of the theme's files: a host links them inside its tree.
    homes = [pages.paths.home(site, language) for language in site.languages]
    assets = {f"{home}{a.path}": a.body for home in homes for a in (style, script, pages.icon())}
    schema = {f"schema/{name}": body for name, body in schema_files(schemas()).items()}
    return Plan(
        toolkit=toolkit,
        site=site,
        pages=tuple(_rich(sharing, toolkit, drawn.cards, seen, stock)),
        files={**landings, **assets, **stock.files, **schema, **headers()},
        pictures=drawn.pictures,
        cards=tuple(card for row in drawn.cards.values() for card in row),
        styles=(style.path,),
        scripts=(script.path,),
        painted=drawn.painted,
        landings=len(landings),
        problems=found,
    )


def _alone(
    site: SiteInfo, campaign: Campaign, seen: tuple[PostView, ...], stock: Banks
) -> Iterator[Landing]:
    """Yield a campaign's pages without the theme: each post's own, and further pages of posts."""
    spoken = dict.fromkeys(view.language for view in seen)
    yield from pages.landings(site, seen, {tag: stock.banks[campaign.id, tag] for tag in spoken})
    for tag in spoken:
        if tag in site.languages:
            yield from pages.more_posts(site, campaign, tag, seen)


def _rich(
    sharing: Sharing,
    toolkit: Toolkit,
    cards: planned_cards.Cards,
    seen: Mapping[str, tuple[PostView, ...]],
    stock: Banks,
) -> Iterator[PlannedPage]:
    """Yield the pages in the theme, language by language."""
    site = sharing.site
    for language in site.languages:
        images = {c.id: i for c in toolkit.campaigns if (i := _image(cards, c, language))}
        block = campaigns_block(toolkit, site, language, images)
        home = pages.home(toolkit, site, language, images)
        yield _page(site, home, insert=block, marker=MARKER)
        for campaign in toolkit.campaigns:
            image, shown = images.get(campaign.id), seen[campaign.id]
            front = pages.campaign(
                toolkit,
                site,
                campaign,
                language,
                views=shown,
                image=image,
                profile_of=sharing.profile,
            )
            yield _page(site, front, search.campaign_words(campaign, language))
            bank = stock.banks.get((campaign.id, language))
            posts = pages.posts(site, campaign, language, shown, image, bank=bank)
            yield _page(site, posts, search.post_words(shown, language))


def _page(
    site: SiteInfo, page: RichPage, found: str = "", insert: str = "", marker: str = ""
) -> PlannedPage:
    """Name a page inside its tree: other languages than the first live in a folder of their own."""
    prefix = "" if page.language == site.languages[0] else f"{page.language}/"
    return PlannedPage(page.source.removeprefix(prefix), page.language, page, found, insert, marker)


def _image(cards: planned_cards.Cards, campaign: Campaign, language: str) -> CardFile | None:
    """Return a campaign's own card in a language, else in the first one it has."""
    tags = (language, *campaign.title.languages)
    rows = (cards.get((campaign.id, "", tag)) for tag in tags)
    return next((row[0] for row in rows if row), None)
