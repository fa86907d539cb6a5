"""What the guide tells campaigners to write works, and its mistakes get the messages it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from toolkit.load import Files, Loaded, load

GUIDE = Path(__file__).parent.parent.parent / "docs" / "guide"
FENCE = re.compile(r'^```(\w+)(?: title="([^"\n]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
NETWORKS = ("bluesky", "mastodon", "x")
# What the examples about single files stand in.
AROUND = {
    "hashtags.yml": "- tag: SaveTheRiver\n",
    "accounts.yml": "- id: mayor\n  name: The mayor\n",
    "campaigns/save-the-river/campaign.yml": "title: Save the river\nlanguages: [en, es]\n",
}
POSTS = "campaigns/save-the-river/posts.yml"


def text_of(page: str) -> str:
    return (GUIDE / page).read_text(encoding="utf-8")


def traps() -> list[str]:
    """Return the chapters of the page about YAML that show a mistake."""
    chapters = re.split(r"^## ", text_of("yaml-traps.md"), flags=re.MULTILINE)
    return [chapter for chapter in chapters if "```text" in chapter]


def read(texts: dict[str, str]) -> Loaded:
    return load(Files({name: text.encode() for name, text in texts.items()}), NETWORKS)


@pytest.mark.parametrize("chapter", traps(), ids=lambda c: c.splitlines()[0])
def test_a_trap_gets_the_message_that_is_shown_and_its_cure_gets_none(chapter: str) -> None:
    (_, file, wrong), (_, _, message), (_, same_file, right) = FENCE.findall(chapter)

    assert message.strip() in {str(p) for p in read({**AROUND, file: wrong}).problems}
    assert read({**AROUND, same_file: right}).problems == ()


def test_the_first_campaign_can_be_typed_in_as_it_stands() -> None:
    texts = {file: body for _, file, body in FENCE.findall(text_of("first-campaign.md")) if file}
    loaded = read(texts)

    assert loaded.problems == ()
    (campaign,) = loaded.toolkit.campaigns
    assert [post.id for post in campaign.posts] == ["in-summer", "one-question"]


def test_the_example_without_a_file_name_is_a_post() -> None:
    found = FENCE.findall(text_of("first-campaign.md"))
    (example,) = [body for kind, file, body in found if kind == "yaml" and not file]

    assert read({**AROUND, POSTS: example}).problems == ()


@pytest.mark.parametrize("page", sorted(p.name for p in GUIDE.glob("*.md")))
def test_links_between_pages_of_the_guide_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", text_of(page)):
        assert (GUIDE / target).exists(), target


def test_every_page_written_by_hand_stands_in_the_menu() -> None:
    docs = GUIDE.parent
    menu = (docs.parent / "mkdocs.yml").read_text(encoding="utf-8")
    written = {p.relative_to(docs).as_posix() for p in docs.rglob("*.md")}

    # A page in a second language belongs to the first; the folder readme holds pictures.
    own = {name for name in written if not re.search(r"\.[a-z]{2}\.md$|^readme/", name)}
    assert own <= {line.strip(" -") for line in menu.splitlines()}
