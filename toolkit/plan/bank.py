"""Write each campaign's posts as data for the composer: what was written, not what came of it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from toolkit.cards.formats import FORMATS
from toolkit.compose.handles import mention, name
from toolkit.compose.tags import ANY_TAG, used_in
from toolkit.compose.targets import BETWEEN, pool
from toolkit.compose.thread import name_of
from toolkit.compose.vary import as_data, salt_of
from toolkit.model import TagRole
from toolkit.networks import page_data
from toolkit.pages import Asset, Bank, Tools, assets, paths, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toolkit.model import Account, Campaign, Hashtag, Post, Words
    from toolkit.pages import PostView
    from toolkit.plan.shares import Sharing

# A slice of short posts is about 12 kB on the wire: a quarter of a second at 400 kbit/s.
SLICE = 100
# A longer list is no help in choosing.
OFFERED_TAGS = 40
SAID = ("does_", "says_", "note_", "format_")


@dataclass(frozen=True, slots=True)
class Banks:
    """The bank of each campaign and language, and every file they need, by its path."""

    tools: Tools
    banks: dict[tuple[str, str], Bank]
    files: dict[str, bytes]

    def of(self, campaign_id: str) -> dict[str, Bank]:
        """Return the banks of a campaign by language."""
        return {tag: bank for (id_, tag), bank in self.banks.items() if id_ == campaign_id}


def banks(
    campaigns: Iterable[Campaign], seen: Mapping[str, Sequence[PostView]], sharing: Sharing
) -> Banks:
    """Return the banks of all campaigns; `seen` are the views of their posts, by campaign."""
    tools, files = _tools(sharing)
    found: dict[tuple[str, str], Bank] = {}
    # Where taking part can put people at risk, nothing composes: people copy and that is all.
    for campaign in (c for c in campaigns if not c.sensitive):
        row = seen[campaign.id]
        for tag in dict.fromkeys(view.language for view in row):
            own = [view for view in row if view.language == tag]
            bank, slices = _bank(campaign, own, tools, sharing)
            found[campaign.id, tag] = bank
            files |= slices
    return Banks(tools, found, files)


def _tools(sharing: Sharing) -> tuple[Tools, dict[str, bytes]]:
    script, first = assets.composer_script(), assets.first_script()
    data = _file("assets/toolkit/networks", page_data(sharing.networks.values()))
    rows = sorted(sharing.networks.values(), key=lambda row: row.name.casefold())
    names = tuple((row.id, row.name) for row in rows)
    servers = tuple(row.id for row in rows if row.server_share)
    files = {a.path: a.body for a in (script, first, data)}
    return Tools(script.path, data.path, names, servers, first.path), files


def _bank(
    campaign: Campaign, views: Sequence[PostView], tools: Tools, sharing: Sharing
) -> tuple[Bank, dict[str, bytes]]:
    shared = _Shared(campaign, views[0].language, sharing)
    stem = f"assets/posts/{shared.campaign.id}-{shared.language}"
    slices = [
        _posts(f"{stem}-{number}", shared.head | {"posts": [shared.post(v) for v in part]})
        for number, part in enumerate(_parts(views))
    ]
    bank = Bank(
        tools,
        tuple(view.post.id for view in views),
        tuple(file.path for file in slices),
        SLICE,
        _hashtags(views),
        tuple((a.id, name(a, shared.language)) for a in shared.addressed),
        _topics(shared.campaign, views),
    )
    return bank, {file.path: file.body for file in slices}


def _hashtags(views: Sequence[PostView]) -> tuple[str, ...]:
    """Return the hashtags of some texts, the most used first, each as it is first written."""
    found = [match[1] for view in views for match in ANY_TAG.finditer(view.text)]
    times = Counter(tag.casefold() for tag in found)
    first = {tag.casefold(): tag for tag in reversed(found)}
    return tuple(first[tag] for tag, _ in times.most_common(OFFERED_TAGS))


def _topics(campaign: Campaign, views: Sequence[PostView]) -> tuple[tuple[str, str], ...]:
    """Return the topics of some posts, in the campaign's order, with their names."""
    used = {topic for view in views for topic in view.post.topics}
    language = views[0].language
    found = (t for t in campaign.topics if t.id in used)
    return tuple((t.id, str(t.name.best(language, *campaign.languages) or t.id)) for t in found)


def _parts(views: Sequence[PostView]) -> list[Sequence[PostView]]:
    return [views[at : at + SLICE] for at in range(0, len(views), SLICE)]


class _Shared:
    """What the posts of a campaign have in common in one language, and each post beside it."""

    def __init__(self, campaign: Campaign, language: str, sharing: Sharing) -> None:
        self.campaign, self.language, self.sharing = campaign, language, sharing
        posts = campaign.posts
        self.tags = list(dict.fromkeys(t for p in posts for t in p.hashtags))
        self.addressed = list(dict.fromkeys(a for p in posts for a in pool(p, campaign)))
        known = [a for row in sharing.known.owners.values() for a in row]
        self.accounts = list(dict.fromkeys((*self.addressed, *known)))
        self.turns = {post.id: turn for turn, post in enumerate(posts)}
        self.number = {account.id: n for n, account in enumerate(self.accounts)}
        self.head = self._head()

    def _head(self) -> dict[str, Any]:
        title = (self.campaign.short_title or self.campaign.title).best(self.language)
        number, words = self.number, wording(self.language)[0]
        owners = self.sharing.known.owners.items()
        return {
            "campaign": self.campaign.id,
            "title": str(title or ""),
            "between": BETWEEN.get(self.language.partition("-")[0], ", "),
            "formats": {f.size: f.id for f in FORMATS.values()},
            "accounts": [self._account(a) for a in self.accounts],
            "owners": {handle: [number[a.id] for a in found] for handle, found in owners},
            "tags": [self._tag(tag) for tag in self.tags],
            "say": words.starting(SAID),
            "names": words.shape.networks,
        }

    def _account(self, account: Account) -> dict[str, Any]:
        """Return an account as it is mentioned on each network, without those that cannot."""
        networks = self.sharing.networks.values()
        on = {n.id: m for n in networks if (m := mention(account, n))}
        return {"id": account.id, "name": name(account, self.language), "on": on}

    def _tag(self, tag: Hashtag) -> dict[str, Any]:
        return {
            "sign": tag.written_in(self.language),
            "forms": [form.casefold() for form in tag.forms],
            "main": tag.role is TagRole.MAIN,
        }

    def post(self, view: PostView) -> dict[str, Any]:
        """Return one post; what is the same for most is left out."""
        post, campaign = view.post, self.campaign
        own = {n: w for n, texts in post.networks if (w := texts.get(self.language))}
        common = post.text.get(self.language)
        card = view.card("link")
        tags = [n for n, tag in enumerate(self.tags) if tag in post.hashtags]
        order = {tag: n for n, tag in enumerate(post.hashtags)}
        return {
            "id": post.id,
            "turn": self.turns[post.id],
            "text": self._words(common, post.id) if common else view.text,
            "plain": view.text,
            "title": view.title,
            **self._thread(post),
            "on": {n: self._words(w, post.id) for n, w in own.items()},
            "tags": sorted(
                (n for n in tags if used_in(self.tags[n], self.language)),
                key=lambda n: order[self.tags[n]],
            ),
            "to": [self.number[a.id] for a in pool(post, campaign)],
            "topics": list(post.topics),
            "url": self.sharing.url(campaign, post, self.language),
            "page": paths.landing_of(self.sharing.site, view),
            "cards": {c.format: c.path for c in view.cards},
            "alt": card.alt if card else "",
            "too_long": view.too_long,
        }

    def _thread(self, post: Post) -> dict[str, Any]:
        """Return the parts that follow the text, nothing for most posts."""
        parts = enumerate(post.following(self.language), start=2)
        found = [self._words(words, name_of(post.id, n)) for n, words in parts]
        return {"thread": found} if found else {}

    def _words(self, words: Words, post_id: str) -> str | dict[str, Any]:
        """Return a text, or its variations for `toolkit/assets/vary.js`."""
        if not words.variations:
            return words.text
        versions = [as_data(v.pieces) for v in words.variations]
        return {"salt": salt_of(post_id, words.language), "versions": versions}


def _posts(stem: str, value: dict[str, Any]) -> Asset:
    """Return a value as a JSON file whose name stays when posts change.

    A hash in it would change every page that names it, which are all of a campaign's. Who reads it
    asks the host whether it is still the last one: `composer.js`, and `sw.js` for names like this.
    """
    return Asset(f"{stem}.json", _json(value))


def _file(stem: str, value: dict[str, Any]) -> Asset:
    """Return a value as a JSON file with its hash in its name."""
    body = _json(value)
    return Asset(f"{stem}.{hashlib.sha256(body).hexdigest()[:8]}.json", body)


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
