"""All layouts in all formats and seven languages with the longest texts: what an eye would find.

What the contact sheets (`scripts/specimen.py FOLDER --pages`) showed once is held here: texts that
touch, leave the card or a plate, are torn, too small or alone on a line. No card is painted.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest

from tests.cards.dress_test import LAYOUTS, LIBRARY
from tests.cards.ink import around, glyph_boxes, inside, meet, touch
from tests.cards.longest import in_all_languages, in_all_themes
from tests.cards.samples import HEADLINES
from toolkit.cards.breaks import TOKEN, chunks
from toolkit.cards.dress import dress
from toolkit.cards.fonts import PACKAGES, load_fonts
from toolkit.cards.formats import FORMATS
from toolkit.cards.inspect import PHONE, SMALLEST
from toolkit.cards.scene import Code, Fill, Picture, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cards.ink import Box
    from toolkit.cards.glyphs import Line
    from toolkit.cards.request import CardRequest
    from toolkit.cards.scene import Scene

FONTS = load_fonts()
THEMES = list(LIBRARY.themes)
EDGE = 2.0
"""Units that letters keep from the edges of a card."""
PLATE = 0.5
"""Units that letters keep from the edges of a plate or a band."""
SLACK = 0.04
"""Em that boxes of letters may share: a rounded letter does not fill its box."""
WIDOW = 0.2
"""Share of the longest line below which a last word is a widow."""
PARTS = [f"{layout} {language}" for layout in LAYOUTS for language in HEADLINES]


def requests(part: str) -> list[CardRequest]:
    """Return the cards of a layout in a language; in English those of every theme."""
    layout, language = part.split()
    if language == "ja" and not any(face.extra for face in FONTS.faces):
        pytest.skip(f"needs the extra fonts {', '.join(PACKAGES)}")
    if language == "en":
        return [r for r in in_all_themes(LAYOUTS, THEMES) if r.layout == layout]
    return [
        r for r in in_all_languages(LAYOUTS, THEMES) if (r.layout, r.language) == (layout, language)
    ]


def made(request: CardRequest) -> Scene:
    found = dress(request, library=LIBRARY, fonts=FONTS)
    assert found.scene, found.faults
    return found.scene


def texts(scene: Scene) -> list[Text]:
    return [mark for mark in scene.marks if isinstance(mark, Text)]


def test_the_product_is_whole() -> None:
    every = list(in_all_languages(LAYOUTS, THEMES))
    assert len(every) == len(LAYOUTS) * len(FORMATS) * len(HEADLINES) == 420
    assert {r.theme for r in every} == set(THEMES)
    assert len({(r.layout, r.format, r.language) for r in every}) == len(every)


@pytest.mark.parametrize("part", PARTS)
def test_nothing_that_an_eye_would_find_is_wrong(part: str) -> None:
    for request in requests(part):
        scene = made(request)
        found = [
            *collisions(scene),
            *strays(scene, request.format),
            *torn(scene, request),
            *widows(scene, request.language),
            *too_small(scene),
            *squeezed(scene),
            *out_of_order(scene),
        ]
        assert not found, (request.theme, request.format, found)


def collisions(scene: Scene) -> Iterator[str]:
    """Yield texts whose letters lie on other letters, or on a picture or a code before them."""
    boxes = [
        (text, at, line, list(glyph_boxes(FONTS, text, line)))
        for text in texts(scene)
        for at, line in enumerate(text.lines)
    ]
    for (text, _, line, some), (other, _, next_, others) in combinations(boxes, 2):
        # A mark in another colour and its line are spaced by their font, which slanted leans over.
        if text.layer == other.layer and text.y + line.baseline == other.y + next_.baseline:
            continue
        if touch(some, others, by=SLACK * line.runs[0].size):
            yield f"{text.layer} “{line.text}” lies on {other.layer} “{next_.text}”"
    for mark in scene.marks:
        whole = area(mark)
        for text, _, line, some in boxes if whole and mark.layer != "image" else ():
            if some and whole and meet(around(some), whole):
                yield f"{text.layer} “{line.text}” lies on {mark.layer}"


def area(mark: object) -> Box | None:
    match mark:
        case Picture():
            return mark.box
        case Code():
            side = len(mark.rows) * mark.module
            return mark.x, mark.y, mark.x + side, mark.y + side
        case _:
            return None


def strays(scene: Scene, format_: str) -> Iterator[str]:
    """Yield letters too near an edge of the card, of its clear zone, of a plate or a band."""
    size = FORMATS[format_]
    clear = (0.0, size.clear_top, scene.width, scene.height - size.clear_bottom)
    plates = [mark for mark in scene.marks if isinstance(mark, Fill) and is_plate(mark, scene)]
    for text in texts(scene):
        for line in text.lines:
            ink = around([*glyph_boxes(FONTS, text, line)])
            if not inside(ink, clear, by=0 if size.clear_top else EDGE * size.unit):
                yield f"{text.layer} “{line.text}” is too near the edge"
            for plate in plates:
                if meet(ink, plate.box) and not inside(ink, plate.box, by=PLATE * size.unit):
                    yield f"{text.layer} “{line.text}” is on the edge of {plate.layer}"


def is_plate(mark: Fill, scene: Scene) -> bool:
    left, top, right, bottom = mark.box
    covers = right - left >= scene.width and bottom - top >= scene.height
    return not covers and min(right - left, bottom - top) > 20


def torn(scene: Scene, request: CardRequest) -> Iterator[str]:
    """Yield hashtags, accounts and addresses that are taken apart."""
    lines = [line.text for text in texts(scene) for line in text.lines]
    for name, value in request.values:
        for token in TOKEN.findall(value):
            if not any(token in line for line in lines):
                yield f"{token} of {name} is torn"


def widows(scene: Scene, language: str) -> Iterator[str]:
    """Yield last lines of one short word to which a word could have come down."""
    for text in texts(scene):
        for before, last in pairwise(text.lines[-2:]):
            parts = chunks(before.text, language)
            measure = max(line.width for line in text.lines)
            if len(chunks(last.text, language)) > 1 or last.width >= WIDOW * measure:
                continue
            if len(parts) > 1 and last.width + word(before, parts[-1].text) < measure:
                yield f"{text.layer}: “{last.text}” stands alone"


def word(line: Line, text: str) -> float:
    """Return about how wide a part of a line is, with the space after it, in px."""
    return line.width * (len(text) + 1) / len(line.text)


def too_small(scene: Scene) -> Iterator[str]:
    for text in texts(scene):
        seen = min(run.size for line in text.lines for run in line.runs) * PHONE / scene.width
        if seen < SMALLEST:
            yield f"{text.layer} is {seen:.1f} px high on a phone"


def squeezed(scene: Scene) -> Iterator[str]:
    """Yield portraits that are no circles."""
    for mark in scene.marks:
        if isinstance(mark, Picture) and mark.radius:
            left, top, right, bottom = mark.box
            if abs((right - left) - (bottom - top)) > 1:
                yield f"{mark.layer} is {right - left} × {bottom - top} px"


def out_of_order(scene: Scene) -> Iterator[str]:
    """Yield what is set larger than the words that the card is for."""
    sizes = {text.layer: max(r.size for li in text.lines for r in li.runs) for text in texts(scene)}
    for minor in ("handle", "detail", "addressee", "credits", "campaign", "hashtags"):
        if sizes.get(minor, 0) > sizes.get("headline", sizes.get("quote", 1e9)):
            yield f"{minor} is larger than the headline"
