"""Find versions of a text that say less than they must, or are not what their author meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.check.finding import found
from toolkit.model import Choice, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.check.finding import Found
    from toolkit.model import Pieces, Post, Words
    from toolkit.problems import Place

GLUED = re.compile(r"\w\|\w")


def of_post(post: Post) -> Iterator[Found]:
    """Yield facts that a version leaves out or varies, and choices without brackets."""
    for words in (*post.text, *(w for _, own in post.networks for w in own)):
        facts = [fact.text for fact in post.facts if fact.language == words.language]
        for place, pieces in versions(words):
            for fact in facts:
                yield from _fact(fact, pieces, place)
            if GLUED.search("".join(piece for piece in pieces if isinstance(piece, str))):
                message = "a | stands here outside of brackets, so people will see it"
                hint = (
                    'write a choice in brackets, and the text after >- or in quotes: "[now|today]"'
                )
                yield found("stray-choice", place, message, hint)


def versions(words: Words) -> tuple[tuple[Place, Pieces], ...]:
    """Return each version of a text with its place; a text that never varies has one."""
    if not words.variations:
        return ((words.place, (words.text,)),)
    return tuple((variation.place, variation.pieces) for variation in words.variations)


def samples(pieces: Pieces) -> Iterator[str]:
    """Yield wordings that between them say each option once, the first options first."""
    if len(pieces) == 1 and isinstance(pieces[0], str):
        yield pieces[0]
        return
    yield from (_spoken(pieces, taken) for taken in ({}, *_takes(pieces, {})))


def _spoken(pieces: Pieces, taken: Mapping[int, int]) -> str:
    return spoken(pieces, lambda number, _options: taken.get(number, 0))


def _takes(pieces: Pieces, outer: dict[int, int]) -> Iterator[dict[int, int]]:
    for piece in pieces:
        if isinstance(piece, Choice):
            for number, option in enumerate(piece.options):
                taken = {**outer, piece.number: number}
                if number:
                    yield taken
                yield from _takes(option, taken)


def _fact(fact: str, pieces: Pieces, place: Place) -> Iterator[Found]:
    if any(fact in piece for piece in pieces if isinstance(piece, str)):
        return
    if any(fact in text for text in samples(pieces)):
        message = f'"{fact}" is a fact of this post, and a choice changes it'
        hint = "move it out of the brackets: facts are the same for everybody"
        yield found("fact-varies", place, message, hint)
    else:
        message = f'this version does not say "{fact}", which is a fact of this post'
        hint = "say it word for word, or take it out of facts:"
        yield found("fact-missing", place, message, hint)
