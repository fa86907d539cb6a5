"""Whatever is pasted into whatever place of a card: all of it stands there, or we say why not."""

from __future__ import annotations

import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cards.dress_test import LANGUAGES, LAYOUTS, LIBRARY, dressed, with_value
from tests.cards.samples import HEADLINES, own_words, sample
from toolkit.cards.formats import FORMATS
from toolkit.cards.request import LISTS
from toolkit.cards.scene import Scene, Text

# A text anybody may paste: words of every script in any order, one endless word, signs and gaps.
PIECES = [
    *(word for pair in HEADLINES.values() for text in pair for word in text.split()),
    *("#FreeThemAll", "https://example.org/a?b=1", "✊🏽", "“", "»", "…", "\n", "\n\n"),
    *("\u00ad", "\u200f"),
    "ΕλευθερίαΣεΌλους",
    "немедленно",
    "W" * 60,
]
PASTED = st.one_of(
    st.text(max_size=2000),
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=260).map(lambda words: " ".join(words)[:2000]),
)
PLACES = [
    (layout, name)
    for layout in LAYOUTS
    for name in (*own_words(layout, "en", long=True), "campaign", "hashtags", "link")
]
GAPS = regex.compile(r"[\s\p{Z}\p{Cc}\u200b]+")


def bare(text: str) -> str:
    return GAPS.sub("", text)


def said(found: Scene) -> str:
    """Return all words on a card in reading order, without what may vanish at a line's end."""
    texts = (mark for mark in found.marks if isinstance(mark, Text))
    return bare("".join(line.text for mark in texts for line in mark.lines))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    PASTED,
    st.sampled_from(PLACES),
    st.sampled_from(LANGUAGES),
    st.sampled_from(list(FORMATS)),
    st.sampled_from(list(LIBRARY.themes)),
)
def test_any_text_anywhere_becomes_a_card_with_all_its_words_or_a_fault(
    text: str, place: tuple[str, str], language: str, format_: str, theme: str
) -> None:
    layout, name = place
    found = dressed(with_value(sample(layout, theme, format_, language, long=True), name, text))
    assert (found.scene is None) == bool(found.faults)
    for fault in found.faults:
        assert fault.layer
        assert fault.message
        assert fault.hint
    if found.scene:
        for line in text.splitlines() if name in LISTS else [text]:
            assert bare(line) in said(found.scene), name
