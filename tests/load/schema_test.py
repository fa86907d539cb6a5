"""The schemas that editors use agree with our reader about every file in the repository."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml

from toolkit.load.shapes import SHAPES, schemas
from toolkit.read import parse

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for pattern in ("*.yml", "campaigns/*/*.yml")
    for path in ROOT.glob(pattern)
    if path.stem in SHAPES
)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("kind", SHAPES)
def test_each_schema_is_one(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schemas()[kind])


@pytest.mark.parametrize("path", FILES, ids=name)
def test_each_file_fits_its_schema_as_our_reader_reads_it(path: Path) -> None:
    document, _ = parse(path.read_bytes(), name(path))

    assert document
    jsonschema.Draft202012Validator(schemas()[path.stem]).validate(document.value)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_each_file_fits_its_schema_as_an_editor_reads_it(path: Path) -> None:
    """Editors follow YAML 1.2: dates stay texts, bare numbers become numbers."""
    value = yaml.load(path.read_text(encoding="utf-8"), Loader=_Editor)  # noqa: S506 - a SafeLoader

    jsonschema.Draft202012Validator(schemas()[path.stem]).validate(value)


@pytest.mark.parametrize("written", ["2020", "84.10", "true", "no"])
def test_an_editor_does_not_complain_of_what_our_reader_takes_as_text(written: str) -> None:
    text = f"title: {written}\nlanguages: [en]\nnumber: {written}\nissued: 2020-04-02\n"
    value = yaml.load(text, Loader=_Editor)  # noqa: S506 - a SafeLoader

    jsonschema.Draft202012Validator(schemas()["campaign"]).validate(value)


def test_an_editor_complains_of_what_our_reader_refuses() -> None:
    value = {"title": ["a list"], "languages": "en", "dedline": "2020-04-02"}
    found = jsonschema.Draft202012Validator(schemas()["campaign"]).iter_errors(value)

    assert {error.validator for error in found} == {"anyOf", "type", "additionalProperties"}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_the_first_line_of_each_file_leads_to_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    up = "../" * (len(path.relative_to(ROOT).parts) - 1)

    assert first == f"# yaml-language-server: $schema={up}.toolkit/schema/{path.stem}.json"


class _Editor(yaml.SafeLoader):
    """YAML as editors read it: without YAML 1.1's dates, and with its yes and no as texts."""


_Editor.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if not tag.endswith("timestamp")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    if first not in "yYnNoO"
}
