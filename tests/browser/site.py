"""Build a small site as the plugin would, with MkDocs and Material."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from PIL import Image

from tests.pages import samples
from toolkit import pages
from toolkit.compose import directory
from toolkit.networks import builtin
from toolkit.plan.bank import Banks, banks
from toolkit.plan.shares import Sharing

if TYPE_CHECKING:
    from toolkit.pages import Asset, SiteInfo

ROOT = Path(__file__).parents[2]
OVERRIDES = ROOT / "toolkit" / "pages" / "templates" / "overrides"


def stocked(site: SiteInfo) -> Banks:
    """Return what the composers of the sample site work with."""
    sharing = Sharing(builtin(), site, directory(samples.TOOLKIT.accounts))
    return banks([samples.views()], sharing)


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
                pages.posts(
                    site, campaign, tag, own, image, bank=stock.banks.get((campaign.id, tag))
                ),
            ]
    spoken = {tag: bank for (id_, tag), bank in stock.banks.items() if id_ == samples.CAMPAIGN.id}
    return rich, list(pages.landings(site, views, spoken))


def configuration(assets: tuple[Asset, ...], language: str, site: SiteInfo) -> dict[str, object]:
    """Return the repository's own mkdocs.yml, with what the plugin would add to it."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    config: dict[str, object] = yaml.safe_load(text)
    theme = config["theme"]
    assert isinstance(theme, dict)
    theme |= {"language": language, "custom_dir": str(OVERRIDES)}
    config |= {
        "plugins": ["search"],
        "site_url": site.url,
        "site_name": site.name,
        "extra_css": [assets[0].path],
        "extra_javascript": [assets[1].path],
    }
    return config


def build(folder: Path, site: SiteInfo = samples.SITE) -> Path:
    """Write the sample site below a folder and return where it is."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    out = folder / "site"
    stock = stocked(site)
    rich, landings = everything(site, stock)
    assets = (*pages.theme_assets(), pages.icon())
    for tag in site.languages:
        first = tag == site.languages[0]
        docs = folder / f"docs-{tag}"
        for page in rich:
            if page.language == tag:
                name = page.source if first else page.source.removeprefix(f"{tag}/")
                _write(docs / name, page.markdown.encode())
        for asset in assets:
            _write(docs / asset.path, asset.body)
        own = replace(site, url=site.url if first or not site.url else f"{site.url}{tag}/")
        file = folder / f"mkdocs-{tag}.yml"
        config = configuration(assets, tag, own)
        config |= {"docs_dir": str(docs), "site_dir": str(out if first else out / tag)}
        _write(file, yaml.safe_dump(config).encode())
        mkdocs_build(load_config(str(file)))
    for path, body in stock.files.items():
        _write(out / path, body)
    for landing in landings:
        _write(out / landing.file, landing.html.encode())
    for card in {c for v in samples.views() for c in v.cards} | {samples.COVER}:
        picture = out / card.path
        picture.parent.mkdir(parents=True, exist_ok=True)
        Image.new("P", (card.width, card.height), 100).save(picture)
    return out


def _write(path: Path, body: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
