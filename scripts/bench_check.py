"""Check and compose 10,000 posts in 2 languages for 12 networks, and say how the time grows."""

from __future__ import annotations

import datetime as dt
import resource
import sys
import time

from toolkit.check import Project, check
from toolkit.compose import Setting, compose, directory, targets_for
from toolkit.load import Files, load
from toolkit.networks import builtin

NETWORKS = (
    *("x", "bluesky", "mastodon", "threads", "facebook", "instagram", "linkedin", "whatsapp"),
    *("telegram", "reddit", "email", "sms"),
)
LANGUAGES = ("en", "es")
SIZES = (1_000, 10_000)
TODAY = dt.date(2026, 11, 21)
CAMPAIGN = "title: {en: Save the river, es: Salvemos el río}\nlanguages: [en, es]\n"
HASHTAGS = "- tag: SaveTheRiver\n  role: main\n- tag: Water\n"
ACCOUNTS = """
- id: water-board
  name: {en: Water Board, es: Junta del Agua}
  handles: {x: WaterBoard, bluesky: water.example.org, instagram: water.board}
- id: mayor
  name: Ada Mayor
  handles: {x: AdaMayor_, mastodon: ada@social.example}
"""


# One campaign holds a thousand posts: a single file may not be larger than 2 MB.
EACH = 1_000


def posts(first: int, count: int) -> str:
    """Return that many posts, every one of them different."""
    return "\n".join(
        f"- id: post-{n}\n  hashtags: [SaveTheRiver, Water]\n  text:\n"
        f'    en: "The river has lost {n} litres since spring. @WaterBoard must open the upper'
        f' sluice before the fish die, and say when. 🐟 #SaveTheRiver see example.org/{n}"\n'
        f'    es: "El río ha perdido {n} litros desde la primavera. La @WaterBoard debe abrir la'
        f' compuerta antes de que mueran los peces, y decir cuándo. #SaveTheRiver"'
        for n in range(first, first + count)
    )


def project(count: int) -> Project:
    """Return a project with that many posts."""
    files = {"hashtags.yml": HASHTAGS, "accounts.yml": ACCOUNTS}
    for number in range(-(-count // EACH)):
        folder = f"campaigns/river-{number}"
        files[f"{folder}/campaign.yml"] = CAMPAIGN + "accounts: [water-board, mayor]\n"
        files[f"{folder}/posts.yml"] = posts(number * EACH, min(EACH, count))
    texts = {name: text.encode() for name, text in files.items()}
    table = {id_: builtin()[id_] for id_ in NETWORKS}
    loaded = load(Files(texts), table)
    if loaded.problems:
        raise SystemExit("\n".join(map(str, loaded.problems)))
    return Project(
        loaded.toolkit, texts, table, TODAY, lambda c, p, _: f"https://example.org/{c.id}/{p.id}/"
    )


def composed(project: Project) -> int:
    """Compose every post for every network, and make its link; return how many."""
    known = directory(project.toolkit.accounts)
    every = ((c, t, p) for c in project.toolkit.campaigns for t, p in enumerate(c.posts))
    done = 0
    for campaign, turn, post in every:
        targets = targets_for(post, campaign, turn=turn)
        for language in LANGUAGES:
            url = project.url_of(campaign, post, language)
            for network in project.networks.values():
                setting = Setting(network, language, known, url, "Save the river", targets)
                found = compose(post, setting)
                done += bool(found and found.link)
    return done


def main() -> None:
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    for count in SIZES:
        given = project(count)
        texts = count * len(LANGUAGES) * len(NETWORKS)
        began = time.process_time()
        problems = check(given)
        checked = time.process_time()
        done = composed(given)
        ended = time.process_time()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{count:6,} posts, {texts:7,} texts: check {checked - began:6.2f} s,"
            f" compose {ended - checked:6.2f} s, {(ended - began) / texts * 1000:.3f} ms a text,"
            f" peak {peak:.0f} MB ({len(problems)} problems, {done:,} composed)"
        )


if __name__ == "__main__":
    main()
