r"""One specification for counting and recognising: Python compiles it, the page gets it as JSON.

Patterns keep to what `regex` and JavaScript (flag `u`) share: no case folding, none of `\\s`, `\\w`
and `\\b` (the two disagree on them), no look-behind. What must stand before a sign is asked of the
three characters in front of it (`before`), so that reading a text takes one pass.
"""

from __future__ import annotations

from typing import Any, TypeAlias

Spec: TypeAlias = dict[str, Any]

# Characters, as the inside of […]. Invisible ones have names.
TEXT_STYLE, EMOJI_STYLE, KEYCAP, EN_DASH, JOINER = "\ufe0e", "\ufe0f", "\u20e3", "\u2013", "\u200d"
SPACES = "\t-\r \x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
JS_SPACES = "\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
DIRECTIONS = "\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069"
NEVER = "\ufffe\ufeff\uffff"
BREAKS = r"!'#%&()*+,/:;<=>?@\[\]\^{|}~$\\"
PUNCTUATION = rf"{BREAKS}._\-"
ACCENTED = (
    "\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272"
    "\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff"
)
CYRILLIC = "\u0400-\u04ff"
SKIN, FLAG_LETTER = "\U0001f3fb-\U0001f3ff", "\U0001f1e6-\U0001f1ff"
TAGS, END_TAG = "\U000e0020-\U000e007e", "\U000e007f"
HASH, AT = "[#＃]", "[@＠]"
ASCII_WORD = "A-Za-z0-9_"


def _rest(path: str, path_end: str, query: str, query_end: str) -> str:
    """Write port, path and query of a link as a pattern; parentheses only in pairs, two deep."""
    one = f"[{path}]"
    pair = rf"\((?:{one}+|{one}*\({one}+\){one}*)\)"
    ways = f"(?:/(?:(?:{one}|{pair})*(?:[{path_end}]|{pair}))?)?"
    return rf"(?::[0-9]+)?{ways}(?:\?[{query}]*[{query_end}])?"


# X: twitter-text 3.1.0, its URL, hashtag, mention and cashtag expressions and `config/v3.json`
# (github.com/twitter/twitter-text, 2021; facts/platforms 1 and 2, grade P).
X_IN_TAG = (
    r"\p{L}\p{M}\p{Nd}_"
    "\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\xb7"
)
X_QUERY, X_QUERY_END = r"A-Za-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|", r"A-Za-z0-9\-_&=#/"
X_LINKS: Spec = {
    "schemes": "[Hh][Tt][Tt][Pp][Ss]?",
    "bare": True,
    "rest": _rest(
        rf"A-Za-z{CYRILLIC}0-9!*';:=+,.$/%#\[\]\-{EN_DASH}_~@|&{ACCENTED}",
        rf"+\-A-Za-z{CYRILLIC}0-9=_#/{ACCENTED}",
        X_QUERY,
        X_QUERY_END,
    ),
}
X: Spec = {
    "links": X_LINKS,
    "signs": [
        {
            "kind": "hashtag",
            "sign": HASH,
            "before": rf"^$|[^&{X_IN_TAG}]$|[{TEXT_STYLE}{EMOJI_STYLE}]$",
            "body": rf"(?![{EMOJI_STYLE}{KEYCAP}])[{X_IN_TAG}]*[\p{{L}}\p{{M}}][{X_IN_TAG}]*",
            "not_after": f"{HASH}|://",
        },
        {
            "kind": "mention",
            "sign": AT,
            "before": rf"^$|[^{ASCII_WORD}!#$%&*@＠]$|^[Rr][Tt]$|[^{ASCII_WORD}+~.\-][Rr][Tt]$",
            "body": rf"[{ASCII_WORD}]{{1,20}}(?:/[A-Za-z][{ASCII_WORD}\-]{{0,24}})?",
            "not_after": f"[@＠{ACCENTED}]|://",
        },
        {
            "kind": "cashtag",
            "sign": r"\$",
            "before": f"^$|[{SPACES}]$",
            "body": rf"[A-Za-z]{{1,6}}(?:[._][A-Za-z]{{1,2}})?(?=$|[{JS_SPACES}{PUNCTUATION}])",
        },
    ],
    "handle": rf"[{ASCII_WORD}]{{1,20}}",
}

# Bluesky: `detectFacets` of @atproto/api 0.21.0 and the handle rule of atproto
# (github.com/bluesky-social/atproto, 2026; facts/platforms 2, grade P).
NO_WIDTH = "\xad\u2060\u200a-\u200d\u20e2"
LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
BLUESKY: Spec = {
    # Group 1 is the link, group 2 its domain when it has no scheme.
    "whole_link": rf"(?:^|[{JS_SPACES}(])([Hh][Tt][Tt][Pp][Ss]?://[^{JS_SPACES}]+"
    rf"|([A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)+)[^{JS_SPACES}]*)",
    "signs": [
        {
            "kind": "mention",
            "sign": "@",
            "before": rf"^$|[{JS_SPACES}(]$",
            "body": rf"[A-Za-z0-9.\-]*[A-Za-z0-9](?![{ASCII_WORD}])",
            "not_after": r"[A-Za-z0-9.\-]*_",
            "known_domain": True,
        },
        {
            "kind": "hashtag",
            "sign": HASH,
            "before": rf"^$|[{JS_SPACES}]$",
            "body": rf"(?!{EMOJI_STYLE})[^{JS_SPACES}{NO_WIDTH}]*"
            rf"[^{JS_SPACES}{NO_WIDTH}0-9\p{{P}}][^{JS_SPACES}{NO_WIDTH}]*",
            "trim": True,
            "graphemes": 64,
        },
        {
            "kind": "cashtag",
            "sign": r"\$",
            "before": rf"^$|[{JS_SPACES}(]$",
            "body": rf"""[A-Za-z][A-Za-z0-9]{{0,4}}(?=$|[{JS_SPACES}.,;:!?)"'’])""",
            "upper": True,
        },
    ],
    "handle": rf"(?=.{{1,253}}$)(?:{LABEL}\.)+[A-Za-z](?:[A-Za-z0-9-]{{0,61}}[A-Za-z0-9])?",
}

# Mastodon: `Tag`, `Account`, `Extractor`, `twitter_regex` (github.com/mastodon/mastodon and
# glitch-soc/mastodon, 2026-08; facts/platforms 1 and 2, grade P).
WORD = r"\p{Alphabetic}\p{M}\p{Nd}\p{Pc}"
TAG_JOINERS = "\xb7\u30fb\u200c"
USER = rf"[{ASCII_WORD}]+(?:[.\-]+[{ASCII_WORD}]+)*"
BEYOND_ASCII = (
    "\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\uffef"
    + "".join(f"{chr(p << 16)}-{chr((p << 16) + 0xFFFD)}" for p in range(1, 14))
    + "\U000e1000-\U000efffd\U000f0000-\U000ffffd\U00100000-\U0010fffd"
)
MASTODON: Spec = {
    "links": {
        "schemes": "[Hh][Tt][Tt][Pp][Ss]?|[Dd][Aa][Tt]|[Dd][Ww][Ee][Bb]|[Ii][Pp][FfNn][Ss]"
        "|[Ss][Ss][Bb]|[Gg][Oo][Pp][Hh][Ee][Rr]|[Gg][Ee][Mm][Ii][Nn][Ii]",
        "bare": False,
        "rest": _rest(
            r"^\p{White_Space}<>()?",
            r"""^\p{White_Space}()?!*"'「」<>;:=,.$%\[\]~&|@""",
            rf"A-Za-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@\^{BEYOND_ASCII}",
            rf"A-Za-z0-9_&=#/\-{BEYOND_ASCII}",
        ),
    },
    "signs": [
        {
            "kind": "hashtag",
            "sign": HASH,
            "before": r"^$|[\p{White_Space}]$",
            "body": rf"[{WORD}](?:[{TAG_JOINERS}]*[{WORD}])*",
            "needs": rf"\p{{Alphabetic}}|^\p{{Any}}+[_{TAG_JOINERS}]\p{{Any}}",
            "unlink": True,
        },
        {
            "kind": "mention",
            "sign": "@",
            "before": rf"^$|[^=/{WORD}]$",
            "body": rf"{USER}(?:@[{WORD}]+(?:[.\-]+[{WORD}]+)*)?",
            "not_after": f"[@＠{ACCENTED}]|://",
            "host": 253,
        },
    ],
    "handle": rf"[{ASCII_WORD}]{{1,30}}|{USER}@[{WORD}]+(?:[.\-]+[{WORD}]+)*",
}
# `config/v3.json` of twitter-text: hundredths, a link 23 whatever its length, an emoji the default.
X_WEIGHTS: Spec = {
    "maxWeightedTweetLength": 280,
    "scale": 100,
    "defaultWeight": 200,
    "emojiParsingEnabled": True,
    "transformedURLLength": 23,
    "ranges": [
        {"start": start, "end": end, "weight": 100}
        for start, end in ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
    ],
}

# The others publish no rule; what tools and help pages agree on (facts/platforms 2, grade S or K).
PLAIN_TAG: Spec = {
    "kind": "hashtag",
    "sign": HASH,
    "before": r"^$|[^&/\p{L}\p{M}\p{Nd}_]$",
    "body": r"[\p{L}\p{M}\p{Nd}_]*[\p{L}\p{M}][\p{L}\p{M}\p{Nd}_]*",
}


def _mention(body: str, sign: str = "@") -> Spec:
    before = r"^$|[^/.\p{L}\p{M}\p{Nd}_]$"
    return {"kind": "mention", "sign": sign, "before": before, "body": body, "not_after": "@"}


def _like(handle: str, *signs: Spec) -> Spec:
    return {"links": X_LINKS, "signs": list(signs), "handle": handle}


NAME = rf"[{ASCII_WORD}]+(?:\.[{ASCII_WORD}]+)*"
READS: dict[str, Spec] = {
    "x": X,
    "bluesky": BLUESKY,
    "mastodon": MASTODON,
    "threads": _like(rf"(?=.{{1,30}}$){NAME}", {**PLAIN_TAG, "first": True}, _mention(NAME)),
    "instagram": _like(rf"(?=.{{1,30}}$){NAME}", PLAIN_TAG, _mention(NAME)),
    "facebook": _like(r"[\p{L}\p{M}\p{Nd}._\-]{1,50}", PLAIN_TAG),
    "linkedin": _like(r"[\p{L}\p{M}\p{Nd}_\-]{1,100}", PLAIN_TAG),
    "tiktok": _like(rf"(?=.{{2,24}}$){NAME}", PLAIN_TAG, _mention(NAME)),
    "telegram": _like(
        rf"[A-Za-z][{ASCII_WORD}]{{4,31}}", PLAIN_TAG, _mention(rf"[A-Za-z][{ASCII_WORD}]{{4,31}}")
    ),
    "youtube": _like(
        r"[\p{L}\p{M}\p{Nd}_.\-]{3,30}", PLAIN_TAG, _mention(r"[\p{L}\p{M}\p{Nd}_.\-]{3,30}")
    ),
    "reddit": _like(
        rf"[{ASCII_WORD}\-]{{3,20}}", _mention(rf"[{ASCII_WORD}\-]{{3,21}}", "(?:u|r)/")
    ),
    "nothing": _like(r"\p{Any}*"),
}

# What stands for an emoji: keycaps, flags, pictures with what joins on to them (UTS #51).
PICTURE = rf"(?:(?![©®])\p{{Extended_Pictographic}}|[©®](?={EMOJI_STYLE}))(?!{TEXT_STYLE})"
PIECE = rf"{EMOJI_STYLE}?[{SKIN}]?{EMOJI_STYLE}?(?:[{TAGS}]+{END_TAG})?"
EMOJI = (
    rf"[0-9#*]{EMOJI_STYLE}?{KEYCAP}|[{FLAG_LETTER}]{{2}}"
    rf"|{PICTURE}{PIECE}(?:{JOINER}{PICTURE}{PIECE})*"
)

# SMS: 3GPP TS 23.038, the default alphabet and its extension (facts/platforms 1, grade K).
GSM = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_TWICE = "^{}\\[~]|€\f"
