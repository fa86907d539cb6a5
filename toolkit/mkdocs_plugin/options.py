"""Read from MkDocs' configuration and the environment what the core takes as arguments."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils.yaml import yaml_load

from toolkit.plan import Options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig


def build_options(
    config: MkDocsConfig, languages: Sequence[str], workers: int, *, serving: bool = False
) -> Options:
    """Return the options of a build; the first language is the one at the root of the site.

    What is served while somebody edits is a preview, and so is a build with TOOLKIT_PREVIEW.
    """
    moment = now(os.environ)
    return Options(
        site_name=config.site_name,
        site_url=_with_slash(config.site_url or ""),
        published_url=_with_slash(_written_url(config)) if serving else None,
        languages=tuple(languages),
        today=moment.date(),
        now=moment,
        preview=serving or bool(os.environ.get("TOOLKIT_PREVIEW")),
        pretended="TOOLKIT_TODAY" in os.environ,
        workers=int(os.environ.get("TOOLKIT_WORKERS", "0")) or workers or os.cpu_count() or 1,
    )


def now(environment: os._Environ[str] | dict[str, str]) -> dt.datetime:
    """Return the moment to build for: TOOLKIT_TODAY, else SOURCE_DATE_EPOCH, else now; in UTC.

    A day alone begins at midnight, so that nothing is shown before its hour.
    """
    if named := environment.get("TOOLKIT_TODAY"):
        moment = dt.datetime.fromisoformat(named)
        return moment.astimezone(dt.UTC) if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC)
    return dt.datetime.now(tz=dt.UTC)


def _written_url(config: MkDocsConfig) -> str:
    """Return the address in mkdocs.yml; `mkdocs serve` puts its own in the place of it."""
    with Path(config.config_file_path).open("rb") as file:
        return str(yaml_load(file).get("site_url") or "")


def _with_slash(url: str) -> str:
    return url if not url or url.endswith("/") else url + "/"
