"""Find where a domain begins and ends in running text, as X and Mastodon do, in one pass.

Their expression tries every place in a word again and again. Here each run of characters that a
domain may hold is cut at its dots once; how far a domain reaches is then known for every start.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from toolkit.networks.lookup import domains_of_x
from toolkit.networks.spec import ACCENTED, BREAKS, DIRECTIONS, NEVER, SPACES

RUN = f"[^{BREAKS}{SPACES}{NEVER}{DIRECTIONS}]+"
IN_ASCII_LABEL = rf"[A-Za-z0-9\-{ACCENTED}]"
LONGEST_TLD = 24
NOWHERE = -1

_in_ascii_label = regex.compile(IN_ASCII_LABEL)
_dot = regex.compile(r"\.")
_word = regex.compile("[A-Za-z0-9]+")
_punycode = regex.compile(r"[Xx][Nn]--[0-9A-Za-z\-]+")
_goes_on = regex.compile(r"[0-9A-Za-z@+\-]")


@dataclass(frozen=True, slots=True)
class Run:
    """One run of domain characters: where its dots are, how far a domain reaches from each label.

    `dots[i]` ends label `i`; `tlds[i]` is where a top-level domain after that dot ends, `reach[i]`
    where a domain that begins with the whole of label `i` ends, `low_lines[i]` where the last `_`
    of a label stands (-1: nowhere). Code points.
    """

    text: str
    start: int
    end: int
    dots: tuple[int, ...]
    tlds: tuple[int, ...]
    reach: tuple[int, ...]
    low_lines: tuple[int, ...]

    def domain_end(self, start: int, label: int) -> int:
        """Return the end of the longest domain from `start`, inside label `label`, or -1."""
        if not _is_label(self.text, start, self.dots[label]):
            return NOWHERE
        further = self.reach[label + 1] if label + 1 < len(self.dots) else NOWHERE
        if further != NOWHERE:
            return further
        return self.tlds[label] if start > self.low_lines[label] else NOWHERE


def cut(text: str, start: int, end: int) -> Run:
    """Cut a run at its dots and work out, from the last label back, how far each reaches."""
    dots = tuple(dot.start() for dot in _dot.finditer(text, start, end))
    tlds = tuple(tld_end(text, dot + 1) for dot in dots)
    reach = [NOWHERE] * (len(dots) + 1)
    starts = (start, *(dot + 1 for dot in dots))
    low_lines = tuple(text.rfind("_", starts[i], dot) for i, dot in enumerate(dots))
    for i in range(len(dots) - 1, -1, -1):
        if not _is_label(text, starts[i], dots[i]):
            continue
        reach[i] = reach[i + 1]
        if reach[i] == NOWHERE and low_lines[i] == NOWHERE:
            reach[i] = tlds[i]
    return Run(text, start, end, dots, tlds, tuple(reach[:-1]), low_lines)


def _is_label(text: str, start: int, end: int) -> bool:
    return end > start and text[start] not in "_-" and text[end - 1] not in "_-"


def tld_end(text: str, start: int) -> int:
    """Return where the top-level domain that begins at `start` ends, or -1 if there is none."""
    word = _word.match(text, start)
    end = word.end() if word else start
    known = domains_of_x()
    if word and word[0].lower() in known and not _goes_on.match(text, end):
        return end
    if end == len(text) or text[end].isascii():
        return _punycode_end(text, start)
    for length in range(LONGEST_TLD, 1, -1):
        candidate = text[start : start + length]
        if candidate.lower() in known and not _goes_on.match(text, start + length):
            return start + len(candidate)
    return _punycode_end(text, start)


def _punycode_end(text: str, start: int) -> int:
    found = _punycode.match(text, start)
    return found.end() if found else NOWHERE


def ascii_domains(run: Run, start: int, end: int) -> list[tuple[int, int]]:
    """Return the domains of Latin letters within a domain: `example.com日本` has one."""
    found: list[tuple[int, int]] = []
    label = next(i for i, dot in enumerate(run.dots) if dot >= start)
    at = start
    while label < len(run.dots) and run.dots[label] < end:
        first = _ascii_start(run, label, at)
        last, best = label, NOWHERE
        while first < run.dots[last]:
            best = last if run.tlds[last] != NOWHERE else best
            following = last + 1
            if following == len(run.dots) or run.dots[following] >= end:
                break
            if _ascii_start(run, following, 0) > run.dots[last] + 1:
                break
            last = following
        if best != NOWHERE:
            at = run.tlds[best]
            found.append((first, at))
            last = best
        label = last + 1
    return found


def _ascii_start(run: Run, label: int, at: int) -> int:
    """Return where the ASCII letters in front of a dot begin, not before `at`."""
    lowest = max(at, run.dots[label - 1] + 1 if label else run.start)
    start = run.dots[label]
    while start > lowest and _in_ascii_label.match(run.text, start - 1):
        start -= 1
    return start
