"""YAML becomes values with places; nothing in a file can make reading fail."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from toolkit.problems import Place, Severity
from toolkit.read import Document, parse
from toolkit.read.documents import MAX_BYTES

FILE = "posts.yml"
# All that YAML allows between quotes; it refuses control characters and lone surrogates.
PRINTABLE = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff\ufeff")
)
# Pieces that YAML trips over, put together at random.
SIGNS = "#@*&!|>%`?:-[]{},'\"\t \n\\~…“：\u00a0\x85\u2028\ufeff"
SNAGS = ["\n  ", "\n- ", ": ", " #", "- id: a", "text", "---", "\n\n", "<<", "!!", "\r\n"]
PIECES = st.lists(st.sampled_from([*SIGNS, *SNAGS]), max_size=40).map("".join)


def document(text: str) -> Document:
    found, problems = parse(text.encode(), FILE)
    assert not problems, "\n".join(map(str, problems))
    assert found
    return found


def test_every_value_and_key_remembers_its_place() -> None:
    found = document("- id: hello\n  text:\n    en: Good day\n")

    assert found.value == [{"id": "hello", "text": {"en": "Good day"}}]
    assert found.at((0, "text", "en")) == Place(FILE, 3, 9)
    assert found.key_at((0, "text", "en")) == Place(FILE, 3, 5)
    assert found.value_at((0, "text", "en")) == "Good day"


def test_an_unknown_path_is_placed_at_the_nearest_thing_around_it() -> None:
    found = document("- id: hello\n")

    assert found.at((0, "card", "headline")) == found.at((0,)) == Place(FILE, 1, 3)


def test_nothing_is_guessed_but_emptiness() -> None:
    found = document("a: no\nb:\nc: ''\nd: ~\ne: '~'\nf: 010\n")

    assert found.value == {"a": "no", "b": None, "c": "", "d": None, "e": "~", "f": "010"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_count_as_one(end: str) -> None:
    found, problems = parse(f"a: |-{end}  one{end}  two{end}b: three{end}".encode(), FILE)

    assert not problems
    assert found
    assert found.value == {"a": "one\ntwo", "b": "three"}
    assert found.at(("b",)).line == 4


def test_a_byte_order_mark_is_no_text() -> None:
    found, problems = parse("\ufeffa: one\n".encode(), FILE)

    assert (found and found.value, problems) == ({"a": "one"}, ())


def test_every_mistake_is_said_at_once_and_in_its_place() -> None:
    text = "- tag: @one\n- tag: two: three\n- tag: `four`\n\t- tag: five\n"
    _, problems = parse(text.encode(), FILE)

    assert [(p.place.line, p.place.column) for p in problems] == [(1, 8), (2, 11), (3, 8), (4, 1)]


def test_what_was_mended_is_read_on() -> None:
    found, problems = parse(b"- tag: @one\n- tag: two: three\n", FILE)

    assert len(problems) == 2
    assert found
    assert found.value == [{"tag": "@one"}, {"tag": "two: three"}]
    assert found.spoiled == {1, 2}


def test_a_file_is_too_large_before_it_is_read() -> None:
    found, (problem,) = parse(b"#" * (MAX_BYTES + 1), FILE)

    assert found is None
    assert "too large" in problem.message


def test_aliases_multiply_nothing() -> None:
    levels = "".join(f"l{n}: &l{n} [*l{n - 1}, *l{n - 1}]\n" for n in range(1, 60))
    found, problems = parse(f"l0: &l0 lol\n{levels}".encode(), FILE)

    assert found
    assert found.value_at(("l59",)) == [None, None]
    assert all(p.severity is Severity.ERROR for p in problems)


def test_a_type_never_makes_an_object() -> None:
    found, problems = parse(b"a: !!python/object/apply:os.system [echo]\n", FILE)

    assert found
    assert found.value == {"a": ["echo"]}
    assert "instruction" in problems[0].message


@settings(deadline=None)
@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"a: \xed\xa0\x80")
def test_any_bytes_become_a_document_or_problems(data: bytes) -> None:
    found, problems = parse(data, FILE)

    assert found is not None or problems
    assert all(p.place.line >= 1 and p.place.column >= 1 for p in problems)


@settings(deadline=None)
@given(PIECES)
@example("[" * 2000)
@example("- " * 2000)
@example("!-…!!**[\\\n  ~\\~\n%-\n- *")
@example("? " * 200)
@example("@\n" * 300)
@example('a: "\\x"\nb: "\\q"')
def test_no_heap_of_signs_stops_or_loops_the_reader(text: str) -> None:
    found, problems = parse(text.encode(), FILE)

    assert found is not None or problems
    assert len(problems) == len(set(problems))


@settings(deadline=None)
@given(PRINTABLE)
@example("no")
@example("#FreeThemAll @GN_MEXICO_ 'a' \"b\" \\ : - \u2028 \u0085")
def test_a_quoted_text_comes_back_exactly(text: str) -> None:
    inner = text.replace("\\", "\\\\").replace('"', '\\"').replace("\u0085", "\\N")
    inner = inner.replace("\u2028", "\\L").replace("\u2029", "\\P")
    found = document(f'- text: "{inner}"\n')

    assert found.value == [{"text": text}]


@settings(deadline=None)
@given(st.lists(PRINTABLE, max_size=5))
def test_what_another_writer_of_yaml_writes_comes_back_exactly(texts: list[str]) -> None:
    written = yaml.safe_dump(texts, allow_unicode=True, default_style='"')
    found = document(written)

    assert found.value == texts
