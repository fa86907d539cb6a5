"""Quotation marks and commas as each language writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.cards.breaks import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterable

# Unicode CLDR, characters/delimiters: quotationStart and quotationEnd. French sets a narrow
# no-break space inside (Imprimerie nationale, Lexique). Spanish as the press of Latin America
# writes it: RAE, Diccionario panhispánico de dudas, "comillas", allows all three kinds and
# prefers «» in print. Arabic as its press writes it.
MARKS = {
    "ar": ("«", "»"),
    "bg": ("„", "“"),
    "ca": ("«", "»"),
    "cs": ("„", "“"),
    "da": ("“", "”"),
    "de": ("„", "“"),
    "el": ("«", "»"),
    "en": ("“", "”"),
    "es": ("“", "”"),
    "fa": ("«", "»"),
    "fi": ("”", "”"),
    "fr": ("«\u202f", "\u202f»"),
    "he": ("”", "”"),
    "hi": ("“", "”"),
    "hu": ("„", "”"),
    "it": ("«", "»"),
    "ja": ("「", "」"),
    "ko": ("“", "”"),
    "nb": ("«", "»"),
    "nl": ("‘", "’"),
    "pl": ("„", "”"),
    "pt": ("“", "”"),
    "pt-pt": ("«", "»"),
    "ro": ("„", "”"),
    "ru": ("«", "»"),
    "sv": ("”", "”"),
    "th": ("“", "”"),
    "tr": ("“", "”"),
    "uk": ("«", "»"),
    "ur": ("”", "“"),
    "zh": ("“", "”"),
    "zh-hant": ("「", "」"),
}
OTHERWISE = ("“", "”")

# What stands inside of them, by the mark that opens: CLDR, alternateQuotationStart and -End.
INSIDE = {
    "“": ("‘", "’"),
    "”": ("’", "’"),
    "„": ("‚", "‘"),
    "«": ("“", "”"),
    "‘": ("“", "”"),
    "「": ("『", "』"),
}

# Unicode CLDR, numbers/defaultNumberingSystem, where it is not 0 to 9.
DIGITS = {
    "ar": "٠١٢٣٤٥٦٧٨٩",
    "bn": "০১২৩৪৫৬৭৮৯",
    "fa": "۰۱۲۳۴۵۶۷۸۹",
    "mr": "०१२३४५६७८९",
    "my": "၀၁၂၃၄၅၆၇၈၉",
    "ne": "०१२३४५६७८९",
}

COMMAS = {"ar": "، ", "fa": "، ", "ja": "、", "ur": "، ", "zh": "，"}


def listed(parts: Iterable[str], language: str) -> str:
    """Return parts with the language's comma between them."""
    return COMMAS.get(language.split("-", maxsplit=1)[0].casefold(), ", ").join(parts)


SHORT = 22
"""Characters up to which a name stays on one line."""


LATIN_END = re.compile(r"[A-Za-z\u00c0-\u024f][^\u0590-\u08ff]*$")
LRM = "\u200e"
"""Left-to-right mark: keeps the stop of `A.C.` behind a name where writing runs to the left."""


def whole(name: str) -> str:
    """Return a name that no line breaks, if it is a short one."""
    return name.replace(" ", "\u00a0") if len(name) <= SHORT else name


def in_a_row(lines: Iterable[str], *, rtl: bool) -> str:
    """Return names one after the other with points between them; short ones are not broken."""
    kept = map(whole, lines)
    ended = (name + LRM if rtl and LATIN_END.search(name) else name for name in kept)
    return f"{BETWEEN} ".join(ended)


def numbered(number: int, language: str) -> str:
    """Return a number in the digits of a language."""
    digits = DIGITS.get(language.split("-", maxsplit=1)[0].casefold(), "0123456789")
    return "".join(digits[int(digit)] for digit in str(number))


def quotation_marks(language: str) -> tuple[str, str]:
    """Return the opening and the closing mark for a language tag such as `es` or `pt-PT`."""
    tag = language.casefold().replace("_", "-")
    if tag in {"zh-tw", "zh-hk"}:
        tag = "zh-hant"
    return MARKS.get(tag) or MARKS.get(tag.split("-")[0], OTHERWISE)


def inner_marks(language: str) -> tuple[str, str]:
    """Return the marks of a quotation inside another one."""
    opening, _ = quotation_marks(language)
    return INSIDE[opening[0]]


def nested(text: str, language: str) -> str:
    """Return what stands between the marks of a quotation.

    Marks around the whole of it are taken off, so that none is doubled; those inside become the
    inner ones.
    """
    _, closing = quotation_marks(language)
    within, without = inner_marks(language)
    # “ opens in most languages and closes in some, such as German.
    opens, closes = ("„«「", "”»」“") if closing == "“" else ("„«「“", "”»」")
    bare = text.strip()
    if _around(bare, opens, closes):
        bare = bare[1:-1].strip()
    bare = re.sub(rf"[{opens}]\s*", within, bare)
    return re.sub(rf"\s*[{closes}]", without, bare)


def _around(text: str, opens: str, closes: str) -> bool:
    """Return whether the first sign opens what only the last one closes."""
    if len(text) > 1 and text[0] == text[-1] == '"':
        return '"' not in text[1:-1]
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign in opens) - (sign in closes)
        if depth <= 0:
            return at > 0 and at == len(text) - 1
    return False
