"""Pictures reach the cards, and what is wrong with a card is told at the line that causes it."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from toolkit.cards.request import PLACEHOLDERS
from toolkit.load.shapes import WORDS, CardShape
from toolkit.plan import build
from toolkit.plan.options import Options

IMAGES = Path(__file__).parents[1] / "cards" / "images"
# What a card gets from the campaign, its senders and the site, or that every picture has.
GIVEN = {"campaign", "hashtags", "link", "sender"}
CAMPAIGN = "title: Save the river\nlanguages: [en]\nlink: https://example.org/\n"
POST = """\
- id: in-summer
  text: Where will we swim?
  card:
    layout: photo
    image: bars.jpg
    credit: Ana Ríos
    licence: CC BY 4.0
    focus: 60% 30%
"""


def project(folder: Path, post: str = POST, **more: str) -> Path:
    """Write a project of one post whose card has a picture; `cards__themes__own` is a file."""
    home = folder / "campaigns" / "save-the-river"
    (home / "images").mkdir(parents=True)
    shutil.copyfile(IMAGES / "image.jpg", home / "images" / "bars.jpg")
    shutil.copyfile(IMAGES / "portrait.jpg", home / "images" / "small.jpg")
    (home / "images" / "broken.jpg").write_bytes(b"not a picture")
    (home / "campaign.yml").write_text(CAMPAIGN, encoding="utf-8")
    (home / "posts.yml").write_text(post, encoding="utf-8")
    for name, text in more.items():
        path = folder / (name.replace("__", "/") + ".yml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def told(folder: Path) -> list[str]:
    options = Options(site_name="Kit", site_url="https://example.org/", today=dt.date(2026, 11, 22))
    return [str(problem) for problem in build(folder, options).problems]


def test_what_a_campaign_can_write_is_what_a_layout_can_show() -> None:
    assert {*WORDS, "credit", "licence"} | GIVEN == set(PLACEHOLDERS)
    assert {*WORDS, "credit", "licence"} <= set(CardShape.model_fields)


def test_a_picture_with_credit_and_licence_is_on_the_card(tmp_path: Path) -> None:
    assert told(project(tmp_path)) == []
    cards = sorted((tmp_path / ".toolkit" / "cards" / "drawn").rglob("*.png"))
    assert len(cards) == 6
    assert max(card.stat().st_size for card in cards) > 300_000


def test_cards_that_are_found_again_still_tell_what_is_wrong(tmp_path: Path) -> None:
    project(tmp_path, POST.replace("bars", "small"))
    first = told(tmp_path)
    assert first
    assert told(tmp_path) == first


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("    credit: Ana Ríos\n", "", "posts.yml:5:12: nobody is named who took this picture"),
        (
            "    licence: CC BY 4.0\n",
            "",
            "posts.yml:5:12: warning: nothing says on which terms you may use this picture",
        ),
        ("bars.jpg", "broken.jpg", "posts.yml:5:12: broken.jpg cannot be read as an image"),
        (
            "bars.jpg",
            "small.jpg",
            "posts.yml:5:12: warning: card 1200x630: small.jpg has 600 × 600 px and is enlarged",
        ),
        ("60% 30%", "the middle", 'posts.yml:8:12: "the middle" is not a point in a picture'),
        ("bars.jpg", "bar.jpg", 'posts.yml:5:12: there is no picture "bar.jpg"'),
    ],
)
def test_what_is_wrong_with_a_picture_is_told_in_its_line(
    tmp_path: Path, was: str, now: str, said: str
) -> None:
    problems = told(project(tmp_path, POST.replace(was, now)))
    assert any(f"campaigns/save-the-river/{said}" in problem for problem in problems), problems


def test_a_file_that_a_network_refuses_is_told(tmp_path: Path) -> None:
    networks = "mastodon:\n  image_bytes: 100000\n"
    (problem,) = told(project(tmp_path, networks=networks))
    assert problem.startswith("campaigns/save-the-river/posts.yml:5:12: warning: card 1")
    assert "the file is larger than the 0.1 MB that Mastodon takes" in problem


def test_pale_colours_are_told_in_the_theme_and_a_layer_that_is_covered_in_the_layout(
    tmp_path: Path,
) -> None:
    theme = "extends: paper\ntype:\n  foot: {font: plain, max: 4u, colour: rule}\n"
    layout = "extends: statement\nlayers:\n  page:\n    within: card\n  body: {box: {top: 0}}\n"
    post = "- id: a\n  text: Swim.\n  card: {layout: own, theme: own}\n"
    problems = told(project(tmp_path, post, cards__themes__own=theme, cards__layouts__own=layout))
    assert any(
        p.startswith("cards/themes/own.yml:3:40: warning: card 1200x630") and "contrast" in p
        for p in problems
    ), problems
    assert any("apps lay their buttons" in p and p.startswith("cards/layouts/") for p in problems)
