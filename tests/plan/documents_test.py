"""Petition and release are files too: PDF, pictures, a zip with credits; none before its day."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import shutil
import subprocess
import zipfile
from html import unescape
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.plan import small
from toolkit.plan import build

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.plan import Plan

needs_poppler = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="pdftotext (poppler-utils) is not here"
)
GPS, ORIENTATION = 0x8825, 0x0112
CAMPAIGN = """\
label: {en: Petition, es: Petición}
senders:
  - {name: "Fish & Folk, AC", url: "https://fish.example/", language: en, logo: fish.png}
  - name: Río Vivo
    role: {en: drafted the text, es: redactó el texto}
"""
PETITION = """\
to: [council]
preamble: {en: "Our river is to be put into a pipe.", es: "Quieren entubar nuestro río."}
appeal: {en: A pipe is no river., es: Un tubo no es un río.}
claims:
  - text: {en: Eleven kinds of fish live here., es: Aquí viven once especies de peces.}
    source: {en: the town's own survey, es: el censo municipal}
    as_of: 2025-06
demands:
  - core: {en: Keep the river open., es: Dejen el río abierto.}
    detail: {en: All of it., es: Todo.}
  - core: {en: Ask the neighbours., es: Pregunten al vecindario.}
closing: {en: "Sincerely,", es: "Atentamente,"}
"""
PRESS = """\
type: {en: Press release, es: Comunicado}
date: 2025-12-30
where: Rivertown
headline: {en: The river stays, es: El río se queda}
body:
  en: |-
    The EPA looked at the river.

    {1}

    The EPA will look again.
  es: |-
    La autoridad miró el río.

    {1}
quotations:
  - text: {en: 'They called it “a ditch”', es: 'Lo llamaron “zanja”'}
    speaker: Ana Ruiz
    role: {en: fisher, es: pescadora}
acronyms:
  EPA: {en: Environmental Protection Agency}
notes:
  - {en: Eleven kinds of fish live here., es: Aquí viven once especies.}
contacts:
  - {name: Ben Okri, email: ben@fish.example, phone: +1 202 555 0100}
related:
  - {label: Our open letter, url: "https://fish.example/letter"}
pictures:
  - alt: {en: A heron stands in the river, es: Una garza en el río}
    image: heron.jpg
    credit: Li Wei
"""
POSTS = """\
- id: list
  text: {en: Two demands., es: Dos exigencias.}
  card: {layout: demands, headline: {en: What we ask, es: Lo que pedimos}}
- id: appeal
  text: {en: Not a pipe., es: Un tubo no.}
  card: {layout: quotation, speaker: {en: Two groups, es: Dos grupos}}
"""


def made(folder: Path) -> Path:
    root = small.project(folder)
    home = root / "campaigns/river"
    (root / "accounts.yml").write_text("- id: council\n  name: The Council\n", encoding="utf-8")
    for name, text in {
        "campaign": small.CAMPAIGN + CAMPAIGN,
        "posts": POSTS,
        "petition": PETITION,
        "press": PRESS,
    }.items():
        (home / f"{name}.yml").write_text(text, encoding="utf-8")
    (home / "images").mkdir()
    Image.new("RGBA", (90, 60), (0, 90, 0, 128)).save(home / "images/fish.png")
    taken = Image.Exif()
    taken[ORIENTATION] = 6
    taken.get_ifd(GPS)[1] = "N"
    Image.new("RGB", (300, 200), "navy").save(home / "images/heron.jpg", exif=taken)
    return root


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return small.planned(made(tmp_path_factory.mktemp("documents")))


def page(plan: Plan, source: str) -> str:
    (found,) = (p for p in plan.pages if p.page.source == source)
    return unescape(found.page.body)


def pdf(plan: Plan, name: str) -> str:
    body = plan.files[f"river/files/river-{name}.pdf"]
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=body, capture_output=True, check=True
    )
    return " ".join(done.stdout.decode().split())


def kit(plan: Plan, language: str = "en") -> zipfile.ZipFile:
    start = f"downloads/river/river-{language}-press."
    (kept,) = (k for name, k in plan.parcels.items() if name.startswith(start))
    return zipfile.ZipFile(io.BytesIO(kept.there().read_bytes()))


def card_alt(plan: Plan, post: str, language: str) -> set[str]:
    return {c.alt for c in plan.cards if c.name.startswith(f"river-{post}-{language}-")}


@needs_poppler
@pytest.mark.parametrize("size", ["a4", "letter"])
def test_the_petition_is_a_letter_on_paper_from_addressee_to_signatories(
    plan: Plan, size: str
) -> None:
    assert pdf(plan, f"petition-en-{size}") == (
        "Petition Save the river To: The Council Our river is to be put into a pipe. "
        "A pipe is no river. What we know Eleven kinds of fish live here. "
        "Source: the town's own survey. As of June 2025. "
        "What we demand 1. Keep the river open. All of it. 2. Ask the neighbours. "
        "Sincerely, Fish & Folk, AC Río Vivo, drafted the text"
    )
    assert "2. Pregunten al vecindario. Atentamente, Fish & Folk, AC" in pdf(
        plan, f"petition-es-{size}"
    )


@needs_poppler
@pytest.mark.parametrize("size", ["a4", "letter"])
def test_the_release_is_on_paper_as_newsrooms_need_it(plan: Plan, size: str) -> None:
    assert pdf(plan, f"release-en-{size}") == (
        "Press release The river stays Rivertown, 30 December 2025 "
        "The Environmental Protection Agency (EPA) looked at the river. "
        "“They called it ‘a ditch’” — Ana Ruiz, fisher The EPA will look again. "
        "Notes to editors Eleven kinds of fish live here. "
        "Contact Ben Okri, ben@fish.example, +1 202 555 0100 "
        "More on this Our open letter: https://fish.example/letter"
    )


@pytest.mark.parametrize(
    ("tree", "language", "here", "root"),
    [("", "en", "../", "../../"), ("es/", "es", "../../../river/", "../../../")],
)
def test_pages_offer_the_files_of_their_language(
    plan: Plan, tree: str, language: str, here: str, root: str
) -> None:
    for kind, where in (("petition", "petition"), ("release", "press")):
        body = page(plan, f"{tree}river/{where}/index.md")
        for size in ("a4", "letter"):
            assert f'href="{here}files/river-{kind}-{language}-{size}.pdf"' in body
    assert f'href="{root}downloads/river/river-{language}-press.' in body


def test_where_our_fonts_cannot_write_a_language_people_still_get_a_sheet(tmp_path: Path) -> None:
    root = made(tmp_path / "project")
    options = dataclasses.replace(small.OPTIONS, languages=("en", "ar"))
    body = page(build(root, options), "ar/river/petition/index.md")

    assert "river-sheet-en-a4.pdf" in body
    assert "river-petition-en-a4.pdf" in body
    assert 'id="thanks"' in body


def test_what_is_copied_names_the_page_that_belongs_to_the_release(plan: Plan) -> None:
    body = page(plan, "river/press/index.md")

    assert '<a href="https://fish.example/letter" rel="noopener noreferrer">Our open letter' in body
    assert "Our open letter: https://fish.example/letter" in kit(plan).read("release.txt").decode()


def test_a_newsroom_takes_text_pictures_and_credits_in_one_zip(plan: Plan) -> None:
    with kit(plan) as archive:
        names = archive.namelist()
        credits_ = archive.read("credits.txt").decode()
        release = archive.read("release.txt").decode()

    assert "pictures/heron.jpg" in names
    assert "cards/square/river-list-en-1080x1080.png" in names
    assert not [name for name in names if "-es-" in name]
    assert "pictures/heron.jpg\n© Li Wei\nA heron stands in the river\n" in credits_
    assert credits_.count("cards/") == sum(name.startswith("cards/") for name in names)
    assert release.startswith("Press release\n\nThe river stays\n\nRivertown, 30 December 2025\n")
    assert "Una garza en el río" in kit(plan, "es").read("credits.txt").decode()


def test_a_photograph_is_shown_upright_credited_and_without_where_it_was_taken(
    plan: Plan,
) -> None:
    (path,) = (p for name, p in plan.pictures.items() if name.startswith("river/images/heron."))
    with Image.open(path) as photo:
        assert photo.size == (200, 300)
        assert GPS not in photo.getexif()
    assert b"Li Wei" in path.read_bytes()
    body = page(plan, "river/press/index.md")
    assert 'src="../images/heron.' in body
    assert "Credit: Li Wei." in body
    assert "A heron stands in the river" in body


def test_those_who_sign_have_a_link_a_mark_and_say_what_they_do(plan: Plan) -> None:
    body = page(plan, "river/petition/index.md")

    assert '<a href="https://fish.example/" rel="noopener noreferrer">Fish & Folk, AC</a>' in body
    assert 'class="tk-mark" src="../images/fish.' in body
    assert "drafted the text" in body
    assert "redactó el texto" in page(plan, "es/river/petition/index.md")


def test_cards_take_the_demands_and_the_appeal_from_the_petition(plan: Plan) -> None:
    (alt,) = card_alt(plan, "list", "en")
    assert "What we ask. Keep the river open. Ask the neighbours." in alt
    (spanish,) = card_alt(plan, "list", "es")
    assert "Dejen el río abierto. Pregunten al vecindario." in spanish
    (quote,) = card_alt(plan, "appeal", "en")
    assert "“A pipe is no river.”" in quote


@pytest.mark.parametrize("preview", [False, True])
def test_before_its_day_nothing_of_a_release_is_made(tmp_path: Path, *, preview: bool) -> None:
    root = made(tmp_path / "project")
    press = root / "campaigns/river/press.yml"
    press.write_text(f"{PRESS}embargo: 2026-01-02\n", encoding="utf-8")
    plan = build(root, dataclasses.replace(small.OPTIONS, preview=preview))
    names = [*plan.files, *plan.pictures, *plan.parcels, *(p.page.source for p in plan.pages)]
    names = [name for name in names if not name.startswith("schema/")]
    theirs = [n for n in names if "release" in n or "press" in n or "heron" in n]
    told = [n for n, body in plan.files.items() if b"The river stays" in body]
    told += [p.page.source for p in plan.pages if "The river stays" in p.page.body + p.search]

    assert bool(theirs) is preview
    assert bool(told) is preview
    if preview:
        assert "Under embargo until 2026-01-02" in page(plan, "river/press/index.md")
    later = build(root, dataclasses.replace(small.OPTIONS, today=dt.date(2026, 1, 2)))
    assert "embargo" not in page(later, "river/press/index.md")


def test_a_picture_that_cannot_be_shown_is_an_error_at_its_line(tmp_path: Path) -> None:
    root = made(tmp_path / "project")
    (root / "campaigns/river/images/heron.jpg").write_bytes(b"\xff\xd8 no picture")
    plan = build(root, small.OPTIONS)

    (problem,) = (p for p in plan.problems if p.rule == "picture")
    assert plan.failed
    assert str(problem.place) == "campaigns/river/press.yml:29:5"
    assert problem.message.startswith("heron.jpg cannot be shown: it cannot be read as PNG or JPEG")
