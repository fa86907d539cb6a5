"""What letters.yml says stands on the desk, in its place; what it does not say leaves no trace."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from html import unescape

import pytest

from tests.desk import samples
from toolkit.model import Campaign, Channels, Day, Toolkit
from toolkit.model.letters import Call, Report
from toolkit.pages import SiteInfo
from toolkit.pages.letters import letters

SITE = SiteInfo("Voices", "https://v.example/", ("en", "es"), dt.date(2021, 10, 1))
EMBASSY = replace(samples.EMBASSY, handles=())
PRESIDENT = replace(samples.PRESIDENT, handles=())
AMBASSADOR = replace(samples.AMBASSADOR, handles=(), office=EMBASSY)


def desk(campaign: Campaign, *others: Campaign, language: str = "en") -> str:
    toolkit = Toolkit((), (), (campaign, *others))
    page = letters(toolkit, SITE, campaign, language, papers={}, profile_of=lambda _: None)  # type: ignore[arg-type,return-value]
    return unescape(page.body)


def letter(**changes: object) -> Campaign:
    people = {"targets": (PRESIDENT, AMBASSADOR), "embassy": EMBASSY}
    return samples.without(**{**people, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        (
            {"steps": (samples.said(en="Write."), samples.said(en="Report."))},
            '<ol class="tk-steps" data-tk-open><li>Write.</li><li>Report.</li></ol>',
        ),
        ({"caution": samples.said(en="Initials will do.")}, "<p>Initials will do.</p></div>"),
        ({"tips": (samples.said(en="Be brief."),)}, "Before you write</summary><ul"),
        ({"enclosures": (samples.said(en="A map."),)}, "Enclosed</h2><ul"),
        ({"report": Report(samples.HERE, reason=samples.said(en="We count."))}, ">We count.</p>"),
        (
            {"report": Report(samples.HERE, url="https://r.example/84")},
            'href="https://r.example/84" rel="noopener noreferrer">Report it',
        ),
        (
            {"report": Report(samples.HERE, email="us@r.example")},
            'data-tk-report="us@r.example" href="mailto:us%40r.example"',
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_is_said_is_shown_and_nothing_is_shown_where_nothing_is_said(
    changes: dict[str, object], shown: str
) -> None:
    bare = letter(report=None)

    assert shown in desk(letter(**{"report": None, **changes}))
    assert shown not in desk(bare)


def test_a_form_to_report_on_is_a_link_that_may_stand_on_a_page_or_none() -> None:
    hostile = Report(samples.HERE, url="javascript:alert(1)")

    assert "javascript:" not in desk(letter(report=hostile))


def test_steps_keep_the_order_in_which_they_are_written() -> None:
    hurry, write = samples.said(en="Act now."), samples.said(en="Write.")

    for steps in ((hurry, write), (write, hurry)):
        html = desk(letter(steps=steps))
        first, second = (html.index(f"<li>{s.versions[0].text}</li>") for s in steps)
        assert first < second


def test_a_fax_is_offered_only_with_a_number() -> None:
    faxed = replace(
        AMBASSADOR, channels=replace(AMBASSADOR.channels, fax="+1 202 728 1698"), office=None
    )

    assert "+12027281698" in desk(letter(targets=(faxed,)))
    assert "Fax" not in desk(letter())


def test_a_letter_goes_through_the_embassy_where_there_is_one() -> None:
    html = desk(letter())
    president, ambassador = html.split('id="to-ambassador"')

    assert 'data-tk-print="through"' in president
    assert "c/o Embassy of Mexico" in president
    assert 'data-tk-print="through"' not in ambassador
    assert "through" not in desk(letter(embassy=None))


def test_an_ended_action_leads_to_the_one_that_follows_and_that_one_back() -> None:
    first = replace(letter(), id="first", title=samples.said(en="The first"))
    second = replace(letter(previous="first"), id="second", title=samples.said(en="The second"))

    assert '<a href="../../second/letters/">The second</a>' in desk(first, second)
    assert '<a href="../../first/">The first</a>' in desk(second, first)
    assert "tk-ended__notice" in desk(first)
    assert "The second" not in desk(first)


ASKS = (samples.said(en="end deportations."), samples.said(en="free every child"))


def test_what_to_say_is_made_of_the_asks_and_a_machine_hears_the_first() -> None:
    html = desk(letter(targets=(AMBASSADOR,), asks=ASKS))
    person, machine = html.split("If you reach voicemail")

    assert "end deportations; free every child." in person
    assert "end deportations" in machine
    assert "free every child" not in machine
    assert ".." not in person.split("data-tk-fill")[1].split("</p>")[0]


def test_words_of_the_campaigns_own_are_said_instead() -> None:
    call = Call(samples.said(en="Hello, {name} here."), samples.said(en="Call me, {name}."))
    html = desk(letter(targets=(AMBASSADOR,), asks=ASKS, call=call))

    assert ">Hello, [your name] here.</p>" in html
    assert ">Call me, [your name].</p>" in html
    assert "end deportations" not in html


def test_nobody_is_told_what_to_say_where_nobody_can_be_called() -> None:
    silent = replace(AMBASSADOR, office=None, channels=Channels(email="a@b.org"))

    assert "What to say" not in desk(letter(targets=(silent,), asks=ASKS))
    assert "What to say" not in desk(letter(targets=(AMBASSADOR,), asks=()))


def test_how_long_it_is_open_is_said_with_the_place() -> None:
    assert "Until the end of December 2021 (Mexico City time)" in desk(letter())
    over = replace(letter(), deadline=Day(2021, 9, 29, samples.HERE))
    assert "Until" not in desk(over)


def test_what_to_know_before_writing_is_said_before_the_letters() -> None:
    html = desk(letter(tips=(samples.said(en="Be brief."),)))

    assert html.index("Be brief.") < html.index("data-tk-gap") < html.index("data-tk-version")


def test_an_ended_desk_tells_what_was_written_and_asks_for_nothing() -> None:
    over = replace(letter(), deadline=Day(2021, 9, 29, samples.HERE))

    assert ">What we wrote</h1>" in desk(over)
    assert ">Write a letter</h1>" in desk(letter())
    assert 'href="../">See what you can do now' in desk(over)


def test_where_it_is_dangerous_all_that_warns_stands_in_one_place() -> None:
    careful = replace(letter(caution=samples.said(en="Talk to us first.")), sensitive=True)
    box = desk(careful).split('class="tk-care"')[1].split("</div>")[0]

    assert "<p>Talk to us first.</p>" in box
    assert "Your safety" not in desk(careful)
    assert "Your safety" in desk(letter(caution=samples.said(en="Talk to us first.")))


def test_a_field_is_named_as_its_language_writes_it() -> None:
    assert '>Dein Name <span class="tk-note">' in desk(letter(), language="de")
    assert 'data-tk-label="dein Name"' in desk(letter(), language="de")


def test_languages_stand_in_the_order_in_which_the_page_is_read() -> None:
    assert "\u2068Español\u2069، \u2068English\u2069" in desk(letter(), language="ar")
    assert "Languages, best first: Español, English." in desk(letter())


def test_a_desk_in_a_language_its_campaign_does_not_speak_says_so() -> None:
    assert "This campaign does not speak" not in desk(letter())
    assert "Diese Kampagne gibt es noch nicht auf Deutsch" in desk(letter(), language="de")


def test_a_day_alone_is_said_to_be_the_day_of_issue() -> None:
    day = Day(2021, 9, 30, samples.HERE)
    issued = replace(letter(), issued=day)

    assert ">Published on 30 September 2021.</p>" in desk(issued)
    there = replace(issued, where=samples.said(en="Lima"))
    assert ">Lima, 30 September 2021</p>" in desk(there)
    assert ">September 2021</p>" in desk(replace(issued, issued=Day(2021, 9, None, samples.HERE)))
