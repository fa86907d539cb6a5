"""Choose a wording for each person, the same one every time, and the same here as on the page.

How a choice is made, so that any language can do the same (`toolkit/assets/vary.js` does). All
numbers are unsigned and 32 bits wide; products and sums keep the lowest 32 bits.

1. A person's device keeps a random `seed`. Seed 0 takes the first option everywhere: what a page
   shows before it knows the person.
2. `salt` names the text, `<post>/<language>`. It is hashed as FNV-1a over its UTF-8 bytes: begin
   with 2166136261; for each byte, exclusive-or it in, then multiply by 16777619.
3. Choice number n of the text gets x = mix(mix(seed ^ hash) + (n + 1) * 0x9E3779B9), where `mix`
   is the finaliser of MurmurHash3: x ^= x >> 16; x *= 0x85EBCA6B; x ^= x >> 13; x *= 0xC2B2AE35;
   x ^= x >> 16.
4. The option taken is floor(x * options / 2**32), counted from 0.

Which of several versions of a text is taken is choice number 0; the choices inside it follow from
1 on, in the order they are written. Sources: FNV (RFC 9923), MurmurHash3 (Austin Appleby, public
domain).
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from toolkit.model import combinations, spoken

if TYPE_CHECKING:
    from toolkit.model import Pieces, Words

BITS = 0xFFFFFFFF
# Up to here the combinations of a text are tried out; two of them may read the same.
FEW = 10_000


@functools.lru_cache(maxsize=65_536)
def hashed(salt: str) -> int:
    """Return the FNV-1a hash of a text's name."""
    value = 2166136261
    for byte in salt.encode():
        value = (value ^ byte) * 16777619 & BITS
    return value


def mix(x: int) -> int:
    """Return a number with its bits well stirred."""
    x = (x ^ x >> 16) * 0x85EBCA6B & BITS
    x = (x ^ x >> 13) * 0xC2B2AE35 & BITS
    return x ^ x >> 16


def pick(seed: int, salt: str, number: int, options: int) -> int:
    """Return which of `options` choice `number` takes for a seed (0 to 2**32 - 1)."""
    if not seed:
        return 0
    return mix(mix(seed ^ hashed(salt)) + (number + 1) * 0x9E3779B9 & BITS) * options >> 32


def salt_of(post_id: str, language: str) -> str:
    """Return the name under which a post's choices are made."""
    return f"{post_id}/{language}"


def said(words: Words, seed: int, post_id: str) -> str:
    """Return the text a person gets: one version, with one option taken in each choice."""
    if not seed or not words.variations:
        return words.text
    salt = salt_of(post_id, words.language)
    version = words.variations[pick(seed, salt, 0, len(words.variations))]
    return spoken(version.pieces, lambda number, options: pick(seed, salt, number + 1, options))


def distinct(words: Words) -> tuple[int, bool]:
    """Return how many different texts there are, and whether that is exact.

    Beyond 10,000 combinations they are not written out, and two that read the same count twice.
    """
    if not words.variations:
        return 1, True
    ways = sum(variation.ways for variation in words.variations)
    if ways > FEW:
        return ways, False
    return len({text for v in words.variations for text in combinations(v.pieces)}), True


def as_data(pieces: Pieces) -> list[object]:
    """Return pieces for the page: texts, and `{"n": number, "of": [options]}` for a choice."""
    return [
        piece
        if isinstance(piece, str)
        else {"n": piece.number, "of": [as_data(option) for option in piece.options]}
        for piece in pieces
    ]
