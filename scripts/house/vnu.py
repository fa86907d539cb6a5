"""Bring the Nu Html Checker, which knows the HTML standard, and let it read pages."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from house import npm
from house.environment import FOLDER
from house.talk import Stop, capture, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PACKAGE = npm.Package(
    "vnu-jar",
    "26.9.27",
    "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA==",
    "package/build/dist/vnu.jar",
)
JAR = FOLDER / "vnu" / PACKAGE.version / "vnu.jar"
NO_JAVA = """\
The checker is a Java program, and there is no Java here. On Debian and Ubuntu one command brings
it:
  sudo apt-get install default-jre-headless"""
NO_NPM = """\
The checker comes from npm, and there is no npm here; Node.js from nodejs.org has it."""

# What the checker says of things that are not ours or are right: the message, a part of the line
# it points to, and why it stays. Anything else is a fault of ours.
LEFT = (
    (
        r"Attribute “autocomplete” is only allowed when the input type is .*",
        r'<input class="md-(?:toggle|option)"',
        "the theme switches its drawer, its search and its colours by boxes nobody types into",
    ),
    (
        r"The value of the “for” attribute of the “label” element must be the ID of .*",
        r'<label class="md-nav__title" for="__toc">',
        "the theme names its table of contents so, and leaves out the box where there is none",
    ),
    (
        r"CSS: “field-sizing”: Property “field-sizing” doesn't exist\.",
        r"",
        "CSS Form Control Styling has it and the checker not yet; other browsers leave it out",
    ),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong on a page: where, in the checker's words, and the text it points to."""

    file: str
    line: int
    words: str
    extract: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.words}\n  {' '.join(self.extract.split())}"


def ensure(jar: Path = JAR) -> Path:
    """Return vnu.jar, fetched by npm the first time; raise Stop where that cannot be."""
    if jar.is_file():
        return jar
    found = shutil.which("npm")
    if found is None:
        raise Stop(NO_NPM)
    say(f"Fetching the Nu Html Checker {PACKAGE.version} with npm: 30 MB, once.")
    body = npm.unpack(npm.fetch(found, PACKAGE), PACKAGE)
    jar.parent.mkdir(parents=True, exist_ok=True)
    jar.write_bytes(body)
    return jar


def check(site: Path, jar: Path) -> str:
    """Return what the checker says of all pages below a folder, as its JSON."""
    java = shutil.which("java")
    if java is None:
        raise Stop(NO_JAVA)
    asked = ("--format", "json", "--skip-non-html", "--errors-only", "--exit-zero-always")
    done = capture((java, "-jar", jar, *asked, "--stdout", site))
    if done.returncode:
        say(done.stderr.strip())
        raise Stop("The checker did not run; the lines above say why.")
    return done.stdout


def faults(said: str, site: Path) -> Iterable[Fault]:
    """Yield the faults of ours in the checker's JSON, files counted from the site's folder.

    Raise Stop when the checker gave up on a page: then nothing is known about it.
    """
    for row in json.loads(said)["messages"]:
        if row["type"] == "non-document-error":
            raise Stop(f"The checker gave up: {row['message']}")
        extract = row.get("extract", "")
        if row["type"] != "error" or tolerated(row["message"], extract):
            continue
        file = row["url"].partition(site.as_posix())[2].lstrip("/") or row["url"]
        yield Fault(file, row.get("lastLine", 0), row["message"], extract)


def tolerated(words: str, extract: str) -> bool:
    """Tell whether a message is one of those we know and leave."""
    return any(
        re.fullmatch(message, words) and re.search(where, extract) for message, where, _ in LEFT
    )
