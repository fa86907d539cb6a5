"""A profile picture is framed on the device alone, under the policy that the site has."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.browser.serving import served
from tests.pages import samples
from toolkit.mkdocs_plugin.policy import policy
from toolkit.pages import Download, maker, theme_assets

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
FRAME = Download("frame", "frame.png", "river-frame.png", 999, "en")
BLUE, RED, GREEN = (0, 0, 255), (255, 0, 0), (0, 255, 0)
HERE = "free-them-all/kit/frame/"
MIDDLE = """() => {
  const pen = document.querySelector("canvas").getContext("2d");
  return [...pen.getImageData(540, 540, 1, 1).data];
}"""


def site(folder: Path, language: str = "en") -> None:
    """Write the page as a host would serve it: its body, our script, and the strict policy."""
    page = maker(samples.SITE, samples.CAMPAIGN, language, [replace(FRAME, language=language)])
    style, script = theme_assets()
    html = (
        '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>t</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy([])}">'
        f'<link rel="stylesheet" href="/{style.path}">'
        f'{page.body}<script src="/{script.path}"></script>'
    )
    home = folder / page.path
    home.mkdir(parents=True)
    (home / "index.html").write_text(html, encoding="utf-8")
    for asset in (style, script):
        (folder / asset.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / asset.path).write_bytes(asset.body)
    frame = Image.new("RGBA", (1080, 1080), (*RED, 255))
    frame.paste((0, 0, 0, 0), (200, 200, 880, 880))
    frame.save(folder / "frame.png")


def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (700, 400), BLUE).save(out, "JPEG", quality=95)
    return out.getvalue()


def given(folder: Path, body: bytes) -> Path:
    file = folder / "me.jpg"
    file.write_bytes(body)
    return file


def test_a_chosen_picture_is_framed_and_saved_and_nothing_leaves_the_device(
    browser: Browser, tmp_path: Path
) -> None:
    site(tmp_path)
    with served(tmp_path) as port:
        page = browser.new_page()
        seen: list[str] = []
        page.on("console", lambda message: seen.append(message.text))
        page.goto(f"http://127.0.0.1:{port}/free-them-all/kit/frame/")
        page.on("request", lambda request: seen.append(request.url))
        assert page.locator("[data-tk-save]").is_hidden()

        page.set_input_files("[data-tk-photo]", files=given(tmp_path, photo()))
        page.locator("[data-tk-save]").wait_for(state="visible")
        with page.expect_download() as download:
            page.click("[data-tk-save]")
        saved = Image.open(str(download.value.path())).convert("RGB")
        page.close()

    assert saved.size == (1080, 1080)
    assert saved.getpixel((20, 20)) == RED
    middle = saved.getpixel((540, 540))
    assert isinstance(middle, tuple)
    assert middle[2] > 240
    assert middle[0] < 20
    assert not [line for line in seen if not line.startswith("blob:")]


def two_halves() -> bytes:
    picture = Image.new("RGB", (700, 400), BLUE)
    picture.paste(GREEN, (350, 0, 700, 400))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_handle_is_there_once_it_moves_something_and_the_picture_goes_with_it(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    site(tmp_path, language)
    with served(tmp_path) as port:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}{'' if language == 'en' else '/ar'}/{HERE}")
        assert not page.locator("input[type=range]:visible").count()

        page.set_input_files("[data-tk-photo]", files=given(tmp_path, two_halves()))
        page.locator("[data-tk-save]").wait_for(state="visible")
        movable = [
            page.locator(f"[data-tk-{name}]").is_enabled() for name in ("zoom", "across", "down")
        ]
        seen = {}
        for side, x in (("left", 0.02), ("right", 0.98)):
            box = page.locator("[data-tk-across]").bounding_box()
            assert box
            page.mouse.click(box["x"] + x * box["width"], box["y"] + box["height"] / 2)
            seen[side] = page.evaluate(MIDDLE)
        page.close()

    assert movable == [True, True, False]
    assert seen["left"][:3] == [*GREEN], "gone to the left: what is right of the middle is seen"
    assert seen["right"][:3] == [*BLUE]


def test_a_file_that_is_no_picture_is_said_and_nothing_is_offered(
    browser: Browser, tmp_path: Path
) -> None:
    site(tmp_path)
    with served(tmp_path) as port:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/free-them-all/kit/frame/")
        page.set_input_files("[data-tk-photo]", files=given(tmp_path, b"no"))
        page.get_by_text("cannot open this file").wait_for()
        hidden = page.locator("[data-tk-save]").is_hidden()
        page.close()

    assert hidden


def test_without_script_the_page_says_so_and_offers_the_frame(
    browser: Browser, tmp_path: Path
) -> None:
    site(tmp_path)
    with served(tmp_path) as port:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{port}/free-them-all/kit/frame/")
        said = page.get_by_text("This needs JavaScript").is_visible()
        fields = page.locator("input:visible").count()
        link = page.get_by_role("link", name="The frame alone").is_visible()
        context.close()

    assert said
    assert link
    assert not fields
