"""Find links in running text as X and Mastodon do (twitter-text `extractUrlsWithIndices`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from toolkit.networks.domains import NOWHERE, RUN, Run, ascii_domains, cut
from toolkit.networks.idna import label_fits
from toolkit.networks.lookup import pattern
from toolkit.networks.measure import utf16
from toolkit.networks.spec import NEVER, PUNCTUATION, SPACES, X_QUERY, X_QUERY_END

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.networks.spec import Spec

MAX_URL = 4096
MAX_SHORT_SLUG = 40
NO_SCHEME = "https://"
LAST_OF_BMP = "\uffff"
NOT_BEFORE = f"[A-Za-z0-9@＠$#＃{NEVER}]"
DOT = rf"\.(?=[^{PUNCTUATION}{SPACES}])"
SHORT = (
    r"[Hh][Tt][Tt][Pp][Ss]?://[Tt]\.[Cc][Oo]/([A-Za-z0-9]+)"
    rf"(?:\?[{X_QUERY}]*[{X_QUERY_END}])?"
)

_run = regex.compile(RUN)
_run_before = regex.compile(f"(?r){RUN}")
_dot = regex.compile(DOT)
_not_before = regex.compile(NOT_BEFORE)
_start = regex.compile(f"(?<!{NOT_BEFORE})|(?=[\U00010000-\U0010ffff])")
_short = regex.compile(SHORT)


@dataclass(frozen=True, slots=True)
class Url:
    """A link in a text: `start` and `end` in code points, `text` as X reports it."""

    start: int
    end: int
    text: str


def find_urls(text: str, rule: Spec) -> tuple[Url, ...]:
    """Return the links of a text, in order. `rule` is `links` of X or Mastodon in the spec."""
    found: list[Url] = []
    if not rule["bare"] and "://" not in text:
        return ()
    position = end = 0
    for dot in _dot.finditer(text):
        if dot.start() >= max(position, end):
            start, end = _around(text, dot.start())
            run = cut(text, start, end)
            if any(tld != NOWHERE for tld in run.tlds):
                position = _in_run(run, position, rule, found)
    return tuple(found)


def _around(text: str, dot: int) -> tuple[int, int]:
    """Return the run of domain characters a dot stands in."""
    before = _run_before.match(text, 0, dot)
    after = _run.match(text, dot)
    return before.start() if before else dot, after.end() if after else dot


def _in_run(run: Run, position: int, rule: Spec, found: list[Url]) -> int:
    """Add the links whose domain begins in a run; return where reading goes on."""
    text, label = run.text, 0
    scheme = _scheme_before(run, position, rule)
    if scheme is not None and (end := run.domain_end(run.start, 0)) != NOWHERE:
        position = rest_end(text, end, rule)
        found += _with_scheme(run, scheme, end, position)
    for start in _starts(run, position):
        if position and start < position + (text[start] <= LAST_OF_BMP):
            continue
        while label < len(run.dots) and run.dots[label] < start:
            label += 1
        if label == len(run.dots):
            break
        end = run.domain_end(start, label)
        if end != NOWHERE:
            behind = text[position:start][-1:]
            position = rest_end(text, end, rule)
            if rule["bare"] and behind not in {"-", "_", ".", "/"}:
                found += _bare(run, start, end, position)
    return position


def _starts(run: Run, position: int) -> Iterator[int]:
    """Yield where a link may begin: behind any character that may stand in front of one.

    X reads UTF-16, so beyond the first plane the first half of a character stands in front of the
    second, whatever comes before.
    """
    text = run.text
    if run.start == 0 and position == 0:
        # The expression tries "behind the first character" before "at the very beginning".
        if run.end > 1 and not _not_before.match(text, 0):
            yield 1
        yield 0
    for found in _start.finditer(text, max(run.start, position, 1), run.end):
        if found.start() < run.end:
            yield found.start()


def _scheme_before(run: Run, position: int, rule: Spec) -> int | None:
    """Return where the scheme in front of a run begins, if a link may begin there."""
    if run.text[max(0, run.start - 3) : run.start] != "://":
        return None
    window = run.text[max(0, run.start - 13) : run.start - 3]
    for length in range(len(window), 1, -1):
        start = run.start - 3 - length
        if pattern(rule["schemes"]).fullmatch(window, len(window) - length):
            free = start > position or (start == 0 and position == 0)
            ahead = start == 0 or not _not_before.match(run.text, start - 1)
            return start if free and ahead else None
    return None


def rest_end(text: str, end: int, rule: Spec) -> int:
    """Return where a link ends whose domain ends at `end`: port, path and query come along."""
    found = pattern(rule["rest"]).match(text, end)
    return found.end() if found else end


def _possible(run: Run, start: int, end: int, length: int) -> bool:
    """Tell whether a domain could exist; `length` is that of the link and its scheme, UTF-16."""
    domain = run.text[start:end]
    if domain.startswith("xn--") and not ascii_domains(run, start, end):
        return False
    return length <= MAX_URL and all(map(label_fits, domain.split(".")))


def _with_scheme(run: Run, start: int, end: int, rest: int) -> list[Url]:
    scheme, link = run.text[start : run.start], run.text[start:rest]
    if not _possible(run, run.start, end, utf16(link) + len(scheme)):
        return []
    short = _short.match(link)
    if not short:
        return [Url(start, rest, link)]
    if len(short[1]) > MAX_SHORT_SLUG:
        return []
    return [Url(start, start + short.end(), short[0])]


def _bare(run: Run, start: int, end: int, rest: int) -> list[Url]:
    """Return the links of a domain without scheme; only its ASCII parts count as links."""
    text = run.text
    if not _possible(run, start, end, utf16(text[start:rest]) + len(NO_SCHEME)):
        return []
    found = [Url(a, b, text[a:b]) for a, b in ascii_domains(run, start, end)]
    if found and text[end:rest].partition("?")[0].find("/") != NOWHERE:
        last = found.pop()
        found.append(Url(last.start, rest, last.text + text[end:rest]))
    return found
