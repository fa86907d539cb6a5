"""What we say in English is spelled in one way, the British; names and quotations keep theirs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.content.own_words_test import sentences
from toolkit.pages.wording import wording

if TYPE_CHECKING:
    from toolkit.model import Campaign

ROOT = Path(__file__).parents[2]
PROPER = re.compile(r"(?:World|American) Health Organization|International Organization for")
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
ENDS = r"(?:e[ds]?|ers?|ing|ations?)"
AMERICAN = re.compile(
    rf"\b(?:centers?|colors?|favorites?|neighbors?|behaviors?|honor(?:s|ed|ing)|"
    rf"(?:organ|recogn|real|author|critic|summar|minim|local|normal|emphas)iz{ENDS}|jeopardize|"
    rf"gray|catalogs?|canceled|labeled|traveled|modeled|defense|parking lots?)\b",
    re.IGNORECASE,
)


def american(text: str) -> list[str]:
    """Return the words of a text that are spelled as in the United States."""
    return AMERICAN.findall(PROPER.sub("", CODE.sub("", text)))


def manuals() -> list[Path]:
    written = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    return [path for path in written if not path.name.endswith(".es.md")]


@pytest.mark.parametrize("path", manuals(), ids=lambda path: str(path.relative_to(ROOT)))
def test_pages_for_people_are_spelled_in_one_way(path: Path) -> None:
    assert american(path.read_text(encoding="utf-8")) == []


def test_the_interface_is_spelled_in_the_same_way() -> None:
    assert american("\n".join(wording("en")[0].shape.say.values())) == []


def test_campaigns_are_spelled_in_the_same_way(campaigns: dict[str, Campaign]) -> None:
    for campaign in campaigns.values():
        found = {word.casefold() for text in sentences(campaign) for word in american(text)}
        assert found <= {"color"}, f"{campaign.id}: only in Spanish is there a color"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Detention centers in gray", ["centers", "gray"]),
        ("The organization recognizes", ["organization", "recognizes"]),
        ("The World Health Organization and the centre", []),
        ("Write `color: red`", []),
    ],
)
def test_an_american_spelling_would_be_found(text: str, found: list[str]) -> None:
    assert american(text) == found
