"""In which direction each character runs, with handles and tags kept from being turned around.

python-bidi resolves levels (UAX #9, https://www.unicode.org/reports/tr9/) but knows no isolates;
so each #hashtag, @handle, link and explicit isolate is resolved as one neutral object, and its
inside by itself. Otherwise `@mayor` reads `mayor@` in Arabic text.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional

import regex
from bidi import algorithm

from toolkit.cards.brackets import turn_pairs
from toolkit.cards.breaks import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

_TURNS = regex.compile(
    r"[\p{bc=R}\p{bc=AL}\p{bc=AN}\p{bc=RLE}\p{bc=RLO}\p{bc=RLI}\p{bc=LRE}\p{bc=LRO}\p{bc=LRI}\p{bc=FSI}]"
)
_RUN = regex.compile(
    r"[\p{L}&&\p{bc=L}]+|[\p{L}&&\p{bc=R}]+|[\p{L}&&\p{bc=AL}]+|.", regex.V1 | regex.S
)
_STRONG = regex.compile(r"[\p{bc=L}\p{bc=R}\p{bc=AL}]")
DEEPEST = 60  # isolates within isolates; the standard's own limit is 125 levels, up to two each
_OPEN, _CLOSE = "\u2066\u2067\u2068", "\u2069"
_OBJECT = "\ufffc"


@lru_cache(maxsize=4096)
def levels(text: str, *, rtl: bool) -> tuple[int, ...] | None:
    """Return one embedding level per character, or None where everything runs left to right."""
    if not rtl and (text.isascii() or not _TURNS.search(text)):
        return None
    return tuple(_levels(text, int(rtl), 0))


def _levels(text: str, base: int, depth: int) -> list[int]:
    spans = list(_isolates(text)) if depth < DEEPEST else []
    outer, last = [], 0
    for start, end, _ in spans:
        outer.append(text[last:start])
        last = end
    flat = _resolve(_OBJECT.join([*outer, text[last:]]), base)
    at = 0
    for start, end, inner in spans:
        at = start
        flat[at : at + 1] = _inside(text[start:end], inner, flat[at], base, depth)
    return flat


def _inside(text: str, inner: int, level: int, base: int, depth: int) -> list[int]:
    """Give the inside of an isolate levels of its own above those around it (rules X5a to X5c)."""
    above = base + 1 + (base + 1 + inner) % 2
    if text[0] in _OPEN:
        tail = [level] if text[-1] == _CLOSE else []
        body = text[1 : len(text) - len(tail)]
        return [level, *(found + above - inner for found in _levels(body, inner, depth + 1)), *tail]
    return [found + above - inner for found in _resolve(text, inner)]


def _isolates(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, direction) of the outermost isolates, explicit ones before tokens."""
    explicit = list(_explicit(text))
    taken = {i for start, end, _ in explicit for i in range(start, end)}
    tokens = [
        (m.start(), m.end(), _direction(m[0]))
        for m in TOKEN.finditer(text)
        if m.start() not in taken and m.end() - 1 not in taken
    ]
    yield from sorted([*explicit, *tokens])


def _explicit(text: str) -> Iterator[tuple[int, int, int]]:
    opened: list[int] = []
    for i, char in enumerate(text):
        if char in _OPEN:
            opened.append(i)
        elif char == _CLOSE and opened:
            start = opened.pop()
            if not opened:
                yield start, i + 1, _isolate_direction(text[start : i + 1])


def _isolate_direction(text: str) -> int:
    return {"\u2066": 0, "\u2067": 1}.get(text[0], _direction(text))


def _direction(text: str) -> int:
    """Return 1 if the first strong character is right-to-left (rules P2 and P3), else 0."""
    first = _STRONG.search(text)
    return int(first is not None and bidirectional(first[0]) in {"R", "AL"})


def _resolve(text: str, base: int) -> list[int]:
    runs = _runs(text)
    storage: dict[str, Any] = algorithm.get_empty_storage()
    chars = [_char(start, text[start], kind, base) for start, _, kind in runs]
    storage |= {"base_level": base, "base_dir": "LR"[base], "chars": chars}
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage, debug=False)
    for run in storage["runs"]:
        start = run["start"]
        turn_pairs(storage["chars"][start : start + run["length"]], run["sor"])
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    found = {char["at"]: char["level"] for char in storage["chars"]}
    return _spread(runs, found, base)


def _runs(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, bidi class): no rule tells one letter of a class from five of them."""
    return [(m.start(), m.end(), _kind(m[0][0])) for m in _RUN.finditer(text)]


def _kind(char: str) -> str:
    """Unassigned code points count as left-to-right, an isolate without its pair as nothing."""
    kind = bidirectional(char)
    return {"": "L", "LRI": "BN", "RLI": "BN", "FSI": "BN", "PDI": "BN"}.get(kind, kind)


def _char(at: int, char: str, kind: str, base: int) -> dict[str, Any]:
    return {"at": at, "ch": char, "level": base, "type": kind, "orig": kind}


def _spread(runs: list[tuple[int, int, str]], found: dict[int, int], base: int) -> list[int]:
    """Rule X9 drops joiners, selectors and tags: they stay with the character before them."""
    resolved: list[int] = []
    last = base
    for start, end, _ in runs:
        last = found.get(start, last)
        resolved += [last] * (end - start)
    return resolved
