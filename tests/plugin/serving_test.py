"""What is served changes where a save changes it, and a large file is there when it is taken."""

from __future__ import annotations

import io
import zipfile
from contextlib import closing, nullcontext
from typing import TYPE_CHECKING
from wsgiref.util import FileWrapper, setup_testing_defaults

import pytest
from mkdocs.livereload import LiveReloadServer

from tests.plan import small
from toolkit.mkdocs_plugin.serving import Stage, make_on_request
from toolkit.plan import Memory, Plan, build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from wsgiref.types import WSGIEnvironment


class Desk:
    """A project that is served, without a port and without MkDocs' own pages."""

    def __init__(self, folder: Path) -> None:
        self.root = small.project(folder)
        self.served = folder / "served"
        self.stage = Stage(self.served)
        self.memory = Memory()
        self.save()
        self.server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(self.served), "/kit/")
        make_on_request(self.server, lambda: self.plan)

    def save(self) -> None:
        self.plan: Plan = build(self.root, small.OPTIONS, self.memory)
        self.stage.folder.mkdir(exist_ok=True)
        (self.stage.folder / "index.html").write_text("Home", encoding="utf-8")
        self.stage.show(self.plan)

    def get(self, path: str) -> tuple[str, bytes]:
        environ: WSGIEnvironment = {"PATH_INFO": f"/kit/{path}"}
        setup_testing_defaults(environ)
        said: list[str] = []
        app = self.server.get_app()
        assert app
        answer = app(environ, lambda status, _, __=None: said.append(status))  # type: ignore[arg-type]
        with closing(answer) if isinstance(answer, FileWrapper) else nullcontext():
            body = b"".join(answer)
        return said[0], body

    def names(self) -> set[str]:
        return {p.relative_to(self.served).as_posix() for p in self.served.rglob("*")}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.server.server_close()


def zip_name(plan: Plan) -> str:
    (name,) = (n for n in plan.parcels if n.startswith("downloads/river/river-en-square."))
    return name


def test_a_zip_is_made_when_somebody_takes_it_and_never_shows_what_was_before(desk: Desk) -> None:
    before = zip_name(desk.plan)
    assert before not in desk.names()

    status, body = desk.get(before)
    assert status == "200 OK"
    assert len(body) == desk.plan.parcels[before].size
    small.edited(desk.root, "belongs to everybody", "is ours")
    desk.save()
    after = zip_name(desk.plan)
    _, body = desk.get(after)

    assert after != before
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert "The river is ours." in archive.read("en/posts.txt").decode()
    assert desk.get(before)[0].startswith("404")


def test_a_save_leaves_every_file_alone_that_it_does_not_change(desk: Desk) -> None:
    def state() -> dict[str, tuple[int, int]]:
        files = (p for p in desk.served.rglob("*") if p.is_file())
        return {str(p): (p.stat().st_ino, p.stat().st_mtime_ns) for p in files}

    before = state()
    small.edited(desk.root, "belongs to everybody", "is ours")
    desk.save()
    after = state()

    changed = {name for name in before if after.get(name) != before[name]}
    page = str(desk.served / "river/first/index.html")
    assert page in changed
    assert "is ours" in desk.get("river/first/")[1].decode()
    assert len(changed) < len(before) / 4
    assert str(desk.served / "river/second/index.html") not in changed


def test_what_the_theme_or_the_plan_no_longer_has_is_gone(desk: Desk) -> None:
    assert "river/second/index.html" in desk.names()

    small.edited(desk.root, small.POSTS[small.POSTS.index("- id: second") :], "")
    desk.save()

    assert "river/second/index.html" not in desk.names()
    assert desk.get("river/second/")[0].startswith("404")
    assert desk.get("")[1].startswith(b"Home")


def test_nothing_outside_the_served_folder_can_be_asked_for(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")

    assert desk.get("../secret.txt")[0].startswith("404")
    assert desk.get("downloads/../../secret.txt")[0].startswith("404")
