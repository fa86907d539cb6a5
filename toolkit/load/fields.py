"""The kinds of value our files are made of: checked text, never trusted text."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from toolkit.load.months import in_figures

MAX_TEXT = 20_000
MIN_DIGITS = 5
SCHEMES = ("https", "http", "mailto", "tel", "sms")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
# Characters that change the direction of what follows and can disguise a name or a link.
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
# What comes back when a page hides addresses from robots (document 004 has it twice).
HIDDEN_ADDRESS = re.compile(r"\[\s*email\s*(protected)?\s*\]|\(at\)|\[at\]", re.IGNORECASE)
EMAIL = re.compile(r"[^\s@<>\",;:\r\n]+@[^\s@<>\",;:\r\n]+\.[^\s@<>\",;:\r\n.]{2,}")
PHONE = re.compile(r"[+0-9()\s./–-]{5,30}")


def _fail(message: str, hint: str) -> ValueError:
    return ValueError(message, hint)


def _id(value: str) -> str:
    if not ID.fullmatch(value):
        raise _fail(
            f'"{value}" cannot be part of a web address',
            f"use small letters a–z, digits and single hyphens: {as_id(value)}",
        )
    return value


def as_id(words: str) -> str:
    """Return the words as they could stand in a web address, `a-name` if nothing of them can."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "a-name"


def _language(value: str) -> str:
    if not LANGUAGE.fullmatch(value):
        raise _fail(f'"{value}" is not a language code', "write it like en, es, ar, ja or pt-BR")
    return value


def _url(value: str) -> str:
    """Return a link that is safe to put into a page; raise ValueError otherwise."""
    bare = value.strip("“”„‘’«»<> ")
    if bare != value:
        raise _fail("this link has signs around it that are not part of it", f"write {bare}")
    if re.search(r"[\s\x00-\x20\x7f]", value):
        joined = re.sub(r"\s", "%20", value)
        raise _fail("a link cannot contain spaces", f"write %20 for each space: {joined}")
    try:
        parts = urlsplit(value)
    except ValueError:
        raise _fail(f'"{value}" is not a link', "write it in full: https://…") from None
    if parts.scheme not in SCHEMES:
        what = (
            f'a link cannot start with "{parts.scheme}:"'
            if parts.scheme
            else "this link has no https://"
        )
        hint = "links may start with https, http, mailto, tel or sms"
        raise _fail(what, hint if parts.scheme else f"write https://{value}")
    if parts.scheme in {"http", "https"} and not parts.hostname:
        raise _fail("this link names no site", "write it in full: https://example.org/page")
    return value


def _text(value: Any) -> Any:  # noqa: ANN401 - a validator sees whatever was written
    if isinstance(value, str) and (match := BIDI.search(value)):
        raise _fail(
            f"an invisible character (U+{ord(match[0]):04X}) hides in this text and turns the"
            " writing direction",
            "delete it and type the place again; the page sets the direction by itself",
        )
    return value


def _translated(value: Any) -> Any:  # noqa: ANN401 - as above
    """A plain text counts as written in the file's first language (key `""`)."""
    return {"": value} if isinstance(value, str) else value


def _shown(value: Any) -> Any:  # noqa: ANN401 - as above
    """Refuse `[email protected]`, which YAML takes for a list when it stands without quotes."""
    written = f"[{value[0]}]" if isinstance(value, list) and len(value) == 1 else value
    if isinstance(written, str) and HIDDEN_ADDRESS.search(written):
        raise _fail(
            f'"{written}" is not an address: a website hid the real one from robots',
            "look the address up at its source, or remove the line",
        )
    return value


def _email(value: str) -> str:
    if not EMAIL.fullmatch(value):
        raise _fail(f'"{value}" is not an e-mail address', "write it like name@example.org")
    return value


def _phone(value: str) -> str:
    if not PHONE.fullmatch(value) or sum(c.isdigit() for c in value) < MIN_DIGITS:
        raise _fail(f'"{value}" is not a telephone number', "write it like +52 55 1234 5678")
    return value


def _day(value: str) -> str:
    value = in_figures(value)
    match = DAY.fullmatch(value)
    try:
        real = bool(match and dt.date(int(match[1]), int(match[2]), int(match[3] or 1)))
    except ValueError:
        raise _fail(f'the calendar has no day "{value}"', "correct the month or the day") from None
    if not real:
        raise _fail(
            f'"{value}" is not a date as we write them',
            "write year-month-day, 2026-04-02, or only the month, 2026-04",
        )
    return value


def _whole_day(value: str) -> str:
    if not DAY.fullmatch(_day(value)) or value.count("-") != 2:  # noqa: PLR2004 - two hyphens in a date
        raise _fail(f'"{value}" needs a day as well', f"write the whole date, such as {value}-15")
    return value


def _tag(value: str) -> str:
    tag = value.removeprefix("#").removeprefix("＃")
    if not tag or re.search(r"[\s#＃@.,;:!?/\-]", tag):
        joined = "".join(w[:1].upper() + w[1:] for w in re.split(r"[^\w]+", tag) if w)
        example = joined or "SaveTheRiver"
        hint = f"write it in one word of letters and digits, without the #: {example}"
        raise _fail(f'"{value}" is not one hashtag', hint)
    return tag


def _handle(value: str) -> str:
    handle = value.removeprefix("@").removeprefix("＠")
    if "//" in handle:
        name = handle.split("?")[0].rstrip("/").rsplit("/", 1)[-1].lstrip("@")
        raise _fail(f'"{value}" is a link, not a handle', f"write only the name: {name}")
    names = [name.lstrip("@") for name in re.split(r"[\s,;]+", handle) if name]
    if len(names) > 1:
        raise _fail(f'"{value}" is more than one handle', f"write a list: [{', '.join(names)}]")
    if not handle or re.search(r"[\s#,;]|^@", handle):
        hint = "write the name as the network shows it, without the @"
        raise _fail(f'"{value}" is not a handle', hint)
    return handle


def _several(value: Any) -> Any:  # noqa: ANN401 - as above
    return [value] if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_text), Field(min_length=1, max_length=MAX_TEXT)]
Line = Annotated[str, BeforeValidator(_text), Field(min_length=1, max_length=500)]
Id = Annotated[
    str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{ID.pattern}$"})
]
Language = Annotated[str, AfterValidator(_language)]
Url = Annotated[str, AfterValidator(_url), Field(max_length=2000)]
Email = Annotated[str, BeforeValidator(_shown), AfterValidator(_email)]
Phone = Annotated[str, AfterValidator(_phone)]
PartialDay = Annotated[str, AfterValidator(_day)]
WholeDay = Annotated[str, AfterValidator(_whole_day)]
Tag = Annotated[str, AfterValidator(_tag)]
HandleName = Annotated[str, AfterValidator(_handle)]
Handles = Annotated[
    list[HandleName],
    BeforeValidator(_several),
    WithJsonSchema(
        {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    ),
]
_BOTH = {
    "anyOf": [
        {"type": "string"},
        {"type": "object", "additionalProperties": {"type": "string"}},
    ]
}
TranslatedText = Annotated[
    dict[Annotated[str, AfterValidator(lambda v: _language(v) if v else v)], Text],
    BeforeValidator(_translated),
    WithJsonSchema(_BOTH),
]


def _versions(value: Any) -> Any:  # noqa: ANN401 - as above
    """One text, or a list of versions of it; alone they are in the file's first language."""
    if isinstance(value, (str, list)):
        value = {"": value}
    if isinstance(value, dict):
        return {tag: [text] if isinstance(text, str) else text for tag, text in value.items()}
    return value


_ONE_OR_MORE: dict[str, Any] = {
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]
}
# The same in one language or in several; a list holds versions of one text.
TranslatedTexts = Annotated[
    dict[
        Annotated[str, AfterValidator(lambda v: _language(v) if v else v)],
        Annotated[list[Text], Field(min_length=1)],
    ],
    BeforeValidator(_versions),
    WithJsonSchema(
        {
            "anyOf": [
                *_ONE_OR_MORE["anyOf"],
                {"type": "object", "additionalProperties": _ONE_OR_MORE},
            ]
        }
    ),
]
TranslatedTag = Annotated[dict[Language, Tag], Field(min_length=1)]
