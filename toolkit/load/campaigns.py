"""Link one campaign folder: its own words, its posts, and what they name in the shared lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.load import letters, petition, press
from toolkit.load.documents import Documents
from toolkit.load.fields import ID, as_id
from toolkit.load.files import NO_CAMPAIGN_FILE
from toolkit.load.happening import moment, report, storm, totals
from toolkit.load.shapes import WORDS
from toolkit.load.texts import lines, parts, varied
from toolkit.model import Campaign, CardPicture, CardWords, Post, Sender, Topic
from toolkit.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.load.reader import Reader, Written
    from toolkit.load.shapes import CampaignShape, CardShape, PostShape
    from toolkit.load.shared import Shared
    from toolkit.model import Account, Hashtag, Translated, Words
    from toolkit.read import Path

FOCUS = re.compile(r"(\d{1,3})% +(\d{1,3})%")
WHOLE = 100

# Addresses that pages of a campaign use themselves.
RESERVED = frozenset(
    ("posts", "letters", "petition", "press", "files", "kit", "cards", "storm", "gallery")
)

WORDS_OF_CAMPAIGN = (
    "title",
    "short_title",
    "label",
    "summary",
    "call",
    "where",
    "outcome",
    "instead",
)


def load_campaign(reader: Reader, shared: Shared, id_: str) -> Campaign | None:
    """Return one campaign, or None when its own file cannot be read."""
    folder = f"campaigns/{id_}"
    name = f"{folder}/campaign.yml"
    if name not in reader.files.texts:
        reader.complain(Place(name), *NO_CAMPAIGN_FILE)
        return None
    if not ID.fullmatch(id_):
        message = f'the folder "{id_}" cannot be part of a web address'
        reader.complain(Place(folder), message, f"rename the folder: {as_id(id_)}")
    written = reader.read(name, "campaign", "write at least title: … and languages: [en]")
    language, zone = (written.shape.languages[0], written.shape.zone) if written else ("", "UTC")
    linker = _Linker(reader, shared, folder, language, zone)
    posts = linker.posts(written.shape.topics if written else None)
    return linker.campaign(written, id_, posts) if written else None


@dataclass(frozen=True, slots=True)
class _Linker:
    reader: Reader
    shared: Shared
    folder: str
    language: str
    zone: str

    def campaign(self, written: Written, id_: str, posts: tuple[Post, ...]) -> Campaign:
        shape: CampaignShape = written.shape
        words = {
            name: written.translated(getattr(shape, name), (name,), self.language)
            for name in WORDS_OF_CAMPAIGN
        }
        days = {name: written.day(getattr(shape, name), (name,)) for name in ("issued", "deadline")}
        documents = Documents(self.reader, self.folder, self.language, self.accounts, self._image)
        return Campaign(
            id=id_,
            place=written.at("title"),
            languages=tuple(shape.languages),
            link=shape.link or "",
            theme=shape.theme or "",
            card=self.card(written, shape.card, ("card",)),
            hashtags=self.hashtags(written, shape.hashtags, ("hashtags",)),
            accounts=self.accounts(written, shape.accounts, ("accounts",)),
            senders=self._senders(written, shape),
            related=self.related(written, shape.related),
            posts=posts,
            topics=tuple(
                Topic(
                    t,
                    written.translated(name, ("topics", t), self.language),
                    written.key_at("topics", t),
                )
                for t, name in shape.topics.items()
            ),
            number=shape.number or "",
            country=shape.country or "",
            title=words["title"],
            short_title=words["short_title"],
            label=words["label"],
            summary=words["summary"],
            call=words["call"],
            where=words["where"],
            issued=days["issued"],
            deadline=days["deadline"],
            outcome=words["outcome"],
            instead=words["instead"],
            zone=shape.zone,
            embargo=moment(shape.embargo, shape.zone),
            sensitive=shape.sensitive,
            storm=storm(written, shape, self.language),
            totals=totals(written, shape),
            report=report(shape, id_),
            letter=letters.letter(documents),
            petition=petition.petition(documents),
            press=press.press(documents),
        )

    def related(self, written: Written, ids: list[str]) -> tuple[str, ...]:
        """Return the related campaigns there are; one that cannot be read still is one."""
        known = self.reader.files.campaigns
        for index, id_ in enumerate(ids):
            if id_ not in known:
                place = written.at("related", index)
                self.reader.unknown(place, "campaign", id_, known, "campaigns/")
        return tuple(id_ for id_ in ids if id_ in known)

    def posts(self, topics: Mapping[str, object] | None) -> tuple[Post, ...]:
        """Return the posts; `topics` are the ids that the campaign has, None if nobody knows."""
        name = f"{self.folder}/posts.yml"
        if name not in self.reader.files.texts:
            return ()
        seen: dict[str, Place] = {}
        items = self.reader.read_list(name, "posts", "id")
        for index, written in items.good:
            self._topics(written, written.shape.topics, (index, "topics"), topics)
        return tuple(self._post(w, w.shape, i, seen) for i, w in items.good)

    def _topics(
        self, written: Written, ids: list[str], path: Path, known: Mapping[str, object] | None
    ) -> None:
        for at, id_ in enumerate(ids):
            if known is not None and id_ not in known:
                file = f"topics: in {self.folder}/campaign.yml"
                self.reader.unknown(written.at(*path, at), "topic", id_, known, file)

    def _post(self, written: Written, shape: PostShape, index: int, seen: dict[str, Place]) -> Post:
        self._own_address(written.at(index, "id"), shape.id, seen)
        for network in shape.networks:
            if network not in self.shared.networks:
                place = written.key_at(index, "networks", network)
                self.reader.unknown_network(place, network, self.shared.networks)
        return Post(
            id=shape.id,
            place=written.at(index, "id"),
            text=self._texts(written, shape.text, (index, "text")),
            networks=tuple(
                (n, self._texts(written, texts, (index, "networks", n)))
                for n, texts in shape.networks.items()
            ),
            facts=lines(
                written, shape.facts, (index, "facts"), [t or self.language for t in shape.text]
            ),
            hashtags=self.hashtags(written, shape.hashtags, (index, "hashtags")),
            targets=self.accounts(written, shape.targets, (index, "targets")),
            link=shape.link or "",
            card=self.card(written, shape.card, (index, "card")),
            since=written.day(shape.since, (index, "since")),
            until=written.day(shape.until, (index, "until")),
            embargo=moment(shape.embargo, self.zone),
            thread=self._thread(written, shape, index),
            topics=tuple(dict.fromkeys(shape.topics)),
        )

    def _thread(
        self, written: Written, shape: PostShape, index: int
    ) -> tuple[tuple[str, tuple[Words, ...]], ...]:
        """Return the parts that follow the text, in the languages that it is written in."""
        texts = {tag or self.language for tag in shape.text}
        for tag in shape.thread:
            if (tag or self.language) not in texts:
                message = f'this thread goes on in "{tag or self.language}", and never begins in it'
                hint = "write its first part under text:, in the same language"
                self.reader.complain(
                    written.key_at(index, "thread", *filter(None, [tag])), message, hint
                )
        return parts(self.reader, written, shape.thread, (index, "thread"), self.language)

    def _texts(self, written: Written, texts: dict[str, list[str]], path: Path) -> Translated:
        return varied(self.reader, written, texts, path, self.language)

    def _own_address(self, place: Place, id_: str, seen: dict[str, Place]) -> None:
        if id_ in seen:
            message = f'the post "{id_}" is already in line {seen[id_].line}'
            self.reader.complain(place, message, "give one of them another id")
        if id_ in RESERVED:
            message = f'a post cannot be called "{id_}": a page of the campaign has that address'
            self.reader.complain(place, message, f"choose another id, such as {id_}-1")
        seen.setdefault(id_, place)

    def hashtags(self, written: Written, tags: list[str], path: Path) -> tuple[Hashtag, ...]:
        found: dict[str, Hashtag] = {}
        for index, tag in enumerate(tags):
            hashtag = self.shared.hashtags.get(tag.casefold())
            if hashtag:
                found.setdefault(hashtag.tag, hashtag)
            elif not self.shared.tags.may_hold(tag):
                known = [h.tag for h in self.shared.hashtags.values()]
                place = written.at(*path, index)
                self.reader.unknown(place, "hashtag", tag, known, "hashtags.yml")
        return tuple(found.values())

    def accounts(self, written: Written, ids: list[str], path: Path) -> tuple[Account, ...]:
        found: dict[str, Account] = {}
        for index, id_ in enumerate(ids):
            account = self.shared.accounts.get(id_)
            if account:
                found.setdefault(id_, account)
            elif not self.shared.people.may_hold(id_):
                place = written.at(*path, index)
                self.reader.unknown(place, "account", id_, self.shared.accounts, "accounts.yml")
        return tuple(found.values())

    def card(self, written: Written, shape: CardShape | None, path: Path) -> CardWords | None:
        if shape is None:
            return None
        words = (
            (name, written.translated(getattr(shape, name), (*path, name), self.language))
            for name in WORDS
        )
        return CardWords(
            layout=shape.layout,
            place=written.key_at(*path),
            theme=shape.theme or "",
            words=tuple((name, texts) for name, texts in words if texts),
            alt=written.translated(shape.alt, (*path, "alt"), self.language),
            pictures=tuple(self._pictures(written, shape, path)),
            focus=self._focus(written, shape.focus, (*path, "focus")),
            credit=shape.credit or "",
            licence=shape.licence or "",
        )

    def _pictures(self, written: Written, shape: CardShape, path: Path) -> Iterator[CardPicture]:
        wanted: list[tuple[str, str | None, Path]] = [
            ("image", shape.image, (*path, "image")),
            ("portrait", shape.portrait, (*path, "portrait")),
        ]
        for at, name in enumerate(shape.logos):
            wanted.append((f"logos-{at + 1:02}", name, (*path, "logos", at)))
        for slot, named, where in wanted:
            if file := self._image(written, named, where):
                yield CardPicture(slot, file, written.at(*where))

    def _senders(self, written: Written, shape: CampaignShape) -> tuple[Sender, ...]:
        return tuple(
            Sender(
                s.name,
                written.at("senders", i),
                s.url or "",
                s.language or "",
                written.translated(s.role, ("senders", i, "role"), self.language),
                self._image(written, s.logo, ("senders", i, "logo")),
            )
            for i, s in enumerate(shape.senders)
        )

    def _focus(self, written: Written, text: str | None, path: Path) -> tuple[float, float]:
        """Return 0 to 1 from left and top; the middle if nothing is said, or nonsense is."""
        found = FOCUS.fullmatch(text or "50% 50%")
        if found and all(int(part) <= WHOLE for part in found.groups()):
            return int(found[1]) / WHOLE, int(found[2]) / WHOLE
        message = f'"{text}" is not a point in a picture'
        hint = "write how far it is from the left and from the top: 30% 20%"
        self.reader.complain(written.at(*path), message, hint)
        return 0.5, 0.5

    def _image(self, written: Written, name: str | None, path: Path) -> str:
        """Return the picture's name under the root; only pictures of this campaign count."""
        if not name:
            return ""
        full = f"{self.folder}/images/{name}"
        if full in self.reader.files.pictures:
            return full
        known = [
            p.split("/images/", 1)[1]
            for p in self.reader.files.pictures
            if p.startswith(self.folder)
        ]
        self.reader.unknown(written.at(*path), "picture", name, known, f"{self.folder}/images/")
        return ""
