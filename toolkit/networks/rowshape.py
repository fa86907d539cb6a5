"""What a row of networks.yml may say; the JSON Schema for editors is made from this."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, TypeAdapter

from toolkit.networks.spec import READS
from toolkit.read import Shape

SCHEMES = ("https://", "mailto:", "sms:")
SLOTS = {"text", "url", "title", "server"}


def _number(value: Any) -> Any:  # noqa: ANN401 - whatever the file says
    """Take digits for a number; a file gives every value as text."""
    if isinstance(value, str) and value.isdecimal() and value.isascii():
        return int(value)
    raise ValueError(f'"{value}" is no whole number', "write digits only, for example 280")


def _cost(value: Any) -> Any:  # noqa: ANN401 - whatever the file says
    return value if value in {"full", "shortened"} else _number(value)


def _day(value: Any) -> Any:  # noqa: ANN401 - whatever the file says
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f'"{value}" is no date', "write year-month-day: 2026-11-21") from None


def _reads(value: str) -> str:
    if value not in READS:
        raise ValueError(f'nothing reads like "{value}"', f"choose one of: {', '.join(READS)}")
    return value


def _size(value: str) -> str:
    if not re.fullmatch(r"[1-9]\d{1,4}x[1-9]\d{1,4}", value):
        raise ValueError(f'"{value}" is no size', "write width and height in pixels: 1080x1350")
    return value


def _share(value: str) -> str:
    example = "https://example.org/share?text={text}&url={url}"
    if not value.startswith(SCHEMES):
        message = f"a compose link must begin with {', '.join(SCHEMES)}"
        raise ValueError(message, f"for example {example}")
    if set(re.findall(r"\{(.*?)\}", value)) - SLOTS or not re.search(r"=\{\w+\}", value):
        raise ValueError("a compose link needs places for the post", f"for example {example}")
    return value


def _profile(value: str) -> str:
    if not re.fullmatch(r"https://\S*\{(handle|user)\}\S*", value):
        hint = "for example https://example.org/{handle}"
        raise ValueError("the address of a profile needs a place for the handle", hint)
    return value


Number = Annotated[int, BeforeValidator(_number), Field(ge=0)]
Cost = Annotated[int | Literal["full", "shortened"], BeforeValidator(_cost)]
Size = Annotated[str, AfterValidator(_size)]
Part = Literal["text", "url", "title", "link", "image", "alt"]
Says = Literal["fills", "link-only", "copy", "signed-in", "asks-server", "mail", "phone"]
CountedIn = Literal[
    "weighted", "graphemes", "code-points", "utf-16", "utf-8", "emoji-bytes", "either", "sms"
]


class FactShape(Shape):
    """Where some values of a row come from."""

    of: list[str]
    """Names of the values, as they are written in the row"""
    grade: Literal["P", "S", "K"]
    """P: the network's own documentation or source, S: somebody else's, K: general knowledge"""
    checked: Annotated[dt.date, BeforeValidator(_day)]
    """The day somebody looked; after a year the check asks to look again"""
    source: str
    """Where to look"""


class RowShape(Shape):
    """One network. A row that changes one of ours, or is `like` another, says only what differs."""

    name: str | None = None
    """The name people see"""
    like: str | None = None
    """Another row above this one, whose values hold unless this one says otherwise"""
    reads: Annotated[str, AfterValidator(_reads)] | None = None
    """Whose rules for hashtags, mentions and links hold here: x, bluesky, mastodon …"""
    count: CountedIn | None = None
    """What the network counts in"""
    limit: Number | None = None
    """Most of them in a post"""
    soft: Literal["yes", "no"] | None = None
    """yes: going over the limit is worth a warning, not an error"""
    bytes: Number | None = None
    """Most UTF-8 bytes in a post"""
    link: Cost | None = None
    """What a link costs: a number, full or shortened"""
    mention: Literal["full", "user"] | None = None
    """What @name@server costs: full, or only its user part"""
    threads: Literal["yes", "no"] | None = None
    """yes: people answer their own posts there, so that a long text goes out in parts"""
    caption: Number | None = None
    """Most in the text beside a picture, where that is less"""
    title: Number | None = None
    """Most in a title or subject"""
    shown: Number | None = None
    """How much is seen before "more" """
    hashtags: Number | None = None
    links: Number | None = None
    mentions: Number | None = None
    images: Number | None = None
    alt: Number | None = None
    """Most characters of a picture's alternative text"""
    formats: list[str] | None = None
    """Picture formats it takes: jpg, png …"""
    image_bytes: Number | None = None
    cards: list[Size] | None = None
    """Sizes of card that suit it, the best first: 1600x900"""
    share: Annotated[str, AfterValidator(_share)] | None = None
    """The link that opens its composer, with places for {text}, {url}, {title}, {server}"""
    server_share: Annotated[str, AfterValidator(_share)] | None = None
    """The same at a server somebody names, with a place for {server}"""
    profile: Annotated[str, AfterValidator(_profile)] | None = None
    """The address of an account, with a place for {handle}, or {user} and {host}"""
    needs: list[Part] | None = None
    """What the composer does not open without"""
    ceiling: Number | None = None
    """Most characters of a compose link"""
    drops: list[Part] | None = None
    """What it does not take over"""
    app: Literal["yes", "no", "sometimes"] | None = None
    """Whether the link opens its app on a phone"""
    says: Says | None = None
    """What a supporter is told about it"""
    facts: list[FactShape] = []
    """Where the values come from"""


ROW: TypeAdapter[RowShape | None] = TypeAdapter(RowShape)
ROWS: TypeAdapter[dict[str, RowShape]] = TypeAdapter(dict[str, RowShape])
