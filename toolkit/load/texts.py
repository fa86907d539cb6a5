"""Take texts that may be written in several versions, with choices in them, out of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.load.variation import pieces_of
from toolkit.model import Translated, Variation, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from toolkit.load.reader import Reader, Written
    from toolkit.problems import Place
    from toolkit.read import Path


def varied(
    reader: Reader, written: Written, texts: Mapping[str, list[str]], path: Path, language: str
) -> Translated:
    """Return the texts at a path per language, each with its place; note what is wrong in them.

    Texts under no language are in `language`.
    """
    return Translated(
        tuple(
            _words(reader, tag or language, found) for tag, found in _placed(written, texts, path)
        )
    )


def parts(
    reader: Reader, written: Written, texts: Mapping[str, list[str]], path: Path, language: str
) -> tuple[tuple[str, tuple[Words, ...]], ...]:
    """Return lists of parts per language, each part a text that may hold choices."""
    return tuple(
        (
            tag or language,
            tuple(_words(reader, tag or language, [part]) for part in found),
        )
        for tag, found in _placed(written, texts, path)
    )


def lines(
    written: Written, texts: Mapping[str, list[str]], path: Path, languages: Iterable[str]
) -> tuple[Words, ...]:
    """Return lists of lines per language; lines under no language hold in all of `languages`."""
    return tuple(
        Words(text, language, place)
        for tag, found in _placed(written, texts, path)
        for text, place in found
        for language in ((tag,) if tag else languages)
    )


def _placed(
    written: Written, texts: Mapping[str, list[str]], path: Path
) -> Iterator[tuple[str, list[tuple[str, Place]]]]:
    """Yield each language with its texts and where each of them stands, in a list or alone."""
    for tag, found in texts.items():
        here = (*path, tag) if tag else path
        yield tag, [(text, written.at(*here, number)) for number, text in enumerate(found)]


def _words(reader: Reader, language: str, texts: list[tuple[str, Place]]) -> Words:
    """Return the versions of a text; a single one without choices does not vary."""
    found = [_variation(reader, text, place) for text, place in texts]
    first = found[0]
    varies = len(found) > 1 or first.ways > 1
    return Words(first.first, language, first.place, tuple(found) if varies else ())


def _variation(reader: Reader, text: str, place: Place) -> Variation:
    pieces, faults = pieces_of(text)
    for fault in faults:
        reader.complain(place, *fault)
    return Variation(pieces, place)
