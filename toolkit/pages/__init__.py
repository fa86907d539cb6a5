"""Turn campaigns into pages: rich ones for the theme, and light ones that stand alone."""

from toolkit.pages.around import surrounding
from toolkit.pages.assets import Asset, icon, theme_assets
from toolkit.pages.bank import COMPOSER_KEYS, DEVICE_KEYS, THEME_KEYS, Bank, Tools
from toolkit.pages.campaign import campaign
from toolkit.pages.gallery import Design, gallery
from toolkit.pages.home import home
from toolkit.pages.kit import kit, maker
from toolkit.pages.landing import landings
from toolkit.pages.offline import manifest, whole_kit, worker
from toolkit.pages.plain import plain
from toolkit.pages.posts import more_posts, posts
from toolkit.pages.privacy import privacy
from toolkit.pages.site import (
    CardFile,
    Download,
    Landing,
    Photo,
    PostView,
    Profile,
    RichPage,
    ShareLink,
    SiteInfo,
    Variant,
)
from toolkit.pages.storm import storm, storm_calendar
from toolkit.pages.wording import Wording, wording

__all__ = [
    "COMPOSER_KEYS",
    "DEVICE_KEYS",
    "THEME_KEYS",
    "Asset",
    "Bank",
    "CardFile",
    "Design",
    "Download",
    "Landing",
    "Photo",
    "PostView",
    "Profile",
    "RichPage",
    "ShareLink",
    "SiteInfo",
    "Tools",
    "Variant",
    "Wording",
    "campaign",
    "gallery",
    "home",
    "icon",
    "kit",
    "landings",
    "maker",
    "manifest",
    "more_posts",
    "plain",
    "posts",
    "privacy",
    "storm",
    "storm_calendar",
    "surrounding",
    "theme_assets",
    "whole_kit",
    "wording",
    "worker",
]
