"""Build a small site as the plugin would, with MkDocs and Material."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from PIL import Image

from tests.desk import samples as desk_samples
from tests.pages import samples
from toolkit import pages
from toolkit.compose import directory
from toolkit.memory import Memory
from toolkit.mkdocs_plugin import policy
from toolkit.mkdocs_plugin.offline import write_worker
from toolkit.mkdocs_plugin.settling import settle
from toolkit.model import Toolkit
from toolkit.networks import builtin
from toolkit.pages import Download
from toolkit.pages.assets import desk_assets
from toolkit.pages.letters import Paper, letters, sheets
from toolkit.pages.petition import petition
from toolkit.pages.press import press
from toolkit.plan.bank import Banks, banks
from toolkit.plan.shares import Sharing
from toolkit.plan.takeaway import takeaways

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toolkit.model import Campaign
    from toolkit.pages import Asset, SiteInfo

ROOT = Path(__file__).parents[2]
OVERRIDES = ROOT / "toolkit" / "pages" / "templates" / "overrides"


# A page that the theme makes without us; what is below it is what the theme's program looks for.
GUIDE = "guide/how.md"
GUIDE_WORDS = """# How it is done

Take a megaphone. [All campaigns](../index.md)

    some code
"""


def stocked(site: SiteInfo, campaign: Campaign = samples.CAMPAIGN) -> Banks:
    """Return what the composers of the sample site work with."""
    sharing = Sharing(builtin(), site, directory(samples.TOOLKIT.accounts))
    return banks([campaign], {campaign.id: samples.views(campaign)}, sharing)


def everything(
    site: SiteInfo, stock: Banks | None = None
) -> tuple[list[pages.RichPage], list[pages.Landing]]:
    """Return every page of the sample site."""
    stock = stock or stocked(site)
    views = samples.views()
    images = {samples.CAMPAIGN.id: samples.COVER}
    rich = []
    for tag in site.languages:
        rich.append(pages.home(samples.TOOLKIT, site, tag, images))
        rich.append(pages.privacy(site, tag))
        for campaign in samples.TOOLKIT.campaigns:
            own = views if campaign is samples.CAMPAIGN else ()
            image = images.get(campaign.id)
            rich += [
                pages.campaign(
                    samples.TOOLKIT,
                    site,
                    campaign,
                    tag,
                    views=own,
                    image=image,
                    profile_of=samples.profile_of,
                ),
                pages.posts(site, campaign, tag, own, image, banks=stock.of(campaign.id)),
            ]
            if campaign.storm:
                rich.append(
                    pages.storm(site, campaign, campaign.storm, tag, views=own, image=image)
                )
    return rich, list(pages.landings(site, views, stock.of(samples.CAMPAIGN.id)))


ACTION = replace(
    desk_samples.CAMPAIGN,
    petition=desk_samples.PETITION,
    press=desk_samples.RELEASE,
    senders=desk_samples.PETITIONED.senders,
)
CAREFUL = replace(ACTION, id="careful", sensitive=True)
FRAME = Download("frame", samples.COVER.path, "frame.png", 1000, "en")
ZIPS = [
    Download("cards", samples.COVER.path, "kit.zip", 9_000_000),
    Download("cards", samples.COVER.path, "kit-en.zip", 900_000, "en"),
    Download("posters", samples.COVER.path, "posters.pdf", 90_000, "en", "A4"),
]
DESIGNS = [pages.Design("voice", "ember", ((samples.COVER.path, 495, 260),))]


def more(site: SiteInfo) -> Iterator[pages.RichPage]:
    """Yield a page of each kind that the sample campaigns have no words for."""
    toolkit = Toolkit((), (), (ACTION, CAREFUL))
    paper = Paper("pdf_a4", samples.COVER.path, "letter.pdf", 31_000)
    for tag in site.languages:
        for campaign in toolkit.campaigns:
            papers = {(s.target.id, s.language): (paper,) for s in sheets(campaign)}
            own = {"papers": papers, "profile_of": samples.profile_of}
            yield letters(toolkit, site, campaign, tag, labels=[paper], **own)  # type: ignore[arg-type]
            yield petition(site, campaign, tag, (), papers=[paper])
            yield press(site, campaign, tag, ())
            yield pages.campaign(toolkit, site, campaign, tag, profile_of=samples.profile_of)
        yield pages.kit(site, samples.CAMPAIGN, tag, [*ZIPS, FRAME], samples.COVER)
        yield pages.maker(site, samples.CAMPAIGN, tag, [FRAME])
    yield pages.gallery(site, DESIGNS)


def extras(site: SiteInfo) -> dict[str, bytes]:
    """Return the files that go with the sample site's pages, by path."""
    views = {c.id: () for c in samples.TOOLKIT.campaigns} | {samples.CAMPAIGN.id: samples.views()}
    return takeaways(site, samples.TOOLKIT, views, {}, Memory())


def configuration(assets: tuple[Asset, ...], language: str, site: SiteInfo) -> dict[str, object]:
    """Return the repository's own mkdocs.yml, with what the plugin would add to it."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    config: dict[str, object] = yaml.safe_load(text)
    theme = config["theme"]
    assert isinstance(theme, dict)
    theme |= {"language": language, "custom_dir": str(OVERRIDES)}
    config |= {
        "plugins": ["search"],
        "nav": ["index.md", {"Guide": [GUIDE]}],
        "site_url": site.url,
        "site_name": site.name,
        "extra_css": [assets[0].path],
        "extra_javascript": [assets[1].path],
        "extra": {
            "generator": False,
            "toolkit": {"offline": True, "words": pages.surrounding(language)},
        },
    }
    return config


def build(folder: Path, site: SiteInfo = samples.SITE) -> Path:
    """Write the sample site below a folder and return where it is."""
    stock = stocked(site)
    rich, landings = everything(site, stock)
    # What a search would find in these is weight that no visit of ours should be measured by.
    unfound = {"search": {"exclude": True}}
    rich += [replace(page, meta={**page.meta, **unfound}) for page in more(site)]
    beside = {landing.file: landing.html.encode() for landing in landings}
    out = written(folder, site, rich, stock.files | beside | extras(site))
    for card in {c for v in samples.views() for c in v.cards} | {samples.COVER}:
        picture = out / card.path
        picture.parent.mkdir(parents=True, exist_ok=True)
        Image.new("P", (card.width, card.height), 100).save(picture)
    return out


def written(
    folder: Path, site: SiteInfo, rich: Sequence[pages.RichPage], beside: Mapping[str, bytes]
) -> Path:
    """Write a site of these pages below a folder, and `beside` them files by their path."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    out = folder / "site"
    assets = (*pages.theme_assets(), *desk_assets(), pages.icon())
    for tag in site.languages:
        first = tag == site.languages[0]
        docs = folder / f"docs-{tag}"
        for page in rich:
            if page.language == tag:
                name = page.source if first else page.source.removeprefix(f"{tag}/")
                _write(docs / name, page.markdown.encode())
        _write(docs / GUIDE, GUIDE_WORDS.encode())
        for asset in assets:
            _write(docs / asset.path, asset.body)
        own = replace(site, url=site.url if first or not site.url else f"{site.url}{tag}/")
        file = folder / f"mkdocs-{tag}.yml"
        config = configuration(assets, tag, own)
        config |= {"docs_dir": str(docs), "site_dir": str(out if first else out / tag)}
        _write(file, yaml.safe_dump(config).encode())
        mkdocs_build(load_config(str(file)))
    for path, body in beside.items():
        _write(out / path, body)
    # The first language's tree holds those of all others.
    for tag in reversed(site.languages):
        prefix = "" if tag == site.languages[0] else f"{tag}/"
        guard(out / prefix)
        names = [page.source.removeprefix(prefix) for page in rich if page.language == tag]
        write_worker(out / prefix, names, shared=out, language=tag)
    return out


def guard(tree: Path) -> None:
    """Put policy and style into every page of a tree that has none, as the plugin does."""
    found = {path: path.read_text(encoding="utf-8") for path in tree.rglob("*.html")}
    bare = {path: html for path, html in found.items() if "Content-Security-Policy" not in html}
    for path, html in bare.items():
        path.write_text(policy.with_pending_policy(html), encoding="utf-8", newline="\n")
    settle(tree, {hash_ for html in bare.values() for hash_ in policy.hashes(html)})


def _write(path: Path, body: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
