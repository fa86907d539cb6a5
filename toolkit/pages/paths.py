"""Say where every page lives and how one reaches another, so that no template joins addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from toolkit.pages.site import PostView, SiteInfo


def home(site: SiteInfo, language: str) -> str:
    """Return the path of the front page in a language; the first language lives at the root."""
    return "" if language == site.languages[0] else f"{language}/"


def campaign(site: SiteInfo, language: str, campaign_id: str) -> str:
    return f"{home(site, language)}{campaign_id}/"


def posts(site: SiteInfo, language: str, campaign_id: str) -> str:
    return f"{campaign(site, language, campaign_id)}posts/"


def storm(site: SiteInfo, language: str, campaign_id: str) -> str:
    return f"{campaign(site, language, campaign_id)}storm/"


def calendar(site: SiteInfo, language: str, campaign_id: str) -> str:
    return f"{campaign(site, language, campaign_id)}storm.ics"


def plain(site: SiteInfo, language: str, campaign_id: str) -> str:
    """Return the path of all posts of a campaign as plain text."""
    return f"{campaign(site, language, campaign_id)}posts.txt"


def whole(site: SiteInfo, language: str, campaign_id: str) -> str:
    """Return the path of a campaign in one file, with the name it is saved under."""
    return f"{campaign(site, language, campaign_id)}{campaign_id}-{language}.html"


def privacy(site: SiteInfo, language: str) -> str:
    return f"{home(site, language)}privacy/"


def more_posts(site: SiteInfo, language: str, campaign_id: str, number: int) -> str:
    """Return the path of a further page of posts; the first one has number 1."""
    first = posts(site, language, campaign_id)
    return first if number == 1 else f"{first}{number}/"


def kit(site: SiteInfo, language: str, campaign_id: str) -> str:
    return f"{campaign(site, language, campaign_id)}kit/"


def frame(site: SiteInfo, language: str, campaign_id: str) -> str:
    """Return the path of the page that puts a campaign's frame around a profile picture."""
    return f"{kit(site, language, campaign_id)}frame/"


def letters(site: SiteInfo, language: str, campaign_id: str) -> str:
    return f"{campaign(site, language, campaign_id)}letters/"


def petition(site: SiteInfo, language: str, campaign_id: str) -> str:
    return f"{campaign(site, language, campaign_id)}petition/"


def press(site: SiteInfo, language: str, campaign_id: str) -> str:
    return f"{campaign(site, language, campaign_id)}press/"


def gallery(site: SiteInfo) -> str:
    """Return the path of the page of all designs, which is there once, in the first language."""
    return f"{home(site, site.languages[0])}gallery/"


def landing(site: SiteInfo, language: str, campaign_id: str, post_id: str) -> str:
    """Return the path of a post's own page; it may be in a language the site has no tree for."""
    return f"{campaign(site, language, campaign_id)}{post_id}/"


def landing_of(site: SiteInfo, view: PostView) -> str:
    return landing(site, view.language, view.campaign.id, view.post.id)


def link(site: SiteInfo, source: str, target: str, fragment: str = "") -> str:
    """Return the relative URL from a page to a page or file; both paths count from the root."""
    way = _relative(source.split("/")[:-1], target.split("/"))
    if _is_page(target) and not site.directory_urls:
        way += "index.html"
    return _quoted(way) + (f"#{quote(fragment)}" if fragment else "")


def absolute(site: SiteInfo, target: str) -> str:
    """Return the absolute URL of a page or file, or nothing when the site's own is not known."""
    if not site.url:
        return ""
    index = "index.html" if _is_page(target) and not site.directory_urls else ""
    return site.url + _quoted(target) + index


def _relative(start: list[str], end: list[str]) -> str:
    """Return the way from a folder to a file, or to a folder if the last part of `end` is empty."""
    same = 0
    while same < min(len(start), len(end) - 1) and start[same] == end[same]:
        same += 1
    return "/".join([".."] * (len(start) - same) + end[same:]) or "./"


def _is_page(path: str) -> bool:
    return not path or path.endswith("/")


def _quoted(path: str) -> str:
    return quote(path, safe="/@+,~")
