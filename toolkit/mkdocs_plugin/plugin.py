"""Answer MkDocs' events: what the core planned becomes pages and files of its site."""

from __future__ import annotations

import gc
import logging
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from toolkit.mkdocs_plugin import languages, nav, offline, policy, preview, serving, theme
from toolkit.mkdocs_plugin.options import build_options
from toolkit.mkdocs_plugin.serving import Stage
from toolkit.mkdocs_plugin.settling import settle
from toolkit.pages import surrounding, wording
from toolkit.plan import CACHE, Memory, Plan, PlannedPage, build, tidy
from toolkit.problems import errors
from toolkit.publish import publish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

COLLECTED = (100_000, 20, 50)
"""How many new values make Python look for garbage, and how seldom it looks at older ones."""

log = logging.getLogger("mkdocs.plugins.toolkit")


class ToolkitConfig(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say of us."""

    languages = config_options.ListOfItems(config_options.Type(str), default=[])
    workers = config_options.Type(int, default=0)


class ToolkitPlugin(BasePlugin[ToolkitConfig]):  # type: ignore[no-untyped-call]
    """One object lives through a whole `serve`; child builds of other languages get a copy."""

    def __init__(self) -> None:
        super().__init__()
        self.plan: Plan | None = None
        self.memory = Memory()
        self.language = ""
        self.serving = False
        self.stage: Stage | None = None
        self.hashes: set[str] = set()
        self.bodies: dict[str, PlannedPage] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs names them
        self.serving = command == "serve"
        # A build makes a hundred thousand values that stay; looking them through again and again
        # for what could go takes a fifth of its time.
        gc.set_threshold(*COLLECTED)

    @contextmanager
    def speaking(self, language: str, plan: Plan) -> Iterator[None]:
        """Let builds in here be of one other language of a plan that is already there.

        MkDocs may hand the same plugin object to parent and child, so all is put back afterwards.
        """
        before = (self.language, self.plan, self.hashes, self.bodies)
        self.language, self.plan = language, plan
        try:
            yield
        finally:
            self.language, self.plan, self.hashes, self.bodies = before

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        root = Path(config.config_file_path).parent
        self.hashes, self.bodies = set(), {}
        if not self.language:
            self.plan = self._planned(root, config)
            self._set_stage(config)
        plan = self._current()
        language = self.language or plan.language
        config.theme["language"] = language
        config.theme.dirs.insert(0, str(plan.overrides))
        theme.hasten(config.theme, root / CACHE / "templates")
        config.extra_css = [*plan.styles, *config.extra_css]
        config.extra_javascript = [*plan.scripts, *config.extra_javascript]
        config.extra["toolkit"] = {
            "language": language,
            "languages": list(plan.languages),
            "offline": not plan.site.preview,
            "words": surrounding(language),
        }
        config.watch += [str(root / name) for name in plan.watched if (root / name).exists()]
        return config

    def _set_stage(self, config: MkDocsConfig) -> None:
        if self.serving:
            self.stage = Stage(Path(config.site_dir))
            config.site_dir = str(self.stage.folder)

    def _planned(self, root: Path, config: MkDocsConfig) -> Plan:
        """Plan everything before MkDocs empties its folder, or refuse with every problem."""
        options = build_options(
            config, self.config.languages, self.config.workers, serving=self.serving
        )
        plan = build(root, options, self.memory)
        for problem in plan.problems:
            log.info("%s", problem)
        if errors(plan.problems):
            listed = "\n".join(map(str, errors(plan.problems)))
            if not self.serving:
                raise PluginError(listed)
            log.error("%s", listed)
            return (self.plan or plan).failing(plan.problems)
        return plan

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        plan = self._current()
        language = self.language or plan.language
        chosen = languages.choose(files, config, language, plan.languages, main=plan.language)
        for page in plan.pages_in(language):
            name = page.source
            written = chosen.get_file_from_path(name)
            if written:
                chosen.remove(written)
            text = written.content_string if written else ""
            mixed = bool(text.strip())
            content = page.markdown_around(text) if mixed else page.front_matter
            file = File.generated(config, name, content=content)
            if not mixed:
                self.bodies[name] = page
            file.inclusion = InclusionLevel.INCLUDED
            chosen.append(file)
        names = [f.src_uri for f in chosen.documentation_pages()]
        home = wording(language)[0]("home")
        config.nav = nav.compose(config.nav, plan.navigation(language), names, home)
        return chosen

    def on_page_content(
        self,
        html: str,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs names them
        files: Files,  # noqa: ARG002 - as above
    ) -> str:
        """Let search read the words of a page before its body, which search need not parse."""
        ours = self.bodies.get(page.file.src_uri)
        return ours.search if ours else html

    @event_priority(-100)
    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs names them
        nav: Navigation,  # noqa: ARG002 - as above
    ) -> TemplateContext:
        """Put the body in, past Markdown: posts are data, and a long page is not parsed in vain."""
        ours = self.bodies.get(page.file.src_uri)
        if ours:
            page.content = ours.page.body
        return context

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs names them
        return self._guarded(output) if template_name.endswith(".html") else output

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs names them
        return self._guarded(output)

    def _guarded(self, html: str) -> str:
        plan = self._current()
        if plan.failed:
            html = preview.with_problems(html, errors(plan.problems))
        self.hashes |= policy.hashes(html)
        return policy.with_pending_policy(html)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        plan, site = self._current(), Path(config.site_dir)
        settle(site, self.hashes)
        if self.language:
            return
        for language in plan.languages:
            if language != plan.language:
                languages.build_child(config, plan, language, serving=self.serving)
        if self.stage:
            self.stage.show(plan)
            return
        publish(plan.published(), site, prune=False)
        tidy(Path(config.config_file_path).parent, plan, time.time())
        if not plan.site.preview:
            for language in plan.languages:
                tree = site if language == plan.language else site / language
                names = [page.source for page in plan.pages_in(language)]
                offline.write_worker(tree, names, shared=site, language=language)

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs names them
        builder: Callable[[], None],  # noqa: ARG002 - as above
    ) -> LiveReloadServer:
        serving.make_on_request(server, self._current)
        return server

    def on_shutdown(self) -> None:
        if self.stage:
            self.stage.clear()

    def _current(self) -> Plan:
        if self.plan is None:
            message = "MkDocs asked for pages before its configuration was read"
            raise RuntimeError(message)
        return self.plan
