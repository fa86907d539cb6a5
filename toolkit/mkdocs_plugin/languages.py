"""Build languages side by side: each its own tree of the site, from the same plan."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from toolkit.plan import Plan


def choose(
    files: Files, config: MkDocsConfig, language: str, known: Collection[str], *, main: str
) -> Files:
    """Return the files of one language: `guide.es.md` stands for `guide.md` in the Spanish tree.

    A page that is not translated is left out of the other trees, so that nobody meets a language
    they did not choose; pictures and other files are in all of them.
    """
    chosen: list[File] = []
    for file in files:
        stem, tag = _split(file.src_uri, known)
        if not file.is_documentation_page() or (tag == language == main):
            chosen.append(file)
        elif tag == language and file.abs_src_path:
            chosen.append(File.generated(config, f"{stem}.md", abs_src_path=file.abs_src_path))
        elif not tag and language == main:
            chosen.append(file)
    return Files(chosen)


def _split(name: str, known: Collection[str]) -> tuple[str, str]:
    path = PurePosixPath(name)
    tag = path.with_suffix("").suffix.removeprefix(".")
    return (str(path.with_suffix("").with_suffix("")), tag) if tag in known else (name, "")


def build_child(parent: MkDocsConfig, plan: Plan, language: str, *, serving: bool) -> None:
    """Build the tree of another language under the parent's folder and address."""
    url = f"{parent.site_url.rstrip('/')}/{language}/" if parent.site_url else ""
    config = load_config(
        parent.config_file_path,
        site_dir=str(Path(parent.site_dir) / language),
        site_url=url,
        strict=parent.strict,
        site_name=parent.site_name,
    )
    plugin = config.plugins["toolkit"]
    with plugin.speaking(language, plan), _without_chatter():  # type: ignore[attr-defined]
        mkdocs_build(config, serve_url=url if serving else None)


@contextmanager
def _without_chatter() -> Iterator[None]:
    """Keep MkDocs from announcing every tree as if it were a build of its own; warnings stay."""
    log = logging.getLogger("mkdocs.commands.build")
    before = log.level
    log.setLevel(logging.WARNING)
    try:
        yield
    finally:
        log.setLevel(before)
