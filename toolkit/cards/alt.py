"""Alt text drafted from a card's own words, all of them, in the order in which they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.cards.designs import BRACES
from toolkit.cards.punctuation import listed, nested, quotation_marks
from toolkit.cards.request import BYLINE, JOINED, LISTS

if TYPE_CHECKING:
    from toolkit.cards.library import Layout
    from toolkit.cards.request import CardRequest

# How a card is introduced. No "image of": a screen reader says that by itself
# (accessibility.engin.umich.edu, universaldesignaustralia.net.au).
READS = {
    "ar": "بطاقة نصية: {text}",
    "de": "Texttafel: {text}",
    "en": "Text card: {text}",
    "es": "Tarjeta de texto: {text}",
    "fr": "Carte de texte : {text}",
    "he": "כרטיס טקסט: {text}",
    "hi": "पाठ कार्ड: {text}",
    "ja": "文字カード：{text}",
    "pt": "Cartão de texto: {text}",
    "th": "การ์ดข้อความ: {text}",
}
OTHERWISE = "{text}"
SAID = {"ja": "{who}：{words}", "fr": "{who} : {words}"}
STOPS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।", "”", "»", "」", "“")
IN_THE_MIDDLE = ("quote", "headline", "detail", *LISTS, "addressee", "handle")
AFTERWARDS = (
    "source",
    "date",
    "time",
    "credit",
    "licence",
    "campaign",
    "hashtags",
    "sender",
    "link",
)


def alt_text(request: CardRequest, layout: Layout) -> str:
    """Return a draft of what a card says, for people who do not see it.

    It is made of the placeholders that the layout shows, so that no word on the card is left out.
    """
    shown = _shown(layout)
    values = {n: _in_one_line(text) for n, text in request.values if text and n in shown}
    language = request.language.split("-")[0].casefold()
    quote = values.get("quote")
    if quote:
        names = ("speaker", *BYLINE)
        who = listed((values[name] for name in names if name in values), language)
        start, end = quotation_marks(request.language)
        words = f"{start}{nested(quote, request.language)}{end}"
        text = SAID.get(language, "{who}: {words}").format(who=who, words=words) if who else words
    else:
        text = _sentences([values[n] for n in ("number", *IN_THE_MIDDLE) if n in values])
    opening = READS.get(language, OTHERWISE).format(text=text)
    return _sentences([opening, *(values[name] for name in AFTERWARDS if name in values)])


def _shown(layout: Layout) -> set[str]:
    shape = layout.shape
    layers = [*shape.layers.values()]
    for edits in (shape.formats, shape.languages):
        layers += [layer for edit in edits.values() for layer in edit.layers.values()]
    shown = {name for layer in layers for name in BRACES.findall(layer.text or "")}
    shown |= {layer.each for layer in layers if layer.each}
    shown |= {"names"} if "roll" in shown else set()
    return shown | {part for name, parts in JOINED.items() if name in shown for part in parts}


def _in_one_line(text: str) -> str:
    """Return a list, which has a line for each of its items, as sentences."""
    return _sentences([line.strip() for line in text.splitlines() if line.strip()])


def _sentences(parts: list[str]) -> str:
    """Join parts so that a pause is heard between them."""
    ended = [part if part.endswith(STOPS) else f"{part}." for part in parts[:-1]]
    return " ".join([*ended, *parts[-1:]])
