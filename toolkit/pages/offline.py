"""Keep working without a network: an installable site, its service worker, a kit in one file."""

from __future__ import annotations

import base64
import hashlib
import json
from importlib import resources
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from markupsafe import Markup

from toolkit.pages import assets, head, palette, paths, templating
from toolkit.pages.assets import Asset
from toolkit.pages.frame import frame

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toolkit.model import Campaign
    from toolkit.pages.site import CardFile, PostView, SiteInfo

MANIFEST, WORKER = "manifest.webmanifest", "sw.js"
ICON_SIZES = (192, 512)


def icon_path(size: int) -> str:
    return f"assets/toolkit/icon-{size}.png"


def manifest(site: SiteInfo, language: str) -> Asset:
    """Return what a device needs to install a language's tree (W3C Web Application Manifest)."""
    page = frame(site, language, paths.home(site, language))
    said = {
        "name": site.name,
        "short_name": site.name,
        "lang": language,
        "dir": page.about.direction,
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": palette.LIGHT.ground,
        "theme_color": palette.LIGHT.ground,
        "icons": [
            {"src": icon_path(size), "sizes": f"{size}x{size}", "type": "image/png"}
            for size in ICON_SIZES
        ],
    }
    body = json.dumps(said, ensure_ascii=False, indent=1).encode()
    return Asset(f"{paths.home(site, language)}{MANIFEST}", body)


def worker(files: Mapping[str, bytes], site: str = "") -> bytes:
    """Return the service worker of a tree that keeps these files, by path from the tree's root.

    Each is kept under the hash of its content: a rebuild brings what changed and nothing else.
    `site` is the way from the tree to the site's root, where pictures and posts are.
    """
    kept = {path: hashlib.sha256(body).hexdigest()[:16] for path, body in sorted(files.items())}
    listed = json.dumps(kept, ensure_ascii=True, separators=(",", ":"))
    source = assets.squeezed(_source())
    source = source.replace('"the way to the site"', json.dumps(site))
    return source.replace('"the list of files"', listed).encode()


def _source() -> str:
    return (resources.files("toolkit.pages") / "assets" / WORKER).read_text(encoding="utf-8")


def whole_kit(
    site: SiteInfo,
    campaign: Campaign,
    language: str,
    views: Sequence[PostView],
    pictures: Mapping[str, bytes],
) -> Asset:
    """Return a campaign's posts in one HTML file, pictures inside, that opens from a folder.

    `pictures` are the bytes of cards by their path.
    """
    path = paths.whole(site, language, campaign.id)
    page = frame(site, language, path)
    about = head.About(path, language, page.text(campaign.title), page.text(campaign.call))
    inline = assets.inline(site.accent(campaign.theme), closes=bool(campaign.closes))
    own = [view for view in views if view.language == language]
    html = templating.render(
        "whole.html",
        page=page,
        about=about,
        campaign=campaign,
        inline=inline,
        policy=inline.policy.replace("img-src 'self'", "img-src data:"),
        online=paths.absolute(site, paths.campaign(site, language, campaign.id)),
        items=[(view, *_picture(view, pictures)) for view in own],
    )
    return Asset(path, html.encode())


def _picture(view: PostView, pictures: Mapping[str, bytes]) -> tuple[CardFile | None, str]:
    """Return a view's card and the same as a data URL, nothing where it is not to be had."""
    card = view.card("link", "wide")
    body = pictures.get(card.path) if card else None
    if not card or body is None:
        return None, ""
    kind = head.TYPES[PurePosixPath(card.path).suffix]
    data = base64.b64encode(body).decode()
    # Nothing in it needs to be escaped, and to look for that in megabytes takes long.
    return card, Markup(f"data:{kind};base64,{data}")  # noqa: S704  (a known type and base64)
