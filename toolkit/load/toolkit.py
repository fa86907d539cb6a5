"""Link everything a project's files say into one toolkit, with every problem found on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.load.campaigns import load_campaign
from toolkit.load.reader import Reader
from toolkit.load.shared import load_shared
from toolkit.model import Toolkit
from toolkit.problems import Place, Problem, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Collection

    from toolkit.load.files import Files


@dataclass(frozen=True, slots=True)
class Loaded:
    """A linked toolkit (as far as it could be read) and all problems in reading order."""

    toolkit: Toolkit
    problems: tuple[Problem, ...]


def load(files: Files, networks: Collection[str]) -> Loaded:
    """Link the files of a project; `networks` are the ids that handles and texts may name."""
    reader = Reader(files)
    shared = load_shared(reader, networks)
    found = (load_campaign(reader, shared, id_) for id_ in files.campaigns)
    campaigns = tuple(campaign for campaign in found if campaign)
    if not files.campaigns:
        hint = "make a folder campaigns/my-campaign with a file campaign.yml in it"
        reader.complain(Place("campaigns"), "there is no campaign yet", hint)
    hashtags = tuple(dict.fromkeys(shared.hashtags.values()))
    toolkit = Toolkit(hashtags, tuple(shared.accounts.values()), campaigns)
    return Loaded(toolkit, in_reading_order(reader.problems))
