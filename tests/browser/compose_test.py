"""A post made on the page for a network is the one that the build makes, letter for letter."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.site import stocked
from tests.pages import samples
from toolkit import pages
from toolkit.compose import directory, plain, said, targets_for
from toolkit.compose.post import Setting, compose, later_parts
from toolkit.load.variation import pieces_of
from toolkit.model import (
    Account,
    Campaign,
    Handle,
    Hashtag,
    Post,
    Role,
    TagRole,
    Translated,
    Variation,
    Words,
)
from toolkit.networks import builtin
from toolkit.networks.page import page_data
from toolkit.plan.bank import banks
from toolkit.plan.shares import Sharing, Turn

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
SEEDS = (0, 1, 77, 2**31, 2**32 - 1)
COUNTS = (1, 2, 3)
TEXTS = (
    "Plain words, nothing else.",
    "Dear {target}, let them go. #FreeThemAll",
    ".@SEGOB_mx must answer for it #freethemall",
    "Ask the Ministry of the Interior (@SEGOB_mx) and @AcnurMexico today!",
    "@SEGOB_mxは答えて。 mail@example.org @nobody ＠AcnurMexico-led",
    "Ministry of the Interior @SEGOB_mx: act. #one #two",
    "See https://voces.example/kit/free-them-all/p6/ (and https://voces.example/kit/free-them-all/p6/).",
    "x" * 265 + " #FreeThemAll",
    "z" * 990 + " more than a soft limit takes",
    "é" * 250 + " end #last",
    "👩‍👩‍👧 [Free|Release] them [now|today], {target}! 🇲🇽",
)
SECOND = "A second way to say it, [please|at once]."
ACCOUNTS = (
    samples.MINISTRY,
    samples.AGENCY,
    *(
        Account(
            f"office-{n}",
            samples.said(en=f"Office {n}"),
            Role.TARGET,
            samples.HERE,
            handles=tuple(Handle(net, name, samples.HERE) for net, name in handles),
        )
        for n, handles in enumerate(
            (
                (("x", "one_office"), ("bluesky", "one.bsky.social")),
                (("mastodon", "two@social.example"), ("threads", "two.office")),
                (),
            )
        )
    ),
)
TAGS = (
    samples.TAG,
    samples.RIGHTS,
    Hashtag("Só-não", samples.HERE),
    Hashtag("Last", samples.HERE, TagRole.MAIN),
)
OWN = Translated((Words("Only here, for Bluesky. @AcnurMexico", "en", samples.HERE),))
LATER_TEXTS = ("@SEGOB_mx, [answer|speak]: {target} waits.", "Nobody else [now|today].")


def worded(text: str, *, alone: bool = False) -> Words:
    versions = [text, SECOND] if "[" in text and not alone else [text]
    variations = tuple(Variation(pieces_of(t)[0], samples.HERE) for t in versions)
    varies = variations if "[" in text else ()
    return Words(variations[0].first, "en", samples.HERE, varies)


LATER = tuple(worded(text, alone=True) for text in LATER_TEXTS)


def campaign() -> Campaign:
    posts = tuple(
        Post(
            f"p{n}",
            samples.HERE,
            Translated((worded(text),)),
            networks=(("bluesky", OWN),) if n == 3 else (),
            thread=(("en", LATER),) if n in {1, 3, 10} else (),
            hashtags=TAGS[: n % 5],
            targets=ACCOUNTS[1:4] if n % 4 == 1 else (),
        )
        for n, text in enumerate(TEXTS)
    )
    return Campaign(
        "free-them-all",
        samples.HERE,
        samples.said(en="Free"),
        ("en",),
        accounts=ACCOUNTS,
        posts=posts,
    )


def by_the_build(of: Campaign, sharing: Sharing) -> list[dict[str, Any]]:
    """Return every post for every network, seed and number of targets, as the build makes it."""
    found = []
    for turn, post in enumerate(of.posts):
        for seed in SEEDS:
            for many in COUNTS:
                targets = targets_for(post, of, seed=seed, count=many, turn=turn)
                common = post.text.get("en")
                assert common
                row: dict[str, Any] = {
                    "plain": plain(said(common, seed, post.id), post.hashtags, "en", targets)
                }
                for network in builtin().values():
                    url = sharing.url(of, post, "en")
                    setting = Setting(network, "en", sharing.known, url, "Free", targets)
                    composed = compose(post, setting, seed)
                    assert composed
                    link = composed.link if composed.fits else composed.link_alone
                    later = later_parts(post, setting, seed)
                    row[network.id] = [
                        [composed.whole, *(part.whole for part in later)],
                        composed.count.used,
                        [link.href, *(part.link.href for part in later)],
                    ]
                found.append(row)
    return found


ON_THE_PAGE = """([slice, data, seeds, counts]) => {
  const networks = toolkitNetworks(data);
  const made = toolkitCompose(slice, networks, toolkitVary);
  const found = [];
  for (const post of slice.posts) for (const seed of seeds) for (const many of counts) {
    const to = made.targetsFor(post, seed, many);
    const row = { plain: made.plain(post, seed, to) };
    for (const id of Object.keys(data.networks)) {
      const parts = made.parts(post, id, seed, to).map((part) => part.whole);
      const links = parts.map((part, n) => made.link(post, id, part, "", n));
      row[id] = [parts, made.composed(post, id, seed, to).count.used, links];
    }
    found.push(row);
  }
  return found;
}"""


def test_every_post_is_composed_on_the_page_as_in_the_build(browser: Browser) -> None:
    of = campaign()
    sharing = Sharing(builtin(), samples.SITE, directory(ACCOUNTS))
    views = [
        pages.PostView(of, p, "en", plain(str(p.text.best("en")), p.hashtags, "en", targets))
        for turn, p in enumerate(of.posts)
        for targets in [targets_for(p, of, turn=turn)]
    ]
    stock = banks([of], {of.id: views}, sharing)
    (path,) = stock.banks["free-them-all", "en"].slices
    page = browser.new_page()
    page.add_script_tag(content=stock.files[stock.tools.script].decode())

    found = page.evaluate(
        ON_THE_PAGE,
        [json.loads(stock.files[path]), page_data(builtin().values()), SEEDS, COUNTS],
    )

    wanted = by_the_build(of, sharing)
    assert len(found) == len(wanted)
    for here, there in zip(found, wanted, strict=True):
        for key in there:
            assert here[key] == there[key], key
    page.close()


def test_what_a_device_keeps_is_on_one_list(browser: Browser) -> None:
    stock = stocked(samples.SITE)
    page = browser.new_page()
    page.add_script_tag(content=stock.files[stock.tools.script].decode())

    assert page.evaluate("toolkitComposer.KEYS") == list(pages.COMPOSER_KEYS)
    page.close()


def test_a_bank_is_cut_into_files_that_hold_every_post_once() -> None:
    posts = tuple(samples.post(f"p{n}", en=f"Post {n} #FreeThemAll") for n in range(230))
    of = Campaign("many", samples.HERE, samples.said(en="Many"), ("en",), posts=posts)
    sharing = Sharing(builtin(), samples.SITE, directory(()))
    stock = banks([of], {of.id: samples.views(of)}, sharing)

    bank = stock.banks["many", "en"]
    found = [json.loads(stock.files[path])["posts"] for path in bank.slices]
    assert [len(part) for part in found] == [100, 100, 30]
    assert [post["id"] for part in found for post in part] == [post.id for post in posts]
    assert sharing.url(of, posts[0], "en") == found[0][0]["url"]
    assert Turn("en").targets == ()
