"""Find pictures that nobody described or signed, and descriptions that a network cuts off."""

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
    image = card.picture("image")
    if image and missing:
        message = f"nobody has described this picture in {listed(missing)}"
        hint = "add alt: to the card, with what the picture shows and says"
        yield found("missing-alt", image.place, message, hint)
    yield from _rights(card)
    for words in card.alt:
        length = len(words.text)
        short = [n for n in context.networks if n.alt is not None and n.alt < length]
        if short:
            takes = listed([f"{n.name} takes {n.alt:,}" for n in short])
            message = f"this description has {length:,} characters; {takes}"
            hint = "say first what matters most, then shorten the rest"
            yield found("long-alt", words.place, message, hint)


def _rights(card: CardWords) -> Iterator[Found]:
    """Photographs have an author, who is named, and terms on which they may be used."""
    taken = card.picture("image") or card.picture("portrait")
    if taken and not card.credit:
        message = "nobody is named who took this picture"
        hint = "add credit: with the name, as its author wants to be named"
        yield found("picture-credit", taken.place, message, hint)
    if taken and not card.licence:
        message = "nothing says on which terms you may use this picture"
        hint = "add licence: such as CC BY 4.0, or: with permission"
        yield found("picture-licence", taken.place, message, hint)
