"""Where the Unicode standard lets a line end, as rows that can be held against its own text.

Source: Unicode Standard Annex #14, revision for Unicode 17 (https://www.unicode.org/reports/tr14/).
Character classes come from the `regex` package. Rows read as in the annex: classes before the
boundary, a cross, classes after it; `A|B` is a choice, `A.B` a sequence, `*` repeats, `^A&B` is
neither, `sot` and `eot` are the ends of the text. Pi and Pf are opening and closing quotation
marks, Q all other ones, `wide` anything East Asian, DC the dotted circle, XP a future emoji.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLASSES = (  # noqa: SIM905
    "BK CR LF NL SP ZW WJ GL CM ZWJ AL HL NU OP CL CP EX SY IS NS B2 BA HH HY BB IN PR PO ID EB EM "
    "CB JL JV JT H2 H3 RI AP AK AS VF VI Pi Pf Q DC XP"
).split()
_BASE = 0x100  # a letter per class and width, away from anything `regex` treats specially
_LETTER = {name: (chr(_BASE + 2 * i), chr(_BASE + 2 * i + 1)) for i, name in enumerate(_CLASSES)}
_ALL = "".join(narrow + wide for narrow, wide in _LETTER.values())
_OURS = frozenset({"Pi", "Pf", "Q", "DC", "XP"})  # finer than the annex's own classes
_CLASS = regex.compile("|".join(rf"(?P<{c}>\p{{lb={c}}})" for c in _CLASSES if c not in _OURS))
_WIDE = regex.compile(r"[\p{ea=F}\p{ea=W}\p{ea=H}]")
_FUTURE_EMOJI = regex.compile(r"[\p{Extended_Pictographic}&&\p{Cn}&&\p{lb=ID}]", regex.V1)
_ONE_CLASS_FOR = (
    ("Pi", regex.compile(r"[\p{lb=QU}&&\p{Pi}]", regex.V1)),
    ("Pf", regex.compile(r"[\p{lb=QU}&&\p{Pf}]", regex.V1)),
    ("Q", regex.compile(r"\p{lb=QU}")),
    ("CM", regex.compile(r"[\p{lb=SA}&&[\p{Mn}\p{Mc}]]", regex.V1)),
    ("NS", regex.compile(r"\p{lb=CJ}")),
)

# In the order of the annex; each group is asked only if no group above it has decided.
_BEFORE_SPACES = """
× SP|ZW
× WJ
WJ ×
GL ×
^SP&BA&HY&HH × GL
× CL|CP|EX|SY
OP SP* ×
sot|OP|Pi|Pf|Q|GL|SP|ZW Pi SP* ×
× Pf SP|GL|WJ|CL|Pi|Pf|Q|CP|EX|IS|SY|ZW|eot
"""
_NUMBER_AFTER_SPACE = "SP × IS NU"
_ACROSS_SPACES = """
× IS
CL|CP SP* × NS
B2 SP* × B2
"""
_QUOTES = """
× Q|Pf
Q|Pi ×
^wide × Pi|Pf|Q
× Pi|Pf|Q ^wide|eot
Pi|Pf|Q × ^wide
sot|^wide Pi|Pf|Q ×
"""
_REST = """
sot|SP|ZW|CB|GL HY|HH × AL|HL|DC
× BA|HH|HY|NS
BB ×
HL HY|HH × ^HL
SY × HL
× IN
AL|HL|DC × NU
NU × AL|HL|DC
PR × ID|EB|EM|XP
ID|EB|EM|XP × PO
PR|PO × AL|HL|DC
AL|HL|DC × PR|PO
NU SY|IS* CL|CP × PO|PR
NU SY|IS* × PO|PR
PO|PR × OP NU
PO|PR × OP IS NU
PO|PR|HY|IS × NU
NU SY|IS* × NU
JL × JL|JV|H2|H3
JV|H2 × JV|JT
JT|H3 × JT
JL|JV|JT|H2|H3 × PO
PR × JL|JV|JT|H2|H3
AL|HL|DC × AL|HL|DC
AP × AK|DC|AS
AK|DC|AS × VF|VI
AK|DC|AS VI × AK|DC
AK|DC|AS × AK|DC|AS VF
IS × AL|HL|DC
AL|HL|DC|NU × narrowOP
narrowCP × AL|HL|DC|NU
sot|^RI RI.RI* RI × RI
EB|XP × EM
"""


class _Letters(dict[int, str]):
    """One letter per character, which says its class and whether it is East Asian."""

    def __missing__(self, codepoint: int) -> str:
        char = chr(codepoint)
        self[codepoint] = letter = _LETTER[_class_of(char)][bool(_WIDE.match(char))]
        return letter


def _class_of(char: str) -> str:
    if char == "\u25cc":
        return "DC"
    if _FUTURE_EMOJI.match(char):
        return "XP"
    if found := _CLASS.match(char):
        return str(found.lastgroup)
    return next((name for name, members in _ONE_CLASS_FOR if members.match(char)), "AL")


def _letters(name: str) -> str:
    if name == "wide":
        return _ALL[1::2]
    if name.startswith("^"):
        return "".join(sorted(set(_ALL) - set(_letters(name[1:]))))
    if "&" in name:
        return "".join(map(_letters, name.split("&")))
    if name.startswith("narrow"):
        return _LETTER[name.removeprefix("narrow")][0]
    return "".join(_LETTER[name])


def _token(token: str) -> str:
    """Turn `sot|A|B` or `A.B*` into a pattern."""
    names = token.removesuffix("*")
    parts = "".join(map(_choice, names.split(".")))
    return f"(?:{parts})*" if token.endswith("*") else parts


def _choice(names: str) -> str:
    edges = {"sot": "^", "eot": "$"}
    each = [edges.get(name) or f"[{_letters(name)}]" for name in names.split("|")]
    return f"(?:{'|'.join(each)})"


def _row(row: str) -> str:
    before, _, after = row.partition("×")
    left = "".join(map(_token, before.split()))
    right = "".join(map(_token, after.split()))
    return (f"(?<={left})" if left else "") + (f"(?={right})" if right else "")


def _any(rows: str) -> str:
    return "(?:" + "|".join(map(_row, rows.strip().splitlines())) + ")"


def _breaks() -> str:
    """Nest the groups: a later group speaks only where no earlier one has spoken."""
    broken = _row("CB ×") + "|" + _row("× CB")
    rest = f"(?!{_any(_QUOTES)})(?:{broken}|(?!{_any(_REST)}))"
    spaces = f"(?!{_any(_ACROSS_SPACES)})(?:{_row('SP ×')}|{rest})"
    after = f"(?!{_any(_BEFORE_SPACES)})(?:{_row(_NUMBER_AFTER_SPACE)}|{spaces})"
    return f"(?!^|$|{_token('SP')})(?:{_row('ZW SP* ×')}(?!{_token('ZW')})|{after})"


_LETTERS = _Letters()
_BREAK = regex.compile(_breaks())
_GAP = regex.compile(f"[^{_letters('AL&HL&NU')}]+")  # inside words there is nothing to ask
_SPACE = _LETTER["SP"][0]
_LONE_MARK = regex.compile(_token("CM|ZWJ"))
_MARKS = regex.compile(f"(?<!^|{_token('SP|ZW')}){_token('CM|ZWJ')}+")


def opportunities(text: str) -> list[int]:
    """Return the indices (code points) before which the standard lets a new line begin.

    `text` holds no mandatory break. The ends of the text are not among the results.
    """
    letters = text.translate(_LETTERS)
    alone, at = _without_marks(letters)
    whole = len(alone)
    found: list[int] = []
    for gap in _GAP.finditer(alone):
        start, end = gap.span()
        if end - start == 1 and gap[0] == _SPACE and start > 0 and end < whole:
            found.append(end)  # one space between two words: by far the most usual
        else:
            first = max(0, start - 1)
            around = _around(alone[first : end + 1], start - first, end - first)
            found += [first + i for i in around]
    return [at[i] for i in found if text[at[i] - 1] != "\u200d"]


@lru_cache(maxsize=16_384)
def _around(letters: str, start: int, end: int) -> tuple[int, ...]:
    """Ask the rules at both ends of what is not a word, and inside it.

    No rule looks past the letters at both sides of it, of which `letters` has one each.
    """
    return tuple(i for i in range(start, end + 1) if _BREAK.match(letters, i))


def _without_marks(letters: str) -> tuple[str, Sequence[int]]:
    """Join marks to what they stand on; one without anything under it counts as a letter."""
    if not _LONE_MARK.search(letters):
        return letters, range(len(letters) + 1)
    kept = list(range(len(letters)))
    for match in reversed(list(_MARKS.finditer(letters))):
        del kept[match.start() : match.end()]
    alone = "".join(letters[i] for i in kept)
    return _LONE_MARK.sub(_LETTER["AL"][0], alone), [*kept, len(letters)]
