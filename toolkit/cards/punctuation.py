"""Quotation marks and commas as each language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Unicode CLDR, characters/delimiters: quotationStart and quotationEnd. French sets a narrow
# no-break space inside (Imprimerie nationale, Lexique).
MARKS = {
    "ar": ("”", "“"),
    "bg": ("„", "“"),
    "ca": ("«", "»"),
    "cs": ("„", "“"),
    "da": ("“", "”"),
    "de": ("„", "“"),
    "el": ("«", "»"),
    "en": ("“", "”"),
    "es": ("«", "»"),
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

COMMAS = {"ar": "، ", "fa": "، ", "ja": "、", "ur": "، ", "zh": "，"}


def listed(parts: Iterable[str], language: str) -> str:
    """Return parts with the language's comma between them."""
    return COMMAS.get(language.split("-", maxsplit=1)[0].casefold(), ", ").join(parts)


def quotation_marks(language: str) -> tuple[str, str]:
    """Return the opening and the closing mark for a language tag such as `es` or `pt-PT`."""
    tag = language.casefold().replace("_", "-")
    if tag in {"zh-tw", "zh-hk"}:
        tag = "zh-hant"
    return MARKS.get(tag) or MARKS.get(tag.split("-")[0], OTHERWISE)
