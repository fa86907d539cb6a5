"""The letter desk in a browser: filled once, greeted right, handed over whole, closed in time."""

from __future__ import annotations

import dataclasses
import re
import shutil
import subprocess
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from PIL import Image

from tests.browser.serving import served
from tests.desk import samples
from toolkit import pages
from toolkit.model import Toolkit
from toolkit.model.letters import Report
from toolkit.pages import Profile, SiteInfo, assets
from toolkit.pages.letters import letters, sheets
from toolkit.pages.petition import petition

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from toolkit.model import Campaign, Handle

pytestmark = pytest.mark.browser
OPEN, MM, INCH = "2021-11-01T12:00:00Z", 72 / 25.4, 72
WAYS = {"en": "ltr", "ar": "rtl"}
AMBASSADOR = '[data-tk-version="ambassador:en"]'
needs_poppler = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="pdftotext (poppler-utils) is not here"
)
# The theme is of no consequence here, so the page stands in the plainest document there is.
SHELL = """<!doctype html><html lang="{tag}" dir="{way}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self';
style-src 'self'"><title>x</title><link rel="stylesheet" href="/shell.css">
<link rel="stylesheet" href="/{style}"><body><div class="tk-page">{body}</div>
<script src="/{script}"></script>"""


# What the theme brings: sizes count from 20 px, and the page begins at its edge.
THEME = "html { font-size: 125%; } body { margin: 0; }"
STAY = "addEventListener('click', e => { if (e.target.closest('a')) e.preventDefault() }); 0"
OTHERS = {"tk-language": '"es"', "/.__palette": "{}", "tk-desk:other": "{}", "theirs": "1"}
COPIES = ("copies@voices.example",)
FORBID = "Storage.prototype.setItem = () => { throw new Error('forbidden'); }; 0"
NO_PRINTER = "print = () => { window.printed = true; }; 0"


def profile_of(handle: Handle) -> Profile:
    return Profile("X", f"@{handle.name}", f"https://x.example/{handle.name}")


def _page(folder: pathlib.Path, name: str, page: pages.RichPage, tag: str = "en") -> None:
    style, script = pages.theme_assets()
    html = SHELL.format(
        tag=tag, way=WAYS[tag], body=page.body, style=style.path, script=script.path
    )
    (folder / page.path).mkdir(parents=True, exist_ok=True)
    (folder / page.path / "index.html").write_text(html, encoding="utf-8")
    (folder / name).write_text(html.replace("../../", "/"), encoding="utf-8")


@pytest.fixture(scope="module")
def desk_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a desk, one with a letter far too long, and a petition."""
    import datetime as dt

    folder = tmp_path_factory.mktemp("desk")
    site = SiteInfo("Voices", "https://v.example/", ("en", "es"), dt.date(2021, 10, 1))
    long = samples.LETTER.wordings[0].body
    body = samples.said(en=f"{long.versions[0].text}\n\n{'é' * 1500}", es="x {name}")
    huge = samples.without(wordings=(dataclasses.replace(samples.LETTER.wordings[0], body=body),))
    careful = dataclasses.replace(samples.CAMPAIGN, sensitive=True)
    told = samples.without(report=Report(samples.HERE, email="us@r.example"), copies=COPIES)
    rows = (
        ("desk.html", samples.CAMPAIGN),
        ("long.html", huge),
        ("careful.html", careful),
        ("report.html", told),
    )
    for name, campaign in rows:
        _page(folder, name, _desk(site, campaign))
    _page(folder, "petition.html", petition(site, samples.PETITIONED, "en", ()))
    behind = samples.without(background=samples.said(en="What lies behind."))
    steps = samples.without(steps=(samples.said(en="Write."),))
    _page(folder, "steps.html", _desk(site, steps))
    _page(folder, "told.html", _desk(site, behind))
    _page(folder, "right.html", _desk(site, samples.CAMPAIGN, "ar"), "ar")
    for asset in (*pages.theme_assets(), *assets.desk_assets()):
        (folder / asset.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / asset.path).write_bytes(asset.body)
    (folder / "shell.css").write_text(THEME, encoding="utf-8")
    with served(folder) as port:
        yield f"http://127.0.0.1:{port}/"


def _desk(site: SiteInfo, campaign: Campaign, language: str = "en") -> pages.RichPage:
    toolkit = Toolkit((), (), (campaign,))
    return letters(toolkit, site, campaign, language, papers={}, profile_of=profile_of)


def opened(browser: Browser, url: str, moment: str = OPEN, **options: object) -> Page:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], **options)  # type: ignore[arg-type]
    page = context.new_page()
    page.clock.install(time=moment)
    page.goto(url)
    return page


def filled(page: Page) -> Page:
    page.fill("#gap-name", "Ana Núñez")
    page.fill("#gap-city", "Tapachula")
    page.evaluate(NO_PRINTER)
    page.evaluate(STAY)
    return page


def english(page: Page) -> Page:
    page.locator('[data-tk-show="ambassador:en"]').click()
    return page


def letter_for(target: str) -> str:
    one = next(s for s in sheets(samples.CAMPAIGN) if (s.target.id, s.language) == (target, "en"))
    text = one.text.replace("{reason}\n\n", "").replace("{name}", "Ana Núñez")
    return text.replace("{city}", "Tapachula")


def test_the_language_of_the_target_is_offered_first(browser: Browser, desk_url: str) -> None:
    page = opened(browser, f"{desk_url}desk.html")

    assert page.locator('[data-tk-version="ambassador:es"]').is_visible()
    assert not page.locator(AMBASSADOR).is_visible()
    assert "Estimado embajador:" in page.locator("#to-ambassador").inner_text()


def test_a_name_typed_once_is_in_every_letter_and_still_there_next_time(
    browser: Browser, desk_url: str
) -> None:
    page = english(filled(opened(browser, f"{desk_url}desk.html")))
    page.reload()

    for target in ("president", "ambassador"):
        shown = page.locator(f'[data-tk-version="{target}:en"] [data-tk-out]')
        assert shown.inner_text() == letter_for(target)
    assert page.input_value("#gap-name") == "Ana Núñez"


def test_a_mail_is_the_letter_accents_line_ends_and_all(browser: Browser, desk_url: str) -> None:
    page = english(filled(opened(browser, f"{desk_url}desk.html")))
    page.locator(f'{AMBASSADOR} [data-tk-mail="mail"]').click()
    link = urlsplit(page.locator(f'{AMBASSADOR} [data-tk-mail="mail"]').get_attribute("href") or "")
    parts = parse_qs(str(link.query))

    assert str(link.path) == "mexembusa@sre.gob.mx"
    assert parts["subject"] == ["Stop deportations (100.21)"]
    assert parts["body"] == [letter_for("ambassador").replace("\n", "\r\n")]
    for kind in ("gmail", "outlook"):
        href = page.locator(f'{AMBASSADOR} [data-tk-mail="{kind}"]').get_attribute("href") or ""
        assert parse_qs(urlsplit(href).query)["body"] == parts["body"]


def test_nothing_goes_out_with_a_place_left_empty(browser: Browser, desk_url: str) -> None:
    page = opened(browser, f"{desk_url}desk.html")
    page.evaluate(NO_PRINTER)
    page.evaluate("navigator.clipboard.writeText('from before')")
    english(page)
    for button in ('[data-tk-mail="mail"]', "[data-tk-print]", '[data-tk-take="text"]'):
        page.locator(f"{AMBASSADOR} {button}").first.click()
        assert page.locator("#gap-name").get_attribute("aria-invalid") == "true"
        assert page.evaluate("document.activeElement.id") == "gap-name"
        page.clock.run_for(50)
        assert "your name" in page.locator("[data-tk-live]").inner_text()

    assert page.evaluate("window.printed") is None
    assert page.evaluate("navigator.clipboard.readText()") == "from before"
    assert page.locator("[data-tk-code]").inner_text().startswith("Nothing yet")


def test_what_is_missing_is_named_as_the_page_names_it(browser: Browser, desk_url: str) -> None:
    page = opened(browser, f"{desk_url}right.html")
    page.locator("[data-tk-take=text]:visible").first.click()
    page.clock.run_for(50)

    said = page.locator("[data-tk-live]").inner_text()
    assert said.endswith("اسمك")
    assert "nombre" not in said, "the letter is in Spanish, the page in Arabic"


def test_a_place_left_empty_stands_out_until_it_is_filled(browser: Browser, desk_url: str) -> None:
    page = english(opened(browser, f"{desk_url}desk.html"))
    gaps = page.locator(f"{AMBASSADOR} [data-tk-out] mark.tk-gap")

    assert gaps.all_inner_texts() == ["[your name]"]
    filled(page)
    assert gaps.count() == 0


def test_a_desk_has_no_hole_below_what_can_be_done(browser: Browser, desk_url: str) -> None:
    page = opened(browser, f"{desk_url}desk.html", viewport={"width": 1440, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    hole = """version => version.getBoundingClientRect().bottom -
      Math.max(...[...version.children].map(child => child.getBoundingClientRect().bottom))"""

    assert page.locator("[data-tk-version]:visible").first.evaluate(hole) < 2


def test_a_line_in_another_direction_begins_where_the_page_does(
    browser: Browser, desk_url: str
) -> None:
    page = opened(browser, f"{desk_url}right.html", viewport={"width": 1440, "height": 900})
    title = page.locator("#to-president header .tk-lead")

    assert title.get_attribute("dir") == "ltr"
    assert title.evaluate("e => getComputedStyle(e).textAlign") == "right"


def test_each_piece_can_be_copied(browser: Browser, desk_url: str) -> None:
    page = english(filled(opened(browser, f"{desk_url}desk.html")))
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    wanted = {
        "text": letter_for("ambassador"),
        "to": "mexembusa@sre.gob.mx",
        "subject": "Stop deportations (100.21)",
    }

    for piece, text in wanted.items():
        page.locator(f'{AMBASSADOR} [data-tk-take="{piece}"]').click()
        assert page.evaluate("navigator.clipboard.readText()") == text


def test_a_letter_too_long_for_a_mail_is_copied_instead_and_said(
    browser: Browser, desk_url: str
) -> None:
    page = english(filled(opened(browser, f"{desk_url}long.html")))
    link = page.locator(f'{AMBASSADOR} [data-tk-mail="mail"]')
    link.click()
    page.clock.run_for(400)

    href = link.get_attribute("href") or ""
    assert len(href) < 2000
    assert "body=" not in href
    assert "é" * 1500 in page.evaluate("navigator.clipboard.readText()")
    assert "copied" in page.locator("[data-tk-live]").inner_text()


def test_a_letter_is_changed_freely_and_comes_back(browser: Browser, desk_url: str) -> None:
    page = english(filled(opened(browser, f"{desk_url}desk.html")))
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    edit = page.locator(f"{AMBASSADOR} [data-tk-edit]")
    shown = page.locator(f"{AMBASSADOR} [data-tk-out]")

    edit.fill("My own words.\n\n[your name]")
    assert shown.inner_text() == "My own words.\n\nAna Núñez"
    page.locator(f"{AMBASSADOR} [data-tk-reset]").click()
    assert shown.inner_text() == letter_for("ambassador")
    page.locator(f"{AMBASSADOR} [data-tk-other]").click()
    assert "Act now." in shown.inner_text()


def test_one_target_or_both(browser: Browser, desk_url: str) -> None:
    page = opened(browser, f"{desk_url}desk.html")
    page.locator('[data-tk-choose="president"]').uncheck()

    assert not page.locator("#to-president").is_visible()
    assert page.locator("#to-ambassador").is_visible()


def test_whoever_chooses_nobody_is_told(browser: Browser, desk_url: str) -> None:
    page = opened(browser, f"{desk_url}desk.html")
    told = page.get_by_text("Choose at least one")
    page.locator('[data-tk-choose="president"]').uncheck()
    assert not told.is_visible()

    page.locator('[data-tk-choose="ambassador"]').uncheck()
    assert told.is_visible()


def test_a_message_ends_when_what_it_asks_for_is_done(browser: Browser, desk_url: str) -> None:
    page = english(opened(browser, f"{desk_url}desk.html"))
    live = page.locator("[data-tk-live]")
    page.locator(f'{AMBASSADOR} [data-tk-mail="mail"]').click()
    page.clock.run_for(50)
    assert "your name" in live.inner_text()

    filled(page)
    page.clock.run_for(50)
    assert live.inner_text() == ""
    page.locator(f'{AMBASSADOR} [data-tk-mail="mail"]').click()
    page.clock.run_for(50)
    assert live.inner_text().startswith("Noted at the end of this page.")


def test_what_was_done_is_listed_with_the_case_number_and_erased_on_request(
    browser: Browser, desk_url: str
) -> None:
    page = english(filled(opened(browser, f"{desk_url}desk.html")))
    copy = page.locator("[data-tk-take=code]")
    assert not copy.is_visible(), "nothing is done yet"
    page.locator(f'{AMBASSADOR} [data-tk-mail="mail"]').click()
    page.locator(f"{AMBASSADOR} [data-tk-call]").click()
    # What is kept for other pages, and for another campaign on this one, was not typed here.
    page.evaluate("others => Object.assign(localStorage, others)", OTHERS)
    before = set(page.evaluate("Object.keys(localStorage)"))

    done = page.locator("[data-tk-code]")
    assert done.inner_text() == "100.21: letters by e-mail: 1, calls: 1"
    copy.click()
    assert page.evaluate("navigator.clipboard.readText()") == done.inner_text()
    page.clock.run_for(5000)
    assert before == {*OTHERS, "tk-desk", "tk-desk:ua", "tk-done"}
    page.get_by_role("button", name="Erase it from this device").click()
    page.clock.run_for(50)
    page.get_by_text("Everything typed here is erased from this device.").wait_for()
    assert not copy.is_visible()
    assert done.inner_text().startswith("Nothing yet")
    page.clock.run_for(4000)
    assert "erased" in page.locator("[data-tk-live]").inner_text(), "no earlier message ends it"
    assert page.input_value("#gap-name") == ""
    assert set(page.evaluate("Object.keys(localStorage)")) == set(OTHERS)


def test_organisers_get_what_was_done_only_in_a_mail_that_one_sends(
    browser: Browser, desk_url: str
) -> None:
    page = english(filled(opened(browser, f"{desk_url}report.html")))
    mail = page.get_by_role("link", name="Report it")
    empty, line = mail.get_attribute("href"), "100.21: letters by post: 2, calls: 1"
    for target in ("president", "ambassador"):
        page.locator(f"#to-{target} [data-tk-print]:visible").first.click()
    page.locator(f"{AMBASSADOR} [data-tk-call]").click()
    page.get_by_role("button", name="Copy what you did").click()

    assert empty == "mailto:us@r.example?subject=100.21"
    assert page.locator("[data-tk-code]").inner_text() == line
    assert unquote(mail.get_attribute("href") or "") == f"{empty}&body={line}"
    assert page.evaluate("navigator.clipboard.readText()") == line


def test_who_gets_a_copy_is_in_every_way_to_send_a_letter(browser: Browser, desk_url: str) -> None:
    page = english(filled(opened(browser, f"{desk_url}report.html")))

    for kind in ("mail", "gmail", "outlook"):
        href = page.locator(f'{AMBASSADOR} [data-tk-mail="{kind}"]').get_attribute("href") or ""
        assert parse_qs(urlsplit(href).query)["cc"] == ["copies@voices.example"], kind


def test_where_nothing_may_be_kept_that_is_said_once_and_all_else_works(
    browser: Browser, desk_url: str
) -> None:
    page = opened(browser, f"{desk_url}desk.html")
    page.evaluate(FORBID)
    english(filled(page))
    page.clock.run_for(50)

    said = page.locator("[data-tk-live]")
    assert said.inner_text().startswith("This browser keeps nothing")
    page.clock.run_for(9000)
    page.fill("#gap-city", "Tijuana")
    page.clock.run_for(50)
    assert said.inner_text() == "", "once is enough"
    assert "Tijuana" in page.locator(f"{AMBASSADOR} [data-tk-out]").inner_text()


def test_a_number_is_dialled_and_a_script_speaks_for_the_caller(
    browser: Browser, desk_url: str
) -> None:
    page = english(filled(opened(browser, f"{desk_url}desk.html")))

    assert page.locator(f"{AMBASSADOR} [data-tk-call]").get_attribute("href") == "tel:+12027281600"
    script = page.locator(f"{AMBASSADOR} [data-tk-fill]").first
    assert (script.text_content() or "").startswith(
        "Good day, my name is Ana Núñez and I am calling from Tapachula."
    )
    assert "please end mass deportations" in (script.text_content() or "")
    assert page.locator("#to-president [data-tk-call]").count() == 0


def test_where_it_is_dangerous_names_become_initials_and_nothing_is_kept(
    browser: Browser, desk_url: str
) -> None:
    page = opened(browser, f"{desk_url}careful.html")
    english(page)
    letter = page.locator(f"{AMBASSADOR} [data-tk-out]")
    page.fill("#gap-name", "ana maría  núñez-Ortiz")
    page.fill("#gap-city", "Tapachula")

    assert "A. M. N." in letter.inner_text()
    assert "maría" not in letter.inner_text()
    page.locator(f'{AMBASSADOR} [data-tk-take="text"]').click()
    assert "A. M. N." in page.evaluate("navigator.clipboard.readText()")

    page.get_by_label("Sign with my whole name").check()
    assert "ana maría  núñez-Ortiz" in letter.inner_text()
    page.get_by_label("Sign with my whole name").uncheck()
    assert "A. M. N." in letter.inner_text()

    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.locator(".tk-desk a[href^='mailto:'], .tk-desk a[href^='tel:']").count() == 0
    page.reload()
    assert page.input_value("#gap-name") == ""


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"])
def test_a_page_nobody_builds_again_closes_by_itself_in_any_time_zone(
    browser: Browser, desk_url: str, zone: str
) -> None:
    page = opened(browser, f"{desk_url}steps.html", "2022-01-01T05:59:00Z", timezone_id=zone)
    mail = page.locator('#to-ambassador [data-tk-mail="mail"]').first
    way_on = page.get_by_role("link", name="See what you can do now")
    assert not page.locator("[data-tk-ended]").is_visible()
    assert mail.is_visible()
    assert not way_on.is_visible()

    page.clock.run_for(61_000)
    assert page.locator("[data-tk-ended]").is_visible()
    assert not mail.is_visible()
    assert not page.locator("#gap-name").is_visible()
    assert not page.locator(".tk-steps, [data-tk-choose]").first.is_visible()
    assert not page.locator(".tk-sheet__date").first.is_visible(), "no letter of today"
    assert page.locator("#to-ambassador .tk-sheet").first.is_visible(), "it stays as a record"
    assert page.locator("h1").inner_text() == "What we wrote"
    assert way_on.is_visible()


def words_on(path: pathlib.Path) -> dict[str, tuple[float, float, float]]:
    """Return where words first stand in a PDF: x, top and bottom in pt."""
    done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True)
    row = r'<word xMin="(.*?)" yMin="(.*?)" xMax=".*?" yMax="(.*?)">(.*?)</word>'
    found: dict[str, tuple[float, float, float]] = {}
    for x, top, bottom, word in re.findall(row, done.stdout.decode()):
        found.setdefault(word, (float(x), float(top), float(bottom)))
    found["pages"] = (done.stdout.decode().count("<page "), 0, 0)
    return found


# Where the address may stand, in pt: from the left, from the top, and its lower edge.
WINDOWS = {
    "a4": (25 * MM, 62.7 * MM, 90 * MM),
    "letter": (0.875 * INCH, 2.04 * INCH, 3.17 * INCH),
}


@needs_poppler
@pytest.mark.parametrize("paper", WINDOWS)
def test_a_printed_letter_is_one_page_with_its_address_in_the_window(
    browser: Browser, desk_url: str, tmp_path: pathlib.Path, paper: str
) -> None:
    left, top, bottom = WINDOWS[paper]
    page = english(filled(opened(browser, f"{desk_url}desk.html")))
    page.locator(f'[data-tk-paper][value="{paper}"]').check()
    page.locator(f"{AMBASSADOR} [data-tk-print]").click()
    assert page.evaluate("window.printed") is True
    page.pdf(path=tmp_path / "letter.pdf", prefer_css_page_size=True)
    words = words_on(tmp_path / "letter.pdf")

    assert words["pages"][0] == 1
    first, last = words["Esteban"], words["20006"]
    assert first[0] >= left - 1
    assert first[1] >= top - 2
    assert last[2] <= bottom + 1
    assert "Sincerely," in words
    assert "Andrés" not in words, "only the chosen letter is printed"


def folds(path: pathlib.Path) -> list[int]:
    """Return at which heights something begins at the left edge of a printed page, in pt."""
    start = path.with_suffix("")
    subprocess.run(["pdftoppm", "-r", "72", "-gray", str(path), str(start)], check=True)
    (picture,) = path.parent.glob(f"{path.stem}-*.pgm")
    with Image.open(picture) as page:
        edge = page.crop((round(6 * MM), 0, round(8 * MM), page.height)).resize((1, page.height))
        shades = edge.tobytes()
    dark = [y for y, shade in enumerate(shades) if shade < 220]
    return [y for y in dark if y - 1 not in dark]


@needs_poppler
@pytest.mark.parametrize(
    ("paper", "heights"),
    [("a4", (105 * MM, 210 * MM)), ("letter", (11 / 3 * INCH, 22 / 3 * INCH))],
)
def test_fold_marks_are_printed_where_the_letter_is_folded(
    browser: Browser, desk_url: str, tmp_path: pathlib.Path, paper: str, heights: tuple[float, ...]
) -> None:
    page = english(filled(opened(browser, f"{desk_url}desk.html")))
    page.locator(f'[data-tk-paper][value="{paper}"]').check()
    page.locator(f"{AMBASSADOR} [data-tk-print]").click()
    page.pdf(path=tmp_path / "letter.pdf", prefer_css_page_size=True)

    assert folds(tmp_path / "letter.pdf") == pytest.approx(heights, abs=3)


@needs_poppler
def test_a_page_read_from_the_right_prints_letters_for_the_same_window(
    browser: Browser, desk_url: str, tmp_path: pathlib.Path
) -> None:
    left, top, bottom = WINDOWS["a4"]
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{desk_url}right.html")
    assert page.evaluate("getComputedStyle(document.documentElement).direction") == "rtl"
    page.pdf(path=tmp_path / "all.pdf", prefer_css_page_size=True)
    words = words_on(tmp_path / "all.pdf")

    first, last = words["Esteban"], words["20006"]
    assert first[0] == pytest.approx(left, abs=3)
    assert first[1] >= top - 2
    assert last[2] <= bottom + 1
    assert words["Sincerely,"][0] == pytest.approx(left, abs=3)


@needs_poppler
def test_without_script_everything_can_be_read_and_printed(
    browser: Browser, desk_url: str, tmp_path: pathlib.Path
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{desk_url}desk.html")

    for target in ("president", "ambassador"):
        for tag in ("en", "es"):
            shown = page.locator(f'[data-tk-version="{target}:{tag}"]')
            assert shown.is_visible()
    assert not page.locator("#gap-name").is_visible()
    assert page.locator(f'{AMBASSADOR} [data-tk-mail="mail"]').is_visible()
    assert "[brackets]" in page.locator(AMBASSADOR).inner_text()
    page.pdf(path=tmp_path / "all.pdf", prefer_css_page_size=True)
    words = words_on(tmp_path / "all.pdf")
    assert {"Estimado", "Dear", "Andrés", "Esteban"} <= words.keys()


@needs_poppler
@pytest.mark.parametrize("script", [True, False])
def test_what_lies_behind_is_folded_on_the_screen_and_open_on_paper(
    browser: Browser, desk_url: str, tmp_path: pathlib.Path, *, script: bool
) -> None:
    page = browser.new_context(java_script_enabled=script).new_page()
    page.goto(f"{desk_url}told.html")
    behind = page.get_by_text("What lies behind.")
    assert not behind.is_visible()
    page.get_by_text("Background", exact=True).click()
    assert behind.is_visible()
    page.get_by_text("Background", exact=True).click()
    page.pdf(path=tmp_path / "told.pdf", prefer_css_page_size=True)

    assert "behind." in words_on(tmp_path / "told.pdf")


def test_hostile_words_typed_here_stay_words(browser: Browser, desk_url: str) -> None:
    page = opened(browser, f"{desk_url}desk.html")
    english(page)
    page.evaluate(STAY)
    name = "<img src=x onerror=alert(1)>\u202e\u0007&bcc=x@y.org"
    page.fill("#gap-name", name)
    link = page.locator(f'{AMBASSADOR} [data-tk-mail="mail"]')
    link.click()

    assert page.locator(f"{AMBASSADOR} [data-tk-out] img").count() == 0
    href = link.get_attribute("href") or ""
    assert list(parse_qs(urlsplit(href).query)) == ["subject", "body"]
    assert "%E2%80%AE" not in href
    assert "%07" not in href


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("name", ["desk.html", "petition.html"])
def test_the_pages_fit_their_screen(browser: Browser, desk_url: str, name: str, width: int) -> None:
    page = opened(browser, desk_url + name, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")

    wide = "document.documentElement.scrollWidth"
    assert page.evaluate(wide) <= width
    small = """() => [...document.querySelectorAll(".tk button, .tk summary, .tk a.tk-button")]
      .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.9)
      .map(e => e.textContent)"""
    assert page.evaluate(small) == []
