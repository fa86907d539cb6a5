"""Press MkDocs' own buttons from our command line, so that a failed build leaves no half site."""

from __future__ import annotations

import logging
import shutil
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from toolkit.mkdocs_plugin.options import build_options
from toolkit.plan import build
from toolkit.publish import swap

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from toolkit.mkdocs_plugin.plugin import ToolkitConfig
    from toolkit.plan import Options, Plan


PLUGIN = "plugins: [search, toolkit]"


class SiteError(Exception):
    """MkDocs would not build the site; the message says why, as far as it is known."""


def plan_site(root: Path) -> Plan:
    """Return the plan of a project's site as a build would make it; nothing is published."""
    return build(root, site_options(root))


def site_options(root: Path) -> Options:
    """Return the options of a project's build, as its mkdocs.yml and the environment say."""
    try:
        config = _config(root)
    except (MkDocsException, Abort) as error:
        raise SiteError(str(error)) from error
    options: ToolkitConfig = config.plugins["toolkit"].config
    return build_options(config, options.languages, options.workers)


def build_site(root: Path, *, strict: bool = False) -> Plan:
    """Build a project's site next to the old one, put it in its place, and return the plan.

    SiteError if MkDocs or the content stops the build; then the old site is as it was.
    """
    new = root / ".toolkit" / "site"
    shutil.rmtree(new, ignore_errors=True)
    _speak_up()
    try:
        config = _config(root, site_dir=str(new), strict=strict)
        final = root / load_config(str(root / "mkdocs.yml")).site_dir
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except (MkDocsException, Abort) as error:
        shutil.rmtree(new, ignore_errors=True)
        # What stopped MkDocs is more telling than its own farewell.
        raise SiteError(str(error.__context__ or error)) from error
    swap(new, final)
    plan: Plan = config.plugins["toolkit"].plan  # type: ignore[attr-defined]
    return plan


def _config(root: Path, *, site_dir: str | None = None, strict: bool | None = None) -> MkDocsConfig:
    """Return what mkdocs.yml says, or raise SiteError if it leaves us out."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=site_dir, strict=strict)
    if "toolkit" not in config.plugins:
        raise SiteError(f"{root / 'mkdocs.yml'} does not name our plugin; add to it: {PLUGIN}")
    return config


def _speak_up() -> None:
    """Let MkDocs' warnings be heard; errors come as exceptions and are said once."""
    log = logging.getLogger("mkdocs")
    if not log.handlers:
        handler = logging.StreamHandler()
        handler.addFilter(lambda record: record.levelno == logging.WARNING)
        log.addHandler(handler)


def serve_site(root: Path, address: str | None = None) -> None:
    """Serve a project's site and rebuild it when a file changes, until interrupted."""
    extra: dict[str, Any] = {"dev_addr": address} if address else {}
    mkdocs_serve(str(root / "mkdocs.yml"), livereload=True, **extra)
