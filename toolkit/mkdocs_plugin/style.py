"""Leave out of the theme's style what none of our pages wears: four fifths of it are for manuals.

A page is not seen before its style is there. Whatever else could come to be on a page, the theme's
program makes, and with that comes its whole style (reach.js).
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

FOLDER = "assets/stylesheets"
# Stands in pages until it is known what all of them wear.
PENDING = "style-of-this-site.css"
# What scripts and the theme's own switches put on a page that stands without its program.
ALWAYS = frozenset({"js", "no-js", "focus-visible"})
KEPT = re.compile(r"<template data-tk-program.*?</template>", re.DOTALL)
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"[^>]*>')
WAITING = re.compile(rf'<link rel="stylesheet" href="[^"]*{re.escape(PENDING)}"[^>]*>')
CLASSES = re.compile(r'\bclass="([^"]*)"')
TAGS = re.compile(r"<([a-z][a-z0-9]*)")
FUNCTION = re.compile(r":[\w-]+\((?:[^()]|\([^()]*\))*\)")
NAMED = re.compile(r"\.([\w-]+)")
TYPED = re.compile(r"(?:^|[\s>+~(,])([a-z][a-z0-9]*)")
QUOTED = re.compile(r"\[[^\]]*\]")
NESTING = re.compile(r"@(?:media|supports|layer|container)\b")
PICTURE = re.compile(r"(--[\w-]+):url\((\"|')data:.*?\2\);?", re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PIECE = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|[{};]", re.DOTALL)


def light(tree: Path, pages: Collection[str]) -> tuple[str, bytes] | None:
    """Return name and body of the style for those pages of a tree that wait for one.

    Nothing if none of them does, or a sheet of the theme is not where they say.
    """
    waiting = [html for html in pages if PENDING in html]
    whole = {name for html in waiting for name in _sheets("".join(KEPT.findall(html)))}
    other = {name for html in waiting for name in _sheets(KEPT.sub("", html))} - {PENDING}
    order = [name for name in _sheets("".join(waiting)) if name in whole]
    found = {path.name: path for path in tree.rglob("*.css")}
    if not waiting or not whole <= found.keys():
        return None
    worn = ALWAYS.union(*map(wears, waiting))
    made = "".join(
        only(found[name].read_text(encoding="utf-8"), worn) for name in dict.fromkeys(order)
    )
    beside = "".join(found[n].read_text(encoding="utf-8") for n in sorted(other & found.keys()))
    body = _without_pictures(made, beside).encode()
    return f"light.{hashlib.sha256(body).hexdigest()[:8]}.css", body


def _sheets(html: str) -> list[str]:
    """Return the file names of the sheets that a piece of a page names, in their order."""
    return [href.rpartition("/")[2] for href in SHEET.findall(html)]


def wears(html: str) -> set[str]:
    """Return the classes and the names of the elements in a page; names end in `<`."""
    classes = {name for value in CLASSES.findall(html) for name in value.split()}
    return classes | {f"{name}<" for name in TAGS.findall(html)}


def only(css: str, worn: Collection[str]) -> str:
    """Return the rules of a sheet that could touch something of all that is worn."""
    made = []
    for head, body in rules(COMMENT.sub("", css)):
        if body is None:
            made.append(f"{head};")
        elif NESTING.match(head):
            inner = only(body, worn)
            made += [f"{head}{{{inner}}}"] if inner else []
        elif head.startswith("@"):
            made.append(f"{head}{{{body}}}")
        else:
            touching = ",".join(part for part in _selectors(head) if _touches(part, worn))
            made += [f"{touching}{{{body}}}"] if touching else []
    return "".join(made)


def rules(css: str) -> Iterator[tuple[str, str | None]]:
    """Yield what stands before and inside the braces of each rule; None where there are none."""
    begun = opened = depth = 0
    for match in PIECE.finditer(css):
        sign = match[0]
        if sign == "{":
            depth += 1
            opened = match.start() if depth == 1 else opened
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield css[begun:opened].strip(), css[opened + 1 : match.start()]
                begun = match.end()
        elif sign == ";" and depth == 0:
            yield css[begun : match.start()].strip(), None
            begun = match.end()


def _selectors(head: str) -> Iterator[str]:
    """Yield the selectors of a list, parted at the commas that are not inside brackets."""
    depth = begun = 0
    for at, sign in enumerate(head):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            yield head[begun:at]
            begun = at + 1
    yield head[begun:]


def _touches(selector: str, worn: Collection[str]) -> bool:
    bare = QUOTED.sub("", FUNCTION.sub("", selector))
    classes = NAMED.findall(bare)
    if not classes or "\\" in selector:
        return True
    return all(name in worn for name in classes) and all(
        f"{name}<" in worn for name in TYPED.findall(bare)
    )


def _without_pictures(css: str, beside: str) -> str:
    """Return a sheet without the drawings that neither it nor the sheets `beside` it use."""
    used = set(re.findall(r"var\((--[\w-]+)", css + beside))
    return PICTURE.sub(lambda match: match[0] if match[1] in used else "", css)


def named(html: str, name: str) -> str:
    """Return a page with the style it waits for, the theme's whole one if there is no such name."""
    if name:
        return html.replace(PENDING, name)
    whole = "".join(match[0] for match in SHEET.finditer("".join(KEPT.findall(html))))
    return WAITING.sub(lambda _: whole, html)
