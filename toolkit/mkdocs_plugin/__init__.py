"""The door for MkDocs: a guest in its events, the only room that imports it."""

from toolkit.mkdocs_plugin.plugin import ToolkitPlugin
from toolkit.mkdocs_plugin.run import SiteError, build_site, plan_site, serve_site, site_options

__all__ = ["SiteError", "ToolkitPlugin", "build_site", "plan_site", "serve_site", "site_options"]
