"""The HTML checker is the one we know, and of what it says only known faults of others are left."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import shutil
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from house import npm, vnu
from house.talk import Stop

if TYPE_CHECKING:
    from collections.abc import Callable

SITE = Path("/somewhere/site")
DRAWER = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" autocomplete="off">'
BOXES = "Attribute “autocomplete” is only allowed when the input type is “color” or “week”."


def said(*rows: dict[str, object]) -> str:
    return json.dumps({"messages": rows})


def error(words: str, extract: str) -> dict[str, object]:
    url = f"file:{SITE}/en/index.html"
    return {"type": "error", "url": url, "lastLine": 7, "message": words, "extract": extract}


def test_a_fault_of_ours_is_named_with_its_page_and_line() -> None:
    (fault,) = vnu.faults(said(error("Stray end tag “p”.", "</p>\n </p>")), SITE)

    assert str(fault) == "en/index.html:7: Stray end tag “p”.\n  </p> </p>"


def test_what_the_theme_does_is_left_and_the_same_on_a_box_of_ours_is_not() -> None:
    ours = DRAWER.replace("md-toggle", "tk-input")

    assert list(vnu.faults(said(error(BOXES, DRAWER)), SITE)) == []
    assert len(list(vnu.faults(said(error(BOXES, ours)), SITE))) == 1


def test_a_hint_is_no_fault_but_a_page_given_up_stops_everything() -> None:
    assert list(vnu.faults(said({"type": "info", "message": "Section lacks heading."}), SITE)) == []
    with pytest.raises(Stop, match="gave up: out of memory"):
        list(vnu.faults(said({"type": "non-document-error", "message": "out of memory"}), SITE))


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda folder: vnu.ensure(folder / "vnu.jar"), "there is no npm here"),
        (lambda folder: vnu.check(folder, folder / "vnu.jar"), "default-jre-headless"),
    ],
)
def test_without_npm_or_java_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Callable[[Path], object], words: str
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)

    with pytest.raises(Stop, match=words):
        call(tmp_path)


def test_a_package_without_the_file_we_want_is_refused() -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz"):
        pass
    known = base64.b64encode(hashlib.sha512(packed.getvalue()).digest()).decode()
    package = npm.Package("vnu-jar", "1", known, "package/vnu.jar")

    with pytest.raises(Stop, match=r"holds no package/vnu\.jar"):
        npm.unpack(packed.getvalue(), package)
