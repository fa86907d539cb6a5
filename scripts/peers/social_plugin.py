"""The card code of Material's social plugin, called card by card without a site around it."""

from __future__ import annotations

import shutil
import tempfile
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from material.plugins.social import plugin as social  # type: ignore[import-untyped]
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from peers.job import Job, work
from peers.plain_pillow import ground

if TYPE_CHECKING:
    from collections.abc import Callable


class AtOnce:
    """In place of a pool of threads: what is given is done on the spot, on one core."""

    def submit(self, action: Callable[..., object], *arguments: object) -> Future[object]:
        """Return what the action returned, as a future."""
        done: Future[object] = Future()
        done.set_result(action(*arguments))
        return done


def maker(job: Job) -> Callable[[str], bytes]:
    """Return what draws one card."""
    folder = Path(tempfile.mkdtemp(dir=job.out))
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    settings = {"site_name": job.title, "site_url": "https://example.org/"}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    ground(job).save(folder / "ground.png")
    fonts = folder / "cache" / "fonts" / "Noto Sans"
    fonts.mkdir(parents=True)
    for name, path in (("Bold", job.bold), ("Regular", job.regular)):
        shutil.copy(path, fonts / f"{name}.ttf")
    (folder / "card.yml").write_text(yaml.safe_dump(_layout(job, folder)), encoding="utf-8")
    return _drawer(folder, load_config(str(folder / "mkdocs.yml")))


def _drawer(folder: Path, config: Any) -> Callable[[str], bytes]:  # noqa: ANN401
    plugin: Any = social.SocialPlugin()
    plugin.load_config(
        {"cache_dir": str(folder / "cache"), "cards_layout_dir": str(folder)}, str(folder)
    )
    social.import_errors.clear()  # CairoSVG draws icons only; there is none on this card
    plugin.on_startup(command="build", dirty=False)
    plugin.on_config(config)
    plugin.card_layer_pool.shutdown()
    plugin.card_layer_pool = AtOnce()
    count = iter(range(10**9))

    def draw(text: str) -> bytes:
        name = f"page-{next(count)}.md"
        page = Page(
            "Page", File(name, str(folder), str(folder / "site"), use_directory_urls=True), config
        )
        page.meta = {"description": text}
        made: str = plugin._generate("card", page, config).abs_src_path  # noqa: SLF001
        return Path(made).read_bytes()

    return draw


def _layout(job: Job, folder: Path) -> dict[str, object]:
    left, top, width, height = job.box
    return {
        "size": {"width": job.width, "height": job.height},
        "layers": [
            {"background": {"image": str(folder / "ground.png")}},
            {
                "size": {"width": 96, "height": 48},
                "offset": {"x": 1040, "y": 56},
                "background": {"image": job.logo},
            },
            _words(job, job.title, "Bold", (left, 64, 800, 42), 1),
            _words(job, "{{ page.meta.description }}", "Bold", (left, top, width, height), 3),
            _words(job, job.tags, "Regular", (left, 540, 800, 42), 1),
        ],
    }


def _words(
    job: Job, text: str, style: str, box: tuple[int, int, int, int], lines: int
) -> dict[str, object]:
    return {
        "size": {"width": box[2], "height": box[3]},
        "offset": {"x": box[0], "y": box[1]},
        "typography": {
            "content": text,
            "color": job.ink,
            "overflow": "shrink",
            "line": {"amount": lines, "height": 1.2},
            "font": {"family": "Noto Sans", "style": style},
        },
    }


if __name__ == "__main__":
    work(maker)
