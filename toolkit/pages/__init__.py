"""Turn campaigns into pages: rich ones for the theme, and light ones that stand alone."""

from toolkit.pages.assets import Asset, icon, theme_assets
from toolkit.pages.campaign import campaign
from toolkit.pages.gallery import Design, gallery
from toolkit.pages.home import home
from toolkit.pages.kit import kit, maker
from toolkit.pages.landing import landings
from toolkit.pages.posts import posts
from toolkit.pages.site import (
    CardFile,
    Download,
    Landing,
    PostView,
    Profile,
    RichPage,
    ShareLink,
    SiteInfo,
    Variant,
)
from toolkit.pages.wording import Wording, wording

__all__ = [
    "Asset",
    "CardFile",
    "Design",
    "Download",
    "Landing",
    "PostView",
    "Profile",
    "RichPage",
    "ShareLink",
    "SiteInfo",
    "Variant",
    "Wording",
    "campaign",
    "gallery",
    "home",
    "icon",
    "kit",
    "landings",
    "maker",
    "posts",
    "theme_assets",
    "wording",
]
