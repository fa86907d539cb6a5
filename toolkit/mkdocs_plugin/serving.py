"""While somebody writes, a save changes what it changes, and large files wait to be asked for."""

from __future__ import annotations

import posixpath
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.publish import publish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment

    from mkdocs.livereload import LiveReloadServer

    from toolkit.plan import Plan


class Stage:
    """Where MkDocs puts its pages before all of the site changes at once.

    MkDocs empties its folder for each build. The folder that is served is another one, so that
    nothing in it is made anew that stayed as it was, and no page is missing meanwhile.
    """

    def __init__(self, served: Path) -> None:
        self.served = served
        self.folder = served.with_name(f"{served.name}-pages")

    def show(self, plan: Plan) -> None:
        """Let the served folder hold MkDocs' pages and all that a plan has at hand."""
        publish({**_files(self.folder), **plan.at_hand()}, self.served)

    def clear(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


def _files(folder: Path) -> dict[str, Path]:
    """Return every file below a folder by its name from there."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in found}


def make_on_request(server: LiveReloadServer, plan: Callable[[], Plan]) -> None:
    """Let a server make a plan's parcels when somebody takes them: most people never do."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        asked = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        name = posixpath.normpath(asked).removeprefix(server.mount_path)
        kept = plan().parcels.get(name)
        if kept:
            publish({name: kept.there()}, Path(server.root), prune=False)
        return server.serve_request(environ, start_response)

    server.set_app(answer)
