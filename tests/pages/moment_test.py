"""Pages close on time, wait for their hour, and ask less where taking part is dangerous."""

from __future__ import annotations

import base64
import datetime as dt
import json
import re
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest

from tests.desk import samples as desk_samples
from tests.pages import samples
from tests.pages.rich_test import seen
from toolkit import pages
from toolkit.model import Day
from toolkit.model.moments import end_of
from toolkit.pages.bank import DEVICE_KEYS
from toolkit.pages.frame import frame
from toolkit.pages.offline import ICON_SIZES, manifest, whole_kit, worker
from toolkit.pages.petition import petition
from toolkit.pages.site import first_sentences
from toolkit.pages.stored import STORED
from toolkit.pages.storm import phase

ASSETS = Path(str(resources.files("toolkit.pages"))) / "assets"
HERE = samples.HERE


THREE = (*samples.CAMPAIGN.accounts, replace(samples.CAMPAIGN.accounts[1], id="third"))


def at(*moment: int) -> pages.SiteInfo:
    """Return the sample site as it is at a moment in UTC."""
    now = dt.datetime(*moment, tzinfo=dt.UTC)  # type: ignore[misc, arg-type]
    return replace(samples.SITE, today=now.date(), now=now)


def campaign_page(site: pages.SiteInfo, **changes: object) -> pages.RichPage:
    made = replace(samples.CAMPAIGN, **changes)  # type: ignore[arg-type]
    return pages.campaign(
        samples.TOOLKIT,
        site,
        made,
        "en",
        views=samples.views(),
        profile_of=samples.profile_of,
    )


@pytest.mark.parametrize(
    ("day", "zone", "moment"),
    [
        (Day(2021, 12, None, HERE), "America/Mexico_City", "2022-01-01T06:00:00+00:00"),
        (Day(2021, 12, 5, HERE), "Asia/Tokyo", "2021-12-05T15:00:00+00:00"),
        (Day(2024, 2, None, HERE), "UTC", "2024-03-01T00:00:00+00:00"),
        (Day(2026, 3, 29, HERE), "Europe/Berlin", "2026-03-29T22:00:00+00:00"),
    ],
)
def test_a_day_ends_where_it_was_meant(day: Day, zone: str, moment: str) -> None:
    assert end_of(day, zone).isoformat() == moment


def test_a_campaign_is_open_to_the_last_minute_of_its_month_in_its_own_zone() -> None:
    page = frame(at(2020, 6, 1, 4, 59), "en", "")
    assert not page.ended(samples.CAMPAIGN)
    assert page.until(samples.CAMPAIGN) == "Until the end of May 2020 (Mexico City time)"

    page = frame(at(2020, 6, 1, 5, 0), "en", "")
    assert page.ended(samples.CAMPAIGN)
    assert page.has_ended(samples.CAMPAIGN).startswith(
        "This campaign ran until the end of May 2020."
    )


def test_the_page_carries_its_end_for_a_site_that_nobody_builds_again() -> None:
    body = campaign_page(at(2020, 4, 3)).body

    assert 'data-tk-closes="2020-06-01T05:00:00Z"' in body
    assert "data-tk-ended" not in body
    assert re.search(r"<p class=.tk-notice. data-tk-after hidden>", body)
    assert "data-tk-ended" in campaign_page(at(2020, 7, 1)).body


def closing_pages(site: pages.SiteInfo) -> dict[str, str]:
    """Return every kind of page on which somebody could act, of a campaign that says what came."""
    made = replace(
        samples.CAMPAIGN,
        outcome=samples.said(en="Two hundred people are free."),
        instead=samples.said(en="Write to those who still hold others."),
        petition=desk_samples.PETITIONED.petition,
    )
    views = samples.views(made)
    return {
        "campaign": campaign_page(site, outcome=made.outcome, instead=made.instead).body,
        "posts": pages.posts(site, made, "en", views).body,
        "landing": next(iter(pages.landings(site, views))).html,
        "petition": petition(site, made, "en", ()).body,
    }


@pytest.mark.parametrize("kind", ["campaign", "posts", "landing", "petition"])
def test_where_one_can_act_the_end_is_there_from_the_beginning(kind: str) -> None:
    before = closing_pages(at(2020, 4, 3))[kind]
    after = closing_pages(at(2020, 6, 1, 5, 0))[kind]

    assert 'data-tk-closes="2020-06-01T05:00:00Z">' in before
    assert '<p class="tk-notice" data-tk-after hidden>This campaign ran' in before
    assert '<div class="tk-over" data-tk-after hidden>' in before
    assert re.search(r'<(div|p) class="tk-(doing|lead)" data-tk-during>', before)
    assert 'data-tk-closes="2020-06-01T05:00:00Z" data-tk-ended>' in after
    assert '<p class="tk-notice" data-tk-after>This campaign ran' in after
    assert re.search(r'<(div|p) class="tk-(doing|lead)" data-tk-during hidden>', after)
    for words in ("Two hundred people are free.", "Write to those who still hold others."):
        assert words in before
        assert words in after


def test_a_site_built_as_if_it_were_another_day_stays_on_that_day() -> None:
    site = replace(at(2020, 4, 3), pretended="2020-04-03")

    for kind, html in closing_pages(site).items():
        assert 'data-tk-now="2020-04-03"' in html, kind


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "They are held. Nobody may visit them. A court will hear them.",
            ("They are held. Nobody may visit them."),
        ),
        ("One sentence that is longer than there is room for it.", None),
        (
            "「水を。」先生は言った。そして三人が捕まった。もう長い時間がたっている、誰も会えない。",
            "「水を。」先生は言った。そして三人が捕まった。",
        ),
        ("من يراقب؟ لا أحد. والمحكمة في فبراير بعد طول انتظار.", "من يراقب؟ لا أحد."),
        (
            "3.5 of 10 are free (“at last.”) Others wait for a hearing.",
            ("3.5 of 10 are free (“at last.”)"),
        ),
        ("", ""),
    ],
)
def test_why_now_is_said_in_whole_sentences(text: str, said: str | None) -> None:
    assert first_sentences(text, 40) == (text if said is None else said)


def test_actions_say_how_many_minutes_they_take_the_quickest_first() -> None:
    words = seen(campaign_page(at(2020, 4, 3)))

    assert words.index("Share a post") < words.index("1 min") < words.index("Join the storm")
    assert "60 min" in words


def test_an_ended_campaign_says_what_came_of_it_and_what_goes_on() -> None:
    page = pages.campaign(
        samples.TOOLKIT, at(2020, 4, 3), samples.EARLIER, "en", profile_of=samples.profile_of
    )

    words = seen(page)
    for part in ("Two hundred people are free.", "Others still wait.", "Free everyone held"):
        assert part in words


def test_before_its_hour_a_preview_marks_what_is_under_embargo() -> None:
    hour = dt.datetime(2020, 4, 3, 15, tzinfo=dt.UTC)

    assert "Embargo until 3 April 2020, 09:00 (Mexico City time)" in seen(
        campaign_page(at(2020, 4, 3, 14, 59), embargo=hour)
    )
    assert "Embargo" not in seen(campaign_page(at(2020, 4, 3, 15), embargo=hour))


def test_a_storm_is_before_now_or_over() -> None:
    storm = samples.CAMPAIGN.storm
    assert storm

    assert phase(at(2020, 4, 24, 22, 59), storm) == "before"
    assert phase(at(2020, 4, 24, 23), storm) == "now"
    assert phase(at(2020, 4, 25), storm) == "over"
    assert storm.posts == 3


def test_where_it_is_dangerous_pages_show_no_handles_and_note_nothing() -> None:
    page = campaign_page(at(2020, 4, 3), sensitive=True)

    assert "Take care of yourself first" in seen(page)
    assert "@SEGOB_mx" not in seen(page)
    assert "data-tk-sensitive" in page.body
    assert "data-tk-did-it" not in page.body
    assert "data-tk-report" not in page.body
    assert "Take care" not in seen(campaign_page(at(2020, 4, 3)))


def test_where_it_is_dangerous_that_is_said_before_anything_is_asked() -> None:
    page = campaign_page(at(2020, 4, 3), sensitive=True)
    careful = replace(samples.CAMPAIGN, sensitive=True)
    landing = next(iter(pages.landings(samples.SITE, samples.views(careful)))).html

    assert page.body.count("Take care of yourself first") == 1
    assert page.body.index("Take care of yourself first") < page.body.index('class="tk-act"')
    assert landing.index("Take care of yourself first") < landing.index("data-tk-copy")
    assert "Say it too: copy the text.<" in landing
    assert "pick a network" not in landing


def test_a_page_built_after_its_storm_does_not_call_for_it() -> None:
    found = re.compile(r'data-tk-hour="2020-04-24T23:00:00Z 2020-04-25T00:00:00Z"( hidden)?>')

    during, after = campaign_page(at(2020, 4, 24, 23, 59)), campaign_page(at(2020, 4, 25))
    assert found.findall(during.body) == [""]
    assert found.findall(after.body) == [" hidden"]


def test_nobody_is_warned_of_naming_too_many_where_there_are_not_many() -> None:
    def warned(**changes: object) -> bool:
        return "names them all" in campaign_page(at(2020, 4, 3), **changes).body

    assert warned(accounts=THREE)
    assert not warned(accounts=THREE[:2])
    assert not warned(accounts=THREE, sensitive=True)


def test_what_is_offered_instead_of_an_ended_campaign_is_not_offered_again_below() -> None:
    other = replace(samples.CAMPAIGN, id="earlier", deadline=None, related=())
    toolkit = replace(samples.TOOLKIT, campaigns=(samples.CAMPAIGN, other))

    def page(moment: pages.SiteInfo) -> str:
        return pages.campaign(
            toolkit,
            moment,
            samples.CAMPAIGN,
            "en",
            views=samples.views(),
            profile_of=samples.profile_of,
        ).body

    related = re.compile(r'<section class="[^"]*" data-tk-during( hidden)?>\s*<h2[^>]*>Related')
    assert related.findall(page(at(2020, 6, 3))) == [" hidden"]
    assert related.findall(page(at(2020, 4, 3))) == [""]


def test_where_taking_part_is_a_risk_nobody_is_asked_to_post_in_their_own_name() -> None:
    def lead(*, sensitive: bool) -> str:
        risky = replace(samples.CAMPAIGN, sensitive=sensitive)
        return pages.posts(samples.SITE, risky, "en", samples.views()).body

    assert "in your own name" in lead(sensitive=False)
    assert "in your own name" not in lead(sensitive=True)
    assert "only where it is safe for you" in lead(sensitive=True)


def test_an_ended_campaign_asks_for_nothing_more() -> None:
    over = campaign_page(at(2020, 6, 3), accounts=THREE)

    for asked in ("Ready to share", "Write to one or two of them"):
        assert re.search(rf"<[a-z]+[^>]* hidden>{asked}", over.body), asked
    assert re.search(r"<span data-tk-after>Posts</span>", over.body)
    assert re.search(r"<span data-tk-during>Ready to share", campaign_page(at(2020, 4, 3)).body)


def test_the_plain_text_is_every_post_exactly() -> None:
    views = samples.views()
    body = pages.plain(samples.SITE, samples.CAMPAIGN, "en", views)

    text = body.decode("utf-8-sig")
    assert body.startswith(b"\xef\xbb\xbf")
    for view in views:
        *before, last = view.parts
        assert (f"\n{last}\n\nhttps://" in text) == (view.language == "en")
        for number, part in enumerate(before, 1):
            assert f"\n[Part {number} of {len(view.parts)}]\n{part}\n" in text


def test_the_kit_in_one_file_asks_for_nothing_else() -> None:
    card = samples.views()[0].card("link")
    assert card
    kit = whole_kit(
        samples.SITE, samples.CAMPAIGN, "en", samples.views(), {card.path: b"PNG picture"}
    )

    html = kit.body.decode()
    assert kit.path == "free-them-all/free-them-all-en.html"
    assert f"data:image/png;base64,{base64.b64encode(b'PNG picture').decode()}" in html
    assert not re.findall(r'(?:src|href)="(?!data:|https://voces)[^"]*"', html)
    assert "img-src data:" in html
    own = [view for view in samples.views() if view.language == "en"]
    assert re.findall(r'<article class="tk-post" id="([^"]*)"', html) == [v.post.id for v in own]


def test_a_worker_keeps_each_file_under_the_hash_of_what_is_in_it() -> None:
    one, other = worker({"": b"home", "a.css": b"1"}), worker({"": b"home", "a.css": b"2"})

    assert one == worker({"a.css": b"1", "": b"home"})
    assert one != other
    listed = re.search(rb"const FILES = (\{.*?\});", one)
    assert listed
    assert json.loads(listed[1]).keys() == {"", "a.css"}


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_a_tree_can_be_installed_in_its_own_language(language: str) -> None:
    named = manifest(samples.SITE, language)

    said = json.loads(named.body)
    assert said["lang"] == language
    assert said["dir"] == ("rtl" if language == "ar" else "ltr")
    assert (said["start_url"], said["scope"], said["id"]) == ("./", "./", "./"), "below any path"
    assert [icon["sizes"] for icon in said["icons"]] == [f"{s}x{s}" for s in ICON_SIZES]


def test_the_privacy_page_lists_exactly_what_the_scripts_keep() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in ASSETS.glob("*.js"))
    names = re.findall(
        r"""\b(?:\w*KEY|KEPT|STORE) = ["`](tk-[\w-]+)|(?:read|write)\("(tk-[\w-]+)""", sources
    )

    found = {one or other for one, other in names} | set(DEVICE_KEYS) | {"__palette"}
    assert found == {s.key for s in STORED}
    page = pages.privacy(samples.SITE, "en")
    assert all(f'<code dir="ltr">{item.key}</code>' in page.body for item in STORED)


def test_nothing_is_kept_or_told_by_any_other_way() -> None:
    ways = "cookie|cookieStore|sessionStorage|indexedDB|sendBeacon|XMLHttpRequest|WebSocket"
    ways += "|EventSource|RTCPeerConnection"
    for path in ASSETS.glob("*.js"):
        assert not re.search(rf"\b({ways})\b", path.read_text(encoding="utf-8")), path.name
