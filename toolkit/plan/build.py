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
from toolkit.pages.palette import accent_of
from toolkit.plan import cards as planned_cards
from toolkit.plan import search
from toolkit.plan.address import address_problems
from toolkit.plan.embargo import released
from toolkit.plan.headers import headers
from toolkit.plan.plan import Plan, PlannedPage
from toolkit.plan.schemas import schema_files
from toolkit.plan.shares import Sharing
from toolkit.plan.takeaway import takeaways
from toolkit.plan.views import views
from toolkit.problems import errors, in_reading_order
from toolkit.publish import publish

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from toolkit.cards.fonts import Fonts
    from toolkit.cards.library import Library
    from toolkit.cards.render import Result
    from toolkit.load import Files
    from toolkit.model import Campaign, Toolkit
    from toolkit.networks import Table
    from toolkit.pages import CardFile, PostView, RichPage, SiteInfo
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
    shown = toolkit if options.preview else released(toolkit, options.moment)
    drawn = _drawn(root, toolkit, shown, options)
    site = _site(toolkit, options, drawn.accents)
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
        return Plan(shown, site, problems=found, failed=True)
    return _planned(sharing, shown, drawn, found)


def _networks(files: Files) -> tuple[Table, tuple[Problem, ...]]:
    """Return our table of networks with the project's own rows over it."""
    own = files.texts.get("networks.yml")
    return read_table(own, "networks.yml", builtin()) if own else (builtin(), ())


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The cards by owner, their files, how many had to be painted, and what went wrong.

    `accents` are the colours that stand for the themes of campaigns.
    """

    cards: planned_cards.Cards
    pictures: Mapping[str, Path]
    painted: int
    problems: tuple[Problem, ...]
    accents: tuple[tuple[str, str], ...]


def _drawn(root: Path, toolkit: Toolkit, shown: Toolkit, options: Options) -> _Drawn:
    """Draw the cards of what is shown, and the others too: their faults must be known in time."""
    folder = root / "cards"
    library, problems = load_library(folder if folder.is_dir() else None)
    draw = _Drawing(root, library, load_fonts([folder / "fonts"]), options)
    asked, results, faults = draw.cards(shown)
    if shown is not toolkit:
        faults = draw.cards(toolkit)[2]
    cards, pictures = planned_cards.files(asked, results)
    painted = sum(result.new and result.card is not None for result in results)
    return _Drawn(cards, pictures, painted, (*problems, *faults), _accents(toolkit, library))


@dataclass(frozen=True, slots=True)
class _Drawing:
    root: Path
    library: Library
    fonts: Fonts
    options: Options

    def cards(
        self, toolkit: Toolkit
    ) -> tuple[tuple[planned_cards.Asked, ...], tuple[Result, ...], tuple[Problem, ...]]:
        """Return the cards a toolkit wants, what came of each, and everything wrong with them."""
        asked, unknown = planned_cards.asked(toolkit.campaigns, self.library, self.options)
        results = render(
            [card.request for card in asked],
            library=self.library,
            fonts=self.fonts,
            cache=self.root / CACHE / "cards",
            workers=self.options.workers,
        )
        return asked, results, (*unknown, *planned_cards.faults(asked, results))


def _accents(toolkit: Toolkit, library: Library) -> tuple[tuple[str, str], ...]:
    """Return the colour of each theme a campaign names; no name is the theme cards have then."""
    names = sorted({campaign.theme for campaign in toolkit.campaigns})
    themes = ((name, library.themes.get(name or planned_cards.THEME)) for name in names)
    found = ((name, accent_of(theme.shape.colours)) for name, theme in themes if theme)
    return tuple((name, colour) for name, colour in found if colour)


def _site(toolkit: Toolkit, options: Options, accents: tuple[tuple[str, str], ...]) -> SiteInfo:
    return pages.SiteInfo(
        name=options.site_name,
        url=options.site_url,
        languages=options.languages or toolkit.languages or ("en",),
        today=options.today,
        accents=accents,
        now=options.now,
        preview=options.preview,
    )


def _planned(sharing: Sharing, toolkit: Toolkit, drawn: _Drawn, found: tuple[Problem, ...]) -> Plan:
    site = sharing.site
    style, script = pages.theme_assets(dict(site.accents))
    seen = {c.id: views(c, drawn.cards, sharing) for c in toolkit.campaigns}
    landings = {
        page.file: page.html.encode()
        for campaign in toolkit.campaigns
        for page in pages.landings(site, seen[campaign.id])
    }
    # Each tree has its own copy, as it has of the theme's files: a host links them inside its tree.
    homes = [pages.paths.home(site, language) for language in site.languages]
    assets = {f"{home}{a.path}": a.body for home in homes for a in (style, script, pages.icon())}
    schema = {f"schema/{name}": body for name, body in schema_files(schemas()).items()}
    return Plan(
        toolkit=toolkit,
        site=site,
        pages=tuple(_rich(sharing, toolkit, drawn.cards, seen)),
        files={
            **landings,
            **assets,
            **takeaways(site, toolkit, seen, drawn.pictures),
            **schema,
            **headers(),
        },
        pictures=drawn.pictures,
        cards=tuple(card for row in drawn.cards.values() for card in row),
        styles=(style.path,),
        scripts=(script.path,),
        painted=drawn.painted,
        landings=len(landings),
        problems=found,
    )


def _rich(
    sharing: Sharing,
    toolkit: Toolkit,
    cards: planned_cards.Cards,
    seen: Mapping[str, tuple[PostView, ...]],
) -> Iterator[PlannedPage]:
    """Yield the pages in the theme, language by language."""
    site = sharing.site
    for language in site.languages:
        images = {c.id: i for c in toolkit.campaigns if (i := _image(cards, c, language))}
        block = campaigns_block(toolkit, site, language, images)
        home = pages.home(toolkit, site, language, images)
        yield _page(site, home, insert=block, marker=MARKER)
        yield _page(site, pages.privacy(site, language))
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
            posts = pages.posts(site, campaign, language, shown, image)
            yield _page(site, posts, search.post_words(shown, language))
            if campaign.storm:
                hour = pages.storm(
                    site, campaign, campaign.storm, language, views=shown, image=image
                )
                yield _page(site, hour)


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
