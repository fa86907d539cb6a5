"""Read from MkDocs' configuration and the environment what the core takes as arguments."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

from toolkit.plan import Options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig


def build_options(config: MkDocsConfig, languages: Sequence[str], workers: int) -> Options:
    """Return the options of a build; the first language is the one at the root of the site."""
    return Options(
        site_name=config.site_name,
        site_url=_with_slash(config.site_url or ""),
        languages=tuple(languages),
        today=today(os.environ),
        pretended="TOOLKIT_TODAY" in os.environ,
        preview=bool(os.environ.get("TOOLKIT_PREVIEW")),
        workers=int(os.environ.get("TOOLKIT_WORKERS", "0")) or workers or os.cpu_count() or 1,
    )


def today(environment: os._Environ[str] | dict[str, str]) -> dt.date:
    """Return the day to build for: TOOLKIT_TODAY, else SOURCE_DATE_EPOCH, else today in UTC."""
    if named := environment.get("TOOLKIT_TODAY"):
        return dt.date.fromisoformat(named)
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    return dt.datetime.now(tz=dt.UTC).date()


def _with_slash(url: str) -> str:
    return url if not url or url.endswith("/") else url + "/"
