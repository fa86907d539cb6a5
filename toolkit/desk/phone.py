"""Turn a telephone number, as people write it, into one that a telephone dials."""

from __future__ import annotations

import phonenumbers


def dialled(number: str, country: str = "") -> str:
    """Return a number in E.164 (`+12027281600`), nothing if it cannot be dialled as it stands.

    `country` is where the telephone stands (ISO 3166-1 alpha-2); it is needed for numbers that are
    written without their country's code.
    """
    try:
        parsed = phonenumbers.parse(number, country.upper() or None)
    except phonenumbers.NumberParseException:
        return ""
    whole = phonenumbers.ValidationResult.IS_POSSIBLE
    if phonenumbers.is_possible_number_with_reason(parsed) != whole:
        return ""
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
