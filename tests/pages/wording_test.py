"""Words are whole in every language, and missing ones are said to be missing."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest

from tests.pages import samples
from toolkit.model import Day, is_right_to_left
from toolkit.networks import builtin
from toolkit.pages.frame import frame
from toolkit.pages.languages import language
from toolkit.pages.wording import read_words, wording
from toolkit.problems import Place, Severity

WORDS = resources.files("toolkit.pages") / "words"
PAGES = Path(str(WORDS)).parent
LANGUAGES = sorted(
    Path(f.name).stem for f in WORDS.iterdir() if f.name not in {"languages.yml", "__init__.py"}
)
HERE = Place("campaign.yml")


def placeholders(line: str) -> set[str]:
    return set(re.findall(r"\{(\w*)\}", line))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_says_everything_english_says(tag: str) -> None:
    english, other = wording("en")[0].shape, wording(tag)[0].shape

    assert other.say.keys() == english.say.keys()
    for key, line in english.say.items():
        assert placeholders(other.say[key]) == placeholders(line), key
        assert other.say[key].strip(), key
    assert placeholders(other.day) == {"day", "month", "year"}
    assert placeholders(other.month) == {"month", "year"}


def test_templates_say_only_what_is_there_and_all_of_it() -> None:
    rooms = (PAGES, *(PAGES.parent / name for name in ("plan", "desk", "mkdocs_plugin")))
    kinds = {".html", ".py"}
    files = [p for room in rooms for p in room.rglob("*.*") if p.suffix in kinds]
    sources = "".join(p.read_text(encoding="utf-8") for p in files)
    said = set(re.findall(r'say\(\s*"(\w+)"', sources))
    starts: tuple[str, ...] = ("role_", "format_", "says_", "note_", "blank_", "call_", "does_")
    starts = (*starts, "do_", "kind_", "stored_", "desk_", "sheet_", "ended_")
    keys = set(wording("en")[0].shape.say)

    assert {key for key in said if not key.endswith("_")} <= keys
    named = {key for key in keys if re.search(rf"""["']{key}["']""", sources)}
    assert {key for key in keys - named if not key.startswith(starts)} == set()


def test_every_network_row_has_its_sentence() -> None:
    english = wording("en")[0]

    for network in builtin().values():
        assert english(f"says_{network.says.replace('-', '_')}", network=network.name)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_is_no_brand_has_a_name_in_each_language(tag: str) -> None:
    names = {network.name for network in builtin().values()}

    assert wording(tag)[0].shape.networks.keys() == wording("en")[0].shape.networks.keys() <= names
    assert wording(tag)[0].network("Bluesky") == "Bluesky"
    assert wording("ar")[0].network("SMS") == "رسالة نصية"
    assert wording("es")[0].network("E-mail") == "Correo"


def test_a_language_without_words_speaks_english_and_says_so() -> None:
    words, problems = wording("eu")

    assert words("posts") == "Posts"
    (problem,) = problems
    assert problem.severity is Severity.WARNING
    assert '"eu"' in problem.message


def test_a_regional_language_uses_the_words_of_its_base() -> None:
    words, problems = wording("es-MX")

    assert words("posts") == "Publicaciones"
    assert words.about.tag == "es-MX"
    assert not problems


def test_dates_are_written_as_each_language_writes_them() -> None:
    day, month = Day(2020, 4, 2, HERE), Day(2021, 12, None, HERE)

    assert wording("en")[0].date(day) == "2 April 2020"
    assert wording("es")[0].date(day) == "2 de abril de 2020"
    assert wording("ja")[0].date(day) == "2020年4月2日"
    assert wording("ar")[0].date(month) == "ديسمبر 2021"


SAID = {
    "en": (
        "Until 1 May 2020 | This campaign ended on 1 May 2020. | This action ended on 1 May 2020.",
        (
            "Until the end of May 2020 | This campaign ran until the end of May 2020. | "
            "This action ran until the end of May 2020."
        ),
    ),
    "es": (
        (
            "Hasta el 1 de mayo de 2020 | Esta campaña terminó el 1 de mayo de 2020. | "
            "Esta acción terminó el 1 de mayo de 2020."
        ),
        (
            "Hasta el final de mayo de 2020 | Esta campaña duró hasta el final de mayo de 2020. | "
            "Esta acción duró hasta el final de mayo de 2020."
        ),
    ),
    "fr": (
        (
            "Jusqu’au 1er mai 2020 | Cette campagne s’est terminée le 1er mai 2020. | "
            "Cette action s’est terminée le 1er mai 2020."
        ),
        (
            "Jusqu’à fin mai 2020 | Cette campagne a duré jusqu’à fin mai 2020. | "
            "Cette action a duré jusqu’à fin mai 2020."
        ),
    ),
    "pt": (
        (
            "Até 1 de maio de 2020 | Esta campanha terminou em 1 de maio de 2020. | "
            "Esta ação terminou em 1 de maio de 2020."
        ),
        (
            "Até ao fim de maio de 2020 | Esta campanha terminou no fim de maio de 2020. | "
            "Esta ação terminou no fim de maio de 2020."
        ),
    ),
    "de": (
        (
            "Bis zum 1. Mai 2020 | Diese Kampagne endete am 1. Mai 2020. | "
            "Diese Aktion endete am 1. Mai 2020."
        ),
        (
            "Bis Ende Mai 2020 | Diese Kampagne lief bis Ende Mai 2020. | "
            "Diese Aktion lief bis Ende Mai 2020."
        ),
    ),
    "ar": (
        "حتى 1 مايو 2020 | انتهت هذه الحملة في 1 مايو 2020. | انتهى هذا التحرك في 1 مايو 2020.",
        (
            "حتى نهاية مايو 2020 | انتهت هذه الحملة بنهاية مايو 2020. | "
            "انتهى هذا التحرك بنهاية مايو 2020."
        ),
    ),
    "ja": (
        (
            "2020年5月1日まで | このキャンペーンは2020年5月1日に終了しました。 | "
            "この活動は2020年5月1日に終わりました。"
        ),
        (
            "2020年5月末まで | このキャンペーンは2020年5月末で終了しました。 | "
            "この活動は2020年5月末で終わりました。"
        ),
    ),
}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_an_end_reads_right_to_the_day_and_to_the_month(tag: str) -> None:
    page = frame(samples.SITE, tag, "")
    for day, line in zip((1, None), SAID[tag], strict=True):
        campaign = replace(samples.CAMPAIGN, deadline=Day(2020, 5, day, HERE), zone="UTC")
        until, ended, desk = line.split(" | ")

        assert page.until(campaign) == until
        assert page.has_ended(campaign).startswith(ended)
        assert page.has_ended(campaign, "desk_ended").startswith(desk)


def test_sizes_are_short_and_never_nothing() -> None:
    words = wording("en")[0]

    assert [words.size(n) for n in (1, 41_500, 999_499, 1_250_000)] == [
        "1 KB",
        "42 KB",
        "999 KB",
        "1.2 MB",
    ]


def test_a_words_file_with_a_gap_is_refused_with_its_place() -> None:
    with pytest.raises(ValueError, match=r"words/xx\.yml:1:1: .months. is missing"):
        read_words(b"say: {posts: Posts}\n", "words/xx.yml")


def test_languages_run_the_way_the_model_says() -> None:
    for tag in ("ar", "he", "fa", "ur", "en", "ja", "pt-BR", "ckb", "nah"):
        assert (language(tag).direction == "rtl") is is_right_to_left(tag)


def test_an_unknown_language_keeps_its_tag_as_its_name() -> None:
    assert language("tlh").name == "tlh"


def test_the_composer_says_only_what_is_there_and_all_of_it() -> None:
    sources = "".join(p.read_text(encoding="utf-8") for p in (PAGES / "assets").glob("*.js"))
    said = set(re.findall(r"\bdoes_\w+", sources)) - {"does_opened_"}
    opened = {f"does_opened_{n.says.replace('-', '_')}" for n in builtin().values() if n.share}

    known = {key for key in wording("en")[0].shape.say if key.startswith("does_")}

    assert said | opened == known


def test_french_marks_never_begin_a_line() -> None:
    loose = [line for line in wording("fr")[0].shape.say.values() if re.search(r" [:;?!%»]", line)]

    assert loose == []


@pytest.mark.parametrize(
    ("tag", "kept", "other"),
    [
        ("en", "reply", "an answer to"),
        ("es", "dispositivo", "aparato"),
        ("es", "hashtag", "[Ee]tiqueta(?!s de dirección)"),
        ("fr", "hashtag", "[Mm]ots?-dièse"),
        ("fr", "équipe de campagne", "organisateur"),
        ("pt", "dispositivo", "aparelho"),
        ("pt", "neste site", "sítio"),
        ("ja", "ブラウザー", "ブラウザ(?!ー)"),
        ("ja", "SNS", "ネットワーク"),
        ("ja", "シェア", "共有"),
        ("ar", "التوقيعات", "التواقيع"),
        ("ar", "ألصق", "(?<!ل)الصق"),
    ],
)
def test_one_thing_has_one_word(tag: str, kept: str, other: str) -> None:
    said = " ".join(wording(tag)[0].shape.say.values())

    assert kept in said
    assert re.findall(other, said) == []
