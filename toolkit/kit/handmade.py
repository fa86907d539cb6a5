"""Hand-made cards: found by their names, held against what they replace, used in its place."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.cards.formats import FORMATS
from toolkit.cards.paint import handmade as paint
from toolkit.cards.paint.pictures import UnusableImageError
from toolkit.problems import Place, Problem, Severity, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from toolkit.cards.request import CardRequest
    from toolkit.kit.store import Kept, Store
    from toolkit.model import Campaign

DESIGN = frozenset({"layouts", "themes", "fonts"})
"""Folders of the designer's room that hold no finished cards."""
SIGNED = "signed.txt"
COVER = "campaign"
NAME = re.compile(r"(?P<stem>.+)@(?P<size>\d+x\d+)(?P<suffix>\.png|\.jpe?g)", re.IGNORECASE)
RULE = "hand-made"
Slot = tuple[str, str, str, str]
"""Whose card it is: campaign, post (empty: the campaign's own), language and format."""


@dataclass(frozen=True, slots=True)
class HandMade:
    """A file that replaces one card. `signed` is the mark of the words it was checked against."""

    slot: Slot
    path: Path
    place: Place
    sha256: str
    signed: str = ""

    @property
    def suffix(self) -> str:
        return ".png" if self.path.suffix.lower() == ".png" else ".jpg"

    def clean(self, store: Store, key: str) -> Kept:
        """Return the picture without anything that is not picture."""
        return store.kept(key, self.suffix, lambda: paint.cleaned(self.path))


def find(root: Path, campaigns: Sequence[Campaign]) -> tuple[dict[Slot, HandMade], list[Problem]]:
    """Return the hand-made cards under `cards/<campaign>/` by what they replace, and complaints."""
    found: dict[Slot, HandMade] = {}
    problems: list[Problem] = []
    by_id = {campaign.id: campaign for campaign in campaigns}
    for folder in sorted((root / "cards").glob("*/")):
        if folder.name in DESIGN or folder.name.startswith((".", "_")):
            continue
        campaign = by_id.get(folder.name)
        if campaign is None:
            problems.append(_homeless(folder, by_id))
            continue
        for one in _in_folder(root.resolve(), folder, campaign):
            if isinstance(one, Problem):
                problems.append(one)
            elif one.slot in found:
                problems.append(_twice(one, found[one.slot]))
            else:
                found[one.slot] = one
    return found, problems


def mark_of(request: CardRequest) -> str:
    """Return a short hash of the words of a card, which changes whenever one of them does."""
    told = (request.language, sorted(request.values))
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def stale(one: HandMade, request: CardRequest) -> Problem | None:
    """Return a warning where nobody has checked a hand-made card against the words of today."""
    mark = mark_of(request)
    if one.signed == mark:
        return None
    says = (
        "this card was made for other words than its post has now"
        if one.signed
        else "nobody has said yet that this card shows the words of its post"
    )
    hint = "look at it; if its words are right, run: toolkit cards --sign"
    return Problem(one.place, says, hint, RULE, Severity.WARNING)


def signatures(folder: Path) -> dict[str, str]:
    """Return the marks in a folder's list of checked cards, by file name."""
    try:
        lines = (folder / SIGNED).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return {}
    pairs = (line.split(maxsplit=1) for line in lines if not line.startswith("#"))
    return {pair[1]: pair[0] for pair in pairs if len(pair) == 2}  # noqa: PLR2004


def signed(marks: Mapping[str, str]) -> str:
    """Return the list of checked cards as it is written to a file."""
    head = "# Which words each card here was checked against. Written by: toolkit cards --sign\n"
    return head + "".join(f"{mark} {name}\n" for name, mark in sorted(marks.items()))


def _in_folder(root: Path, folder: Path, campaign: Campaign) -> Iterator[HandMade | Problem]:
    marks = signatures(folder)
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == SIGNED:
            continue
        place = Place(f"cards/{folder.name}/{path.name}")
        if not path.is_file() or root not in path.resolve().parents:
            yield _wrong(place, "this is no file inside the project", "put the file itself here")
            continue
        slot = _slot(path.name, place, campaign)
        if isinstance(slot, Problem):
            yield slot
        elif fault := _unfit(path, place, slot):
            yield fault
        else:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            yield HandMade(slot, path, place, digest, marks.get(path.name, ""))


def _slot(name: str, place: Place, campaign: Campaign) -> Slot | Problem:
    """Read a name: `post@1080x1350.png`, or with a language `post-es@1080x1350.png`."""
    parts = NAME.fullmatch(name)
    if not parts:
        hint = "name it after its post and size: my-post-en@1080x1350.png"
        return _wrong(place, "this file is not used, because of its name", hint)
    sizes = {row.size: row.id for row in FORMATS.values()}
    format_ = sizes.get(parts["size"].lower())
    if not format_:
        hint = did_you_mean(parts["size"], sizes) or "cards are " + ", ".join(sizes)
        return _wrong(place, f"no card has the size {parts['size']}", hint)
    known = {post.id: post.languages for post in campaign.posts}
    known = {COVER: campaign.title.languages, **known}
    id_, _, tag = parts["stem"].rpartition("-")
    if parts["stem"] in known:
        id_, tag = parts["stem"], known[parts["stem"]][0]
    elif tag not in known.get(id_, ()):
        names = [*known, *(f"{i}-{t}" for i, tags in known.items() for t in tags)]
        hint = did_you_mean(parts["stem"], names) or "there are: " + ", ".join(known)
        return _wrong(place, f'"{campaign.id}" has no post "{parts["stem"]}"', hint)
    if id_ == COVER and COVER not in {post.id for post in campaign.posts}:
        if format_ != "link":
            hint = f"the campaign's own card is {FORMATS['link'].size}"
            return _wrong(place, "the campaign has no card of this size", hint)
        id_ = ""
    return campaign.id, id_, tag, format_


def _unfit(path: Path, place: Place, slot: Slot) -> Problem | None:
    wanted = FORMATS[slot[3]]
    try:
        size = paint.measured(path)
    except UnusableImageError as bad:
        return _wrong(place, f"this picture cannot be used: {bad}", "export it again as PNG")
    if size != (wanted.width, wanted.height):
        is_ = f"{size[0]}x{size[1]}"
        hint = f"export it at {wanted.size}, or name it after its real size"
        return _wrong(place, f"its name says {wanted.size}, but it is {is_} px", hint)
    return None


def _homeless(folder: Path, known: Mapping[str, Campaign]) -> Problem:
    place = Place(f"cards/{folder.name}")
    hint = did_you_mean(folder.name, [*known, *DESIGN]) or "there are: " + ", ".join(known)
    return _wrong(place, f'there is no campaign "{folder.name}" for these cards', hint)


def _twice(one: HandMade, other: HandMade) -> Problem:
    return _wrong(one.place, f"{other.path.name} replaces the same card", "keep one of the two")


def _wrong(place: Place, message: str, hint: str) -> Problem:
    return Problem(place, message, hint, RULE)
