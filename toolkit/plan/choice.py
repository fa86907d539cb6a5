"""Take some of a project's cards: by post, format, language; tried in another theme or layout."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toolkit.cards.formats import FORMATS
from toolkit.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.plan.cards import Asked
    from toolkit.plan.drawing import Order

COVER = "campaign"


class AskedWronglyError(ValueError):
    """Somebody asked for what cannot be done; the message says what can."""


class UnknownNameError(AskedWronglyError):
    """Somebody asked for a thing that is not there; the message says what there is."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is wanted; an empty tuple wants all. `only` are posts, or `campaign/post`.

    Of `themes` and `layouts`, the first one is tried on in place of the card's own.
    """

    only: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    layouts: tuple[str, ...] = ()


def chosen(order: Order, choice: Choice) -> Order:
    """Return the part of an order that is wanted; UnknownNameError for a name that is not there."""
    everything = (*order.asked, *(card for card, _ in order.made))
    posts = {name for card in everything for name in _names(card)}
    known(choice.only, posts, "post")
    known(choice.formats, FORMATS, "format")
    known(choice.languages, {card.request.language for card in everything}, "language")
    known(choice.themes, order.library.themes, "theme")
    known(choice.layouts, order.library.layouts, "layout")
    asked = tuple(_tried(card, choice) for card in order.asked if _wanted(card, choice))
    made = tuple((card, one) for card, one in order.made if _wanted(card, choice))
    return replace(order, asked=asked, made=made)


def known(wanted: Iterable[str], there: Iterable[str], what: str) -> None:
    """Raise UnknownNameError for the first name that is not there."""
    names = sorted(there)
    for name in wanted:
        if name not in names:
            listed = [n for n in names if "/" not in n]
            hint = did_you_mean(name, names) or "there are: " + ", ".join(listed)
            raise UnknownNameError(f'there is no {what} "{name}"; {hint}')


def _names(card: Asked) -> tuple[str, str]:
    post = card.post.id if card.post else COVER
    return post, f"{card.campaign.id}/{post}"


def _wanted(card: Asked, choice: Choice) -> bool:
    request = card.request
    return (
        (not choice.only or any(name in choice.only for name in _names(card)))
        and (not choice.formats or request.format in choice.formats)
        and (not choice.languages or request.language in choice.languages)
    )


def _tried(card: Asked, choice: Choice) -> Asked:
    request = card.request
    request = replace(
        request,
        theme=choice.themes[0] if choice.themes else request.theme,
        layout=choice.layouts[0] if choice.layouts else request.layout,
    )
    return replace(card, request=request)
