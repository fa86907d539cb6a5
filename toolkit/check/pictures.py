"""Find pictures that nobody described, and descriptions that a network cuts off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.check.finding import found, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.check.context import Context
    from toolkit.check.finding import Found
    from toolkit.model import CardWords


def of_card(card: CardWords, languages: tuple[str, ...], context: Context) -> Iterator[Found]:
    """Yield what people who cannot see a card would miss; `languages` are those of its post."""
    missing = [tag for tag in languages if not card.alt.get(tag)]
    if card.image and missing:
        message = f"nobody has described this picture in {listed(missing)}"
        hint = "add alt: to the card, with what the picture shows and says"
        yield found("missing-alt", card.image_place or card.place, message, hint)
    for words in card.alt:
        length = len(words.text)
        short = [n for n in context.networks if n.alt is not None and n.alt < length]
        if short:
            takes = listed([f"{n.name} takes {n.alt:,}" for n in short])
            message = f"this description has {length:,} characters; {takes}"
            hint = "say first what matters most, then shorten the rest"
            yield found("long-alt", words.place, message, hint)
