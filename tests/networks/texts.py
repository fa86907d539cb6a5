"""Texts by the thousand, the same in every run: whatever counts differently somewhere."""

from __future__ import annotations

import random

PIECES = (
    *(
        "#",
        "＃",
        "@",
        "＠",
        "$",
        ".",
        "..",
        "-",
        "_",
        "/",
        "://",
        "http://",
        "https://",
        "HTTPS://",
    ),
    *("http", "t.co/", "com", ".com", ".co.jp", ".org", "example", "example.com", "foo.bar", "w."),
    *("bsky.social", "@alice", "@alice.bsky.social", "@bob@mastodon.social", "#Tag", "#1", "#tag1"),
    *("$TEST", "$A.B", "(", ")", "[", "]", "{", "}", "<", ">", "?", "?a=b", "&", "#frag", ":8080"),
    *(
        "é",
        "ü",
        "ñ",
        "e\u0301",
        "Á",
        "あ",
        "日本語",
        "中国",
        ".中国",
        ".みんな",
        "한국",
        "\u1112\u1161",
    ),
    *(
        "अ",
        "नमस्ते",
        "م",
        "العربية",
        "שּׁ",
        "ผู้เริ่ม",
        "Русские_слова",
        "Ελλάδα",
        "ſ",
        "\u212a",
        "ﬁ",
        "Ａ",
    ),
    *("\u200b", "\u200c", "\u200d", "\u202a", "\u202c", "\u2066", "\u2069", "\xad", "\x00", "\x85"),
    *("\ufeff", "\ufffe", "\uffff", "\ufe0f", "\ufe0e", "\u20e3", "\ud83d", "\udc4d", "\U0001f1f2"),
    *("1", "2026", "٣", "Ⅷ", "ⓐ", " ", "  ", "\n", "\r\n", "\t", "\u3000", "\xa0", "a", "b", "Z"),
    *(
        "RT",
        "rt ",
        "RT:",
        "!",
        "~",
        "%20",
        "%",
        "*",
        "+",
        "=",
        ";",
        ",",
        "'",
        '"',
        "`",
        "^",
        "|",
        "\\",
    ),
    *("xn--p1ai", "xn--", ".xn--p1ai", "·", "・", "。", "…", "—", "’", "_b_", "ab/c", "/list-1"),
    *("x" * 70, "あ" * 20, ".test", ".TEST", ".COM", "€", "£", "(a_(b))", "/../a/./b", "user:pw@"),
    *(
        "😀",
        "👍🏽",
        "🇲🇽",
        "👨‍👩‍👧‍👧",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "🧏🏻‍♂️",
        "🤵‍♀️",
        "❤️‍🔥",
        "👁️‍🗨️",
        "1️⃣",
        "©",
        "©️",
        "™",
        "☎",
        "☎︎",
        "☎️",
        "⚡️",
        "♾️",
    ),
)
LONGEST = (3, 6, 12, 25)


def texts(number: int, seed: int, emoji: tuple[str, ...] = ()) -> list[str]:
    """Return that many texts; the same seed gives the same texts."""
    chance = random.Random(seed)  # noqa: S311 - nothing here is secret
    return [_text(chance, (*PIECES, *emoji)) for _ in range(number)]


def _text(chance: random.Random, pieces: tuple[str, ...]) -> str:
    number = chance.randint(1, chance.choice(LONGEST))
    spaces = ("", "", "", " ")
    text = "".join(chance.choice(pieces) + chance.choice(spaces) for _ in range(number))
    # Two halves side by side are one character, as they would be in any file.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
