"""Small campaigns in several scripts, as values, for tests of pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from urllib.parse import quote

from toolkit.model import (
    Account,
    Campaign,
    Day,
    Handle,
    Hashtag,
    Post,
    Report,
    Role,
    Sender,
    Storm,
    TagRole,
    Toolkit,
    Topic,
    Totals,
    Translated,
    Words,
)
from toolkit.pages import CardFile, PostView, Profile, ShareLink, SiteInfo, Variant
from toolkit.problems import Place

HERE = Place("posts.yml")
SITE = SiteInfo("Voces", "https://voces.example/kit/", ("en", "es", "ar"), dt.date(2020, 4, 3))

# What people really write, and what stands between a file and a page tries to change.
HARD = {
    "hash": "#FreeThemAll is the word\n# not a heading\n## nor this",
    "handles": "Dear @lopezobrador_ and @GN_MEXICO_: act _now_, **today**, not *tomorrow*",
    "spaces": "two  spaces,\ta tab,\n\n\na gap \n  indented\n\ttabbed\n   \nend ",
    "html": "<b>bold</b> & &amp; &#35; <!-- gone? --> </div> <script>alert(1)</script> \"q\" 'q'",
    "emoji": "family 👨‍👩‍👧‍👦, flag 🇲🇽, skin 👍🏽, keycap 1️⃣",
    "arabic": "أطلقوا سراحهم الآن #FreeThemAll @INAMI_mx 😀 100%",
    "breaks": "line\u2028separator\u2029paragraph\u00a0space\u0085nel",
    "lists": "- one\n- two\n1. three\n> quote\n    code\n| a | b |\n|---|---|\n--- \n===",
    "links": "[a](https://b.example) <https://c.example> ![x](y) `code` ~~~\n```\nfence\n```",
    "braces": "{{ toolkit }} {% raw %} {: .class } [TOC] *[HTML]: x :smile: --8<-- \\* (c) ...",
    "controls": "stx\x02etx\x03 esc\x1b vt\x0b ff\x0c",
}


def said(**versions: str) -> Translated:
    return Translated(
        tuple(Words(text, tag.replace("_", "-"), HERE) for tag, text in versions.items())
    )


TAG = Hashtag(
    "FreeThemAll", HERE, TagRole.MAIN, meaning=said(en="Nobody belongs behind bars for moving")
)
RIGHTS = Hashtag("DDHH", HERE, meaning=said(es="Derechos humanos"), translations=said(en="Rights"))
MINISTRY = Account(
    "ministry",
    said(en="Ministry of the Interior", es="Secretaría de Gobernación"),
    Role.TARGET,
    HERE,
    title=said(en="Answers for the detention centres"),
    handles=(Handle("x", "SEGOB_mx", HERE), Handle("instagram", "segobmexico", HERE)),
)
AGENCY = Account(
    "agency",
    said(en="UN Refugee Agency"),
    Role.ALLY,
    HERE,
    handles=(Handle("x", "AcnurMexico", HERE),),
)


LATER = (
    "Nobody can keep a distance in a locked room.",
    "So open the doors, {target}, and keep them open.",
)


def post(id_: str, **versions: str) -> Post:
    return Post(id_, HERE, said(**versions), hashtags=(TAG,))


POSTS = (
    post(
        "tenosique",
        en="An asylum seeker died in the holding centre of Tenosique this week. "
        "Fourteen people were hurt.\n\nNobody should be locked up for asking for protection. "
        "#FreeThemAll",
        es="Una persona que pedía asilo murió esta semana en la estación migratoria de Tenosique. "
        "Catorce resultaron heridas.\n\nNadie debe estar tras las rejas por pedir protección. "
        "#FreeThemAll",
        ar="توفي طالب لجوء هذا الأسبوع في مركز احتجاز تينوسيكي وأصيب أربعة عشر شخصًا.\n\n"
        "لا يُسجن أحد لأنه طلب الحماية. #FreeThemAll",
        ja="今週、テノシケの収容施設で庇護を求める人が亡くなりました。 #FreeThemAll",
    ),
    replace(
        post("health", en="Detention spreads the virus. Let people go. #FreeThemAll #COVID19"),
        thread=(("en", tuple(Words(text, "en", HERE) for text in LATER)),),
        topics=("virus",),
    ),
    *(post(name, en=text) for name, text in HARD.items()),
)
CAMPAIGN = Campaign(
    "free-them-all",
    Place("campaigns/free-them-all/campaign.yml"),
    said(
        en="Free everyone held for migrating",
        es="Libertad para quienes migran",
        ar="الحرية لمن هاجروا",
    ),
    ("en", "es", "ar", "ja"),
    label=said(en="Networking kit", es="Kit de redes", ar="عدة النشر"),
    summary=said(
        en="Holding people in crowded centres during a pandemic puts their lives at risk.\n\n"
        "Organisations ask for everybody’s release."
    ),
    call=said(
        en="Add your voice: everyone in a migrant detention centre must be free now.",
        es="Suma tu voz: libertad ya para quienes están en estaciones migratorias.",
        ar="أضف صوتك: الحرية الآن لكل من في مراكز الاحتجاز.",
    ),
    where=said(en="Mexico", es="México", ar="المكسيك"),
    issued=Day(2020, 4, 2, HERE),
    link="https://campaign.example/about?a=1&b=2",
    hashtags=(TAG, RIGHTS),
    accounts=(MINISTRY, AGENCY),
    senders=(
        Sender("Sin Fronteras", HERE, language="es"),
        Sender("Coalition", HERE, "https://coalition.example/"),
    ),
    related=("earlier",),
    posts=POSTS,
    topics=(Topic("virus", said(en="Health", es="Salud"), HERE),),
    deadline=Day(2020, 5, None, HERE),
    zone="America/Mexico_City",
    storm=Storm(
        dt.datetime(2020, 4, 24, 23, tzinfo=dt.UTC),
        "America/Mexico_City",
        HERE,
        every=20,
        title=said(en="One hour for all", es="Una hora por todas y todos"),
    ),
    report=Report("FTA 1", "act@example.org", "https://form.example/?line={report}"),
    totals=Totals((("posts", 12_400), ("letters", 310)), Day(2020, 4, 2, HERE)),
)
EARLIER = Campaign(
    "earlier",
    Place("campaigns/earlier/campaign.yml"),
    said(en="Stop mass deportations"),
    ("en",),
    label=said(en="Urgent action"),
    deadline=Day(2019, 7, 30, HERE),
    outcome=said(en="Two hundred people are free.", es="Doscientas personas están libres."),
    instead=said(en="Others still wait."),
)
TOOLKIT = Toolkit((TAG, RIGHTS), (MINISTRY, AGENCY), (CAMPAIGN, EARLIER))
FORMATS = (
    ("link", 1200, 630),
    ("wide", 1600, 900),
    ("square", 1080, 1080),
    ("portrait", 1080, 1350),
    ("story", 1080, 1920),
)
NETWORKS = (
    ("x", "X", "https://x.com/intent/tweet?text={}", "You add the picture yourself."),
    (
        "bluesky",
        "Bluesky",
        "https://bsky.app/intent/compose?text={}",
        "You add the picture yourself.",
    ),
    ("whatsapp", "WhatsApp", "https://wa.me/?text={}", ""),
    ("telegram", "Telegram", "https://t.me/share/url?url=https://e.example&text={}", ""),
    (
        "facebook",
        "Facebook",
        "https://www.facebook.com/sharer/sharer.php?u={}",
        "Keeps the link only; paste the text.",
    ),
    ("email", "E-mail", "mailto:?body={}", ""),
)


def profile_of(handle: Handle) -> Profile:
    labels = {"x": "X", "instagram": "Instagram"}
    url = f"https://{handle.network}.example/{quote(handle.name)}"
    return Profile(labels[handle.network], f"@{handle.name}", url)


def card(of: str, language: str, row: tuple[str, int, int]) -> CardFile:
    format_, width, height = row
    name = f"{of}-{language}-{width}x{height}"
    alt = f'Card {of}: “Freedom” & "dignity" <for> all'
    path = f"cards/free-them-all/{name}.0f0f0f0f.png"
    return CardFile(format_, path, f"{name}.png", width, height, 41_500, alt, language)


def view(campaign: Campaign, of: Post, language: str) -> PostView:
    words = of.text.get(language)
    assert words
    return PostView(
        campaign=campaign,
        post=of,
        language=language,
        text=words.text,
        cards=tuple(card(of.id, language, row) for row in FORMATS),
        shares=tuple(
            ShareLink(id_, label, href.format(quote(words.text, safe="")), says)
            for id_, label, href, says in NETWORKS
        ),
        variants=(Variant("mastodon", "Mastodon", f"{words.text} (long)"),)
        if of.id == "health"
        else (),
        thread=tuple(w.text for w in of.following(language)),
    )


def views(campaign: Campaign = CAMPAIGN) -> tuple[PostView, ...]:
    """Return every post of a campaign in each of its languages."""
    return tuple(view(campaign, p, tag) for p in campaign.posts for tag in p.languages)


def saying(text: str) -> Campaign:
    """Return the campaign with one post that says this, in English."""
    return replace(CAMPAIGN, posts=(post("only", en=text),))


COVER = card("campaign", "en", FORMATS[0])
