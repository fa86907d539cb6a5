"""The kit is made of the very values that pages show: one edit changes both, or neither."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.plan import small
from toolkit.kit import lists

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.plan import Plan


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small.project(tmp_path_factory.mktemp("kit"))


@pytest.fixture(scope="module")
def plan(project: Path) -> Plan:
    return small.planned(project)


def zip_of(plan: Plan, start: str) -> zipfile.ZipFile:
    (kept,) = (k for n, k in plan.parcels.items() if n.startswith(f"downloads/river/{start}."))
    return zipfile.ZipFile(io.BytesIO(kept.there().read_bytes()))


def taken(plan: Plan) -> dict[str, Path]:
    """Return every file that is taken away, zips packed."""
    return {name: path for name, path in plan.published().items() if not isinstance(path, bytes)}


def page(plan: Plan, source: str) -> str:
    (found,) = (p for p in plan.pages if p.page.source == source)
    return found.page.body


def test_each_language_and_format_has_a_zip_and_the_page_links_them_all_with_their_size(
    plan: Plan,
) -> None:
    zips = [name for name in plan.parcels if name.endswith(".zip")]
    assert len(zips) == 1 + 2 * (1 + 5)

    body = page(plan, "river/kit/index.md")
    for name in zips:
        assert f'href="../../{name}"' in body
    assert body.count("ZIP · <bdi>") + 1 == len(zips)


def test_a_zip_holds_the_cards_of_its_page_their_twins_texts_and_descriptions(plan: Plan) -> None:
    with zip_of(plan, "river-en-portrait") as archive:
        names = archive.namelist()
        told = json.loads(archive.read("manifest.json"))
        alt = archive.read("en/alt-texts.txt").decode()
        table = archive.read("en/posts.csv").decode("utf-8-sig")

    assert names == [
        "en/alt-texts.txt",
        "en/portrait/river-first-en-1080x1350.jpg",
        "en/portrait/river-first-en-1080x1350.png",
        "en/portrait/river-second-en-1080x1350.jpg",
        "en/portrait/river-second-en-1080x1350.png",
        "en/posts.csv",
        "en/posts.txt",
        "manifest.json",
    ]
    card = next(c for c in plan.cards if c.name == "river-first-en-1080x1350.png")
    assert card.alt in alt
    assert {row.get("alt") for row in told["files"]} >= {card.alt}
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert lists.text_of(rows[1]["text"]).startswith("=1+1 is what they count")
    assert rows[1]["text"].startswith("'=")
    assert rows[0]["address"] == "https://example.org/kit/river/first/"


def test_an_edited_post_changes_its_page_and_its_zip_in_the_same_build(tmp_path: Path) -> None:
    root = small.project(tmp_path)
    before = small.planned(root)

    small.edited(root, "belongs to everybody", "is ours")
    after = small.planned(root)

    assert "The river is ours." in page(after, "river/posts/index.md")
    with zip_of(after, "river-en-square") as archive:
        assert "The river is ours." in archive.read("en/posts.txt").decode()
    names = {n for n in before.published() if n.endswith((".zip", ".pdf"))}
    changed = names - set(after.published())
    assert len(changed) == 1 + 6 + 4, "the zip of all, those of English, and its prints"
    assert after.painted == 5


def test_an_unchanged_project_makes_no_file_again(project: Path, plan: Plan) -> None:
    before = {name: path.stat().st_mtime_ns for name, path in taken(plan).items()}

    again = small.planned(project)

    assert {name: path.stat().st_mtime_ns for name, path in taken(again).items()} == before


def test_the_kit_is_the_same_byte_for_byte_elsewhere(plan: Plan, tmp_path: Path) -> None:
    other = small.planned(small.project(tmp_path))

    theirs, ours = taken(other), taken(plan)
    assert list(theirs) == list(ours)
    for name, path in ours.items():
        assert theirs[name].read_bytes() == path.read_bytes(), name


def test_every_card_carries_its_alt_text_and_nothing_of_a_camera(plan: Plan) -> None:
    for card in plan.cards:
        for file in filter(None, (card, card.twin)):
            with Image.open(plan.pictures[file.path]) as image:
                xmp = str(image.info.get("XML:com.adobe.xmp") or image.info["xmp"].decode())
                assert file.alt.split(".")[0] in xmp
                assert not image.getexif()
            assert plan.pictures[file.path].stat().st_size == file.size


def test_cards_for_instagram_and_tiktok_have_a_jpeg_twin(plan: Plan) -> None:
    twins = {card.format for card in plan.cards if card.twin}

    assert twins == {"square", "portrait", "story"}
    for card in plan.cards:
        if card.twin:
            with Image.open(plan.pictures[card.twin.path]) as image:
                assert image.format == "JPEG"
                assert image.size == (card.width, card.height)


def test_the_maker_asks_for_nothing_from_elsewhere_and_says_what_it_needs(plan: Plan) -> None:
    body = page(plan, "river/kit/frame/index.md")

    assert "This needs JavaScript" in body
    assert "river-en-frame" in body
    assert "http" not in body
    assert "<form" not in body
