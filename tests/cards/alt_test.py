"""Alt text says every word on the card, in reading order, in the language of the card."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cards.samples import COMMON, sample
from toolkit.cards.alt import alt_text
from toolkit.cards.library import load_library
from toolkit.cards.values import values_of

LIBRARY, _ = load_library()


def drafted(layout: str, language: str) -> str:
    return alt_text(sample(layout, "paper", "link", language), LIBRARY.layouts[layout])


def test_a_statement_is_introduced_and_read_out() -> None:
    assert drafted("statement", "en") == (
        "Text card: Open the doors. Free them all. #FreeThemAll #COVID19. freethemall.example/act"
    )


def test_a_quotation_names_the_speaker_first() -> None:
    assert drafted("quotation", "es").startswith(
        "Tarjeta de texto: Ana Lorena Ríos, abogada, Centro de Derechos Humanos Fray Matías:"
        " “Abran las puertas.” Libertad para todas."
    )


def test_a_quotation_inside_another_has_the_inner_marks_on_the_card_and_read_aloud() -> None:
    made = sample("quotation", "paper", "link", "es")
    words = tuple({**dict(made.values), "quote": "Dijo “nunca”."}.items())
    request = replace(made, values=words)

    assert values_of(request)["quote"] == "Dijo ‘nunca’."
    assert "“Dijo ‘nunca’.”" in alt_text(request, LIBRARY.layouts["quotation"])


def test_a_demand_keeps_its_number() -> None:
    assert drafted("demand", "en").startswith("Text card: 2. Open the doors. Free them all.")


@pytest.mark.parametrize("language", COMMON)
@pytest.mark.parametrize("layout", ["statement", "quotation", "demand"])
def test_every_word_on_the_card_is_in_its_alt_text(layout: str, language: str) -> None:
    request = sample(layout, "paper", "link", language, long=True)
    text = alt_text(request, LIBRARY.layouts[layout])
    for name, value in request.values:
        assert value in text, name
    assert "image of" not in text.casefold()


def test_words_that_the_layout_does_not_show_are_not_read_out() -> None:
    request = sample("statement", "paper", "link", "en")
    more = (*request.values, ("source", "INM"))
    layout = LIBRARY.layouts["statement"]
    fuller = type(request)(**{f: getattr(request, f) for f in request.__slots__} | {"values": more})
    assert alt_text(fuller, layout) == alt_text(request, layout)
